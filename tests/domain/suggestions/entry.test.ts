import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '../../../src/domain/json.ts'
import type { Entry } from '../../../src/domain/suggestions/entry.ts'
import { entryJson, readEntry } from '../../../src/domain/suggestions/entry.ts'
import type { FieldPath } from '../../../src/domain/suggestions/suggestion.ts'

const ids = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1e6 })))
const json = fc.jsonValue() as fc.Arbitrary<Json>
const suggestion = fc.string()
const entries: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ type: fc.constant('delete' as const), suggestion, ids }),
  fc.record({
    type: fc.constant('set' as const),
    suggestion,
    ids,
    name: fc.string(),
    was: json,
    to: json,
  }),
  fc.record({ type: fc.constant('accept' as const), ids }),
  fc.record({
    type: fc.constant('field' as const),
    suggestion,
    path: fc.constantFrom<FieldPath>('slug', 'author:a:name', 'photo:p:alt'),
    to: json,
    turn: fc.nat(),
  }),
)

it('an entry comes back as it was, through JSON too', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      expect(readEntry(entryJson(entry))).toEqual(entry)
      const text = JSON.stringify(entryJson(entry))
      expect(JSON.stringify(entryJson(readEntry(JSON.parse(text)) ?? entry))).toBe(text)
    }),
  )
})

it('a deletion is short', () => {
  const entry: Entry = { type: 'delete', suggestion: 'abcd1234', ids: [[123_456_789, 1000, 1]] }
  expect(JSON.stringify(entryJson(entry)).length).toBeLessThan(40)
})

it.each<readonly [string, unknown, Entry | null]>([
  ['nothing', undefined, null],
  ['null', null, null],
  ['words', 'd', null],
  ['an object', { type: 'delete' }, null],
  ['an empty row', [], null],
  ['a kind of a newer Stet', ['z', 's1', [[1, 2, 3]]], null],
  ['a deletion of nobody', ['d', 7, [[1, 2, 3]]], null],
  ['a deletion without ids', ['d', 's1'], { type: 'delete', suggestion: 's1', ids: [] }],
  [
    'a deletion with ids that are none',
    ['d', 's1', [[1, 'x', 3]]],
    { type: 'delete', suggestion: 's1', ids: [] },
  ],
  ['an acceptance of nothing', ['a'], { type: 'accept', ids: [] }],
  ['a format without a name', ['s', 's1', [[1, 2, 3]], 4, null, true], null],
  [
    'a format without values',
    ['s', 's1', [[1, 2, 3]], 'bold'],
    { type: 'set', suggestion: 's1', ids: [[1, 2, 3]], name: 'bold', was: null, to: null },
  ],
  ['a field without a path', ['f', 's1', 3, 'x', 1], null],
  [
    'a field without a turn',
    ['f', 's1', 'slug', 'x', 'soon'],
    { type: 'field', suggestion: 's1', path: 'slug', to: 'x', turn: 0 },
  ],
  [
    'more than it knows',
    ['d', 's1', [[1, 2, 3]], { more: true }],
    { type: 'delete', suggestion: 's1', ids: [[1, 2, 3]] },
  ],
])('reads %s', (_, value, expected) => {
  expect(readEntry(value)).toEqual(expected)
})

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const entry = readEntry(value)
      expect(entry === null || typeof entry.type === 'string').toBe(true)
    }),
  )
})
