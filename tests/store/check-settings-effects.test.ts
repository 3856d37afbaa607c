import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend, Outcome } from '../../src/backends/backend.ts'
import type { CheckSettings } from '../../src/domain/checks/check-settings.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import { createCheckSettings } from '../../src/store/check-settings-effects.ts'
import { createDeskStore } from '../../src/store/desk-store.ts'
import { CHIEF, REPORTER, SUB, until, valueOf } from '../backends/test-desk.ts'
import { ruleOf } from '../domain/checks/house-rules.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage(CHIEF)
})
afterEach(() => desk.end())

const known = (tab: Stage = desk): CheckSettings | string => {
  const { checkSettings } = tab.store.getState()
  return checkSettings.status === 'ready' ? checkSettings.value : checkSettings.status
}
const told = (tab: Stage): readonly string[] => tab.store.getState().notices.map(({ text }) => text)

test('a tab begins with what the desk has, and hears what others change', async () => {
  await until(() => known(), CHECK_SETTINGS)
  const other = await desk.tab(SUB)
  other.actions.changeChecks({ type: 'allow', words: ['Stet'], allowed: [] }, 'Always allowed.')
  await until(() => known(), { ...CHECK_SETTINGS, deskWords: ['Stet'] })
  expect(known(other)).toEqual({ ...CHECK_SETTINGS, deskWords: ['Stet'] })
  expect(told(other)).toEqual(['Always allowed.'])
  expect(told(desk)).toEqual([])
})

test('who may not is told why, and nothing is changed', async () => {
  const other = await desk.tab(REPORTER)
  await until(() => known(other), CHECK_SETTINGS)
  other.actions.changeChecks({ type: 'put rules', rules: [ruleOf('a')] }, 'Added.')
  await other.effects.settle()
  expect(told(other)).toEqual([expect.stringContaining('Only a chief')])
  expect(known(other)).toEqual(CHECK_SETTINGS)
})

test('settings that are the same stay the same object', async () => {
  await until(() => known(), CHECK_SETTINGS)
  const before = desk.store.getState().checkSettings
  const other = await desk.tab(CHIEF)
  valueOf(await other.backend.changeChecks({ type: 'set', settings: { dialect: 'British' } }))
  await desk.effects.settle()
  expect(desk.store.getState().checkSettings).toBe(before)
})

/** Settings over a backend whose answers come when the test says so. */
function slow() {
  const store = createDeskStore({ story: () => 's', random: () => 'r' })
  const asked: ((answer: Outcome<CheckSettings>) => void)[] = []
  const changes: ((answer: Outcome<CheckSettings>) => void)[] = []
  const set: CheckSettings[] = []
  let tell: (change: { ids: readonly string[]; checks?: true }) => void = () => {}
  const backend: Pick<Backend, 'checks' | 'changeChecks' | 'watch'> = {
    checks: () => new Promise((resolve) => asked.push(resolve)),
    changeChecks: () => new Promise((resolve) => changes.push(resolve)),
    watch(listener) {
      tell = listener
      return () => {}
    },
  }
  const effects = createCheckSettings(store, backend, {
    later: (work) => {
      work()
      return () => {}
    },
    checks: { set: (settings) => set.push(settings), watch: () => () => {} },
  })
  const settings = () => {
    const { checkSettings } = store.getState()
    return checkSettings.status === 'ready' ? checkSettings.value.dialect : checkSettings.status
  }
  return { store, asked, changes, set, effects, settings, tell: () => tell({ ids: [], checks: true }) }
}
const answer = (dialect: CheckSettings['dialect']): Outcome<CheckSettings> => ({
  ok: true,
  value: { ...CHECK_SETTINGS, dialect },
})
const failed = (reason: 'storage' | 'not allowed') => ({ ok: false, reason, message: 'It failed.' }) as const

test('of several answers the last question’s counts, and stories are checked for that', async () => {
  const { asked, set, settings, tell } = slow()
  tell()
  asked[1]?.(answer('Canadian'))
  await until(settings, 'Canadian')
  asked[0]?.(answer('American'))
  await Promise.resolve()
  expect(settings()).toBe('Canadian')
  expect(set.map(({ dialect }) => dialect)).toEqual(['Canadian'])
})

test('what is asked while something is changed is asked again afterwards', async () => {
  const { asked, changes, effects, settings } = slow()
  const done = effects.change({ type: 'set', settings: { dialect: 'American' } })
  changes[0]?.(answer('American'))
  await until(() => asked.length, 2)
  expect(settings()).toBe('American')
  asked[0]?.(answer('British'))
  asked[1]?.(answer('Canadian'))
  await done
  expect(settings()).toBe('Canadian')
})

test('a failure is said once nothing is known; what is known holds', async () => {
  const { asked, settings, tell } = slow()
  asked[0]?.(failed('storage'))
  await until(settings, 'failed')
  tell()
  asked[1]?.(answer('American'))
  await until(settings, 'American')
  tell()
  asked[2]?.(failed('storage'))
  await Promise.resolve()
  expect(settings()).toBe('American')
})

test('until somebody works here they are not known, and then asked for', async () => {
  const { asked, settings, store } = slow()
  asked[0]?.(failed('not allowed'))
  await Promise.resolve()
  expect(settings()).toBe('loading')
  store.setState({ me: CHIEF })
  asked[1]?.(answer('American'))
  await until(settings, 'American')
})

test('nothing is heard after the end', async () => {
  const { asked, effects, set } = slow()
  effects.stop()
  asked[0]?.(answer('American'))
  await Promise.resolve()
  expect(set).toEqual([])
})
