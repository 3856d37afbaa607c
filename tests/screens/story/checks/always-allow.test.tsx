// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { ReportedFlag } from '../../../../src/domain/checks/check-report.ts'
import { BLANK_REPORT } from '../../../../src/domain/checks/check-report.ts'
import type { Person } from '../../../../src/domain/person.ts'
import { FlagActions } from '../../../../src/screens/story/checks/flag-actions.tsx'
import type { OpenStory } from '../../../../src/store/desk-state.ts'
import { IDA, JANE, KIT, stage } from '../../stage.tsx'

const flag = (change: Partial<ReportedFlag>): ReportedFlag => ({
  id: 'f',
  kind: 'spelling',
  check: 'spelling',
  rule: 'kyiv',
  range: { place: { to: 'text', text: 'body', block: 0 }, from: 0, to: 4 },
  words: 'Kyiv',
  message: 'Not in the dictionary.',
  weight: 'fault',
  fixes: [],
  also: [],
  before: '',
  after: '',
  ...change,
})

function show(change: Partial<ReportedFlag>, me: Person) {
  let isDone = false
  const story = {
    phase: 'open',
    access: { right: 'comment', why: '' },
    suggesting: false,
    checks: BLANK_REPORT,
  }
  const shown = stage(<FlagActions id="s" flag={flag(change)} onDone={() => void (isDone = true)} />, {
    state: { me, stories: { s: story as unknown as OpenStory } },
  })
  return { ...shown, isDone: () => isDone }
}

const NOTHING: readonly never[] = []
test.each<[string, Partial<ReportedFlag>, Person, readonly string[], readonly object[]]>([
  ['a word that is spelt so', {}, KIT, ['Kyiv'], NOTHING],
  [
    'what another check found',
    { kind: 'consistency', check: 'word-twice', rule: 'word-twice', words: 'had had' },
    IDA,
    NOTHING,
    [{ check: 'word-twice', rule: 'word-twice', words: 'had had' }],
  ],
  [
    'what a grammar rule found',
    { check: 'grammar', rule: 'AnA', words: 'a hour' },
    IDA,
    NOTHING,
    [{ check: 'grammar', rule: 'AnA', words: 'a hour' }],
  ],
])('%s is always allowed', async (_what, change, me, words, allowed) => {
  const { tasks, isDone } = show(change, me)
  await userEvent.click(screen.getByRole('button', { name: 'Always allow' }))
  expect(tasks()).toMatchObject([{ type: 'change checks', change: { type: 'allow', words, allowed } }])
  expect(isDone()).toBe(true)
})

test('a reporter may not, and nobody what is said to be right', () => {
  show({}, JANE)
  expect(screen.getByRole('button', { name: 'Ignore here' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Always allow' })).toBeNull()
})

test('what is as it should be needs no leave', () => {
  show({ weight: 'right' }, IDA)
  expect(screen.queryByRole('button', { name: 'Always allow' })).toBeNull()
})
