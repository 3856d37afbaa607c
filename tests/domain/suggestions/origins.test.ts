import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { idsIn } from '../../../src/domain/suggestions/id-ranges.ts'
import { Origins } from '../../../src/domain/suggestions/origins.ts'
import { docOf } from '../documents.ts'

const opened = (facts: Readonly<Record<string, unknown>> = {}): { map: Y.Map<unknown>; origins: Origins } => {
  const map = docOf(1).getMap('origins')
  for (const [key, value] of Object.entries(facts)) map.set(key, value)
  return { map, origins: new Origins(map) }
}
const modes = (origins: Origins, client: number, clocks: readonly number[]): readonly (string | null)[] =>
  clocks.map((clock) => origins.modeAt([client, clock]).suggestion)

describe('as part of what a unit was inserted', () => {
  it('from a fact on until the next', () => {
    const { origins } = opened({ '7:10': { s: 'a' }, '7:20': {}, '7:30': { s: 'b' }, '8:0': { s: 'c' } })
    expect(modes(origins, 7, [0, 9, 10, 19, 20, 29, 30, 99])).toEqual([
      null,
      null,
      'a',
      'a',
      null,
      null,
      'b',
      'b',
    ])
    expect(modes(origins, 8, [0, 50])).toEqual(['c', 'c'])
    expect(modes(origins, 9, [0])).toEqual([null])
  })

  it('whatever came first', () => {
    const facts = fc.uniqueArray(fc.tuple(fc.nat(50), fc.option(fc.constantFrom('a', 'b'))), {
      selector: ([clock]) => clock,
    })
    fc.assert(
      fc.property(facts, fc.nat(60), (rows, clock) => {
        const { map, origins } = opened()
        for (const [at, suggestion] of rows) {
          map.set(`7:${at}`, suggestion === null ? {} : { s: suggestion })
          origins.read(`7:${at}`)
        }
        const before = rows.filter(([at]) => at <= clock).sort((a, b) => b[0] - a[0])
        const after = rows.filter(([at]) => at > clock).map(([at]) => at)
        expect(origins.modeAt([7, clock])).toEqual({
          suggestion: before[0]?.[1] ?? null,
          until: Math.min(Number.MAX_SAFE_INTEGER, ...after),
        })
      }),
    )
  })

  it('is written only where it changes', () => {
    const { map, origins } = opened()
    origins.enter(7, 0, null)
    expect(map.size).toBe(0)
    origins.enter(7, 5, 'a')
    origins.enter(7, 6, 'a')
    origins.enter(7, 9, null)
    origins.enter(7, 9, null)
    origins.enter(8, 0, 'a')
    expect(map.toJSON()).toEqual({ '7:5': { s: 'a' }, '7:9': {}, '8:0': { s: 'a' } })
    expect([origins.hasModes, origins.hasSuggested(7), origins.hasSuggested(9)]).toEqual([true, true, false])
  })

  it('two at one clock: the later one', () => {
    const { map, origins } = opened()
    origins.enter(7, 5, 'a')
    origins.enter(7, 5, 'b')
    expect([map.size, ...modes(origins, 7, [4, 5])]).toEqual([1, null, 'b'])
  })
})

describe('the id that a unit goes by', () => {
  const { origins } = opened({ '7:10=': [1, 100, 5], '7:15=': [2, 0, 2], '7:30=': [1, 200, 1] })

  it.each<readonly [number, number, number]>([
    [9, 7, 9],
    [10, 1, 100],
    [14, 1, 104],
    [15, 2, 0],
    [16, 2, 1],
    [17, 7, 17],
    [30, 1, 200],
    [31, 7, 31],
  ])('of clock %d', (clock, client, expected) => {
    expect(origins.canonical([7, clock])).toEqual([client, expected])
    expect(origins.canonical([9, clock])).toEqual([9, clock])
  })

  it('in ranges, the same as one by one', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (clock, length) => {
        const ranges = origins.canonicalRanges([7, clock], length)
        expect([...idsIn(ranges)]).toEqual(
          Array.from({ length }, (_, k) => origins.canonical([7, clock + k])),
        )
      }),
    )
    expect(origins.canonicalRanges([7, 8], 10)).toEqual([
      [7, 8, 2],
      [1, 100, 5],
      [2, 0, 2],
      [7, 17, 1],
    ])
    expect(origins.canonicalRanges([9, 8], 10)).toEqual([[9, 8, 10]])
  })

  it('is said once and for all, and counts as of a client that suggested', () => {
    const { map, origins: fresh } = opened()
    fresh.standFor(7, 10, [1, 100], 3)
    expect([map.toJSON(), fresh.canonical([7, 12]), fresh.hasSuggested(7), fresh.hasModes]).toEqual([
      { '7:10=': [1, 100, 3] },
      [1, 102],
      true,
      false,
    ])
  })
})

describe('who made a suggestion', () => {
  it('is said once', () => {
    const { map, origins } = opened()
    origins.sign('s1', 'ann', 'then')
    origins.sign('s1', 'ben', 'later')
    expect([origins.maker('s1'), map.size]).toEqual([{ by: 'ann', at: 'then' }, 1])
  })

  it('is known anew once another wrote it too, and where it was asked for before it had arrived', () => {
    const { map, origins } = opened()
    expect(origins.maker('s1').by).toBe('')
    for (const by of ['ann', 'ben']) {
      map.set('s:s1', { by, at: 'then' })
      origins.read('s:s1')
      expect(origins.maker('s1')).toEqual({ by, at: 'then' })
    }
  })

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['words', 'ann'],
    ['null', null],
    ['other shapes', { by: 7, at: {} }],
  ])('blank where %s is said', (_, value) => {
    const { origins } = opened(value === undefined ? {} : { 's:s1': value })
    expect(origins.maker('s1')).toEqual({ by: '', at: '' })
  })
})

it('facts that are none are left out, and are left in the document', () => {
  const facts = {
    '7:x': { s: 'a' },
    '7': { s: 'a' },
    ':5': { s: 'a' },
    '7:1': 'a',
    '7:2': null,
    '7:3=': 'x',
    '7:4=': [1, 2],
    '7:5=': ['1', 2, 3],
    'z:future': { of: 'a newer Stet' },
    '7:6!': [1, 2, 3],
  }
  const { map, origins } = opened(facts)
  expect(modes(origins, 7, [0, 1, 2, 9])).toEqual([null, null, null, null])
  for (let clock = 0; clock < 9; clock++) expect(origins.canonical([7, clock])).toEqual([7, clock])
  expect(map.toJSON()).toEqual(facts)
  // One that says no suggestion's name is one of none.
  expect(modes(opened({ '7:1': { s: 5 } }).origins, 7, [1])).toEqual([null])
})
