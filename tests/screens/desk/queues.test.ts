import { expect, test } from 'vitest'
import { STATUSES } from '../../../src/domain/story-record.ts'
import {
  addressOf,
  ALL_STORIES,
  countOf,
  queryOf,
  queueOf,
  QUEUES,
} from '../../../src/screens/desk/queues.ts'

const COUNTS = {
  draft: 1,
  submitted: 2,
  'in review': 4,
  'changes requested': 8,
  approved: 16,
  published: 32,
  spiked: 64,
}

test.each(QUEUES.map((queue) => [queue.name, queue] as const))(
  '%s is found by its address',
  (_name, queue) => {
    const id = new URL(addressOf(queue), 'http://desk.example').searchParams.get('queue') ?? ''
    expect(queueOf(id)).toBe(queue)
  },
)

test('an unknown queue is all stories', () => {
  expect(queueOf('horoscopes')).toBe(ALL_STORIES)
})

test.each([
  ['All stories', 63],
  ['My drafts', null],
  ['Submitted', 2],
  ['In review', 4],
  ['Changes requested', 8],
  ['Approved', 16],
  ['Published', 32],
  ['Spiked', 64],
])('%s counts %s', (name, expected) => {
  const queue = QUEUES.find((item) => item.name === name) ?? ALL_STORIES
  expect(queue.name).toBe(name)
  expect(countOf(queue, COUNTS)).toBe(expected)
  expect(countOf(queue, null)).toBeNull()
})

test('what is spiked is off the desk, and every status is in some queue', () => {
  expect(queryOf(ALL_STORIES).statuses).not.toContain('spiked')
  expect(new Set(QUEUES.flatMap((queue) => queue.statuses))).toEqual(new Set(STATUSES))
})
