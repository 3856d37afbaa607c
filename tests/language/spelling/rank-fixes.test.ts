import { expect, test } from 'vitest'
import { rankFixes, withCapitalsOf } from '../../../src/language/spelling/rank-fixes.ts'

test.each<[string, readonly string[], readonly string[]]>([
  ['anual', ['anal', 'annual', 'manual'], ['annual', 'anal', 'manual']],
  ['soliders', ['sliders', 'solders', 'soldiers'], ['soldiers', 'sliders', 'solders']],
  ['suprise', ['sunrise', 'surprise', 'surprise'], ['surprise', 'sunrise']],
  ['xyzzyplugh', ['bough'], []],
  ['potatos', ['potato’s', 'potatoes'], ['potatoes', 'potato’s']],
])('%s of %j', (word, fixes, ranked) => {
  expect(rankFixes(word, fixes)).toEqual(ranked)
})

test('there are at most five', () => {
  expect(rankFixes('bat', ['cat', 'hat', 'rat', 'mat', 'sat', 'fat', 'vat'])).toHaveLength(5)
})

test.each([
  ['Goverment', 'government', 'Government'],
  ['goverment', 'government', 'government'],
  ['GOVERMENT', 'government', 'GOVERNMENT'],
  ['wendesday', 'Wednesday', 'Wednesday'],
  ['A', 'an', 'An'],
])('%s gives its capitals to %s', (word, fix, right) => {
  expect(withCapitalsOf(word, fix)).toBe(right)
})
