import { expect, test } from 'vitest'
import type { ListQuery } from '../../src/backends/backend.ts'
import { countByStatus, inOrder, isAsked, type Listed, matching } from '../../src/rules/list-query.ts'
import { foldText } from '../../src/domain/search-text.ts'
import type { StoryRecord } from '../../src/domain/story-record.ts'
import { recordWith } from '../domain/story-records.ts'
import { NOBODY_COUNTS } from '../backends/no-counts.ts'
import { EVERYTHING } from '../backends/test-desk.ts'

const listed = (id: string, change: Partial<StoryRecord> = {}, born = 0, text = id): Listed => ({
  record: recordWith({ id, ...change }),
  born,
  text: foldText(text),
})

const asked: readonly [Partial<ListQuery>, Partial<StoryRecord>, boolean][] = [
  [{}, {}, true],
  [{ statuses: ['draft'] }, {}, true],
  [{ statuses: ['spiked', 'draft'] }, {}, true],
  [{ statuses: ['spiked'] }, {}, false],
  [{ reporter: 'rita' }, { reporters: ['otto', 'rita'] }, true],
  [{ reporter: 'rit' }, { reporters: ['rita'] }, false],
  [{ reporter: '' }, { reporters: ['rita'] }, false],
  [{ claimant: 'susan' }, { claimant: 'susan' }, true],
  [{ claimant: 'susan' }, { claimant: null }, false],
  [{ claimant: 'susan', statuses: ['draft'] }, { claimant: 'susan', status: 'in review' }, false],
  [{ reporter: 'rita', claimant: 'susan' }, { reporters: ['rita'], claimant: 'susan' }, true],
]
test.each(asked)('asked for %o, a story with %o: %o', (query, change, expected) => {
  expect(isAsked(recordWith(change), { ...EVERYTHING, ...query })).toBe(expected)
})

const STREET = 'Straße in Łódź: “Crème brûlée” — the chef’s İzmir Œuvre'
const searches: readonly [string, boolean][] = [
  ['', true],
  [' \u00a0\t ', true],
  ['STRASSE', true],
  ['straße', true],
  ['lodz', true],
  ['ŁÓDŹ', true],
  ['creme BRULEE', true],
  ['cre\u0300me', true],
  ['brulee creme', true],
  ["chef's", true],
  ['chef’s', true],
  ['"crème', true],
  ['izmir', true],
  ['oeuvre', true],
  ['tra ulé', true],
  ['lodz paris', false],
  ['chefs', false],
  ['%', false],
  ['.*', false],
]
test.each(searches)('%o is found in a text with accents: %o', (search, expected) => {
  const found = matching([listed('one', {}, 0, STREET)], { ...EVERYTHING, search })
  expect(found).toHaveLength(expected ? 1 : 0)
})

test('what matches keeps its order, and a search and a filter hold together', () => {
  const all = [listed('ab'), listed('b'), listed('ba', { status: 'spiked' }), listed('a')]
  const ids = (query: Partial<ListQuery>): readonly string[] =>
    matching(all, { ...EVERYTHING, ...query }).map(({ record }) => record.id)
  expect(ids({ search: 'a' })).toEqual(['ab', 'ba', 'a'])
  expect(ids({ search: 'a', statuses: ['draft'] })).toEqual(['ab', 'a'])
})

test('order is by place, never by the clock, and what is given stays as it is', () => {
  const all = [
    listed(
      'late clock',
      { sequence: 1, changedAt: '2030-01-01T00:00:00Z', createdAt: '2030-01-01T00:00:00Z' },
      3,
    ),
    listed('last change', { sequence: 9 }, 1),
    listed('between', { sequence: 5 }, 2),
  ]
  const before = [...all]
  const ids = (order: ListQuery['order']): readonly string[] =>
    inOrder(all, order).map(({ record }) => record.id)
  expect(ids('changed')).toEqual(['last change', 'between', 'late clock'])
  expect(ids('created')).toEqual(['late clock', 'between', 'last change'])
  expect(all).toEqual(before)
})

test('every status has a count, also of no story', () => {
  expect(countByStatus([])).toEqual(NOBODY_COUNTS)
  const some = [listed('a'), listed('b', { status: 'spiked' }), listed('c')]
  expect(countByStatus(some)).toEqual({ ...NOBODY_COUNTS, draft: 2, spiked: 1 })
})
