import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameJson } from '../../src/domain/json.ts'

const parsed = (json: string): unknown => JSON.parse(json)

describe('JSON values', () => {
  const cases: readonly [string, unknown, unknown, boolean][] = [
    ['a word and itself', 'a', 'a', true],
    ['a number and its digits', 1, '1', false],
    ['null and an object', null, {}, false],
    ['an object and null', {}, null, false],
    ['no and nothing', false, null, false],
    ['keys in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ['a list in another order', [1, 2], [2, 1], false],
    ['a list and its beginning', [1, 2], [1], false],
    ['a list and an object with its indexes', ['x'], { 0: 'x' }, false],
    ['one key more', { a: 1 }, { a: 1, b: 2 }, false],
    ['as many keys, but others', { a: undefined }, { b: undefined }, false],
    ['a difference deep inside', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
    ['two crops', { x: 0.1, y: 0, width: 1, height: 0.5 }, { height: 0.5, width: 1, y: 0, x: 0.1 }, true],
    ['a key that every object answers to', { toString: 1 }, { a: 1 }, false],
    ['a key that stands for the prototype', parsed('{"__proto__":{}}'), { a: 1 }, false],
    ['such a key on both sides', parsed('{"__proto__":{"a":1}}'), parsed('{"__proto__":{"a":1}}'), true],
    ['such a key with other values', parsed('{"__proto__":{"a":1}}'), parsed('{"__proto__":{"a":2}}'), false],
  ]
  test.each(cases)('%s', (_what, a, b, same) => {
    expect(sameJson(a, b)).toBe(same)
    expect(sameJson(b, a)).toBe(same)
  })
})

/** JSON with its keys in one order, as the judge of what is the same. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? ['object', ...Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))]
      : inner,
  )

test('two values are the same where they are written the same, whatever the order of keys', () => {
  const leaf = fc.oneof(fc.constantFrom(0, 1, '', '0', true, null), fc.constant([]), fc.constant({}))
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('value'), { maxKeys: 2 }),
    ),
  }))
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(sameJson(a, b)).toBe(sorted(a) === sorted(b))
      expect(sameJson(a, structuredClone(a))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
