import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAnswer } from '../../../src/backends/wire.ts'
import { gate, members, sessions } from '../../../src/backends/wire/accounts.ts'
import {
  decisionAnswer,
  events,
  notices,
  verdicts,
  version,
  versionHeads,
} from '../../../src/backends/wire/past-answers.ts'
import {
  listPage,
  people,
  person,
  source,
  storyCopy,
  storyRecord,
} from '../../../src/backends/wire/story-answers.ts'
import type { Shape } from '../../../src/rules/shape.ts'
import { suggest, verdictOn } from '../../backends/review-stage.ts'
import { writeStory } from '../desk/write-story.ts'
import type { TestServer, TestSession } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'
import { newsroomStory } from './newsroom-story.ts'

// What the server answers is what browsers take: each answer is read with the shape that they read it with.

const STORY = '0190163d-8694-739b-aea5-966c26f8ad91'
let server: TestServer
let chief: TestSession

beforeAll(async () => {
  server = await startTestServer()
  chief = await server.signedIn('chief')
  const reporter = await server.signedIn('reporter')
  const act = (session: TestSession, body: object) =>
    server.ask('POST', `/api/stories/${STORY}/actions`, { session, body })
  await server.ask('POST', '/api/stories', { session: reporter, body: newsroomStory(STORY) })
  await act(chief, { type: 'keep version', name: 'Early' })
  await act(reporter, { type: 'submit' })
  await act(chief, { type: 'claim' })
  await act(chief, { type: 'set embargo', embargo: { at: '2030-01-01T00:00:00Z', zone: 'Europe/London' } })
}, 60_000)
afterAll(() => server.stop())

test('a decision answers with verdicts and effect', async () => {
  const doc = await writeStory(server.desk, STORY, chief.person, (doc) =>
    suggest(doc, chief.person, 's', ' today'),
  )
  const body = { epoch: 1, requests: [verdictOn(doc, 's', 'reject')] }
  const answer = await server.ask('POST', `/api/stories/${STORY}/decisions`, { session: chief, body })
  const read = readAnswer(decisionAnswer, answer.body)
  expect(read).toMatchObject({ ok: true, value: { verdicts: [{ suggestion: 's', verdict: 'rejected' }] } })
  expect(read?.ok && read.value.effect).toBeInstanceOf(Uint8Array)
})

test.each<[string, Shape, readonly string[]]>([
  ['/api/me', person, ['First Chief']],
  ['/api/people', people, ['First Chief', 'Person 1']],
  ['/api/stories?limit=10', listPage, ['Wherrymen strike', 'in review']],
  ['/api/stories?search=herring&status=in+review&order=created', listPage, ['Wherrymen strike']],
  [`/api/stories/${STORY}`, storyRecord, ['Wherrymen strike', 'Europe/London']],
  [`/api/stories/${STORY}/copy`, storyCopy, ['herring-tax']],
  [`/api/stories/${STORY}/events`, events, ['submit', 'claim']],
  [`/api/stories/${STORY}/verdicts`, verdicts, ['rejected']],
  [`/api/stories/${STORY}/versions`, versionHeads, ['Early']],
  [`/api/stories/${STORY}/versions/1`, version, ['herring-tax', 'Early']],
  [`/api/stories/${STORY}/source`, source, ['agency-copy']],
  ['/api/notices', notices, ['submitted']],
  ['/api/accounts/gate', gate, ['signed in']],
  ['/api/accounts/sessions', sessions, []],
  ['/api/accounts/members', members, ['First Chief']],
])('%s', async (path, shape, words) => {
  const answer = await server.ask('GET', path, { session: chief })
  const read = readAnswer(shape, answer.body)
  expect([answer.status, read?.ok]).toEqual([200, true])
  for (const word of words) expect(JSON.stringify(read)).toContain(word)
})
