import { describe, expect, test } from 'vitest'
import { accessTo, type Right } from '../../src/domain/access.ts'
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
