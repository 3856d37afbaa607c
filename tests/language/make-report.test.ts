import { describe, expect, test } from 'vitest'
import type { CheckReport } from '../../src/domain/checks/check-report.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import type { Flag, LineFlag } from '../../src/domain/checks/flag.ts'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import { lineFacts } from '../../src/language/consistency/line-facts.ts'
import type { KnownLine } from '../../src/language/line-cache.ts'
import type { ReportInput } from '../../src/language/make-report.ts'
import { makeReport } from '../../src/language/make-report.ts'
import { knownWords } from '../../src/language/spelling/known-words.ts'
import { linesOf } from './lines.ts'

const LINES = linesOf('Wrod and wrod again.', 'Ovchar said so.')

const flagOf = (
  [from, to]: readonly [number, number],
  words: string,
  more: Partial<LineFlag> = {},
): LineFlag => ({
  kind: 'spelling',
  check: 'spelling',
  rule: words.toLowerCase(),
  from,
  to,
  words,
  message: 'No such word.',
  weight: 'fault',
  fixes: [],
  ...more,
})

const FIRST = flagOf([0, 4], 'Wrod')
const SECOND = flagOf([9, 13], 'wrod')

/** A report of the two lines, of which each found what is given. */
function report(found: readonly Partial<KnownLine>[], more: Partial<ReportInput> = {}): CheckReport {
  const known = LINES.map((line, index): KnownLine => ({
    line,
    flags: [],
    facts: lineFacts(line),
    reading: null,
    style: [],
    spelling: [],
    ...found[index],
  }))
  return makeReport({
    story: { lines: LINES, content: BLANK_CONTENT },
    known,
    whole: { flags: [], names: knownWords([]), readability: null },
    ignored: [],
    settings: CHECK_SETTINGS,
    isComplete: true,
    speller: 'harper',
    stopped: [],
    broken: 'nothing',
    ...more,
  })
}

const wordsOf = ({ flags }: CheckReport): readonly string[] => flags.map(({ words }) => words)

test('flags come in reading order, whichever check they are from', () => {
  const style = flagOf([5, 8], 'and', { kind: 'style', check: 'house-style' })
  const whole: Flag = {
    ...flagOf([0, 6], 'Ovchar', { kind: 'consistency', check: 'surname-alone' }),
    range: { place: { to: 'text', text: 'body', block: 1 }, from: 0, to: 6 },
    also: [],
  }
  const said = report([{ spelling: [SECOND, FIRST], style: [style] }], {
    whole: { flags: [whole], names: knownWords([]), readability: null },
  })
  expect(wordsOf(said)).toEqual(['Wrod', 'and', 'wrod', 'Ovchar'])
})

test('a flag knows its neighbours, and those that say the same are told apart by number', () => {
  const { flags } = report([{ spelling: [FIRST, { ...FIRST, from: 9, to: 13 }] }])
  expect(flags.map(({ id, before, after }) => [id, before, after])).toEqual([
    ['spelling wrod Wrod 1', '', ' and wrod again.'],
    ['spelling wrod Wrod 2', 'Wrod and ', ' again.'],
  ])
})

test.each<readonly [string, readonly string[], Partial<ReportInput>]>([
  ['a check that is switched off', [], { settings: { ...CHECK_SETTINGS, checksOff: ['spelling'] } }],
  [
    'what is always allowed, to the letter',
    ['wrod'],
    {
      settings: { ...CHECK_SETTINGS, allowed: [{ check: 'spelling', rule: 'wrod', words: 'Wrod' }] },
    },
  ],
  [
    'another rule’s allowance',
    ['Wrod', 'wrod'],
    { settings: { ...CHECK_SETTINGS, allowed: [{ check: 'spelling', rule: 'word', words: 'Wrod' }] } },
  ],
  [
    'a name that the story uses, with or without its possessive',
    [],
    { whole: { flags: [], names: knownWords(['wrod']), readability: null } },
  ],
])('%s leaves %j', (_, left, more) => {
  expect(wordsOf(report([{ spelling: [FIRST, SECOND] }], more))).toEqual(left)
})

describe('about the same characters', () => {
  const style = { ...FIRST, kind: 'style' as const, check: 'house-style', message: 'Ours.' }
  const consistency = { ...FIRST, kind: 'consistency' as const, check: 'word-twice', message: 'Twice.' }

  test('a house rule overrules a dictionary, and what the story itself says overrules both', () => {
    expect(report([{ spelling: [FIRST], style: [style] }]).flags).toMatchObject([{ message: 'Ours.' }])
    expect(report([{ spelling: [FIRST], style: [style], flags: [consistency] }]).flags).toMatchObject([
      { message: 'Twice.' },
    ])
  })

  test('one that is switched off hides no other', () => {
    const settings = { ...CHECK_SETTINGS, checksOff: ['house-style'] }
    expect(report([{ spelling: [FIRST], style: [style] }], { settings }).flags).toMatchObject([
      { check: 'spelling' },
    ])
  })
})

test('what may stand is reported apart, with who said so', () => {
  const row = {
    id: 'i1',
    check: 'spelling',
    rule: 'wrod',
    words: 'wrod',
    scope: 'story' as const,
    before: '',
    after: '',
    by: 'kit',
    at: '2026-11-24T09:00:00Z',
  }
  const said = report([{ spelling: [FIRST, SECOND] }], { ignored: [row] })
  expect(wordsOf(said)).toEqual(['Wrod'])
  expect(said.ignored).toMatchObject([{ flag: { words: 'wrod' }, by: row }])
})

test('what has yet to be looked at is no reason to say nothing', () => {
  const said = report([{ spelling: null, style: null }, { spelling: [flagOf([0, 6], 'Ovchar')] }], {
    isComplete: false,
  })
  expect([wordsOf(said), said.isComplete]).toEqual([['Ovchar'], false])
})
