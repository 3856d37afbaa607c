import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesSearch } from '../../../src/domain/search-text.ts'
import { foldedWords } from '../../../src/server/storage/folded-words.ts'

test('each word stands once, where it first stood', () => {
  expect(foldedWords('  the ferry\nthe port,\tthe ferry\u00a0')).toBe('the ferry port,')
  expect(foldedWords('')).toBe('')
})

test('a word is found in them exactly where it is found in the text', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u2003'), maxLength: 30 })
  const words = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(texts, fc.array(words, { maxLength: 3 }), (text, asked) => {
      expect(matchesSearch(foldedWords(text), asked)).toBe(matchesSearch(text, asked))
    }),
  )
})
