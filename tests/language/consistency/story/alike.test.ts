import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, likeness } from '../../../../src/language/consistency/story/alike.ts'

describe('likeness of names', () => {
  it.each([
    ['Noël', 'Noel', 'same'],
    ['Zelenskiy', 'Zelensky', 'sound'],
    ['Meier', 'Mayer', null],
    ['Smith', 'Smyth', 'sound'],
    ['Starmer', 'Starmor', 'letters'],
    ['Martin', 'Morton', null],
    ['Hall', 'Hill', null],
    ['Lee', 'Lea', null],
  ])('%s and %s: %s', (one, two, like) => {
    expect(likeness(one, two)).toBe(like)
    expect(likeness(two, one)).toBe(like)
  })
})

describe('edit distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

  it('is 0 for the same, 1 for one change, and the same both ways', () => {
    expect([
      editDistance('kudja', 'kujda', 2),
      editDistance('abc', 'abd', 2),
      editDistance('abc', 'ab', 2),
    ]).toEqual([1, 1, 1])
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, a, 3)).toBe(0)
        expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3))
      }),
    )
  })

  it('goes no further than asked', () => {
    expect(editDistance('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3)
  })
})
