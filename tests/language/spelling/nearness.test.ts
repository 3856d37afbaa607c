import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceOf, NearWords } from '../../../src/language/spelling/nearness.ts'

test.each([
  ['government', 'government', 0],
  ['goverment', 'government', 1],
  ['recieve', 'receive', 0.8],
  ['comittee', 'committee', 0.7],
  ['seperate', 'separate', 0.8],
  ['cat', 'dog', 2.8],
  ['', 'abc', 3],
])('%s is %s with a distance of %d', (one, other, distance) => {
  expect(distanceOf(one, other)).toBeCloseTo(distance)
})

test('it is the same both ways, nothing only from a word to itself, and never more than the longer word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      const distance = distanceOf(one, other)
      expect(distance).toBeCloseTo(distanceOf(other, one))
      expect(distance === 0).toBe(one === other)
      expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length) + 1e-9)
    }),
  )
})

test('near words begin alike, the nearest first, and are not the word itself', () => {
  const near = new NearWords(['minister', 'ministers', 'Ministry', 'sinister', 'minimum'])
  expect(near.near('minster', 1)).toEqual(['minister'])
  expect(near.near('Minsiters', 2)).toEqual(['ministers', 'minister'])
  expect(near.near('minister', 1)).toEqual(['ministers'])
})

test('with a limit a distance is the same up to it, and beyond it beyond it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'e'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, fc.constantFrom(0, 0.7, 1, 1.8, 2), (one, other, limit) => {
      const distance = distanceOf(one, other)
      const limited = distanceOf(one, other, limit)
      expect(limited <= limit ? limited : 'beyond').toBe(distance <= limit ? distance : 'beyond')
    }),
  )
})

test('none is passed over that is near enough', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', 'b', 'c', 'e', 'é', '’'),
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.uniqueArray(word), word, fc.constantFrom(1, 1.8, 2), (words, one, limit) => {
      const [plain, start] = [one.toLowerCase(), one.slice(0, 1).toLowerCase()]
      const near = words.filter((other) => {
        const distance = distanceOf(plain, other.toLowerCase())
        const isClose = Math.abs(other.length - one.length) <= limit * 1.5
        return other.toLowerCase().startsWith(start) && isClose && distance > 0 && distance <= limit
      })
      expect(new NearWords(words).near(one, limit).toSorted()).toEqual(near.toSorted())
    }),
  )
})
