import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, matchesSearch, searchTextOf, searchWords } from '../../src/domain/search-text.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../src/domain/story-content.ts'

const folds: readonly [string, string][] = [
  ['Plain ASCII', 'plain ascii'],
  ['Élysée', 'elysee'],
  ['E\u0301lyse\u0301e', 'elysee'],
  ['Søren Łukasz Straße', 'soren lukasz strasse'],
  ['“She’s”', '"she\'s"'],
  ['İstanbul', 'istanbul'],
  ['Москва', 'москва'],
]
test.each(folds)('%o folds to %o', (text, folded) => expect(foldText(text)).toBe(folded))

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  )
})

const content = {
  ...BLANK_CONTENT,
  headline: plainSpans('Headline'),
  dek: plainSpans('Standfirst'),
  body: [
    { kind: 'paragraph' as const, level: 0, spans: [...plainSpans('Bo'), ...plainSpans('dy Élan')] },
    { kind: 'rule' as const },
    { kind: 'bullet' as const, level: 0, spans: plainSpans('item') },
  ],
  authors: [{ id: 'a', name: 'Jane Doe', role: 'Writer' }],
  fields: { ...BLANK_FIELDS, slug: 'slug-7', organisation: 'AFP', deskNote: 'secret' },
}

const searches: readonly [string, boolean][] = [
  ['headline standfirst', true],
  ['BODY elan', true],
  ['slug-7 jane afp item', true],
  ['ead or', false],
  ['ead', true],
  ['secret', false],
  ['', true],
]
test.each(searches)('search for %o: %o', (search, found) => {
  expect(matchesSearch(searchTextOf(content), searchWords(search))).toBe(found)
})

// What readers paste from elsewhere: what is typed finds what is written, though no byte of it is the same.
const pairs: readonly [string, string][] = [
  ['ﬁnance', 'finance'],
  ['ＡＦＰ', 'afp'],
  ['Zażółć gęślą', 'zazolc gesla'],
  ['Đorđe', 'dorde'],
  ['Þór', 'thor'],
  ['Cœur', 'coeur'],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ['mother\u2011in\u2010law', 'mother-in-law'],
  ['ABU\u00A0DHABI', 'abu dhabi'],
  ['\u0645\u064F\u062D\u0645\u062F', '\u0645\u062D\u0645\u062F'],
  ['①', '1'],
]
test.each(pairs)('%o is found by %o', (written, typed) => {
  const story = { ...BLANK_CONTENT, headline: plainSpans(`Before ${written} behind`) }
  expect(matchesSearch(searchTextOf(story), searchWords(typed))).toBe(true)
})

test('any words of a story find it, in any order, case and form', () => {
  const word = fc.string({
    minLength: 1,
    maxLength: 6,
    unit: fc.constantFrom('a', 'É', 'ß', 'ø', '’', 'ñ', 'Я', '7'),
  })
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('NFC', 'NFD'),
      (words, form) => {
        const story = { ...BLANK_CONTENT, dek: plainSpans(words.join(' ')) }
        const typed = words.toReversed().join('  ').toUpperCase().normalize(form)
        expect(matchesSearch(searchTextOf(story), searchWords(typed))).toBe(true)
        expect(matchesSearch(searchTextOf(story), searchWords(`${typed} missing`))).toBe(false)
      },
    ),
  )
})

test('blanks alone, of whatever width, are no search', () => {
  expect(searchWords(' \t\u00A0\u2003\u3000\n')).toEqual([])
})
