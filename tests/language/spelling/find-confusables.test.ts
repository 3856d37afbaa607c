import { expect, test } from 'vitest'
import { findConfusables } from '../../../src/language/spelling/find-confusables.ts'

test.each<[string, readonly (readonly [string, string])[]]>([
  ['The Prime Minster resigned', [['Minster', 'Minister']]],
  ['York Minster was full', []],
  [
    'a pubic inquiry into pubic health',
    [
      ['pubic', 'public'],
      ['pubic', 'public'],
    ],
  ],
  ['He was lead away', [['lead', 'led']]],
  ['They lead by two goals', []],
  ['on expert advise', [['advise', 'advice']]],
  ['experts advise caution', []],
  [
    'They would loose their seats by loosing control',
    [
      ['loose', 'lose'],
      ['loosing', 'losing'],
    ],
  ],
  ['a loose cannon', []],
  ['It peaked the interest of many', [['peaked', 'piqued']]],
  ['Interest peaked in May', []],
  ['Nobody has ever took it', [['took', 'taken']]],
  [
    'two man were held and three woman died',
    [
      ['man', 'men'],
      ['woman', 'women'],
    ],
  ],
  ['a two man crew', []],
  [
    'They was late, and we was not',
    [
      ['was', 'were'],
      ['was', 'were'],
    ],
  ],
  ['What they was told by others is all there was', []],
  [
    'unexploded ordinance near a navel base',
    [
      ['ordinance', 'ordnance'],
      ['navel', 'naval'],
    ],
  ],
  ['under marshal law', [['marshal', 'martial']]],
  ['UNDER MARSHALL LAW', [['MARSHALL', 'MARTIAL']]],
  ['It peeked their curiosity', [['peeked', 'piqued']]],
  ['the principle conductor', [['principle', 'principal']]],
  ['to illicit more support', [['illicit', 'elicit']]],
  ['by diffusing the tension', [['diffusing', 'defusing']]],
  ['She towed the party line', [['towed', 'toed']]],
  ['with baited breath', [['baited', 'bated']]],
  ['Four person said', [['person', 'people']]],
  ['He has never drank it', []],
  ['on expert adviſe', [['adviſe', 'advice']]],
  ['', []],
])('%j', (signs, found) => {
  const flags = findConfusables(signs)
  expect(flags.toSorted((a, b) => a.from - b.from).map(({ words, fixes }) => [words, fixes[0]])).toEqual(
    found,
  )
  for (const { from, to, words } of flags) expect(signs.slice(from, to)).toBe(words)
})
