import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../../src/domain/person.ts'
import type { Route } from '../../../src/server/http/route.ts'
import type { TestAnswer, TestServer, TestSession } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'
import { newsroomStory, STORY_WORDS } from './newsroom-story.ts'

// Made from the list of routes itself: a new one is tested from the day on which it stands there.

type Who = 'nobody' | 'deactivated' | Role

let server: TestServer
const sessions = new Map<Who, TestSession | null>()
const secrets: string[] = []
const THERE = '0190163d-8694-739b-aea5-966c26f8ad91'
const NOT_THERE = '0190163d-8694-739b-aea5-966c26f8ad92'

beforeAll(async () => {
  server = await startTestServer()
  const chief = await server.signedIn('chief')
  sessions.set('chief', chief)
  sessions.set('sub-editor', await server.signedIn('sub-editor', 'Quenby Subeditor'))
  sessions.set('reporter', await server.signedIn('reporter', 'Zebulon Reporter'))
  const former = await server.signedIn('reporter', 'Ottoline Former')
  sessions.set('deactivated', former)
  sessions.set('nobody', null)
  await server.ask('POST', '/api/stories', { session: chief, body: newsroomStory(THERE) })
  await server.deactivate(former)
  secrets.push(...STORY_WORDS, 'First Chief', 'Quenby', 'Zebulon', 'Ottoline', 'paper.example')
  for (const session of sessions.values()) if (session) secrets.push(session.person.id)
}, 60_000)
afterAll(() => server.stop())

const addressOf = ({ path }: Route, story: string): string =>
  path
    .replace(':number', '1')
    .replace(':hash', 'a'.repeat(64))
    .replaceAll(/:[a-z]+/g, story)

const asked = (route: Route, who: Who, story = THERE): Promise<TestAnswer> =>
  server.ask(route.method, addressOf(route, story), {
    session: sessions.get(who) ?? null,
    ...(route.method === 'GET' ? {} : { body: {} }),
  })

describe.each(['nobody', 'deactivated'] as const)('%s', (who) => {
  test('is told nothing of what is on the desk, by any route', async () => {
    expect(server.routes.length).toBeGreaterThan(25)
    const leaks: string[] = []
    const letIn: string[] = []
    for (const route of server.routes) {
      const answer = await asked(route, who)
      const name = `${route.method} ${route.path}`
      const said = answer.text + JSON.stringify([...answer.headers])
      leaks.push(...secrets.filter((secret) => said.includes(secret)).map((secret) => `${name}: ${secret}`))
      const isRefused = answer.status === 401 && answer.body?.signedOut === true && !('value' in answer.body)
      if (route.who !== 'anybody' && !isRefused) letIn.push(name)
    }
    expect(leaks).toEqual([])
    expect(letIn).toEqual([])
  })

  test('can’t tell a story that is there from one that isn’t', async () => {
    const about = server.routes.filter(({ path }) => path.includes(':id'))
    expect(about.length).toBeGreaterThan(8)
    for (const route of about) {
      const [there, not] = [await asked(route, who, THERE), await asked(route, who, NOT_THERE)]
      expect([route.path, there.status, there.text]).toEqual([route.path, not.status, not.text])
    }
  })
})

test.each(['reporter', 'sub-editor'] as const)('a %s does nothing that is a chief’s', async (who) => {
  const chiefs = server.routes.filter((route) => route.who === 'chief')
  expect(chiefs.length).toBeGreaterThan(5)
  for (const route of chiefs) {
    const answer = await asked(route, who)
    expect([route.path, answer.status, answer.body?.reason]).toEqual([route.path, 403, 'not allowed'])
    expect(answer.text).not.toContain('paper.example')
  }
})

test.each(['reporter', 'sub-editor', 'chief'] as const)('a %s reads everything on the desk', async (who) => {
  const reads = server.routes.filter(
    ({ method, path, who: may }) => method === 'GET' && may === 'signed in' && !/pictures|uploads/.test(path),
  )
  const answers = await Promise.all(reads.map((route) => asked(route, who)))
  expect(reads.length).toBeGreaterThan(10)
  expect(answers.map(({ status }, at) => [reads[at]?.path, status])).toEqual(
    reads.map(({ path }) => [path, 200]),
  )
  const said = answers.map(({ text }) => text).join('')
  expect(STORY_WORDS.filter((word) => !said.includes(word))).toEqual([])
})

test('every route that changes something refuses requests from other pages, whoever sends them', async () => {
  for (const route of server.routes.filter(({ method }) => method !== 'GET')) {
    for (const who of ['nobody', 'chief'] as const) {
      const answer = await server.ask(route.method, addressOf(route, THERE), {
        session: sessions.get(who) ?? null,
        body: {},
        headers: { origin: 'https://elsewhere.example' },
      })
      expect([route.path, answer.status]).toEqual([route.path, 403])
    }
  }
})

test('who may ask is said of every route, and only of a few that anybody may', () => {
  const open = server.routes
    .filter(({ who }) => who === 'anybody')
    .map(({ method, path }) => `${method} ${path}`)
  expect(open.toSorted()).toEqual([
    'GET /api/accounts/gate',
    'GET /healthz',
    'GET /metrics',
    'POST /api/accounts/accept',
    'POST /api/accounts/ask-reset',
    'POST /api/accounts/invitation',
    'POST /api/accounts/reset',
    'POST /api/accounts/set-up',
    'POST /api/accounts/sign-in',
    'POST /api/accounts/sign-out',
  ])
})
