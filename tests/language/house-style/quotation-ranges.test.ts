import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotationRanges } from '../../../src/language/house-style/quotation-ranges.ts'

test.each<readonly [string, readonly string[]]>([
  ['He said “yes” and “no”.', ['yes', 'no']],
  ['He said "yes" and "no".', ['yes', 'no']],
  ['He said ‘yes’ and ‘no’.', ['yes', 'no']],
  ["He said 'yes' and 'no'.", ['yes', 'no']],
  ['Il dit «oui» et non.', ['oui']],
  ['„Ja“, he said, in German marks.', ['Ja“, he said, in German marks.']],
  ['“A ‘backstop’ it is,” he said.', ['A ‘backstop’ it is,']],
  ["The workers' union said 'it won't do' on Monday.", ["it won't do"]],
  ['‘The workers’ union won’t do it,’ he said.', ['The workers’ union won’t do it,']],
  ['The ’90s and rock ’n’ roll and ‘90s', []],
  ["It wasn't his dog's.", []],
  ['“We begin, and the next paragraph goes on.', ['We begin, and the next paragraph goes on.']],
  ['A 6" nail and a 12" board', []],
  ['Nothing quoted', []],
  ['', []],
])('%s', (text, expected) => {
  expect(quotationRanges(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected)
})

test('ranges lie in the text, in its order, apart from each other', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ab s.“”"\'‘’«»„ '.split('')), maxLength: 80 }),
      (text) => {
        let end = 0
        return quotationRanges(text).every(({ from, to }) => {
          const isFine = from >= end && to >= from && to <= text.length
          end = to
          return isFine
        })
      },
    ),
  )
})
