import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { randomClient } from '../rules/random-client.ts'
import { createAccounts } from './accounts/create-accounts.ts'
import { smtpMailer } from './accounts/smtp-mailer.ts'
import type { ServerConfig } from './config.ts'
import { openDatabase } from './database/open-database.ts'
import type { ServerDesk } from './desk/server-desk.ts'
import { countingRedis } from './http/counting-redis.ts'
import { createApp } from './http/create-app.ts'
import type { CountRequest } from './http/rate-limits.ts'
import { rateLimits } from './http/rate-limits.ts'
import type { Route } from './http/route.ts'
import { routesOf } from './http/routes.ts'
import { listen, patientServer, stopListening } from './listen.ts'
import { createLive } from './live/create-live.ts'
import { LIVE_LIMITS } from './live/live-limits.ts'
import type { UpkeepTimes } from './live/live-upkeep.ts'
import { UPKEEP_TIMES } from './live/live-upkeep.ts'
import { memoryHub } from './live/memory-hub.ts'
import { redisHub } from './live/redis-hub.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { ownSecret } from './own-secret.ts'
import { openPictureStore } from './pictures/open-picture-store.ts'
import { pictureRoutes } from './pictures/picture-routes.ts'
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

/** What tests of a whole server bring themselves. */
export type ServerParts = {
  readonly now?: () => Date
  /** How often somebody may ask. */
  readonly count?: CountRequest
  readonly upkeep?: UpkeepTimes
}

/** Starts a newsroom's server: everything of it, put together. Rejects with what `startProblem` has words for. */
export async function startServer(config: ServerConfig, parts: ServerParts = {}): Promise<RunningServer> {
  const log = createLog(config.logLevel)
  const database = await openDatabase(config.database)
  const server = patientServer()
  try {
    const port = await listen(server, config.port, config.host)
    const origin = config.url ?? `http://localhost:${port}`
    const { redisUrl } = config
    const desk: ServerDesk = {
      storage: new SqlStorage(database),
      database,
      hub: redisUrl === null ? memoryHub() : redisHub(redisUrl, { origin, server: randomUUID(), log }),
      now: parts.now ?? (() => new Date()),
      seeder: randomClient,
      settings: NEWSROOM_SETTINGS,
      log,
    }
    const mail = config.mail && smtpMailer(config.mail.smtpUrl, config.mail.from)
    const accounts = createAccounts(desk, { secret: secretOf(config), origin, mail })
    const { sessionOf } = accounts
    const { upkeep = UPKEEP_TIMES } = parts
    const live = createLive(desk, { sessionOf, origin, redisUrl, limits: LIVE_LIMITS, upkeep })
    const store = openPictureStore(config.pictures, desk.now)
    const metrics = createMetrics()
    metrics.watch(() => live.figures())
    const routes = routesOf({
      desk,
      applyEffect: (story, epoch, effect) => live.applyEffect(story, epoch, effect),
      metrics,
      metricsToken: config.metricsToken,
      origin,
      others: [...accounts.routes, ...pictureRoutes({ desk, store, newId: randomUUID })],
    })
    const redis = redisUrl === null ? null : countingRedis(redisUrl, log)
    const app = createApp({
      desk,
      routes,
      sessionOf,
      count: parts.count ?? rateLimits(redis, origin),
      origin,
      metrics,
      proxies: config.proxies,
      files: config.app,
    })
    serve(server, app.fetch)
    server.on('upgrade', (request, socket, head) => {
      // Nobody else listens to this socket from here on; unheard, one that breaks would end the server.
      socket.on('error', () => socket.destroy())
      if (request.url?.split('?', 1)[0] === '/api/live') live.handleUpgrade(request, socket, head)
      else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    })
    log.info({ database: database.kind, port, version: process.version }, 'started')
    let isStopping = false
    return {
      address: origin,
      desk,
      routes,
      async whenEmpty(print) {
        try {
          await accounts.whenEmpty(print)
        } catch (error) {
          // A server that is told to stop before it has asked lets go of its database: nothing is wrong then.
          if (!isStopping) throw error
        }
      },
      async stop() {
        isStopping = true
        // What browsers have sent is stored before anything is let go of.
        await Promise.all([stopListening(server), live.close()])
        await desk.hub.close()
        redis?.disconnect()
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

function serve(server: Server, fetch: Parameters<typeof getRequestListener>[0]): void {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false })
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))
}
