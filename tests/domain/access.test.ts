import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACCESS, accessTo, allows, type Right } from '../../src/domain/access.ts'
import type { Person } from '../../src/domain/person.ts'
import type { Status } from '../../src/domain/story-record.ts'
import { STATUSES } from '../../src/domain/story-record.ts'
import { EVERYBODY, recordWith } from './story-records.ts'

type Who = keyof typeof EVERYBODY
const WHO: readonly Who[] = [
  'writer',
  'writing sub',
  'writing chief',
  'claimant',
  'claiming chief',
  'sub',
  'chief',
  'reporter',
]

/** The second table of DESIGN.md, section 5, written out by hand in the order of WHO. */
const TABLE: Readonly<Record<Status, string>> = {
  draft: 'edit edit edit suggest edit suggest edit comment',
  'changes requested': 'edit edit edit suggest edit suggest edit comment',
  submitted: 'comment comment comment comment comment comment comment read',
  'in review': 'suggest suggest edit edit edit suggest edit comment',
  approved: 'read read read read read read read read',
  published: 'read read read read read read read read',
  spiked: 'read read read read read read read read',
}

describe.each(STATUSES)('a story that is %s', (status) => {
  const rights = TABLE[status].split(' ') as Right[]
  test.each(WHO.map((who, index) => [who, rights[index]] as const))('%s: %s', (who, right) => {
    const access = accessTo(recordWith({ status }), EVERYBODY[who])
    expect(access.right).toBe(right)
    expect(access.why === '').toBe(right === 'edit')
  })
})

test('why it is no more is one sentence', () => {
  for (const status of STATUSES) {
    expect(accessTo(recordWith({ status }), EVERYBODY.reporter).why).toMatch(/^[A-Z][^.]+\.$/)
  }
})

test('whoever claimed it edits it, whatever their role has become', () => {
  const record = recordWith({ status: 'in review', claimant: EVERYBODY.reporter.id })
  expect(accessTo(record, EVERYBODY.reporter).right).toBe('edit')
})

const LADDER: readonly [Right, string][] = [
  ['edit', 'edit suggest comment read'],
  ['suggest', 'suggest comment read'],
  ['comment', 'comment read'],
  ['read', 'read'],
]
test.each(LADDER)('whoever may %s may %s, and nothing else', (right, allowed) => {
  for (const wanted of RIGHTS) {
    expect([wanted, allows({ right, why: '' }, wanted)]).toEqual([
      wanted,
      allowed.split(' ').includes(wanted),
    ])
  }
})

const RIGHTS: readonly Right[] = ['read', 'comment', 'suggest', 'edit']
const anybody: fc.Arbitrary<Person> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', ''),
  name: fc.constant('Somebody'),
  role: fc.constantFrom('reporter' as const, 'sub-editor' as const, 'chief' as const),
})
const anyRecord = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    reporters: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    claimant: fc.constantFrom('a', 'b', null),
  })
  .map(recordWith)

describe('whoever it is, whatever the story', () => {
  test('to have written or claimed it, or to rise, never takes a right away', () => {
    fc.assert(
      fc.property(anyRecord, anybody, (record, person) => {
        const rank = (story = record, somebody = person): number =>
          RIGHTS.indexOf(accessTo(story, somebody).right)
        expect(rank({ ...record, reporters: [...record.reporters, person.id] })).toBeGreaterThanOrEqual(
          rank(),
        )
        expect(rank(record, { ...person, role: 'chief' })).toBeGreaterThanOrEqual(rank())
        const claimed = { ...record, status: 'in review', claimant: person.id } as const
        expect(accessTo(claimed, person)).toEqual({ right: 'edit', why: '' })
      }),
    )
  })

  test('a story that is submitted or done with is edited by nobody', () => {
    const closed = fc.constantFrom<Status>('submitted', 'approved', 'published', 'spiked')
    fc.assert(
      fc.property(anyRecord, anybody, closed, (record, person, status) => {
        expect(accessTo({ ...record, status }, person).right).not.toMatch(/edit|suggest/)
      }),
    )
  })

  test('a name is not an id: who is called like a reporter has not written it', () => {
    const namesake: Person = { ...EVERYBODY.writer, id: 'another' }
    expect(accessTo(recordWith(), namesake).right).toBe(ACCESS.draft['other reporters'])
    expect(accessTo(recordWith({ reporters: [''] }), namesake).right).toBe('comment')
  })
})
