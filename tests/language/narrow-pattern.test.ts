import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNREAD } from '../../src/domain/checks/checked-story.ts'
import { isNarrow, narrowPattern } from '../../src/language/narrow-pattern.ts'
import { translateJava } from '../../src/language/house-style/java/translate-java.ts'
import { javaPattern } from './house-style/java/java-pattern.ts'

/** Whole and narrow, the expressions of a pattern; none where it can't run. */
function expressions(pattern: string): readonly RegExp[] {
  const translated = translateJava(pattern)
  if (!translated.ok) return []
  const { source, flags } = translated
  return [source, narrowPattern(source, flags)].map((one) => new RegExp(one, flags))
}

const hits = (expression: RegExp, text: string): readonly (readonly [number, ...(string | undefined)[]])[] =>
  Array.from(text.matchAll(expression), (hit) => [hit.index, ...hit])

test.each([
  ['', true],
  ['“Ils ont gagné £5 – ou €6 …,” Łukasz said’\n', true],
  [`a note ${UNREAD}`, true],
  ['Володимир', false],
  ['e\u0301', false],
  ['ẞ', false],
  ['\u212A', false],
  ['😀', false],
])('%j is narrow: %s', (text, is) => {
  expect(isNarrow(text)).toBe(is)
})

test('of letters it knows those of narrow texts, and in any case of letters those that they stand for', () => {
  expect(narrowPattern(String.raw`(?<![\p{Nd}_])\u{5c}p`, 'gv')).toBe(String.raw`(?<![0-9_])\u{5c}p`)
  expect(narrowPattern(String.raw`[^\p{Script=Greek}]`, 'gv')).toBe('[^]')
  expect(new RegExp(narrowPattern(String.raw`^[\p{Lu}]$`, 'gv'), 'gv').test('ß')).toBe(false)
  // As small letter of a capital ẞ, which itself stands in no narrow text.
  expect(new RegExp(narrowPattern(String.raw`^[\p{Lu}]$`, 'giv'), 'giv').test('ß')).toBe(true)
})

test('whatever the pattern, it finds the same in a narrow text', () => {
  const letter = fc.constantFrom(...'aAbBcCéÉ1_ .,ßſµÿŸıİªŉ’–€'.split(''), UNREAD, '\n', '\u00AD')
  const pattern = fc.oneof(
    javaPattern,
    fc
      .tuple(
        fc.constantFrom('', '(?i)', '(?U)', '(?iU)'),
        fc.constantFrom('\\b', '\\B', '(?<!\\p{L})', '[^\\p{Lu}]', ''),
        fc.constantFrom('\\p{Lu}', '\\P{Ll}', '[\\p{L}&&[^a]]', '\\p{IsLatin}', '\\w', '[\\P{L}b]', '\\p{P}'),
        fc.constantFrom('+', '?', '', '(?i:b)'),
        fc.constantFrom('\\b', '\\B', '(?!\\p{IsAlphabetic})', '\\p{javaLetterOrDigit}', ''),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(pattern, fc.string({ unit: letter, maxLength: 12 }), (java, text) => {
      const [whole, narrow] = expressions(java).map((expression) => hits(expression, text))
      expect([isNarrow(text), narrow]).toEqual([true, whole])
    }),
    { numRuns: 2000 },
  )
})
