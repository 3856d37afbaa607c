import { expect, test } from 'vitest'
import type { Database } from '../../../src/server/database/open-database.ts'
import type { Reply, RouteRequest } from '../../../src/server/http/route.ts'
import { stateRoutes } from '../../../src/server/http/state-routes.ts'
import { createMetrics } from '../../../src/server/metrics.ts'

const TOKEN = 'a token for these metrics'

type From = { readonly address?: string; readonly headers?: Readonly<Record<string, string>> }

/** Asks one of the routes of a desk at that address. */
function asking(origin: string, ping = async (): Promise<void> => {}, clock = () => 0) {
  const database = { ping } as unknown as Database
  const routes = stateRoutes(database, createMetrics(), { metricsToken: TOKEN, origin, clock })
  return async (path: string, { address = '127.0.0.1', headers = {} }: From = {}): Promise<Reply> => {
    const route = routes.find((one) => one.path === path)
    if (route?.who !== 'anybody') throw new Error(`no route ${path}`)
    const raw = new Request(origin + path, { headers })
    return route.handle({ raw, address } as unknown as RouteRequest)
  }
}

const PROXIED = { headers: { 'x-forwarded-for': '192.0.2.1' } }
const WITH_TOKEN = { headers: { authorization: `Bearer ${TOKEN}` } }
const WRONG_TOKEN = { headers: { authorization: 'Bearer a token of other metrics' } }

test.each<[string, string, From, boolean]>([
  ['on the machine itself', 'http://localhost:4173', {}, true],
  ['on the machine itself, through a proxy that says so', 'http://localhost:4173', PROXIED, false],
  ['elsewhere', 'http://localhost:4173', { address: '192.0.2.1' }, false],
  ['behind https, where a proxy on this machine may say nothing', 'https://desk.example', {}, false],
  ['behind https, with the token', 'https://desk.example', WITH_TOKEN, true],
  ['behind https, with another one', 'https://desk.example', WRONG_TOKEN, false],
])('metrics are read %s: %s', async (_, origin, from, isRead) => {
  expect((await asking(origin)('/metrics', from)) instanceof Response).toBe(isRead)
})

test('however many ask whether the server is well, its database is asked once a second, and what it says is not kept longer', async () => {
  let [now, pings, isGone] = [5000, 0, false]
  const ask = asking(
    'http://localhost:4173',
    async () => {
      pings += 1
      if (isGone) throw new Error('gone')
    },
    () => now,
  )
  const many = await Promise.all(Array.from({ length: 50 }, () => ask('/healthz')))
  expect(many).toEqual(Array.from({ length: 50 }, () => ({ ok: true, value: 'healthy' })))
  isGone = true
  now += 999
  expect([await ask('/healthz'), pings]).toMatchObject([{ ok: true }, 1])
  now += 1
  expect([await ask('/healthz'), await ask('/healthz'), pings]).toMatchObject([
    { ok: false },
    { ok: false },
    2,
  ])
})
