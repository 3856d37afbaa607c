import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/language/sentences.ts'

const CASES: readonly [string, readonly string[]][] = [
  ['It rained. It poured.', ['It rained.', 'It poured.']],
  ['The cat sat. It slept till Sat. 5 May.', ['The cat sat.', 'It slept till Sat. 5 May.']],
  ['Did it rain? Yes! It did…', ['Did it rain?', 'Yes!', 'It did…']],
  ['“We are ready,” he said. “Are you?” she asked.', ['“We are ready,” he said.', '“Are you?” she asked.']],
  ['He said: “We are ready.” They left.', ['He said: “We are ready.”', 'They left.']],
  [
    'Mr. Smith met Dr. Ada Jones on Sept. 3. They spoke.',
    ['Mr. Smith met Dr. Ada Jones on Sept. 3.', 'They spoke.'],
  ],
  ['J. K. Rowling wrote it.', ['J. K. Rowling wrote it.']],
  ['The U.S. Navy sailed. It returned.', ['The U.S. Navy sailed.', 'It returned.']],
  ['It costs 3.50 euros. Cheap.', ['It costs 3.50 euros.', 'Cheap.']],
  ['First line\nSecond line', ['First line', 'Second line']],
  ['No full stop', ['No full stop']],
  ['  ', []],
  ['…', []],
]

describe('the sentences of a line', () => {
  it.each(CASES)('%s', (signs, sentences) => {
    expect(sentencesOf(signs).map(({ text }) => text)).toEqual(sentences)
  })

  it('lie in the line one after the other, and no letter is in none of them', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('a', 'B', '.', '!', '?', ' ', '\n', '”', 'Mr', '…', '7', '\uFFFC'))
          .map((parts) => parts.join('')),
        (signs) => {
          let end = 0
          for (const { from, to } of sentencesOf(signs)) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            expect(signs.slice(end, from)).not.toMatch(/[\p{L}\p{N}]/u)
            end = to
          }
          expect(signs.slice(end)).not.toMatch(/[\p{L}\p{N}]/u)
        },
      ),
    )
  })
})
