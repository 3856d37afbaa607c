import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer, TestSession } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'
import { newsroomStory } from './newsroom-story.ts'

// What holds for every request, over real HTTP.

const STORY = '0190163d-8694-739b-aea5-966c26f8ad91'
let server: TestServer
let chief: TestSession
let reporter: TestSession

beforeAll(async () => {
  server = await startTestServer({ metricsToken: 'a token for these metrics' })
  chief = await server.signedIn('chief')
  reporter = await server.signedIn('reporter')
  await server.ask('POST', '/api/stories', { session: reporter, body: newsroomStory(STORY) })
}, 60_000)
afterAll(() => server.stop())

describe('a change has to come from the desk’s own pages', () => {
  test.each<[string, Record<string, string>, number]>([
    ['from the desk', {}, 200],
    ['from elsewhere', { origin: 'https://elsewhere.example' }, 403],
    ['from a page without an address', { origin: 'null' }, 403],
    ['from the same host, but another port', { origin: 'http://localhost:1' }, 403],
    ['from an address that begins like the desk’s', { origin: 'http://localhost.example' }, 403],
  ])('%s', async (_, headers, status) => {
    const body = { upTo: 0 }
    const answer = await server.ask('POST', '/api/notices/read', { session: chief, body, headers })
    expect(answer.status).toBe(status)
  })

  test('a refusal names the address to use', async () => {
    const headers = { origin: 'https://elsewhere.example' }
    const answer = await server.ask('POST', '/api/notices/read', { session: chief, body: {}, headers })
    expect(answer.body?.message).toContain(server.address)
  })
})

describe('the status follows the refusal', () => {
  const action = `/api/stories/${STORY}/actions`
  const missing = '/api/stories/0190163d-8694-739b-aea5-966c26f8ad99'
  test.each<[string, string, string, unknown, number, string]>([
    ['an unknown story', 'POST', `${missing}/actions`, { type: 'submit' }, 404, 'not found'],
    ['an unknown copy', 'GET', `${missing}/copy`, undefined, 404, 'not found'],
    ['unknown raw data', 'GET', `${missing}/raw`, undefined, 404, 'not found'],
    ['an unknown address', 'GET', '/api/nothing', undefined, 404, 'not found'],
    ['another method', 'DELETE', '/api/me', undefined, 404, 'not found'],
    ['the wrong moment', 'POST', action, { type: 'claim' }, 409, 'stale'],
    ['the wrong person', 'POST', `/api/accounts/invitations`, {}, 403, 'not allowed'],
    ['an unknown action', 'POST', action, { type: 'publish at once' }, 422, 'invalid'],
    ['a key too many', 'POST', action, { type: 'submit', as: 'chief' }, 422, 'invalid'],
    ['no JSON', 'POST', action, '{"type":', 422, 'invalid'],
    [
      'a story that is none',
      'POST',
      '/api/stories',
      { id: STORY, content: {}, source: null },
      422,
      'invalid',
    ],
    ['an id that is none', 'POST', '/api/stories', { ...newsroomStory('1'), id: '1' }, 422, 'invalid'],
    ['a list of nothing', 'GET', '/api/stories?status=eaten', undefined, 422, 'invalid'],
    ['a long search', 'GET', `/api/stories?search=${'a'.repeat(501)}`, undefined, 422, 'invalid'],
    ['a version without a number', 'GET', `/api/stories/${STORY}/versions/x`, undefined, 422, 'invalid'],
  ])('%s', async (_, method, path, body, status, reason) => {
    const answer = await server.ask(method, path, { session: reporter, body })
    expect([answer.status, answer.body?.ok, answer.body?.reason]).toEqual([status, false, reason])
    expect(answer.body?.message).toMatch(/\.$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('what isn’t there is an answer where the port says so', async () => {
    const record = await server.ask('GET', missing, { session: reporter })
    const version = await server.ask('GET', `/api/stories/${STORY}/versions/99`, { session: reporter })
    expect([record.body, version.body]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ])
  })
})

describe('bodies', () => {
  const big = (bytes: number): string => JSON.stringify({ type: 'keep version', name: 'a'.repeat(bytes) })

  test('one that is larger than the server takes is refused, and so says', async () => {
    const path = `/api/stories/${STORY}/actions`
    const answer = await server.ask('POST', path, { session: reporter, body: big(5_000_001) })
    expect([answer.status, answer.body?.reason]).toEqual([413, 'invalid'])
  })

  test('one that says nothing of its size is read only as far as it may go', async () => {
    const chunk = new TextEncoder().encode('a'.repeat(1_000_000))
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 40) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const asked: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { ...reporter.headers, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    }
    const status = await fetch(`${server.address}/api/stories/${STORY}/actions`, asked).then(
      (answer) => answer.status,
      // Cut off while it was still sending.
      () => 413,
    )
    expect(status).toBe(413)
  })

  test('a new story may be as large as the largest import', async () => {
    const story = newsroomStory('0190163d-8694-739b-aea5-966c26f8ad93')
    const source = { ...story.source, text: 'word '.repeat(1_200_000) }
    const answer = await server.ask('POST', '/api/stories', { session: reporter, body: { ...story, source } })
    expect(answer.status).toBe(200)
  })

  test('without a session no body is looked at', async () => {
    const answer = await server.ask('POST', '/api/stories', { body: '{"half' })
    expect([answer.status, answer.body?.signedOut]).toEqual([401, true])
  })
})

test('every answer of the API is armed, and no cache keeps it', async () => {
  const answers = await Promise.all(
    ['/api/me', '/api/stories', '/api/nothing', '/healthz'].map((path) => server.ask('GET', path)),
  )
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-powered-by')).toBeNull()
  }
})

describe('figures', () => {
  const token = { authorization: 'Bearer a token for these metrics' }
  test.each<[string, Record<string, string>, number]>([
    ['on the machine itself', {}, 200],
    ['through a proxy on the machine', { 'x-forwarded-for': '203.0.113.9' }, 403],
    [
      'through a proxy, with a wrong token',
      { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer no' },
      403,
    ],
    ['through a proxy, with the token', { 'x-forwarded-for': '203.0.113.9', ...token }, 200],
  ])('are read %s: %o', async (_, headers, status) => {
    expect((await server.ask('GET', '/metrics', { headers })).status).toBe(status)
  })

  test('count by route and never by story, search or person', async () => {
    await server.ask('GET', `/api/stories/${STORY}?search=herring`, { session: chief })
    const { text } = await server.ask('GET', '/metrics')
    expect(text).toMatch(
      /stet_http_requests_total\{method="GET",route="\/api\/stories\/:id",status="200"\} \d/,
    )
    expect(text).not.toMatch(/0190163d|herring|chief/i)
  })
})

test('a server whose database is gone says so, keeps its secrets, and is not healthy', async () => {
  const other = await startTestServer()
  const somebody = await other.signedIn('chief')
  await other.desk.database.close()
  const health = await other.ask('GET', '/healthz')
  const me = await other.ask('GET', '/api/me', { session: somebody })
  expect([health.status, me.status, me.body?.reason]).toEqual([503, 503, 'storage'])
  expect(me.text).not.toMatch(/PGlite|\bat \w+ \(|node_modules|kysely/i)
  expect(me.body?.id).toMatch(/^[\da-f-]{36}$/)
  await other.stop()
}, 60_000)
