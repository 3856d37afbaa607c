import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { randomClient } from '../rules/random-client.ts'
import type { ServerConfig } from './config.ts'
import { openDatabase } from './database/open-database.ts'
import type { ServerDesk } from './desk/server-desk.ts'
import { createApp } from './http/create-app.ts'
import { rateLimits } from './http/rate-limits.ts'
import { routesOf } from './http/routes.ts'
import { listen, stopListening } from './listen.ts'
import { memoryHub } from './live/memory-hub.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { SqlStorage } from './storage/sql-storage.ts'

export type RunningServer = {
  /** Without a slash at the end. */
  readonly address: string
  readonly desk: ServerDesk
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
    const metrics = createMetrics()
    const app = createApp({
      desk,
      routes: routesOf({
        desk,
        applyEffect: () => {},
        metrics,
        metricsToken: config.metricsToken,
        others: [],
      }),
      sessionOf: async () => null,
      count: rateLimits(null),
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
      whenEmpty: async () => {},
      async stop() {
        await stopListening(server)
        await hub.close()
        await database.close()
        log.info({}, 'stopped')
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

function serve(server: Server, fetch: Parameters<typeof getRequestListener>[0]): void {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false })
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))
}
