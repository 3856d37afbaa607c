import { expect, test } from 'vitest'
import { placeOf } from '../../../src/screens/desk/active-row.ts'
import { record } from '../stage.tsx'

const rows = ['a', 'b', 'c', 'd'].map((id) => record(id))
const at = (records: typeof rows) => (index: number) => records[index]
const place = (index: number, id: string | null, records = rows): number =>
  placeOf({ index, id }, at(records), records.length)

test.each([
  ['stands where it stood', 2, 'c', 2],
  ['moved down when one came before it', 1, 'c', 2],
  ['moved to the top when it changed', 3, 'a', 0],
  ['stays in its place when its story is gone', 1, 'gone', 1],
  ['becomes the last when the list got shorter', 9, 'gone', 3],
  ['stands where it stood while its story was not loaded', 2, null, 2],
])('the active row %s', (_what, index, id, expected) => {
  expect(place(index, id)).toBe(expected)
})

test('in an empty list the active row is the first', () => {
  expect(place(3, 'a', [])).toBe(0)
})
