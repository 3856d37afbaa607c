import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNREAD } from '../../../src/domain/checks/checked-story.ts'
import { wordsOfLine } from '../../../src/language/spelling/words-of-line.ts'

test.each<[string, readonly string[]]>([
  [
    'Macron’s office, the ministers’ cars and Keynes’s house',
    ['Macron', 'office', 'the', 'ministers', 'cars', 'and', 'Keynes', 'house'],
  ],
  ['They don’t — won’t—go', ['They', 'don’t', 'won’t', 'go']],
  ['a pro-Russian (and anti-war) “protest”', ['a', 'pro', 'Russian', 'and', 'anti', 'war', 'protest']],
  ['mail me@example.org or see www.example.org/a_b, @me, #tag, H5N1, 1990s', ['mail', 'or', 'see']],
  [`no${UNREAD}te ${UNREAD} here`, ['here']],
  ['Yes! Go: www. or www, as said… (so)', ['Yes', 'Go', 'or', 'www', 'as', 'said', 'so']],
  ['', []],
])('%j has the words %j', (signs, words) => {
  expect(wordsOfLine(signs).map(({ word }) => word)).toEqual(words)
})

test('a capital says nothing at the start of a sentence, and of what somebody says', () => {
  const signs = 'First of all. Second? “Third,” he said. Mr. Smith'
  expect(
    wordsOfLine(signs)
      .filter(({ isFirst }) => isFirst)
      .map(({ word }) => word),
  ).toEqual(['First', 'Second', 'Third', 'Mr'])
})

test('it says what stands before a word in its sentence', () => {
  expect(wordsOfLine('Vera Brittain left. Then').map(({ after }) => after)).toEqual([
    '',
    'Vera',
    'Brittain',
    '',
  ])
})

test('words stand where they say, one after the other', () => {
  const sign = fc.constantFrom(..."abA’'-. “”é".split(''), UNREAD, '\n', '😀', 'e\u0301')
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.join('')
      let last = 0
      for (const { from, to, word } of wordsOfLine(text)) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(text.slice(from, to).normalize('NFC')).toBe(word)
        last = to
      }
    }),
  )
})
