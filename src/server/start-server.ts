import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Redis } from 'ioredis'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { randomClient } from '../rules/random-client.ts'
import { createAccounts } from './accounts/create-accounts.ts'
import { smtpMailer } from './accounts/smtp-mailer.ts'
import type { ServerConfig } from './config.ts'
import { openDatabase } from './database/open-database.ts'
import type { ServerDesk } from './desk/server-desk.ts'
import { createApp } from './http/create-app.ts'
import { rateLimits } from './http/rate-limits.ts'
import type { Route } from './http/route.ts'
import { routesOf } from './http/routes.ts'
import { listen, stopListening } from './listen.ts'
import { memoryHub } from './live/memory-hub.ts'
import type { Log } from './log.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { ownSecret } from './own-secret.ts'
import { SqlStorage } from './storage/sql-storage.ts'

export type RunningServer = {
  /** Without a slash at the end. */
  readonly address: string
  readonly desk: ServerDesk
  /** All that can be asked of it. */
  readonly routes: readonly Route[]
  /** Calls back with the one-time code where nobody has an account yet. */
  whenEmpty(print: (code: string) => void): Promise<void>
  /** Takes nothing more, ends what is under way, and lets go of everything. */
  stop(): Promise<void>
}

/** Starts a newsroom's server: everything of it, put together. Rejects with what `startProblem` has words for. */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const log = createLog(config.logLevel)
  const database = await openDatabase(config.database)
  const server = createServer()
  try {
    const port = await listen(server, config.port, config.host)
    const hub = memoryHub()
    const desk: ServerDesk = {
      storage: new SqlStorage(database),
      database,
      hub,
      now: () => new Date(),
      seeder: randomClient,
      settings: NEWSROOM_SETTINGS,
      log,
    }
    const origin = config.url ?? `http://localhost:${port}`
    const mail = config.mail && smtpMailer(config.mail.smtpUrl, config.mail.from)
    const accounts = createAccounts(desk, { secret: secretOf(config), origin, mail })
    const metrics = createMetrics()
    const redis = config.redisUrl === null ? null : openRedis(config.redisUrl, log)
    const routes = routesOf({
      desk,
      applyEffect: () => {},
      metrics,
      metricsToken: config.metricsToken,
      others: accounts.routes,
    })
    const app = createApp({
      desk,
      routes,
      sessionOf: accounts.sessionOf,
      count: rateLimits(redis),
      origin,
      metrics,
      proxies: config.proxies,
      files: config.app,
    })
    serve(server, app.fetch)
    log.info({ database: database.kind, port, version: process.version }, 'started')
    return {
      address: origin,
      desk,
      routes,
      whenEmpty: (print) => accounts.whenEmpty(print),
      async stop() {
        await stopListening(server)
        redis?.disconnect()
        await hub.close()
        await database.close()
        log.info({}, 'stopped')
      },
    }
  } catch (error) {
    server.close()
    await database.close()
    throw error
  }
}

/** Where there is no folder that could keep one, it is good for as long as the server runs. */
function secretOf({ secret, database }: ServerConfig): string {
  if (secret !== null) return secret
  const folder = 'folder' in database ? database.folder : null
  return folder === null ? randomBytes(48).toString('base64url') : ownSecret(folder)
}

/** A Redis that may be gone at times: whoever asks it is refused at once then. */
function openRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 })
  let isGone = false
  redis.on('error', (error: Error) => {
    if (!isGone) log.warn({ error }, 'Redis is gone')
    isGone = true
  })
  redis.on('ready', () => {
    if (isGone) log.info({}, 'Redis is back')
    isGone = false
  })
  return redis
}

function serve(server: Server, fetch: Parameters<typeof getRequestListener>[0]): void {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false })
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))
}
