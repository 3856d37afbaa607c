import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerResponse } from '../../../src/server/http/answer-response.ts'
import { askRoute } from '../../../src/server/http/ask-route.ts'
import { RATES, rateLimits } from '../../../src/server/http/rate-limits.ts'
import type { Reply, Route } from '../../../src/server/http/route.ts'
import { contentOf } from '../../backends/test-desk.ts'
import { withPostgres } from '../services/with-databases.ts'
import type { TestServer } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'

const ORIGIN = 'https://desk.example'

/** Asks a route that counts as a sign-in from these addresses, one after the other, where three are taken. */
async function signInsFrom(addresses: readonly string[]): Promise<readonly Response[]> {
  const count = rateLimits(null, ORIGIN, { ...RATES, 'sign-in': { points: 3, duration: 300 } })
  const route: Route = {
    method: 'POST',
    path: '/api/accounts/sign-in',
    who: 'anybody',
    rate: 'sign-in',
    handle: async () => ({ ok: true, value: 'in' }),
  }
  const answers: Response[] = []
  for (const address of addresses) {
    const raw = new Request(ORIGIN + route.path, { method: 'POST', headers: { origin: ORIGIN } })
    const request = { raw, address, params: {}, query: new URLSearchParams(), idempotencyKey: null }
    const gate = { sessionOf: async () => null, count, origin: ORIGIN }
    const reply: Reply = await askRoute(route, request, gate, (handle) => handle())
    answers.push(reply instanceof Response ? reply : answerResponse(reply))
  }
  return answers
}

const host = (network: string, number: number): string => `${network}::${number.toString(16)}`

test('an IPv6 network is one place, however many addresses somebody has in it; the next one is another', async () => {
  const own = [1, 2, 3, 4].map((number) => host('2001:db8:1:2', number))
  const answers = await signInsFrom([...own, host('2001:db8:1:3', 1)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 200])
  const wait = Number(answers[3]?.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(300)
})

test('an IPv4 address is itself, also where it is written as IPv6', async () => {
  const answers = await signInsFrom(['192.0.2.1', '192.0.2.1', '::ffff:192.0.2.1', '192.0.2.1', '192.0.2.2'])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 200])
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

test('no request about accounts may be larger than 20 kB, whoever sends it', async () => {
  const chief = await server.signedIn('chief')
  const about = server.routes.filter(
    ({ path, method }) => path.startsWith('/api/accounts/') && method === 'POST',
  )
  expect(about.length).toBeGreaterThan(10)
  for (const { path } of about) {
    if (path === '/api/accounts/sign-out') continue
    const body = JSON.stringify({ filler: 'x'.repeat(20_001) })
    const answer = await server.ask('POST', path.replaceAll(/:[a-z]+/g, 'x'), { session: chief, body })
    expect([path, answer.status, answer.body?.reason]).toEqual([path, 413, 'invalid'])
  }
})

/** Every text in a value followed by what no database takes, and by half a sign. */
const spoilt = (value: unknown): unknown =>
  typeof value === 'string'
    ? `${value}\0\ud800`
    : Array.isArray(value)
      ? value.map(spoilt)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoilt(one)]))
        : value

const STORY = '0190163d-8694-739b-aea5-966c26f8ad91'
const BODIES: readonly unknown[] = [
  {
    name: 'N',
    email: 'n@paper.example',
    password: 'a long password',
    code: 'c',
    token: 't',
    role: 'reporter',
  },
  { token: 't' },
  { token: 't', name: 'N', password: 'a long password' },
  { token: 't', password: 'a long password' },
  { email: 'n@paper.example', password: 'a long password' },
  { email: 'n@paper.example' },
  { current: 'a long password', next: 'another password' },
  { name: 'N', email: 'n@paper.example', role: 'reporter' },
  { upTo: 5, story: STORY },
  { type: 'keep version', name: 'N' },
  { type: 'comment', thread: 't', message: 'm', mentions: ['x'], text: 'T' },
  { type: 'submit', note: 'N' },
  { type: 'set embargo', embargo: { at: '2026-12-01T06:00:00Z', zone: 'Europe/London' } },
  { epoch: 1, requests: [{ suggestion: 's', verdict: 'accept', mark: 'm', reason: 'r' }] },
  { epoch: 1, how: 'undone', suggestions: ['s'] },
]

/** What a server fails at where everything that it is asked has such signs in it. */
async function failuresOf(server: TestServer): Promise<readonly string[]> {
  const chief = await server.signedIn('chief')
  const story = { id: STORY, content: contentOf('A headline\0 \ud800', 'Words\0 \ud800.'), source: null }
  const made = await server.ask('POST', '/api/stories', { session: chief, body: story })
  const failed: string[] = made.text.includes('A headline') ? [] : [made.text]
  for (const { path, method } of server.routes) {
    if (path === '/api/accounts/sign-out') continue
    for (const sent of method === 'GET' ? [undefined] : BODIES) {
      const place = path.replace(':number', '1').replaceAll(/:[a-z]+/g, STORY)
      const query = '?search=a%00b&reporter=a%00b&claimant=%00&status=%00&name=%00&story=%00'
      const body = sent === undefined ? {} : { body: exceptKinds(spoilt(sent)) }
      const answer = await server.ask(method, place + query, { session: chief, ...body })
      if (answer.status >= 500 || answer.status === 429)
        failed.push(`${method} ${path} ${JSON.stringify(sent)} ${answer.status}`)
    }
  }
  // What such a story says can be read, listed, found and kept all the same.
  const keep = { type: 'keep version', name: 'one' }
  const asked = [
    await server.ask('POST', `/api/stories/${STORY}/actions`, { session: chief, body: keep }),
    await server.ask('GET', `/api/stories/${STORY}/copy`, { session: chief }),
    await server.ask('GET', `/api/stories/${STORY}/versions/1`, { session: chief }),
    await server.ask('GET', '/api/stories?search=headline', { session: chief }),
  ]
  failed.push(...asked.filter(({ status }) => status !== 200).map(({ text }) => text))
  if (!asked[3]?.text.includes(STORY)) failed.push('the story is not found')
  return failed
}

test('a NUL or half a sign, wherever somebody writes it, is no failure of the server’s', async () => {
  expect(await failuresOf(server)).toEqual([])
})

withPostgres('neither where the database', (postgres) => {
  test('is PostgreSQL', async () => {
    const own = await startTestServer({ database: { url: await postgres().create('nul'), poolSize: 4 } })
    expect(await failuresOf(own)).toEqual([])
    await own.stop()
  }, 60_000)
})

/** What says which kind a request is, as it was. */
const exceptKinds = (value: unknown): unknown =>
  Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [
      key,
      ['type', 'role', 'how'].includes(key) ? String(one).replace('\0\ud800', '') : one,
    ]),
  )
