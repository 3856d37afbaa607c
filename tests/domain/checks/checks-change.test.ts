import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckSettings } from '../../../src/domain/checks/check-settings.ts'
import { CHECK_SETTINGS } from '../../../src/domain/checks/check-settings.ts'
import type { ChecksChange } from '../../../src/domain/checks/checks-change.ts'
import { applyChecksChange, CHECK_LIMITS } from '../../../src/domain/checks/checks-change.ts'
import { ruleOf } from './house-rules.ts'

const row = (words: string, rule = 'word-twice') => ({ check: 'word-twice', rule, words })

function after(change: ChecksChange, settings: Partial<CheckSettings> = {}): CheckSettings {
  const changed = applyChecksChange({ ...CHECK_SETTINGS, ...settings }, change)
  if (!changed.ok) throw new Error(changed.message)
  return changed.settings
}

const a = ruleOf('a')
const b = ruleOf('b')
const otherB = ruleOf('b', { replacement: 'bee' })
const c = ruleOf('c')

const cases: readonly [string, Partial<CheckSettings>, ChecksChange, Partial<CheckSettings>][] = [
  ['a setting', {}, { type: 'set', settings: { dialect: 'American' } }, { dialect: 'American' }],
  [
    'two settings, and nothing else',
    { deskWords: ['Stet'] },
    { type: 'set', settings: { starter: 'none', datelineStyle: 'AFP' } },
    { starter: 'none', datelineStyle: 'AFP', deskWords: ['Stet'] },
  ],
  [
    'checks off, each once',
    { checksOff: ['tk'] },
    { type: 'switch checks', names: ['grammar', 'tk'], isOn: false },
    { checksOff: ['tk', 'grammar'] },
  ],
  [
    'a check on',
    { checksOff: ['tk', 'grammar'] },
    { type: 'switch checks', names: ['tk'], isOn: true },
    { checksOff: ['grammar'] },
  ],
  ['starter rules off', {}, { type: 'switch rules', names: ['x'], isOn: false }, { rulesOff: ['x'] }],
  ['a starter rule on', { rulesOff: ['x'] }, { type: 'switch rules', names: ['x'], isOn: true }, {}],
  [
    'rules, those known in their places and others at the end',
    { rules: [a, b] },
    { type: 'put rules', rules: [c, otherB] },
    { rules: [a, otherB, c] },
  ],
  ['rules away', { rules: [a, b, c] }, { type: 'remove rules', ids: ['b', 'zz'] }, { rules: [a, c] }],
  [
    'all rules, of two with one id the later',
    { rules: [a, b] },
    { type: 'replace rules', rules: [c, b, otherB] },
    { rules: [c, otherB] },
  ],
  [
    'words allowed, each once',
    { deskWords: ['Stet'], allowed: [row('the the')] },
    { type: 'allow', words: ['Stet', 'Kyiv'], allowed: [row('the the'), row('had had')] },
    { deskWords: ['Stet', 'Kyiv'], allowed: [row('the the'), row('had had')] },
  ],
  [
    'spaces alone allowed for a check',
    {},
    { type: 'allow', words: [], allowed: [row('  ')] },
    { allowed: [row('  ')] },
  ],
  [
    'words taken back',
    { deskWords: ['Stet', 'Kyiv'], allowed: [row('the the'), row('the the', 'other')] },
    { type: 'disallow', words: ['Stet'], allowed: [row('the the')] },
    { deskWords: ['Kyiv'], allowed: [row('the the', 'other')] },
  ],
]

test.each(cases)('%s', (_what, before, change, expected) => {
  expect(after(change, before)).toEqual({ ...CHECK_SETTINGS, ...expected })
})

test.each<[string, Partial<CheckSettings>, ChecksChange]>([
  ['a setting that is so', {}, { type: 'set', settings: { dialect: 'British' } }],
  ['a rule that is so', { rules: [a] }, { type: 'put rules', rules: [ruleOf('a')] }],
  ['a rule that is not there', { rules: [a] }, { type: 'remove rules', ids: ['b'] }],
  ['a word that is allowed', { deskWords: ['Stet'] }, { type: 'allow', words: ['Stet'], allowed: [] }],
])('%s changes nothing', (_what, before, change) => {
  const settings = { ...CHECK_SETTINGS, ...before }
  const changed = applyChecksChange(settings, change)
  expect(changed.ok && changed.settings).toBe(settings)
})

