import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addCounts,
  countCharacters,
  countSpans,
  countStory,
  countText,
  countTks,
  countWords,
  readingMinutes,
} from '../../src/domain/count-words.ts'
import type { Span } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../src/domain/story-content.ts'

const words: readonly [string, number][] = [
  ['', 0],
  ['   \n\t', 0],
  ['one', 1],
  ['two words', 2],
  ['no\u00A0break', 2],
  ['mother-in-law’s', 1],
  ['a — dash', 3],
  [' blanks  around ', 2],
  ['line\nbreak', 2],
]
test.each(words)('words of %o: %i', (text, count) => expect(countWords(text)).toBe(count))

const characters: readonly [string, number][] = [
  ['', 0],
  ['abc', 3],
  ['a b', 3],
  ['“Ünïcode” – €5…', 15],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 1],
  ['🇫🇷', 1],
  ['a\r\nb', 3],
  ['مرحبا', 5],
]
test.each(characters)('characters of %o: %i', (text, count) => expect(countCharacters(text)).toBe(count))

test('characters are those of the segmenter, quickly or not', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'a',
          ' ',
          'é',
          '\u0301',
          '“',
          '—',
          '€',
          '\r',
          '\n',
          '👩',
          '\u200D',
          '🇫',
          '\u00AD',
        ),
      }),
      (text) => {
        expect(countCharacters(text)).toBe(Array.from(segmenter.segment(text)).length)
      },
    ),
  )
})

const tks: readonly [string, number][] = [
  ['TK', 1],
  ['TKTK', 1],
  ['TK TK', 1],
  ['TK, TK', 2],
  ['spent $TK on (TKTK).', 2],
  ['TK\nTK', 2],
  ['tk', 0],
  ['ATK', 0],
  ['TKs', 0],
  ['TK1', 0],
  ['TK_x', 0],
  ['TKT', 0],
  ['ÉTK', 0],
]
test.each(tks)('TKs of %o: %i', (text, count) => expect(countTks(text)).toBe(count))

const noted: readonly Span[] = [
  { text: 'Seen ', marks: {} },
  { text: 'TK check this ', marks: { note: true } },
  { lineBreak: true, marks: {} },
  { text: 'by ', marks: { bold: true } },
  { unknown: { poll: 1 }, marks: {} },
  { text: 'readers', marks: { bold: true } },
]
test('notes count for nothing, a line break parts words', () => {
  expect(countSpans(noted)).toEqual({ words: 3, characters: 'Seen \nby readers'.length, tks: 0 })
})

test('a story counts the words of its body, and the TKs of all that readers see', () => {
  const content = {
    ...BLANK_CONTENT,
    headline: plainSpans('TK wins'),
    dek: plainSpans('TK TK'),
    body: [
      { kind: 'paragraph' as const, level: 0, spans: plainSpans('Two words') },
      { kind: 'bullet' as const, level: 1, spans: plainSpans('TK') },
      { kind: 'picture' as const, photo: 'p' },
      { kind: 'rule' as const },
      { kind: 'unknown' as const, raw: { kind: 'poll' }, spans: plainSpans('and more') },
    ],
    authors: [{ id: 'a', name: 'TK', role: 'TK' }],
    fields: { ...BLANK_FIELDS, organisation: 'TK', place: 'TK', deskNote: 'TK', slug: 'TK' },
    photos: [{ id: 'p', hash: '', alt: 'TK', caption: plainSpans('TK'), credit: 'TK', crop: null }],
  }
  expect(countStory(content)).toEqual({ words: 5, characters: 19, tks: 9 })
})

test('counts of parts add up to the count of the whole where the parts are apart', () => {
  const part = fc
    .array(fc.constantFrom('TK', 'a', 'bc', 'é'), { minLength: 1 })
    .map((list) => list.join('. '))
  fc.assert(
    fc.property(part, part, (a, b) => {
      const sum = addCounts(countText(a), countText(b))
      expect(countText(`${a}.\n${b}`)).toEqual({ ...sum, characters: sum.characters + 2 })
    }),
  )
})

const minutes: readonly [number, number][] = [
  [0, 0],
  [1, 1],
  [238, 1],
  [239, 2],
  [2380, 10],
]
test.each(minutes)('%i words at 238 a minute: %i', (count, expected) => {
  expect(readingMinutes(count, 238)).toBe(expected)
})
