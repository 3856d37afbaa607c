import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CheckReport } from '../../src/domain/checks/check-report.ts'
import { BLANK_REPORT } from '../../src/domain/checks/check-report.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import type { RunChecks } from '../../src/domain/checks/run-checks.ts'
import { lateChecks } from '../../src/store/late-checks.ts'

/** Checks that write down what they are told, and can be kept from being loaded. */
function stage() {
  const told: string[] = []
  const loads: { readonly come: () => void; readonly fail: () => void }[] = []
  const checks: RunChecks = {
    set: ({ dialect }) => void told.push(`set ${dialect}`),
    watch(story, _doc, report) {
      told.push(`watch ${story}`)
      report({ ...BLANK_REPORT, isComplete: true })
      return () => void told.push(`leave ${story}`)
    },
  }
  const late = lateChecks(
    () =>
      new Promise((resolve, reject) => {
        loads.push({ come: () => resolve(checks), fail: () => reject(new Error('offline')) })
      }),
  )
  const reports: CheckReport[] = []
  const watch = (story: string): (() => void) => late.watch(story, new Y.Doc(), (said) => reports.push(said))
  return { late, loads, told, reports, watch }
}

test('nothing is loaded before a story is watched, and once for all of them', async () => {
  const { late, loads, told, watch } = stage()
  late.set({ ...CHECK_SETTINGS, dialect: 'American' })
  expect(loads).toHaveLength(0)
  watch('a')
  watch('b')
  late.set({ ...CHECK_SETTINGS, dialect: 'Canadian' })
  expect(loads).toHaveLength(1)
  loads[0]?.come()
  await expect.poll(() => told).toEqual(['set Canadian', 'watch a', 'watch b'])
  late.set({ ...CHECK_SETTINGS, dialect: 'Australian' })
  expect(told.at(-1)).toBe('set Australian')
})

test('reports come through, and a story that is left is left', async () => {
  const { loads, told, reports, watch } = stage()
  const leave = watch('a')
  loads[0]?.come()
  await expect.poll(() => reports).toMatchObject([{ isComplete: true }])
  leave()
  expect(told).toEqual(['watch a', 'leave a'])
})

test('a story that is left before it is all there is never watched', async () => {
  const { loads, told, watch } = stage()
  watch('a')()
  watch('b')
  loads[0]?.come()
  await expect.poll(() => told).toEqual(['watch b'])
})

test('what can’t be loaded is said, and tried again with the next story', async () => {
  const { late, loads, told, reports, watch } = stage()
  late.set(CHECK_SETTINGS)
  watch('a')
  loads[0]?.fail()
  await expect.poll(() => reports).toMatchObject([{ broken: 'everything', isComplete: false }])
  watch('b')
  loads[1]?.come()
  await expect.poll(() => told).toEqual(['set British', 'watch b'])
})
