import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Entry } from '../../../src/domain/suggestions/entry.ts'
import { entryJson } from '../../../src/domain/suggestions/entry.ts'
import type { UnitState } from '../../../src/domain/suggestions/suggestion-index.ts'
import { sameState, suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { copyOf, docOf, meet } from '../documents.ts'

const set = (name: string, value: unknown) => (doc: Y.Doc) => void doc.getMap(name).set('k', value)

/** Facts and entries about the units 0 to 99 of client 7. */
const facts = fc.record({
  modes: fc.array(fc.tuple(fc.nat(99), fc.constantFrom('a', 'b', null)), { maxLength: 5 }),
  standIns: fc.array(
    fc.tuple(fc.nat(99), fc.constantFrom(7, 8), fc.nat(99), fc.integer({ min: 1, max: 9 })),
    {
      maxLength: 3,
    },
  ),
  entries: fc.array(
    fc.tuple(
      fc.constantFrom('d', 's', 'a', 'z'),
      fc.constantFrom('a', 'b', 'c'),
      fc.array(fc.tuple(fc.constantFrom(7, 8), fc.nat(99), fc.integer({ min: 1, max: 70 })), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    { maxLength: 6 },
  ),
})

function docWith(said: typeof facts extends fc.Arbitrary<infer Facts> ? Facts : never): Y.Doc {
  const doc = docOf(1)
  const [origins, entries] = [doc.getMap('origins'), doc.getMap('suggestions')]
  for (const [clock, suggestion] of said.modes) {
    origins.set(`7:${clock}`, suggestion === null ? {} : { s: suggestion })
  }
  for (const [clock, client, first, length] of said.standIns)
    origins.set(`7:${clock}=`, [client, first, length])
  said.entries.forEach(([type, suggestion, ids], k) => {
    entries.set(
      `k${k}`,
      type === 'a'
        ? ['a', ids]
        : type === 's'
          ? ['s', suggestion, ids, 'bold', null, k]
          : [type, suggestion, ids],
    )
  })
  return doc
}

const plain = (state: UnitState | null): unknown =>
  state && { ...state, sets: state.sets.map(({ key }) => key) }

describe('what is suggested about units', () => {
  it('in stretches is the same as unit by unit, and neighbours differ', () => {
    fc.assert(
      fc.property(facts, fc.nat(60), fc.integer({ min: 1, max: 60 }), (said, clock, length) => {
        const index = suggestionIndex(docWith(said))
        const stretches = index.stretches(7, clock, length)
        const one = Array.from({ length }, (_, k) => plain(index.stateOf([7, clock + k])))
        expect(
          stretches.flatMap((stretch) => Array.from({ length: stretch.length }, () => plain(stretch.state))),
        ).toEqual(one)
        expect(stretches.map(({ offset }) => offset)).toEqual(
          stretches.map((_, k) => stretches.slice(0, k).reduce((sum, stretch) => sum + stretch.length, 0)),
        )
        const alike = stretches.filter((stretch, k) => {
          const next = stretches[k + 1]
          return next !== undefined && sameState(stretch.state, next.state)
        })
        expect(alike).toEqual([])
      }),
    )
  })

  it('is the same whether it was there at first or came one by one', () => {
    fc.assert(
      fc.property(facts, (said) => {
        const from = docWith(said)
        const live = docOf(2)
        const index = suggestionIndex(live)
        for (const name of ['origins', 'suggestions']) {
          for (const [key, value] of from.getMap(name).entries()) live.getMap(name).set(key, value)
        }
        const anew = suggestionIndex(from)
        for (let clock = 0; clock < 110; clock++) {
          expect(plain(index.stateOf([7, clock]))).toEqual(plain(anew.stateOf([7, clock])))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is gone when all entries are', () => {
    fc.assert(
      fc.property(facts, (said) => {
        const doc = docWith({ ...said, modes: [] })
        const index = suggestionIndex(doc)
        for (const key of index.entries.keys()) index.drop(key)
        expect([index.mayChange(), index.stretches(7, 0, 200)]).toEqual([
          false,
          [{ offset: 0, length: 200, state: null }],
        ])
      }),
      { numRuns: 40 },
    )
  })
})

describe('entries', () => {
  const strike: Entry = { type: 'delete', suggestion: 'a', ids: [[7, 0, 10]] }

  it('each have a key that nobody else can have', () => {
    const [here, there] = [docOf(1), docOf(2)]
    const keys = [here, there].flatMap((doc) =>
      Array.from({ length: 3 }, () => doc.transact(() => suggestionIndex(doc).add(strike))),
    )
    meet(here, there)
    expect(new Set(keys).size).toBe(6)
    expect(new Set(here.getMap('suggestions').keys())).toEqual(new Set(keys))
    expect([...suggestionIndex(there).entries.keys()].sort()).toEqual(keys.sort())
  })

  it.each<readonly [string, readonly (readonly [number, number, number])[], unknown]>([
    [
      'in the middle',
      [[7, 3, 2]],
      [
        [7, 0, 3],
        [7, 5, 5],
      ],
    ],
    ['at an edge and beyond', [[7, 8, 50]], [[7, 0, 8]]],
    ['of somebody else', [[8, 0, 10]], [[7, 0, 10]]],
    [
      'all of it',
      [
        [7, 0, 4],
        [7, 4, 6],
      ],
      null,
    ],
  ])('are cut %s', (_, gone, left) => {
    const doc = docOf(1)
    const index = suggestionIndex(doc)
    doc.transact(() => index.cut(index.add(strike), gone))
    const entries = [...index.entries.values()]
    expect(entries).toEqual(left === null ? [] : [{ ...strike, ids: left }])
    expect(Object.values(doc.getMap('suggestions').toJSON())).toEqual(entries.map(entryJson))
  })

  it('that are none, and fields, are not cut', () => {
    const doc = docOf(1)
    const index = suggestionIndex(doc)
    const field: Entry = { type: 'field', suggestion: 'a', path: 'slug', to: 'x', turn: 1 }
    doc.transact(() => {
      index.cut('nothing', [[7, 0, 1]])
      index.cut(index.add(field), [[7, 0, 1]])
    })
    expect([...index.entries.values()]).toEqual([field])
  })

  it('that come and go are told', () => {
    const doc = docOf(1)
    const other = copyOf(doc, 2)
    const index = suggestionIndex(doc)
    const told: Entry[] = []
    const stop = index.watch((entry) => told.push(entry))
    const key = other.transact(() => suggestionIndex(other).add(strike))
    meet(doc, other)
    expect(told).toEqual([strike])
    other.getMap('suggestions').delete(key)
    meet(doc, other)
    expect(told.slice(1)).toEqual([strike])
    stop()
    doc.transact(() => index.add(strike))
    expect(told).toHaveLength(2)
  })

  it('are known to a text’s observers in the same transaction', () => {
    const doc = docOf(1)
    doc.getText('body').insert(0, 'words')
    const other = copyOf(doc, 2)
    const index = suggestionIndex(doc)
    let seen: UnitState | null = null
    doc.getText('body').observe(() => {
      seen = index.stateOf([1, 0])
    })
    other.transact(() => {
      suggestionIndex(other).add({ type: 'delete', suggestion: 'a', ids: [[1, 0, 5]] })
      other.getText('body').insert(5, '!')
    })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(seen).toEqual({ inserted: null, deleted: ['a'], sets: [] })
  })

  it('of fields come in the order of their turns, and of their keys where two took the same turn', () => {
    const doc = docOf(1)
    const map = doc.getMap('suggestions')
    for (const [key, turn] of [
      ['c', 2],
      ['b', 1],
      ['a', 2],
      ['d', 0],
    ] as const) {
      map.set(key, ['f', key, 'slug', key, turn])
    }
    expect(
      suggestionIndex(doc)
        .proposals()
        .map(({ key }) => key),
    ).toEqual(['d', 'b', 'a', 'c'])
  })
})

it.each<readonly [string, (doc: Y.Doc) => void, boolean]>([
  ['nothing', () => undefined, false],
  ['an entry', set('suggestions', ['d', 'a', [[7, 0, 1]]]), true],
  ['an entry of a newer Stet', set('suggestions', ['z', 'a']), false],
  ['who made a suggestion', (doc) => void doc.getMap('origins').set('s:a', { by: 'ann', at: '' }), false],
  ['that somebody suggests', (doc) => void doc.getMap('origins').set('7:0', { s: 'a' }), true],
])('with %s in the document, anything may be suggested: %s', (_, write, expected) => {
  const doc = docOf(1)
  write(doc)
  expect(suggestionIndex(doc).mayChange()).toBe(expected)
})

it('there is one for a document', () => {
  const doc = docOf(1)
  expect(suggestionIndex(doc)).toBe(suggestionIndex(doc))
  expect(suggestionIndex(docOf(1))).not.toBe(suggestionIndex(doc))
})
