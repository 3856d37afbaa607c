import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSpans, compareText, editsIn } from '../../../src/domain/compare/compare-spans.ts'
import type { Span } from '../../../src/domain/story-content.ts'
import { anySpans, characters, charactersOf, written } from './versions.ts'

const cases: readonly [what: string, before: string, after: string, shown: string][] = [
  ['the same', 'Ferry deal', 'Ferry deal', 'Ferry deal'],
  ['a word', 'Council votes for deal', 'Council agrees to deal', 'Council [-votes for-]{+agrees to+} deal'],
  [
    'a letter: the whole word',
    'The minster spoke',
    'The minister spoke',
    'The [-minster-]{+minister+} spoke',
  ],
  ['a capital', 'the ferry', 'The ferry', '[-the-]{+The+} ferry'],
  ['an apostrophe', 'It’s late', 'It is late', '[-It’s-]{+It is+} late'],
  ['a number', '1,200 people', '1,300 people', '[-1,200-]{+1,300+} people'],
  ['one half of a compound', 'a well-known man', 'a well-liked man', 'a well-[-known-]{+liked+} man'],
  ['a space between changed words', 'the cat sat on', 'the dog ran on', 'the [-cat sat-]{+dog ran+} on'],
  ['"the" between changed words', 'on the night', 'in the morning', '[-on the night-]{+in the morning+}'],
  [
    'a long word between changed words',
    'old government cat',
    'new government dog',
    '[-old-]{+new+} government [-cat-]{+dog+}',
  ],
  [
    'little that is common by chance',
    'Ministers promised islanders that money would come soon enough',
    'Officials told reporters that payment was expected',
    '[-Ministers promised islanders that money would come soon enough-]{+Officials told reporters that payment was expected+}',
  ],
  ['a new word', 'one two', 'one and two', 'one {+and +}two'],
  ['a new word at the end', 'one', 'one two', 'one{+ two+}'],
  ['a new sentence', 'It rose. It fell.', 'It rose. It stood. It fell.', 'It rose. {+It stood. +}It fell.'],
  ['a sentence gone', 'It rose. It stood. It fell.', 'It rose. It fell.', 'It rose. [-It stood. -]It fell.'],
  [
    'a new clause',
    'The minister said that',
    'The minister said, however, that',
    'The minister said{+, however,+} that',
  ],
  ['a comma', 'red and green', 'red, and green', 'red{+,+} and green'],
  ['quotation marks', 'a deal is', 'a “deal” is', 'a {+“+}deal{+”+} is'],
  ['a space too many', 'a  b', 'a b', 'a [- -]b'],
  ['Japanese', '日本語の文章を書く', '日本語の記事を書く', '日本語の[-文章-]{+記事+}を書く'],
  ['an emoji', 'Yes 👍🏽 no', 'Yes 👍🏿 no', 'Yes [-👍🏽-]{+👍🏿+} no'],
  ['words on two lines', 'one\ntwo', 'six\nten', '[-one-]{+six+}\n[-two-]{+ten+}'],
  ['from nothing', '', 'Ferry', '{+Ferry+}'],
  ['to nothing', 'Ferry', '', '[-Ferry-]'],
]
test.each(cases)('%s', (_what, before, after, shown) => {
  expect(written(compareText(before, after))).toBe(shown)
})

describe('formats', () => {
  const plain = (text: string): Span => ({ text, marks: {} })
  const bold = (text: string): Span => ({ text, marks: { bold: true } })
  const link = (text: string, href: string): Span => ({ text, marks: { link: href } })
  const lineBreak: Span = { lineBreak: true, marks: {} }
  type Case = readonly [
    what: string,
    before: readonly Span[],
    after: readonly Span[],
    shown: string,
    changed: number,
  ]
  const cases: readonly Case[] = [
    ['made bold', [plain('a ferry deal')], [plain('a '), bold('ferry'), plain(' deal')], 'a <ferry> deal', 1],
    ['made bold in a word', [plain('unhappy')], [bold('un'), plain('happy')], '<un>happy', 1],
    ['cut otherwise, but the same', [plain('a '), plain('b')], [plain('a b')], 'a b', 0],
    ['another address', [link('here', 'https://a')], [link('here', 'https://b')], '<here>', 1],
    [
      'a new bold word',
      [plain('a deal')],
      [plain('a '), bold('ferry'), plain(' deal')],
      'a {+ferry+}{+ +}deal',
      1,
    ],
    [
      'a word and its neighbour’s format',
      [plain('ferry deal')],
      [plain('ship '), bold('deal')],
      '[-ferry-]{+ship+} <deal>',
      2,
    ],
    ['a line break', [plain('a b')], [plain('a'), lineBreak, plain('b')], 'a[- -]{+\n+}b', 1],
    [
      'an unknown thing',
      [plain('a'), { unknown: { poll: 1 }, marks: {} }],
      [plain('a'), { unknown: { poll: 2 }, marks: {} }],
      'a[-?-]{+?+}',
      1,
    ],
    [
      'its format',
      [{ unknown: { poll: 1 }, marks: {} }],
      [{ unknown: { poll: 1 }, marks: { bold: true } }],
      '<?>',
      1,
    ],
  ]
  test.each(cases)('%s', (_what, before, after, shown, changed) => {
    const change = compareSpans(before, after)
    expect(written(change.parts)).toBe(shown)
    expect(change.changed).toBe(changed)
  })

  test('a formatted part says what the formats were, and are', () => {
    const { parts } = compareSpans([link('here', 'https://a')], [bold('here')])
    expect(parts).toEqual([
      { kind: 'formatted', text: 'here', marks: { bold: true }, was: { link: 'https://a' } },
    ])
  })
})

test('same and deleted is what was, same and inserted what is, with all formats', () => {
  fc.assert(
    fc.property(anySpans, anySpans, (before, after) => {
      const { parts, changed } = compareSpans(before, after)
      expect(charactersOf(parts, 'before')).toEqual(characters(before))
      expect(charactersOf(parts, 'after')).toEqual(characters(after))
      expect(changed === 0).toBe(JSON.stringify(characters(before)) === JSON.stringify(characters(after)))
    }),
    { numRuns: 500 },
  )
})

test('words are never cut: a change begins and ends where a word does', () => {
  const text = fc
    .array(fc.constantFrom('ferry', 'ferries', 'the', 'deal', 'dealt', 'It’s', ','), { maxLength: 12 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = compareText(before, after)
      for (const side of ['deleted', 'inserted'] as const) {
        const own = parts
          .filter((part) => part.kind === 'same' || part.kind === side)
          .map((part) => part.text)
        for (const [index, part] of own.entries()) {
          expect(/\w$/u.test(part) && /^\w/u.test(own[index + 1] ?? '')).toBe(false)
        }
      }
    }),
  )
})

test('no two edits stand with nothing between them', () => {
  fc.assert(
    fc.property(anySpans, anySpans, (before, after) => {
      const { parts } = compareSpans(before, after)
      const kinds = parts.map((part) => part.kind)
      expect(kinds.some((kind, index) => kind === 'inserted' && kinds[index + 1] === 'deleted')).toBe(false)
      expect(editsIn(parts).every(([from, to]) => from < to)).toBe(true)
    }),
  )
})
