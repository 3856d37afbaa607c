import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { v7 } from 'uuid'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'
import { openIds, suggest, verdictOn } from '../../backends/review-stage.ts'
import { headlineOf } from '../../backends/test-desk.ts'
import { writeStory } from './write-story.ts'
import type { TestAnswer, TestServer, TestSession } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'

// An answer may be lost on its way: whoever asks again, with the same key, gets the first answer, and nothing is done twice.

let server: TestServer
let chief: TestSession
let reporter: TestSession

beforeAll(async () => {
  server = await startTestServer()
  chief = await server.signedIn('chief')
  reporter = await server.signedIn('reporter')
}, 60_000)
afterAll(() => server.stop())

const content = (headline: string) => ({
  ...BLANK_CONTENT,
  headline: plainSpans(headline),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('Words.') }],
  authors: [{ id: 'a', name: 'Jo', role: '' }],
  fields: { ...BLANK_FIELDS, section: 'World' },
})

async function newStory(session = reporter): Promise<string> {
  const id = v7()
  const body = { id, content: content('A story'), source: null }
  expect((await server.ask('POST', '/api/stories', { session, body })).status).toBe(200)
  return id
}

const keyed = (session: TestSession, path: string, body: unknown, key: string): Promise<TestAnswer> =>
  server.ask('POST', path, { session, body, headers: { 'idempotency-key': key } })

const events = async (id: string): Promise<readonly { readonly type: string }[]> =>
  (await server.ask('GET', `/api/stories/${id}/events`, { session: chief })).body?.value as never

test('making a story twice makes one', async () => {
  const id = v7()
  const body = { id, content: content('One'), source: null }
  const answers = await Promise.all(
    [1, 2, 3].map(() => server.ask('POST', '/api/stories', { session: reporter, body })),
  )
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await events(id)).toHaveLength(1)
})

test('an action that is sent again, later or at the same moment, is done once', async () => {
  const id = await newStory()
  const path = `/api/stories/${id}/actions`
  const atOnce = await Promise.all([1, 2, 3].map(() => keyed(reporter, path, { type: 'submit' }, 'k1')))
  const later = await keyed(reporter, path, { type: 'submit' }, 'k1')
  for (const answer of atOnce) expect([answer.status, answer.text]).toEqual([200, later.text])
  expect(later.body?.value).toMatchObject({ status: 'submitted' })
  expect((await events(id)).map(({ type }) => type)).toEqual(['create', 'submit'])
})

test('a refusal that is asked for again is the same, also where it would be allowed by then', async () => {
  const id = await newStory()
  const path = `/api/stories/${id}/actions`
  const refused = await keyed(chief, path, { type: 'claim' }, 'k2')
  expect(refused.status).toBe(409)
  await server.ask('POST', path, { session: reporter, body: { type: 'submit' } })
  const again = await keyed(chief, path, { type: 'claim' }, 'k2')
  expect([again.status, again.text]).toEqual([409, refused.text])
  expect((await keyed(chief, path, { type: 'claim' }, 'k3')).status).toBe(200)
})

test('a key that comes with something else is refused, and nothing is done', async () => {
  const id = await newStory()
  const path = `/api/stories/${id}/actions`
  await keyed(reporter, path, { type: 'submit' }, 'k4')
  const other = await keyed(reporter, path, { type: 'withdraw' }, 'k4')
  const elsewhere = await keyed(
    reporter,
    `/api/stories/${await newStory()}/actions`,
    { type: 'submit' },
    'k4',
  )
  expect([other.status, elsewhere.status]).toEqual([422, 422])
  expect((await events(id)).map(({ type }) => type)).toEqual(['create', 'submit'])
})

test('a key is its person’s own: nobody gets an answer that was somebody else’s', async () => {
  const id = await newStory()
  const path = `/api/stories/${id}/actions`
  const own = await keyed(reporter, path, { type: 'submit' }, 'k5')
  const others = await keyed(chief, path, { type: 'submit' }, 'k5')
  expect([own.status, others.status]).toEqual([200, 409])
})

test('a decision that is sent again gives the same verdicts and effect, and is written down once', async () => {
  const id = await newStory()
  const doc = await writeStory(server.desk, id, reporter.person, (doc) =>
    suggest(doc, reporter.person, 's', ' grows'),
  )
  const asks = { epoch: 1, requests: [verdictOn(doc, 's', 'accept')] }
  const path = `/api/stories/${id}/decisions`
  const first = await keyed(chief, path, asks, 'd1')
  const again = await keyed(chief, path, asks, 'd1')
  expect([first.status, again.text]).toEqual([200, first.text])
  const verdicts = await server.ask('GET', `/api/stories/${id}/verdicts`, { session: chief })
  expect(verdicts.body?.value).toHaveLength(1)
  const { effect } = (first.body?.value ?? {}) as { effect: string }
  for (const _ of [1, 2]) Y.applyUpdate(doc, Buffer.from(effect, 'base64'))
  expect([openIds(doc), headlineOf(doc)]).toEqual([[], 'A story grows'])
  const anew = await keyed(chief, path, asks, 'd2')
  expect([anew.status, anew.body?.message]).toEqual([409, expect.stringContaining('Already accepted by')])
})

test('whatever is repeated and however often, each step is done once', async () => {
  const steps = ['submit', 'withdraw', 'submit', 'withdraw'] as const
  const repeats = fc.array(fc.integer({ min: 1, max: 3 }), {
    minLength: steps.length,
    maxLength: steps.length,
  })
  await fc.assert(
    fc.asyncProperty(repeats, async (times) => {
      const id = await newStory()
      const path = `/api/stories/${id}/actions`
      for (const [at, type] of steps.entries()) {
        const sent = Array.from({ length: times[at] ?? 1 }, () =>
          keyed(reporter, path, { type }, `${id}-${at}`),
        )
        const texts = (await Promise.all(sent)).map(({ text }) => text)
        expect(new Set(texts).size).toBe(1)
      }
      expect((await events(id)).map(({ type }) => type)).toEqual(['create', ...steps])
    }),
    { numRuns: 8 },
  )
})
