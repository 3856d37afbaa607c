import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { redisHub } from '../../../src/server/live/redis-hub.ts'
import { createLog } from '../../../src/server/log.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { CHIEF, REPORTER, SUB } from '../../backends/test-desk.ts'
import type { RunningPostgres } from '../services/start-postgres.ts'
import { postgresFolder, startPostgres } from '../services/start-postgres.ts'
import type { RunningRedis } from '../services/start-redis.ts'
import { redisProgram, startRedis } from '../services/start-redis.ts'
import type { OpenDocument } from './live-browser.ts'
import { headline, openTab, synced, until } from './live-browser.ts'
import type { LiveStage } from './live-stage.ts'
import { ORIGIN, stageLive } from './live-stage.ts'

const isMissing = postgresFolder() === null || redisProgram() === null

describe.skipIf(isMissing)('two servers of one newsroom (needs PostgreSQL and Redis)', () => {
  let postgres: RunningPostgres | null = null
  let redis: RunningRedis | null = null
  let count = 0
  beforeAll(async () => {
    ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  }, 60_000)
  afterAll(async () => {
    await Promise.all([postgres?.end(), redis?.end()])
  })

  /** Two servers, each with connections of its own, and the Redis between them. */
  async function twoServers(catchUp = 100) {
    if (!postgres || !redis) throw new Error('not started')
    const between = redis
    count += 1
    const url = await postgres.create(`live${count}`)
    const start = async (server: string): Promise<LiveStage> => {
      const database = await openDatabase({ url })
      const log = createLog('error')
      const hub = redisHub(between.url, { origin: ORIGIN, server, log })
      onTestFinished(async () => {
        await hub.close()
        await database.close()
      })
      return stageLive({
        storage: new SqlStorage(database),
        database,
        hub,
        redisUrl: between.url,
        rounds: { ask: 10_000, renewals: 20, sessions: 60_000, catchUp },
      })
    }
    const a = await start('a')
    const b = await start('b')
    return { a, b, redis: between }
  }

  const state = (open: OpenDocument): unknown => Y.decodeStateVector(Y.encodeStateVector(open.doc))

  test('what one server’s people write the other’s see, and who is where', async () => {
    const { a, b } = await twoServers(60_000)
    const id = await a.story()
    const [one, two] = [openTab(a.url, REPORTER).story(id), openTab(b.url, CHIEF).story(id)]
    await Promise.all([synced(one), synced(two)])
    one.doc.getText('headline').insert(0, 'From a: ')
    await until(() => headline(two) === 'From a: A story', 'over Redis')
    two.doc.getText('headline').insert(0, 'From b. ')
    await until(() => headline(one) === 'From b. From a: A story', 'and back')
    one.provider.awareness?.setLocalState({ person: REPORTER, place: null })
    const others = (open: OpenDocument): number =>
      [...(open.provider.awareness?.getStates().keys() ?? [])].filter((tab) => tab !== open.doc.clientID)
        .length
    await until(() => others(two) === 1, 'presence')
    const late = openTab(b.url, SUB).story(id)
    await until(() => others(late) === 1, 'presence for whoever comes later')
    one.close()
    await until(() => others(two) === 0, 'absence')
    expect(await b.stored(id)).toBe('From b. From a: A story')
  })

  test('an action on one server closes the other’s connections, and ended sessions end everywhere', async () => {
    const { a, b } = await twoServers(60_000)
    const id = await a.story()
    const tab = openTab(b.url, REPORTER)
    const [open, desk] = [tab.story(id), tab.desk()]
    await Promise.all([synced(open), synced(desk)])
    await a.act(id, { type: 'spike' }, CHIEF)
    expect(await open.refusal).toMatchObject({ isClosed: true })
    b.sessions.delete(REPORTER.id)
    a.hub.post({ kind: 'ended', person: REPORTER.id, session: null })
    await until(() => tab.closes.includes(4401), 'the end')
    expect(desk.news).toContainEqual({ kind: 'session ended' })
  })

  test('nothing is lost or doubled while Redis is killed, comes back and hangs under people’s typing', async () => {
    const { a, b, redis: between } = await twoServers()
    const id = await a.story(REPORTER, '')
    const tabs = [a.url, b.url].flatMap((url) => [openTab(url, REPORTER), openTab(url, CHIEF)])
    const open = tabs.map((tab) => tab.story(id))
    await Promise.all(open.map(synced))
    const typed: string[] = []
    const type = async (words: number): Promise<void> => {
      for (let at = 0; at < words; at += 1) {
        for (const [who, { doc }] of open.entries()) {
          const word = `<${who}.${typed.length}>`
          typed.push(word)
          doc.getText('headline').insert(0, word)
        }
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    }
    await type(20)
    await between.kill()
    await type(20)
    await between.start()
    await type(20)
    between.hang()
    await type(20)
    between.goOn()
    await type(20)
    await Promise.all(open.map(synced))
    await until(() => new Set(open.map(headline)).size === 1, 'the same everywhere')
    const stored = await a.stored(id)
    expect(open.map(headline)).toEqual(open.map(() => stored))
    expect(stored.match(/<[\d.]+>/g)?.toSorted()).toEqual(typed.toSorted())
    expect(stored.replaceAll(/<[\d.]+>/g, '')).toBe('')
  })

  test('one server stops and its people go on at the other', async () => {
    const { a, b } = await twoServers()
    const id = await a.story()
    const doc = new Y.Doc()
    const first = openTab(a.url, REPORTER)
    const one = first.story(id, 1, doc)
    const two = openTab(b.url, CHIEF).story(id)
    await Promise.all([synced(one), synced(two)])
    doc.getText('headline').insert(0, 'Before: ')
    const stopping = a.stop()
    doc.getText('headline').insert(0, 'While: ')
    await stopping
    doc.getText('headline').insert(0, 'After: ')
    first.leave()
    const again = openTab(b.url, REPORTER).story(id, 1, doc)
    await Promise.all([
      synced(again),
      until(() => headline(two) === 'After: While: Before: A story', 'all of it'),
    ])
    expect(await b.stored(id)).toBe('After: While: Before: A story')
    expect(state(two)).toEqual(state(again))
  })
})
