import { beforeEach, expect, test } from 'vitest'
import { asOutcome, isUnanswered, Requests } from '../../../src/backends/http/requests.ts'
import { number } from '../../../src/rules/shape.ts'

type Answering = () => Promise<Response>

const value = (found: unknown): Response => Response.json({ ok: true, value: found })
const lost: Answering = () => Promise.reject(new TypeError('fetch failed'))
const torn: Answering = () => Promise.resolve(new Response('{"ok":true,"val'))
const starting: Answering = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }))
const busy: Answering = () =>
  Promise.resolve(
    Response.json(
      { ok: false, reason: 'not allowed', message: 'Too often.' },
      { status: 429, headers: { 'retry-after': '0' } },
    ),
  )
const seven: Answering = () => Promise.resolve(value(7))

let asked: Request[]
let signedOut: number
beforeEach(() => {
  asked = []
  signedOut = 0
})

/** Requests that are answered in this order, the last answer for all that come after it. */
function requests(...answers: readonly Answering[]): Requests {
  let key = 0
  return new Requests({
    address: 'http://desk.example',
    fetch: (input, init) => {
      asked.push(new Request(input, init))
      return (answers[asked.length - 1] ?? answers.at(-1) ?? lost)()
    },
    newKey: () => `key ${(key += 1)}`,
    pauses: [1, 1],
    isUp: () => true,
    signedOut: () => {
      signedOut += 1
    },
  })
}

const again: readonly [string, Answering][] = [
  ['lost on the way', lost],
  ['cut off in the middle', torn],
  ['that of a proxy before a server that is just starting', starting],
  ['that it is too much at once', busy],
]
test.each(again)('a change whose answer is %s is asked for again, as the same', async (_what, answer) => {
  expect(await requests(answer, answer, seven).post('/api/do', number, { a: 1 })).toEqual({
    ok: true,
    value: 7,
  })
  expect(asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key 1', 'key 1', 'key 1'])
  expect(await asked[2]?.json()).toEqual({ a: 1 })
})

test.each([429, 503])(
  'an answer %d that wants a long pause is told at once, with the pause',
  async (status) => {
    const headers = { 'retry-after': '60' }
    const body = { ok: false, reason: 'storage', message: 'Not now.' }
    const one = await requests(() => Promise.resolve(Response.json(body, { status, headers }))).post(
      '/a',
      number,
    )
    expect([one, asked.length]).toEqual([{ ...body, wait: 60_000 }, 1])
    expect(asOutcome(one)).toEqual(body)
    const page = (): Promise<Response> => Promise.resolve(new Response('<h1>Busy</h1>', { status, headers }))
    expect(await requests(page).post('/a', number)).toMatchObject({ unanswered: true, wait: 60_000 })
  },
)

test('two changes are not the same, though they say the same', async () => {
  const desk = requests(seven)
  await desk.post('/api/do', number)
  await desk.post('/api/do', number)
  expect(asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key 1', 'key 2'])
})

test('a change that is never answered is not said to have been done, nor not to have been', async () => {
  const answer = await requests(lost).post('/api/do', number)
  expect(answer).toMatchObject({ ok: false, reason: 'storage', unanswered: true })
  expect(answer).toHaveProperty('message', expect.stringContaining('not known whether'))
  expect(asked).toHaveLength(3)
  expect(asOutcome(answer)).not.toHaveProperty('unanswered')
})

test('a look that is not answered says so at once: there may be something kept to show', async () => {
  const answer = await requests(lost, seven).get('/api/look', number)
  expect(isUnanswered(answer)).toBe(true)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.headers.get('idempotency-key')).toBeNull()
})

test('what is refused is refused, and not asked again', async () => {
  const refusal = { ok: false, reason: 'stale', message: 'Already done.' }
  const answer = await requests(() => Promise.resolve(Response.json(refusal, { status: 409 }))).post(
    '/api/do',
    number,
  )
  expect(answer).toEqual(refusal)
  expect(asked).toHaveLength(1)
})

test('an answer of another shape is no answer, and says what to do', async () => {
  const answer = await requests(() => Promise.resolve(value('seven'))).get('/api/look', number)
  expect(isUnanswered(answer)).toBe(true)
  expect(answer).toHaveProperty('message', expect.stringContaining('Reload the page'))
})

test('a failure’s id is told, for whoever runs the server', async () => {
  const refusal = { ok: false, reason: 'damaged', message: 'Something failed.', id: 'f00d' }
  const answer = await requests(() => Promise.resolve(Response.json(refusal, { status: 500 }))).get(
    '/api/look',
    number,
  )
  expect(answer).toEqual({ ok: false, reason: 'damaged', message: 'Something failed. (f00d)' })
})

test('where there is no session any more whoever listens is told', async () => {
  const refusal = { ok: false, reason: 'not allowed', message: 'Sign in.', signedOut: true }
  await requests(() => Promise.resolve(Response.json(refusal, { status: 401 }))).get('/api/look', number)
  expect(signedOut).toBe(1)
})
