import { timingSafeEqual } from 'node:crypto'
import { done } from '../../rules/refusals.ts'
import type { Database } from '../database/open-database.ts'
import type { Metrics } from '../metrics.ts'
import type { Route, RouteRequest } from './route.ts'
import { sharedPulse } from './shared-pulse.ts'

/** Who may read the metrics: whoever has the token; on the machine itself, where no proxy hides who asks, anybody. */
export type MetricsReaders = {
  readonly metricsToken: string | null
  /** The desk's public address. */
  readonly origin: string
  /** Milliseconds, never going back. */
  readonly clock?: () => number
}

/** What whoever runs the server asks it about itself. Neither says anything of what is on the desk. */
export function stateRoutes(database: Database, metrics: Metrics, readers: MetricsReaders): readonly Route[] {
  const pulse = sharedPulse(database, readers.clock ?? (() => performance.now()))
  return [
    {
      method: 'GET',
      path: '/healthz',
      who: 'anybody',
      handle: async () =>
        (await pulse())
          ? done('healthy')
          : { ok: false, reason: 'storage', message: 'The database doesn’t answer.' },
    },
    {
      method: 'GET',
      path: '/metrics',
      who: 'anybody',
      async handle(request) {
        if (!mayRead(request, readers)) {
          return {
            ok: false,
            reason: 'not allowed',
            message:
              'Metrics are read with the token in METRICS_TOKEN, or on the server itself where no proxy with https stands before it.',
          }
        }
        const headers = { 'content-type': metrics.contentType, 'cache-control': 'no-store' }
        return new Response(await metrics.text(), { headers })
      },
    },
  ]
}

/** Whoever comes through a proxy on this machine seems to be on it: only a token helps them. Where the desk is at https there is one. */
function mayRead({ raw, address }: RouteRequest, { metricsToken: token, origin }: MetricsReaders): boolean {
  const isProxied = !origin.startsWith('http:') || PROXY_HEADERS.some((name) => raw.headers.has(name))
  if (!isProxied && LOOPBACK.has(address)) return true
  const given = /^Bearer (.+)$/.exec(raw.headers.get('authorization') ?? '')?.[1]
  if (token === null || given === undefined) return false
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const PROXY_HEADERS = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
