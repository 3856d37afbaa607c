import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Refusal } from '../../../src/backends/backend.ts'
import { HttpPictures } from '../../../src/backends/http/http-pictures.ts'
import type { Asked } from '../../../src/backends/http/requests.ts'
import { REPORTER, until } from '../test-desk.ts'
import type { ModelDesk } from './model-desk.ts'
import { modelDesk } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

const refused = (reason: Refusal['reason']): Refusal => ({ ok: false, reason, message: 'No.' })
const TAKEN: Asked<null> = { ok: true, value: null }
const LOST: Asked<null> = { ...refused('storage'), unanswered: true }
const BUSY: Asked<null> = { ...refused('storage'), wait: 60_000 }
const NEVER = { first: 1_000_000, most: 1_000_000 }

let desk: ModelDesk
let pictures: HttpPictures
let sent: string[]
beforeEach(async () => {
  desk = await modelDesk(new ModelServer(v7()), crypto.randomUUID())
  sent = []
})
afterEach(async () => {
  vi.restoreAllMocks()
  pictures.end()
  await desk.end()
})

/** What the server says to each picture that is sent, in turn; then it takes them. */
function begin(answers: readonly Asked<null>[], again = NEVER): void {
  const { requests, seen, outbox, session } = desk
  const send = (hash: string): Promise<Asked<null>> => {
    sent.push(hash)
    return Promise.resolve(answers[sent.length - 1] ?? TAKEN)
  }
  pictures = new HttpPictures({ requests, seen, outbox, session, send, again })
}

const { id: person } = REPORTER
const add = (hash: string): Promise<void> =>
  desk.outbox.addUpload({
    key: `${person}/${hash}`,
    person,
    hash,
    type: 'image/png',
    bytes: new ArrayBuffer(1),
  })
const waiting = async (): Promise<readonly string[]> =>
  (await desk.outbox.uploadsOf(person)).map(({ hash }) => hash)

test.each<readonly [string, Asked<null>, number]>([
  ['was taken', TAKEN, 0],
  ['is no picture', refused('invalid'), 0],
  ['could not be stored just now', refused('storage'), 1],
  ['came too soon after others', BUSY, 1],
  ['was lost on the way', LOST, 1],
  ['came without a session', refused('not allowed'), 1],
])('a picture that %s waits or goes', async (_what, answer, left) => {
  begin([answer])
  await add('f00d')
  await pictures.drain()
  expect(await waiting()).toHaveLength(left)
})

test.each<readonly [string, Asked<null>, readonly string[]]>([
  ['can’t be stored', refused('storage'), ['a', 'b']],
  ['is lost', LOST, ['a']],
  ['is too much now', BUSY, ['a']],
])('where one picture %s, the next is sent or waits, too', async (_what, answer, tried) => {
  begin([answer])
  await add('a')
  await add('b')
  await pictures.drain()
  expect(sent).toEqual(tried)
})

/** Watches the timers, but for those of the database. */
function watchTimers(): () => readonly number[] {
  const timers = vi.spyOn(globalThis, 'setTimeout')
  return () => timers.mock.calls.flatMap(([, delay = 0]) => (delay < 1000 || delay === 5000 ? [] : [delay]))
}

test('what was not taken is sent again by itself, when the server wants to be asked, and not for ever later', async () => {
  begin([LOST, { ...BUSY, wait: 3000 }, { ...BUSY, wait: 9_000_000 }], { first: 1000, most: 64_000 })
  await add('a')
  const delays = watchTimers()
  for (let time = 0; time < 4; time++) await pictures.drain()
  // The last of them was taken.
  expect([delays(), await waiting()]).toEqual([[1000, 3000, 64_000], []])
})

test('a timer sends it, and none is begun when it is over', async () => {
  begin([LOST, LOST], { first: 1, most: 2 })
  await add('a')
  await pictures.drain()
  await until(waiting, [])
  expect(sent).toHaveLength(3)

  await add('b')
  sent = []
  begin([LOST])
  pictures.end()
  const delays = watchTimers()
  await pictures.drain()
  expect([sent, delays(), await waiting()]).toEqual([['b'], [], ['b']])
})

test.each<readonly [string, Asked<null>, boolean]>([
  ['can’t be reached', LOST, true],
  ['has too much to do', BUSY, true],
  ['refuses it', refused('invalid'), false],
])(
  'a picture that is put while the server %s is kept, shown and sent later, or refused',
  async (_what, answer, isKept) => {
    begin([answer])
    const put = await pictures.put(new Blob(['point'], { type: 'image/png' }))
    expect(put.ok).toBe(isKept)
    expect(await waiting()).toHaveLength(isKept ? 1 : 0)
    if (!put.ok) return
    await desk.seen.forget()
    await desk.seen.keepPerson(REPORTER)
    const shown = await pictures.get(put.value.hash)
    expect(shown.ok && (await shown.value?.text())).toBe('point')
    await pictures.drain()
    expect([sent, await waiting()]).toEqual([[put.value.hash, put.value.hash], []])
  },
)
