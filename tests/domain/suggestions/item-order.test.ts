import { expect, test } from 'vitest'
import { desiredOrder, newPlaces } from '../../../src/domain/suggestions/item-order.ts'

type Case = readonly [what: string, from: string, to: string, now: string, added: string, desired: string]

test.each<Case>([
  ['what stands stays as it stands', 'a b', 'a b', 'a b', '', 'a b'],
  ['a new one comes behind the one that it follows', 'a b', 'a x b', 'a b', 'x', 'a x b'],
  ['a new first one comes first', 'a b', 'x a b', 'a b', 'x', 'x a b'],
  ['two new ones follow each other', 'a', 'a x y', 'a', 'x y', 'a x y'],
  ['others since keep their places', 'a b', 'a x b', 'o a p b q', 'x', 'o a x p b q'],
  ['what is gone since doesn’t count', 'a b c', 'a b x c', 'a c', 'x', 'a x c'],
  ['another order is taken on', 'a b c', 'c a b', 'a b c', '', 'c a b'],
  ['with others behind the ones that they follow', 'a b c', 'c a b', 'a o b c', '', 'c a o b'],
  [
    'where somebody has changed the order, and this doesn’t, theirs holds',
    'a b',
    'a x b',
    'b a',
    'x',
    'b a x',
  ],
  ['one that comes back stands where it did', 'a b c', 'a b c', 'a c', 'b', 'a b c'],
])('order: %s', (_, from, to, now, added, desired) => {
  const ids = (list: string): readonly string[] => list.split(' ').filter((id) => id !== '')
  expect(desiredOrder(ids(from), ids(to), ids(now), ids(added)).join(' ')).toBe(desired)
})

test.each<[string, string, Readonly<Record<string, number>>, Readonly<Record<string, number>>]>([
  ['between its neighbours', 'a x b', { a: 1, b: 2 }, { x: 1.5 }],
  ['two of them', 'a x y b', { a: 1, b: 2 }, { x: 1.5, y: 1.75 }],
  ['before all', 'x a', { a: 1 }, { x: 0 }],
  ['behind all, also behind what nobody sees', 'a x', { a: 1 }, { x: 9 }],
  ['alone', 'x y', {}, { x: 9, y: 10 }],
])('a new place: %s', (_, order, known, places) => {
  expect(Object.fromEntries(newPlaces(order.split(' '), (id) => known[id] ?? null, 9))).toEqual(places)
})
