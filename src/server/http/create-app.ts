import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Next } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { LIMITS } from '../../backends/wire.ts'
import type { ServerDesk } from '../desk/server-desk.ts'
import type { Metrics } from '../metrics.ts'
import { answerResponse } from './answer-response.ts'
import { appFiles } from './app-files.ts'
import type { Gate } from './ask-route.ts'
import { askRoute } from './ask-route.ts'
import { failureAnswer } from './failure-answer.ts'
import { requestAddress } from './request-address.ts'
import type { HttpRefusal, Reply, Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'

export type AppParts = Gate & {
  readonly desk: ServerDesk
  readonly routes: readonly Route[]
  readonly metrics: Metrics
  readonly proxies: number
  /** Folder of the built app, or null. */
  readonly files: string | null
}

type Env = {
  Bindings: Partial<HttpBindings>
  Variables: { id: string; route: string }
}

/** Everything that is answered over HTTP: the routes, and the built app at all other addresses. */
export function createApp(parts: AppParts): Hono<Env> {
  const { desk, routes, origin, files } = parts
  const app = new Hono<Env>()
  app.use((context, next) => observe(context, next, parts))
  app.onError((error, context) =>
    failureAnswer(
      error,
      { id: context.get('id'), method: context.req.method, route: context.get('route') },
      desk,
    ),
  )
  app.notFound(() => answerResponse(nothingHere()))
  for (const route of routes) {
    app.on(route.method, route.path, (context) => answerRoute(context, route, parts))
  }
  app.all('/api/*', () => answerResponse(nothingHere()))
  if (files !== null) app.route('/', appFiles(files, origin))
  return app
}

const nothingHere = (): HttpRefusal => ({
  ok: false,
  reason: 'not found',
  message: 'There is nothing at this address. Reload the page to get the newest Stet.',
})

/** Puts the security headers on, counts the request, and writes it down: never what it asks for in words, nor its body. */
async function observe(
  context: Context<Env>,
  next: Next,
  { desk, metrics, origin }: AppParts,
): Promise<void> {
  const since = performance.now()
  const id = randomUUID()
  context.set('id', id)
  context.set('route', 'app')
  await next()
  for (const [name, value] of Object.entries(securityHeaders(origin))) {
    if (!context.res.headers.has(name)) context.header(name, value)
  }
  const ms = performance.now() - since
  const route = context.get('route')
  const { method } = context.req
  const { status } = context.res
  metrics.answered({ method, route, status }, ms / 1000)
  const fields = { id, method, route, status, ms: Math.round(ms * 10) / 10 }
  if (route.startsWith('/api/')) desk.log.info(fields, 'request')
  else desk.log.debug(fields, 'request')
}

async function answerRoute(context: Context<Env>, route: Route, parts: AppParts): Promise<Response> {
  context.set('route', route.path)
  const { incoming } = context.env
  const request = {
    params: context.req.param(),
    query: new URL(context.req.url).searchParams,
    address: incoming ? requestAddress(incoming, parts.proxies) : 'unknown',
    idempotencyKey: context.req.header('idempotency-key') ?? null,
    get raw() {
      return context.req.raw
    },
  }
  // No database keeps a NUL, so nothing is called so.
  if (Object.values(request.params).some((param) => param.includes('\0')))
    return answerResponse(nothingHere())
  const reply = await askRoute(route, request, parts, (handle) => bounded(context, route, handle))
  return reply instanceof Response ? reply : answerResponse(reply)
}

/** Lets a handler read at most as much as its route takes. */
async function bounded(context: Context<Env>, route: Route, handle: () => Promise<Reply>): Promise<Reply> {
  // Without a body there is nothing to bound, and no stream that could be read.
  const { headers } = context.req.raw
  if (!headers.has('content-length') && !headers.has('transfer-encoding')) return handle()
  let reply: Reply = tooLarge()
  const limit = bodyLimit({
    maxSize: route.maxBytes ?? LIMITS.body,
    onError: () => answerResponse(tooLarge()),
  })
  await limit(context, async () => {
    reply = await handle()
  })
  return reply
}

const tooLarge = (): HttpRefusal => ({
  ok: false,
  reason: 'invalid',
  message: 'This is more than the server takes at once, so it was not done. What is stored is safe.',
  status: 413,
})
