import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWhere } from '../../src/domain/first-where.ts'

test('finds what a walk from the start would find', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (numbers, from) => {
      const sorted = numbers.sort((a, b) => a - b)
      const walked = sorted.findIndex((number) => number >= from)
      const found = firstWhere(sorted.length, (index) => (sorted[index] ?? 0) >= from)
      expect(found).toBe(walked < 0 ? sorted.length : walked)
    }),
  )
})
