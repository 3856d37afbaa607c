import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'
import { Creations } from '../../../src/backends/http/creations.ts'
import { Outbox } from '../../../src/backends/http/outbox.ts'
import { Requests } from '../../../src/backends/http/requests.ts'
import { SeenCache } from '../../../src/backends/http/seen-cache.ts'
import { memoryLocks } from '../../../src/backends/story-locks.ts'
import type { Person } from '../../../src/domain/person.ts'
import type { StoryRecord } from '../../../src/domain/story-record.ts'
import { newRecord } from '../../../src/rules/new-record.ts'
import { contentOf, NOW, OTHER, REPORTER, type, valueOf } from '../test-desk.ts'
import { KEYS } from './model-desk.ts'

// Stories that a browser keeps until its server takes them.

type Answer = { readonly status: number; readonly body: unknown; readonly headers?: HeadersInit } | 'lost'

const refusal = (status: number, reason: string, headers?: HeadersInit): Answer => ({
  status,
  body: { ok: false, reason, message: 'No.' },
  ...(headers && { headers }),
})

let database: CacheDatabase
let creations: Creations
/** Bodies of what was posted, and what is answered to each in turn: then it is taken. */
let posted: { readonly id: string; readonly seed?: string }[]
let answers: Answer[]
let made: string[]
let person: Person | null

beforeEach(() => {
  database = new CacheDatabase(crypto.randomUUID())
  posted = []
  answers = []
  made = []
  person = REPORTER
  creations = tab(memoryLocks(new Map()))
})
afterEach(async () => {
  creations.end()
  await database.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const story = (headline: string) => ({ id: v7(), content: contentOf(headline), source: null })

function tab(locks: ReturnType<typeof memoryLocks>): Creations {
  const respond = (_input: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(init?.body as string) as ReturnType<typeof story>
    posted.push(body)
    const answer = answers.shift()
    if (answer === 'lost') return Promise.reject(new TypeError('fetch failed'))
    const { status, body: said, headers } = answer ?? { status: 200, body: { ok: true, value: taken(body) } }
    return Promise.resolve(Response.json(said, { status, ...(headers && { headers }) }))
  }
  const seen = new SeenCache(database, () => 0)
  const outbox = new Outbox(database, KEYS)
  return new Creations({
    database,
    seen,
    outbox,
    locks,
    requests: new Requests({
      address: 'http://model',
      fetch: respond,
      newKey: () => 'key',
      pauses: [],
      isUp: () => true,
      signedOut: () => {
        person = null
      },
    }),
    session: {
      get person() {
        return person
      },
    },
    now: NOW,
    isUp: () => true,
    made: ({ id }) => made.push(id),
    changed: () => {},
    again: { first: 1_000_000, most: 1_000_000 },
  })
}

const taken = (body: ReturnType<typeof story>): StoryRecord =>
  newRecord(body, REPORTER, 7, '2026-11-24T12:00:00Z')

test.each<readonly [string, Answer, boolean]>([
  ['can’t be reached', 'lost', true],
  ['is just being started', refusal(503, 'storage'), true],
  ['can’t store anything', refusal(500, 'storage'), true],
  ['has too much to do', refusal(429, 'not allowed', { 'retry-after': '9' }), true],
  ['gives no answer of its own', { status: 502, body: '<html>' }, true],
  ['finds no story in it', refusal(422, 'invalid'), false],
  ['finds it too large', refusal(413, 'invalid'), false],
])('where the server %s a new one is kept here, or refused', async (_what, answer, isKept) => {
  answers = [answer]
  const asked = story('A')
  const answered = await creations.create(asked, REPORTER)
  expect([answered.ok, creations.count, creations.isWaiting(asked.id)]).toEqual([
    isKept,
    isKept ? 1 : 0,
    isKept,
  ])
})

test('what waits is sent oldest first, with its seed, and then no more', async () => {
  answers = ['lost', 'lost']
  const [first, second] = [story('A'), story('B')]
  expect(valueOf(await creations.create(first, REPORTER)).sequence).toBe(0)
  valueOf(await creations.create(second, REPORTER))
  expect(creations.records.map(({ id }) => id)).toEqual([second.id, first.id])
  posted = []
  await creations.drain()
  await creations.drain()
  expect(posted.map(({ id }) => id)).toEqual([first.id, second.id])
  expect(posted.every(({ seed }) => seed !== undefined && seed.length > 0)).toBe(true)
  expect([made, creations.count]).toEqual([[first.id, second.id], 0])
})

test('one that is refused waits with the reason, and keeps no other from being made', async () => {
  answers = ['lost', 'lost', refusal(422, 'invalid')]
  const [first, second] = [story('A'), story('B')]
  await creations.create(first, REPORTER)
  await creations.create(second, REPORTER)
  await creations.drain()
  expect([made, creations.count]).toEqual([[second.id], 1])
  expect([creations.refusalOf(first.id), creations.refusalOf(second.id)]).toEqual(['No.', null])
  // It may be allowed another time.
  await creations.drain()
  expect([made, creations.refusalOf(first.id)]).toEqual([[second.id, first.id], null])
})

test('a session that has ended refuses nothing: it waits for whoever made it', async () => {
  answers = [
    'lost',
    { status: 401, body: { ok: false, reason: 'not allowed', message: 'Sign in.', signedOut: true } },
  ]
  const { id } = story('A')
  await creations.create({ ...story('A'), id }, REPORTER)
  await creations.drain()
  expect([made, creations.count]).toEqual([[], 0])
  person = OTHER
  await creations.drain()
  expect([posted.length, creations.count, await creations.of(id)]).toEqual([2, 0, null])
  person = REPORTER
  await creations.look()
  expect([creations.count, creations.refusalOf(id)]).toEqual([1, null])
  await creations.drain()
  expect(made).toEqual([id])
})

test('what was written in one is told in the list, also by the next tab where the last one died before', async () => {
  answers = ['lost']
  const { id } = valueOf(await creations.create(story('A'), REPORTER))
  const row = await creations.of(id)
  if (!row) throw new Error('not kept')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, row.state)
  const before = Y.encodeStateVector(doc)
  type(doc, ' and more')
  const update = Y.encodeStateAsUpdate(doc, before)
  const of = { person: REPORTER.id, story: id, epoch: 1, tab: 'dead', client: doc.clientID, changes: 1 }
  await new Outbox(database, KEYS).add({ ...of, update })
  creations.end()
  creations = tab(memoryLocks(new Map()))
  await creations.begin()
  expect(creations.records.map(({ summary }) => summary.headline)).toEqual(['A and more'])
})

test('of several tabs at once one sends', async () => {
  const locks = memoryLocks(new Map())
  creations.end()
  creations = tab(locks)
  const others = [tab(locks), tab(locks)]
  answers = ['lost']
  await creations.create(story('A'), REPORTER)
  posted = []
  await Promise.all([creations, ...others].map((each) => each.drain()))
  expect([posted.length, made.length]).toEqual([1, 1])
  for (const other of others) other.end()
})

test('a browser whose storage hangs keeps nobody from making a story on the server', async () => {
  vi.spyOn(database, 'run').mockReturnValue(new Promise(() => {}))
  expect(await creations.create(story('A'), REPORTER)).toMatchObject({ ok: true, value: { sequence: 7 } })
})

test('a browser that keeps nothing says so, and has made nothing', async () => {
  vi.stubGlobal('indexedDB', undefined)
  answers = ['lost']
  expect(await creations.create(story('A'), REPORTER)).toMatchObject({ ok: false, reason: 'storage' })
  expect(creations.count).toBe(0)
})