describe('too much is refused, and what is just not too much is not', () => {
  const long = (length: number): string => 'x'.repeat(length)
  const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `w${at}`)
  const put = (change: Parameters<typeof ruleOf>[1]): ChecksChange => ({
    type: 'put rules',
    rules: [ruleOf('a', change)],
  })
  const words = (list: readonly string[]): ChecksChange => ({ type: 'allow', words: list, allowed: [] })
  const rules = (count: number): ChecksChange => ({
    type: 'replace rules',
    rules: numbered(count).map((id) => ruleOf(id)),
  })
  const refused: readonly [string, ChecksChange, ChecksChange | null, RegExp][] = [
    ['rules', rules(CHECK_LIMITS.rules + 1), rules(CHECK_LIMITS.rules), /20,000 rules.*20,001/],
    ['a pattern', put({ pattern: long(4001) }), put({ pattern: long(4000) }), /“a” is too long.*4,000/],
    ['a replacement', put({ replacement: long(4001) }), put({ replacement: long(4000) }), /too long/],
    ['a description', put({ description: long(4001) }), put({ description: long(4000) }), /too long/],
    ['a category', put({ category: long(201) }), put({ category: long(200) }), /200 characters/],
    ['a tag', put({ tags: [long(201)] }), put({ tags: [long(200)] }), /tag/],
    ['tags', put({ tags: numbered(101) }), put({ tags: numbered(100) }), /100 tags/],
    ['no pattern', put({ pattern: ' ' }), null, /no pattern/],
    ['no id', put({ id: '' }), null, /no ID/],
    ['words', words(numbered(50_001)), words(numbered(50_000)), /50,000 words/],
    ['a word', words([long(1001)]), words([long(1000)]), /1,000 characters/],
    ['a blank word', words([' ']), null, /no word/],
    ['no words of a check', { type: 'allow', words: [], allowed: [row('')] }, null, /no word/],
    [
      'switched off',
      { type: 'switch rules', names: numbered(5001), isOn: false },
      { type: 'switch rules', names: numbered(5000), isOn: false },
      /5,000 checks/,
    ],
  ]
  test.each(refused)('%s', (_what, change, enough, message) => {
    const changed = applyChecksChange(CHECK_SETTINGS, change)
    expect(changed.ok ? '' : changed.message).toMatch(message)
    expect(changed.ok ? '' : changed.message).toContain('Nothing was changed')
    expect(enough === null || applyChecksChange(CHECK_SETTINGS, enough).ok).toBe(true)
  })
})

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const names = fc.array(name, { maxLength: 4 })
const rule = fc
  .record({ id: name, replacement: fc.constantFrom('x', 'y') })
  .map(({ id, replacement }) => ruleOf(id, { replacement }))
const rules = fc.array(rule, { maxLength: 4 })
const allowed = fc.array(
  name.map((words) => row(words)),
  { maxLength: 3 },
)
const anyChange: fc.Arbitrary<ChecksChange> = fc.oneof(
  fc.record({
    type: fc.constant('set' as const),
    settings: fc.record(
      { dialect: fc.constantFrom('British' as const, 'American' as const) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    type: fc.constantFrom('switch checks' as const, 'switch rules' as const),
    names,
    isOn: fc.boolean(),
  }),
  fc.record({ type: fc.constantFrom('put rules' as const, 'replace rules' as const), rules }),
  fc.record({ type: fc.constant('remove rules' as const), ids: names }),
  fc.record({ type: fc.constantFrom('allow' as const, 'disallow' as const), words: names, allowed }),
)

test('whatever is changed, everything stands there once, and a change done twice is done once', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
      let settings = CHECK_SETTINGS
      for (const change of changes) {
        settings = after(change, settings)
        const again = applyChecksChange(settings, change)
        expect(again.ok && again.settings).toBe(settings)
        const lists = [
          settings.rules.map(({ id }) => id),
          settings.checksOff,
          settings.rulesOff,
          settings.deskWords,
          settings.allowed.map((one) => JSON.stringify(one)),
        ]
        for (const list of lists) expect(new Set(list).size).toBe(list.length)
      }
    }),
  )
})
