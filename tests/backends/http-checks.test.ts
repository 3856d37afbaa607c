import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import { ruleOf } from '../domain/checks/house-rules.ts'
import { inMemory } from '../server/services/in-memory.ts'
import type { DeskServer, HttpTestDesk } from './http/http-desk.ts'
import { startDeskServer } from './http/http-desk.ts'
import type { WeakWay } from './http/weak-way.ts'
import { weakWay } from './http/weak-way.ts'
import { CHIEF, REPORTER, until, valueOf } from './test-desk.ts'

// What a browser knows of the checks, whatever becomes of the way to the server.

let running: DeskServer
let desk: HttpTestDesk
let way: WeakWay
let chief: Backend
let reporter: Backend
beforeAll(async () => {
  running = await startDeskServer(await inMemory())
}, 60_000)
afterAll(() => running.stop())
beforeEach(async () => {
  desk = await running.makeDesk()
  way = await weakWay(running)
  reporter = (await way.tab(REPORTER)).backend
  chief = await desk.signIn(CHIEF)
})
afterEach(async () => {
  await way.end()
  await desk.end()
})

const dialect = async (tab: Backend) => valueOf(await tab.checks()).dialect

test('what was seen last is there without the server, and what changed meanwhile is told afterwards', async () => {
  valueOf(await chief.changeChecks({ type: 'put rules', rules: [ruleOf('a')] }))
  expect(valueOf(await reporter.checks()).rules).toEqual([ruleOf('a')])
  way.cut()
  await until(() => reporter.link?.isUp, false)
  valueOf(await chief.changeChecks({ type: 'set', settings: { dialect: 'American' } }))
  expect(valueOf(await reporter.checks())).toEqual({ ...CHECK_SETTINGS, rules: [ruleOf('a')] })
  let told = 0
  reporter.watch(({ checks }) => {
    if (checks) told += 1
  })
  way.mend()
  await until(() => told > 0, true)
  expect(await dialect(reporter)).toBe('American')
})

test('without the server nothing is changed, and it says so', async () => {
  expect(await dialect(reporter)).toBe('British')
  way.cut()
  await until(() => reporter.link?.isUp, false)
  const refused = await reporter.changeChecks({ type: 'allow', words: ['x'], allowed: [] })
  expect(refused).toMatchObject({ ok: false, reason: 'storage' })
  expect(valueOf(await reporter.checks()).deskWords).toEqual([])
})

test('a change to what somebody else changed meanwhile answers with both', async () => {
  const other = await desk.signIn(CHIEF)
  expect(await dialect(chief)).toBe('British')
  valueOf(await other.changeChecks({ type: 'set', settings: { dialect: 'Australian' } }))
  const answer = valueOf(await chief.changeChecks({ type: 'allow', words: ['Stet'], allowed: [] }))
  expect(answer).toEqual({ ...CHECK_SETTINGS, dialect: 'Australian', deskWords: ['Stet'] })
  expect(valueOf(await other.checks())).toEqual(answer)
})
