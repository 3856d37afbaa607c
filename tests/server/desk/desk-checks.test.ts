import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../../src/backends/wire.ts'
import type { ChecksAnswer, ChecksChanged } from '../../../src/backends/wire/checks.ts'
import { CHECK_SETTINGS } from '../../../src/domain/checks/check-settings.ts'
import type { ChecksChange } from '../../../src/domain/checks/checks-change.ts'
import { ruleOf } from '../../domain/checks/house-rules.ts'
import type { TestServer, TestSession } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'

let server: TestServer
let chief: TestSession
let reporter: TestSession

beforeAll(async () => {
  server = await startTestServer()
  chief = await server.signedIn('chief')
  reporter = await server.signedIn('reporter')
}, 60_000)
afterAll(() => server.stop())

async function read(known?: string): Promise<ChecksAnswer> {
  const path = known === undefined ? '/api/checks' : `/api/checks?known=${encodeURIComponent(known)}`
  return (await server.ask('GET', path, { session: reporter })).body?.value as ChecksAnswer
}

const ask = (change: unknown, key?: string, session = chief) =>
  server.ask('POST', '/api/checks', {
    session,
    body: change,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })
const changed = async (change: ChecksChange, key?: string): Promise<ChecksChanged> =>
  (await ask(change, key)).body?.value as ChecksChanged

test('whoever knows the settings is not sent them again until they are others', async () => {
  const first = await read()
  expect(first.settings).toEqual(CHECK_SETTINGS)
  expect(await read(first.revision)).toEqual({ revision: first.revision, settings: null })
  const { before, revision } = await changed({ type: 'allow', words: ['Stet'], allowed: [] })
  expect(before).toBe(first.revision)
  expect(await read(first.revision)).toMatchObject({ revision, settings: { deskWords: ['Stet'] } })
  expect(await read(revision)).toEqual({ revision, settings: null })
  expect((await read('another')).settings).not.toBeNull()
})

test('a change that is sent again is made once, and answered as the first time', async () => {
  const allow = { type: 'allow', words: ['Kyiv'], allowed: [] } as const
  const first = await changed(allow, 'k1')
  const back = await changed({ type: 'disallow', words: ['Kyiv'], allowed: [] })
  expect(await changed(allow, 'k1')).toEqual(first)
  const now = await read()
  expect(now.revision).toBe(back.revision)
  expect(now.settings?.deskWords).not.toContain('Kyiv')
  expect((await ask({ ...allow, words: ['Odesa'] }, 'k1')).status).toBe(422)
})

test('an import of 13,000 rules goes through at once, whatever bounds there are elsewhere', async () => {
  const rules = Array.from({ length: 13_000 }, (_, at) =>
    ruleOf(`rule-${at}`, { description: 'Why this is so, and what the style guide says of it. '.repeat(6) }),
  )
  const change: ChecksChange = { type: 'replace rules', rules }
  expect(JSON.stringify(change).length).toBeGreaterThan(LIMITS.body)
  expect((await ask(change)).status).toBe(200)
  const { settings } = await read()
  expect(settings?.rules).toHaveLength(13_000)
  expect(settings?.rules[12_999]).toEqual(rules[12_999])
  await changed({ type: 'replace rules', rules: [] })
})

test.each<[string, unknown, number, string]>([
  ['what is no change', { type: 'forget' }, 422, 'invalid'],
  ['more rules than are kept', { type: 'put rules', rules: [ruleOf('x', { pattern: '' })] }, 422, 'invalid'],
])('%s is refused', async (_what, change, status, reason) => {
  const answer = await ask(change)
  expect([answer.status, answer.body?.reason]).toEqual([status, reason])
})

test('what a reporter asks for is refused', async () => {
  const answer = await ask({ type: 'allow', words: ['x'], allowed: [] }, undefined, reporter)
  expect([answer.status, answer.body?.reason]).toEqual([403, 'not allowed'])
})
