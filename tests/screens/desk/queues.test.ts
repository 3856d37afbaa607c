import { describe, expect, test } from 'vitest'
import type { Role } from '../../../src/domain/person.ts'
import { STATUSES } from '../../../src/domain/story-record.ts'
import {
  addressOf,
  ALL_STORIES,
  countOf,
  isShown,
  queryOf,
  queueOf,
  queuesOf,
  storyAddress,
} from '../../../src/screens/desk/queues.ts'
import { BLANK_LIST } from '../../../src/store/desk-state.ts'

const COUNTS = {
  draft: 1,
  submitted: 2,
  'in review': 4,
  'changes requested': 8,
  approved: 16,
  published: 32,
  spiked: 64,
}
const OWN = { drafts: 100, returned: 200, claimed: 300 }
const ROLES: readonly Role[] = ['reporter', 'sub-editor', 'chief']

const ORDERS: readonly (readonly [Role, readonly (readonly [string, number])[]])[] = [
  [
    'reporter',
    [
      ['All stories', 63],
      ['My drafts', 100],
      ['Changes requested', 200],
      ['Claimed by me', 300],
      ['Waiting for a sub', 2],
      ['In review', 4],
      ['Approved', 16],
      ['Published', 32],
      ['Spiked', 64],
    ],
  ],
  ...(['sub-editor', 'chief'] as const).map(
    (role) =>
      [
        role,
        [
          ['All stories', 63],
          ['Waiting for a sub', 2],
          ['Claimed by me', 300],
          ['In review', 4],
          ['Changes requested', 8],
          ['Approved', 16],
          ['Published', 32],
          ['Spiked', 64],
          ['My drafts', 100],
        ],
      ] as const,
  ),
]

test.each(ORDERS)('a %s has the queues in the order of the work, each with its count', (role, expected) => {
  expect(queuesOf(role).map((queue) => [queue.name, countOf(queue, COUNTS, OWN)])).toEqual(expected)
})

describe.each(ROLES)('the queues of a %s', (role) => {
  test.each(queuesOf(role).map((queue) => [queue.name, queue] as const))(
    '%s is found by its address, and by that of a story in it',
    (_name, queue) => {
      const idIn = (address: string): string =>
        new URL(address, 'http://desk.example').searchParams.get('queue') ?? ''
      expect(queueOf(idIn(addressOf(queue)), role)).toBe(queue)
      expect(queueOf(idIn(storyAddress('a', queue)), role)).toBe(queue)
      expect(new URL(storyAddress('a', queue), 'http://desk.example').pathname).toBe('/stories/a')
    },
  )

  test.each(queuesOf(role).map((queue) => [queue.name, queue] as const))(
    '%s is told from every other in a list, and has no count before there is one',
    (_name, queue) => {
      const query = { ...BLANK_LIST.query, search: 'ferry', ...queryOf(queue) }
      expect(queuesOf(role).filter((other) => isShown(other, query))).toEqual([queue])
      expect(countOf(queue, null, null)).toBeNull()
    },
  )

  test('hold every status', () => {
    expect(new Set(queuesOf(role).flatMap((queue) => queue.statuses))).toEqual(new Set(STATUSES))
  })
})

test('an unknown queue is all stories', () => {
  expect(queueOf('horoscopes', 'chief')).toBe(ALL_STORIES)
})

test('what is spiked is off the desk', () => {
  expect(queryOf(ALL_STORIES).statuses).not.toContain('spiked')
})

test('the one who reviews sees all that was sent back, a reporter their own', () => {
  expect(queueOf('changes-requested', 'sub-editor').whose).toBe('everybody')
  expect(queueOf('changes-requested', 'reporter').whose).toBe('mine')
})
