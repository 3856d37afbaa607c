import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personColour, ROLE_NAMES } from '../../src/domain/person.ts'
import { ACCESS } from '../../src/domain/access.ts'

test('every id has one of eight colours, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (id) => {
      expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(personColour(id))
    }),
  )
})

const odd: readonly [string, string][] = [
  ['no id', ''],
  ['half a character', '\uD83D'],
  ['a family', '👩‍👩‍👧'],
  ['a very long one', 'z'.repeat(100_000)],
]
test.each(odd)('%s has a colour too', (_what, id) =>
  expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(personColour(id)),
)

test('a newsroom’s people are spread over all eight colours', () => {
  const seen = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0 }
  for (const id of fc.sample(fc.uuid(), { numRuns: 400, seed: 7 })) seen[personColour(id)] += 1
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(30)
})

// Two tabs may run two versions of Stet: a person's colour is the same in both.
const lasting: readonly [string, number][] = [
  ['rita', 8],
  ['otto', 5],
  ['01932f5e-7c1a-7000-8000-00000000beef', 6],
  ['👩‍👩‍👧', 4],
]
test.each(lasting)('the colour of %s is %i for ever', (id, colour) => expect(personColour(id)).toBe(colour))

test('ids that differ in their last character alone differ in colour', () => {
  const colours = ['0', '1', '2', '3'].map((last) =>
    personColour(`01932f5e-0000-7000-8000-00000000000${last}`),
  )
  expect(new Set(colours).size).toBe(4)
})

test('every role has a name for people: a capital, no code', () => {
  for (const [role, name] of Object.entries(ROLE_NAMES)) {
    expect(name).toMatch(/^[A-Z][a-z-]+$/)
    expect(name.toLowerCase()).toBe(role)
  }
})

test('whoever reviews has a standing of their own to a draft', () => {
  const roles = Object.keys(ROLE_NAMES)
  expect(Object.keys(ACCESS.draft)).toEqual(
    expect.arrayContaining(roles.filter((role) => role !== 'reporter')),
  )
})
