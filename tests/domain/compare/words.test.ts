import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWord, wordsOf } from '../../../src/domain/compare/words.ts'

const cases: readonly [text: string, tokens: readonly string[]][] = [
  ['', []],
  ['a  b', ['a', ' ', ' ', 'b']],
  ["It’s o'clock.", ['It’s', ' ', "o'clock", '.']],
  ['the ’90s’ end', ['the', ' ', '’', '90s', '’', ' ', 'end']],
  ['well-known', ['well', '-', 'known']],
  ['£1,200.50, or 3.', ['£', '1,200.50', ',', ' ', 'or', ' ', '3', '.']],
  ['at 10:30', ['at', ' ', '10:30']],
  ['Élan e\u0301tat', ['Élan', ' ', 'e\u0301tat']],
  ['a — b…', ['a', ' ', '—', ' ', 'b', '…']],
  ['no\u00A0break\nline', ['no', '\u00A0', 'break', '\n', 'line']],
  ['👩‍👩‍👧👍🏽🇫🇷❤️!', ['👩‍👩‍👧', '👍🏽', '🇫🇷', '❤️', '!']],
  ['snake_case', ['snake_case']],
  ['مرحبا بك', ['مرحبا', ' ', 'بك']],
  ['日本語の文章。', ['日本語', 'の', '文章', '。']],
  ['ภาษาไทยดี', ['ภาษา', 'ไทย', 'ดี']],
]
test.each(cases)('%o', (text, tokens) => expect(wordsOf(text)).toEqual(tokens))

test('the tokens are together exactly the text, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
        fc.string({ unit: fc.constantFrom('a', ' ', '文', '\uD83D', '\u200D', '\u0301', '1', ',', '’') }),
      ),
      (text) => {
        const tokens = wordsOf(text)
        expect(tokens.join('')).toBe(text)
        expect(tokens).not.toContain('')
      },
    ),
  )
})

const kinds: readonly [token: string, word: boolean][] = [
  ['ferry', true],
  ['1,200', true],
  ['文章', true],
  [' ', false],
  ['—', false],
  ['👍', false],
]
test.each(kinds)('is %o a word? %o', (token, word) => expect(isWord(token)).toBe(word))
