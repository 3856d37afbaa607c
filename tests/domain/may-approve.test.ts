import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSelfApproval, whyNotApprove } from '../../src/domain/may-approve.ts'
import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import { STATUSES } from '../../src/domain/story-record.ts'
import { whyNotStep } from '../../src/domain/workflow.ts'
import { EVERYBODY, recordWith, WRITER } from './story-records.ts'

type Who = keyof typeof EVERYBODY
const stop = { level: 'stop', message: 'There is no headline.' } as const
const warning = { level: 'warning', message: 'The picture has no credit.' } as const
type Items = Parameters<typeof whyNotApprove>[2]

const IN_REVIEW = recordWith({ status: 'in review' })
const why = (who: Who, items: Items, reason = '', record = IN_REVIEW) =>
  whyNotApprove(record, EVERYBODY[who], items, reason, NEWSROOM_SETTINGS)

const cases: readonly [Who, string, Items, string, string | null, RegExp][] = [
  ['claimant', 'nothing', [], '', null, /^$/],
  ['chief', 'nothing', [], '', null, /^$/],
  ['sub', 'nothing', [], '', 'not allowed', /claimed it or a chief/],
  ['writing chief', 'nothing', [], '', 'not allowed', /You wrote part/],
  ['writing chief', 'a stop', [stop], 'So what', 'not allowed', /You wrote part/],
  [
    'claimant',
    'a stop',
    [stop],
    '',
    'invalid',
    /^1 thing stands in the way of approval\. There is no headline\.$/,
  ],
  ['chief', 'a stop', [stop], 'I say so', 'invalid', /1 thing stands/],
  [
    'chief',
    'two stops',
    [warning, stop, stop],
    'I say so',
    'invalid',
    /^2 things stand .* The first: There is/,
  ],
  [
    'claimant',
    'a warning',
    [warning],
    'I say so',
    'not allowed',
    /^Only a chief .* there is 1\. The picture/,
  ],
  ['claimant', 'warnings', [warning, warning], 'I say so', 'not allowed', /there are 2\. The first: The pic/],
  ['chief', 'a warning', [warning], ' \n', 'invalid', /^Say why .* over a warning\.$/],
  ['chief', 'warnings', [warning, warning], '', 'invalid', /over 2 warnings\.$/],
  ['chief', 'a warning, with a reason', [warning], 'It is a drawing.', null, /^$/],
  ['claiming chief', 'a warning, with a reason', [warning], 'It is a drawing.', null, /^$/],
]
test.each(cases)('%s over %s', (who, _what, items, reason, refused, words) => {
  const refusal = why(who, items, reason)
  expect(refusal?.reason ?? null).toBe(refused)
  expect(refusal?.message ?? '').toMatch(words)
})

describe('whatever is on the list', () => {
  const items = fc.array(fc.constantFrom(stop, warning), { maxLength: 4 })
  const who = fc.constantFrom(...(Object.keys(EVERYBODY) as Who[]))
  const reason = fc.constantFrom('', 'Because.')

  test('nobody passes a stop, nobody but a chief a warning, nobody without a reason, and nobody what they wrote', () => {
    fc.assert(
      fc.property(items, who, reason, fc.constantFrom(...STATUSES), (list, name, said, status) => {
        const record = recordWith({ status })
        const person = EVERYBODY[name]
        if (whyNotApprove(record, person, list, said, NEWSROOM_SETTINGS) !== null) return
        expect(whyNotStep(record, person, 'approve')).toBeNull()
        expect(record.reporters).not.toContain(person.id)
        expect(list).not.toContain(stop)
        expect(list.length === 0 || (person.role === 'chief' && said !== '')).toBe(true)
      }),
    )
  })
})

test('a desk of one lets people approve what they wrote, and knows that they did', () => {
  const alone = { ...NEWSROOM_SETTINGS, selfApproval: true }
  const chief = EVERYBODY['writing chief']
  expect(whyNotApprove(IN_REVIEW, chief, [], '', alone)).toBeNull()
  expect(whyNotApprove(IN_REVIEW, chief, [stop], '', alone)?.reason).toBe('invalid')
  expect(isSelfApproval(IN_REVIEW, WRITER)).toBe(true)
  expect(isSelfApproval(IN_REVIEW, EVERYBODY.chief)).toBe(false)
})
