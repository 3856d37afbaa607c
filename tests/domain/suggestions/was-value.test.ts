import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '../../../src/domain/json.ts'
import type { Change } from '../../../src/domain/suggestions/was-value.ts'
import { wasValue } from '../../../src/domain/suggestions/was-value.ts'

it.each<readonly [string, Json, readonly Change[], Json]>([
  ['nothing was changed', 'a', [], 'a'],
  ['one change', 'b', [{ was: 'a', to: 'b' }], 'a'],
  [
    'one on top of the other',
    'c',
    [
      { was: 'a', to: 'b' },
      { was: 'b', to: 'c' },
    ],
    'a',
  ],
  [
    'told in the other order',
    'c',
    [
      { was: 'b', to: 'c' },
      { was: 'a', to: 'b' },
    ],
    'a',
  ],
  ['something else was set since', 'x', [{ was: 'a', to: 'b' }], 'x'],
  [
    'the upper one stands, the lower no more',
    'c',
    [
      { was: 'x', to: 'c' },
      { was: 'a', to: 'b' },
    ],
    'x',
  ],
  [
    'both set the same, from different values',
    'b',
    [
      { was: 'a', to: 'b' },
      { was: 'c', to: 'b' },
    ],
    'c',
  ],
  [
    'there and back',
    'a',
    [
      { was: 'a', to: 'b' },
      { was: 'b', to: 'a' },
    ],
    'a',
  ],
  ['a format taken away', null, [{ was: true, to: null }], true],
  ['values that hold others', { x: 2 }, [{ was: { x: 1 }, to: { x: 2 } }], { x: 1 }],
  [
    'itself, for ever',
    'a',
    [
      { was: 'a', to: 'a' },
      { was: 'a', to: 'a' },
    ],
    'a',
  ],
])('%s', (_, value, changes, expected) => {
  expect(wasValue(value, changes)).toEqual(expected)
})

it('a chain is taken back to its beginning, in whatever order its links are told', () => {
  const chain = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      chain.chain((values) => {
        const links = values.slice(1).map((to, k): Change => ({ was: values[k] ?? null, to }))
        return fc.tuple(fc.constant(values), fc.shuffledSubarray(links, { minLength: links.length }))
      }),
      ([values, links]) => {
        expect(wasValue(values.at(-1) ?? null, links)).toBe(values[0])
      },
    ),
  )
})

it('always ends, with a value that was there or stands', () => {
  const value = fc.constantFrom<Json>('a', 'b', 'c', null)
  fc.assert(
    fc.property(value, fc.array(fc.record({ was: value, to: value })), (now, changes) => {
      expect([now, ...changes.map(({ was }) => was)]).toContain(wasValue(now, changes))
    }),
  )
})
