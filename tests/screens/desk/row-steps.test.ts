import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/domain/person.ts'
import { STATUSES, type StoryRecord } from '../../../src/domain/story-record.ts'
import { stepOf, whyNotStep } from '../../../src/domain/workflow.ts'
import { ROW_STEPS, stepsFor, titled, undoOf, type RowStep } from '../../../src/screens/desk/row-steps.ts'
import { IDA, JANE, KIT, record } from '../stage.tsx'

const STEPS: readonly (readonly [string, RowStep])[] = Object.entries(ROW_STEPS)

const CASES: readonly (readonly [string, StoryRecord, Person, readonly string[], readonly string[]])[] = [
  ['a draft, for its reporter', record('a'), JANE, ['submit', 'spike'], []],
  ['a draft, for a sub', record('a'), KIT, [], ['submit', 'spike']],
  [
    'what is submitted, for its reporter',
    record('a', { status: 'submitted' }),
    JANE,
    ['withdraw'],
    ['claim', 'spike'],
  ],
  [
    'what is submitted, for a sub',
    record('a', { status: 'submitted' }),
    KIT,
    ['claim'],
    ['withdraw', 'spike'],
  ],
  [
    'what a sub reviews, for that sub',
    record('a', { status: 'in review', claimant: KIT.id }),
    KIT,
    ['release', 'request changes', 'approve'],
    ['take over', 'spike'],
  ],
  [
    'what a sub reviews, for a chief',
    record('a', { status: 'in review', claimant: KIT.id }),
    IDA,
    ['take over', 'release', 'request changes', 'approve', 'spike'],
    [],
  ],
  ['what is approved, for a sub', record('a', { status: 'approved' }), KIT, ['reopen'], ['spike']],
  [
    'what is spiked, for its reporter',
    record('a', { status: 'spiked', spikedFrom: 'draft' }),
    JANE,
    ['restore'],
    [],
  ],
  ['what is published, for a chief', record('a', { status: 'published' }), IDA, [], []],
]

test.each(CASES)('%s', (_what, story, person, can, cannot) => {
  const steps = stepsFor(story, person)
  expect(steps.filter(({ why }) => why === '').map(({ step }) => step)).toEqual(can)
  expect(steps.filter(({ why }) => why !== '').map(({ step }) => step)).toEqual(cannot)
  for (const { step, why } of steps) expect(why).toBe(whyNotStep(story, person, step)?.message ?? '')
})

test('in every status but published somebody has a step to take', () => {
  const held = STATUSES.filter((status) => stepsFor(record('a', { status }), IDA).length > 0)
  expect(held).toEqual(STATUSES.filter((status) => status !== 'published'))
})

describe('what takes a step back', () => {
  test.each(STEPS.flatMap(([name, step]) => (step.how === 'at once' ? [[name, step] as const] : [])))(
    '%s: is offered only to those who may take it',
    (_name, step) => {
      for (const status of STATUSES) {
        for (const person of [JANE, KIT, IDA]) {
          const story = record('a', { status })
          const undo = undoOf(story, person, step)
          const done = stepOf(story, person, step.action)
          expect(undo !== undefined).toBe(
            done.ok && step.undo !== undefined && stepOf(done.record, person, step.undo).ok,
          )
        }
      }
    },
  )

  test.each([
    ['claim', record('a', { status: 'submitted' }), KIT, { type: 'release' }],
    ['submit', record('a'), JANE, { type: 'withdraw' }],
    ['submit', record('a'), IDA, undefined],
    ['withdraw', record('a', { status: 'submitted' }), JANE, { type: 'submit' }],
    ['spike', record('a', { status: 'in review' }), IDA, { type: 'restore' }],
  ] as const)('%s', (name, story, person, expected) => {
    expect(undoOf(story, person, ROW_STEPS[name])).toEqual(expected)
  })
})

test('each says what it did, of the story', () => {
  const said = STEPS.flatMap(([, step]) => (step.how === 'at once' ? [step.done('“Ferry”')] : []))
  expect(said).toHaveLength(7)
  expect(said.filter((words) => !words.includes('“Ferry”'))).toEqual([])
  expect(titled(record('a'))).toBe('“Story a”')
  expect(titled(record('a', { summary: { ...record('a').summary, headline: '' } }))).toBe('“Untitled”')
})
