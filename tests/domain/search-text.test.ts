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
