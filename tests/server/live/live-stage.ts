import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 } from 'uuid'
import { onTestFinished } from 'vitest'
import type { Person } from '../../../src/domain/person.ts'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import type { Action } from '../../../src/domain/workflow.ts'
import { MemoryStorage } from '../../../src/backends/memory-storage.ts'
import { ACT_STORES, applyAction } from '../../../src/rules/apply-action.ts'
import { CREATE_STORES, createStory } from '../../../src/rules/create-story.ts'
import type { DeskStorage } from '../../../src/rules/desk-storage.ts'
import { readDocument } from '../../../src/rules/stored-document.ts'
import type { SignedIn } from '../../../src/server/accounts/session-of.ts'
import type { Live, LiveOptions } from '../../../src/server/live/create-live.ts'
import { createLive } from '../../../src/server/live/create-live.ts'
import type { DeskHub } from '../../../src/server/live/desk-hub.ts'
import { LIVE_LIMITS } from '../../../src/server/live/live-limits.ts'
import { memoryHub } from '../../../src/server/live/memory-hub.ts'
import { createLog } from '../../../src/server/log.ts'
import { CHIEF, contentOf, NOW, OTHER, REPORTER, SUB } from '../../backends/test-desk.ts'

export const ORIGIN = 'http://newsroom.test'
export const CAST: readonly Person[] = [REPORTER, OTHER, SUB, CHIEF]

/** One newsroom's live layer, with the sessions that its cookies stand for ("session=<id>"). */
export type LiveStage = {
  readonly storage: DeskStorage
  readonly hub: DeskHub
  readonly live: Live
  readonly url: string
  readonly sessions: Map<string, SignedIn>
  story(by?: Person, headline?: string): Promise<string>
  act(story: string, action: Action, by: Person): Promise<void>
  /** A text of a story's stored document. */
  stored(story: string, epoch?: number, text?: string): Promise<string>
  stop(): Promise<void>
}

export type StageOptions = Partial<LiveOptions> & {
  readonly storage?: DeskStorage
  readonly database?: { readonly kind: 'postgres' | 'pglite' }
  readonly hub?: DeskHub
  readonly log?: (line: string) => void
}

let seeds = 1_000_000

/** Starts a live layer behind an HTTP server of its own; it ends with the test. */
export async function stageLive(options: StageOptions = {}): Promise<LiveStage> {
  const storage = options.storage ?? new MemoryStorage()
  const hub = options.hub ?? memoryHub()
  const sessions = new Map<string, SignedIn>(
    CAST.map((person) => [person.id, { person, session: person.id }]),
  )
  await storage.run(['people'], 'strict', async (transaction) => {
    for (const person of CAST) await transaction.put('people', person)
  })
  const log = createLog(options.log ? 'debug' : 'error', options.log)
  const live = createLive(
    { storage, hub, now: NOW, log, ...(options.database ? { database: options.database } : {}) },
    {
      sessionOf: async (headers) =>
        sessions.get(/session=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null,
      origin: ORIGIN,
      redisUrl: null,
      limits: LIVE_LIMITS,
      upkeep: { quiet: 15, most: 60, compactFrom: 500 },
      ...options,
    },
  )
  const server = createServer()
  server.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
  const url = await listening(server)
  let isStopped = false
  const stage: LiveStage = {
    storage,
    hub,
    live,
    url,
    sessions,
    async story(by = REPORTER, headline = 'A story') {
      const story = { id: v7(), content: contentOf(headline, 'Its body.'), source: null }
      const created = await storage.run(CREATE_STORES, 'strict', (transaction) =>
        createStory(transaction, story, (seeds += 1), by, NOW),
      )
      if (!created.ok) throw new Error(created.message)
      return story.id
    },
    async act(story, action, by) {
      const acting = { now: NOW, seeder: () => (seeds += 1), settings: NEWSROOM_SETTINGS }
      const acted = await storage.run(ACT_STORES, 'strict', (transaction) =>
        applyAction(transaction, story, action, by, acting),
      )
      if (!acted.ok) throw new Error(acted.message)
      hub.post({ kind: 'changed', ids: [story] })
    },
    async stored(story, epoch = 1, text = 'headline') {
      const read = await storage.run(['updates'], 'readonly', (transaction) =>
        readDocument(transaction, story, epoch),
      )
      if (!read.ok) throw new Error(read.message)
      return read.doc.getText(text).toJSON()
    },
    async stop() {
      if (isStopped) return
      isStopped = true
      await live.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  onTestFinished(() => stage.stop())
  return stage
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`
}
