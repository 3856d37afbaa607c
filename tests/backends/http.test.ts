import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe } from 'vitest'
import type { ServerConfig } from '../../src/server/config.ts'
import { inMemory } from '../server/services/in-memory.ts'
import { withPostgres } from '../server/services/with-databases.ts'
import { backendContract } from './contract.ts'
import type { DeskServer } from './http/http-desk.ts'
import { startDeskServer } from './http/http-desk.ts'

function httpContract(name: string, database: () => Promise<ServerConfig['database']>): void {
  let running: DeskServer | null = null
  beforeAll(async () => {
    running = await startDeskServer(await database())
  }, 60_000)
  afterAll(() => running?.stop())
  backendContract(
    name,
    () => {
      if (!running) throw new Error('the server was not started')
      return running.makeDesk()
    },
    'server',
  )
}

describe('a newsroom’s server', () => {
  httpContract('http on PGlite', inMemory)
})
withPostgres('a newsroom’s server', (postgres) => {
  httpContract('http on PostgreSQL', async () => ({ url: await postgres().create('contract'), poolSize: 10 }))
})
