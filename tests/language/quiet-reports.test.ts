import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BLANK_REPORT, type CheckReport } from '../../src/domain/checks/check-report.ts'
import { QuietReports } from '../../src/language/quiet-reports.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const report = (rule: string): CheckReport => ({ ...BLANK_REPORT, stopped: [{ rule, words: '' }] })

function heard(): { readonly reports: QuietReports; readonly rules: string[] } {
  const rules: string[] = []
  const reports = new QuietReports(({ stopped }) => void rules.push(stopped[0]?.rule ?? ''))
  return { reports, rules }
}

test('where nothing changes a report is handed on at once', () => {
  const { reports, rules } = heard()
  reports.take(report('one'))
  reports.take(report('two'))
  expect(rules).toEqual(['one', 'two'])
})

test('after one change it comes soon', () => {
  const { reports, rules } = heard()
  reports.changed(true)
  reports.take(report('one'))
  vi.advanceTimersByTime(99)
  expect(rules).toEqual([])
  vi.advanceTimersByTime(1)
  expect(rules).toEqual(['one'])
})

test('where somebody writes it waits until they pause, and only the last one counts', () => {
  const { reports, rules } = heard()
  for (const key of ['one', 'two', 'three']) {
    reports.changed(true)
    reports.take(report(key))
    vi.advanceTimersByTime(90)
  }
  vi.advanceTimersByTime(400)
  expect(rules).toEqual([])
  vi.advanceTimersByTime(10)
  expect(rules).toEqual(['three'])
  vi.advanceTimersByTime(1000)
  reports.changed(true)
  reports.take(report('four'))
  vi.advanceTimersByTime(100)
  expect(rules).toEqual(['three', 'four'])
})

test('a word that comes to its end is reported soon, however fast it was written', () => {
  const { reports, rules } = heard()
  for (const key of ['r', 'e', 'd', ' ']) {
    reports.changed(key !== ' ')
    reports.take(report(`“${key}”`))
    vi.advanceTimersByTime(90)
  }
  expect(rules).toEqual([])
  vi.advanceTimersByTime(10)
  expect(rules).toEqual(['“ ”'])
})

test('who writes on and on gets one all the same', () => {
  const { reports, rules } = heard()
  for (let time = 0; time < 11_000; time += 50) {
    reports.changed(true)
    reports.take(report(`at ${time}`))
    vi.advanceTimersByTime(50)
  }
  expect(rules).toEqual(['at 4950', 'at 9950'])
})

test('a story that was closed hears of nothing', () => {
  const { reports, rules } = heard()
  reports.changed(true)
  reports.take(report('one'))
  reports.close()
  vi.advanceTimersByTime(10_000)
  expect(rules).toEqual([])
})
