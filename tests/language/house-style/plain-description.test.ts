import { expect, test } from 'vitest'
import { plainDescription } from '../../../src/language/house-style/plain-description.ts'

test.each([
  ['**bold** and *slanted* and _so_ and `code`', 'bold and slanted and so and code'],
  ['see [the guide](https://example.com/a#b), page 2', 'see the guide, page 2'],
  ['# Head\n\n- one\n- two', 'Head one two'],
  ['> quoted\n1. first', 'quoted first'],
  ['snake_case and 2 * 3 and a*b', 'snake_case and 2 * 3 and a*b'],
  ['an \\*escaped\\* star', 'an *escaped* star'],
  ['', ''],
])('%j', (markdown, plain) => {
  expect(plainDescription(markdown)).toBe(plain)
})
