import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'
import { Requests } from '../../../src/backends/http/requests.ts'
import { SeenCache } from '../../../src/backends/http/seen-cache.ts'
import { Session } from '../../../src/backends/http/session.ts'
import type { Person } from '../../../src/domain/person.ts'
import { OTHER, REPORTER } from '../test-desk.ts'

type Says = Person | 'nobody' | 'nothing'

let database: CacheDatabase
let seen: SeenCache
let says: Says
let asked: number
/** Who worked here before each change, and since. */
let told: (readonly [string | null, string | null])[]
beforeEach(() => {
  database = new CacheDatabase(crypto.randomUUID())
  seen = new SeenCache(database, () => 0)
  asked = 0
  told = []
})
afterEach(() => database.close())

function answer(): Promise<Response> {
  asked += 1
  if (says === 'nothing') return Promise.reject(new TypeError('fetch failed'))
  if (says !== 'nobody') return Promise.resolve(Response.json({ ok: true, value: says }))
  const refusal = { ok: false, reason: 'not allowed', message: 'Sign in.', signedOut: true }
  return Promise.resolve(Response.json(refusal, { status: 401 }))
}

/** A tab's session, where the server says this of who works there. */
function sessionWhere(now: Says): Session {
  says = now
  const requests: Requests = new Requests({
    address: 'http://model',
    fetch: answer,
    newKey: () => 'key',
    pauses: [],
    isUp: () => true,
    signedOut: () => session.end(),
  })
  const session: Session = new Session(
    () => requests,
    seen,
    (before) => told.push([before?.id ?? null, session.person?.id ?? null]),
  )
  return session
}

test.each<readonly [string, Says, Person | null, Person | null, boolean]>([
  ['somebody', REPORTER, null, REPORTER, false],
  ['somebody else than before', OTHER, REPORTER, OTHER, false],
  ['nobody', 'nobody', REPORTER, null, true],
  ['nothing, and somebody worked here last', 'nothing', REPORTER, REPORTER, false],
  ['nothing, and nobody ever worked here', 'nothing', null, null, false],
])('where the server says %s, it is so', async (_what, now, last, person, isOut) => {
  if (last) await seen.keepPerson(last)
  const session = sessionWhere(now)
  await Promise.all([session.begin(), session.begin()])
  expect([session.person, session.isOut, asked]).toEqual([person, isOut, 1])
  expect(told).toEqual(person ? [[null, person.id]] : [])
})

test('is told of each difference once: another name, another role, another person, nobody', async () => {
  const session = sessionWhere(REPORTER)
  await session.begin()
  await session.look()
  for (const next of [
    { ...REPORTER, name: 'Rita R.' },
    { ...REPORTER, name: 'Rita R.', role: 'chief' },
  ] as const) {
    says = next
    await session.look()
    expect(session.person).toEqual(next)
  }
  says = OTHER
  await session.look()
  says = 'nobody'
  await session.look()
  await session.look()
  const { id } = REPORTER
  expect(told).toEqual([
    [null, id],
    [id, id],
    [id, id],
    [id, OTHER.id],
    [OTHER.id, null],
  ])
})

test('a server that can’t be reached changes nothing, and says so', async () => {
  const session = sessionWhere(REPORTER)
  await session.begin()
  says = 'nothing'
  expect([await session.look(), session.person]).toEqual([false, REPORTER])
  says = REPORTER
  expect(await session.look()).toBe(true)
  expect(told).toHaveLength(1)
})

test('whose session has ended is nobody here either while the server can’t be reached, until they come back', async () => {
  const session = sessionWhere(REPORTER)
  await session.begin()
  session.end()
  says = 'nothing'
  await session.look()
  expect([session.person, session.isOut]).toEqual([null, true])
  const next = sessionWhere('nothing')
  await next.begin()
  expect(next.person).toBeNull()
  await next.become(REPORTER)
  expect([next.person, next.isOut, await seen.person()]).toEqual([REPORTER, false, REPORTER])
})
