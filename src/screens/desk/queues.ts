import type { Role } from '../../domain/person.ts'
import type { Status } from '../../domain/story-record.ts'
import { STATUSES } from '../../domain/story-record.ts'
import type { DeskQuery, OwnCounts } from '../../store/desk-state.ts'

/** A filtered view of the desk. `id` stands in the address: /?queue=submitted. */
export type Queue = {
  readonly id: string
  readonly name: string
  readonly group: '' | 'To review' | 'Mine' | 'The desk'
  readonly statuses: readonly Status[]
  readonly whose: DeskQuery['whose']
  /** Which of the person's own counts is this queue's; without it the counts by status say how long it is. */
  readonly own?: keyof OwnCounts
  /** Work that waits for whoever looks at it: its count is marked while there is any. */
  readonly calls?: true
  /** What an empty queue says. */
  readonly empty: string
}

const ON_THE_DESK: readonly Status[] = STATUSES.filter((status) => status !== 'spiked')

const desk = (status: Status, name: string, empty: string): Queue => ({
  id: status.replaceAll(' ', '-'),
  name,
  group: 'The desk',
  statuses: [status],
  whose: 'everybody',
  empty,
})

export const ALL_STORIES: Queue = {
  id: '',
  name: 'All stories',
  group: '',
  statuses: ON_THE_DESK,
  whose: 'everybody',
  empty: 'There are no stories here.',
}

const DRAFTS: Queue = {
  id: 'my-drafts',
  name: 'My drafts',
  group: 'Mine',
  statuses: ['draft'],
  whose: 'mine',
  own: 'drafts',
  empty: 'You have no drafts.',
}

const CLAIMED: Queue = {
  id: 'claimed-by-me',
  name: 'Claimed by me',
  group: 'Mine',
  statuses: ['in review'],
  whose: 'claimed',
  own: 'claimed',
  calls: true,
  empty: 'You have claimed no story.',
}

const WAITING = desk('submitted', 'Waiting for a sub', 'Nothing is waiting for a sub-editor.')
const IN_REVIEW = desk('in review', 'In review', 'Nobody is reviewing a story now.')
const RETURNED = desk('changes requested', 'Changes requested', 'No story waits for changes.')

/** Of what the desk sent back a reporter looks for their own. */
const MY_RETURNED: Queue = {
  ...RETURNED,
  group: 'Mine',
  whose: 'mine',
  own: 'returned',
  calls: true,
  empty: 'No story of yours waits for changes.',
}

const DONE: readonly Queue[] = [
  desk('approved', 'Approved', 'No story is approved and unpublished.'),
  desk('published', 'Published', 'Nothing has been published yet.'),
  desk('spiked', 'Spiked', 'The spike is empty. What is spiked can be restored from here.'),
]

const OF_REPORTERS: readonly Queue[] = [
  ALL_STORIES,
  DRAFTS,
  MY_RETURNED,
  CLAIMED,
  WAITING,
  IN_REVIEW,
  ...DONE,
]

const OF_SUBS: readonly Queue[] = [
  ALL_STORIES,
  { ...WAITING, group: 'To review', calls: true },
  { ...CLAIMED, group: 'To review' },
  IN_REVIEW,
  RETURNED,
  ...DONE,
  DRAFTS,
]

/** The same queues for all, first those that somebody with this role works from. */
export const queuesOf = (role: Role): readonly Queue[] => (role === 'reporter' ? OF_REPORTERS : OF_SUBS)

/** The queue of that id, as somebody with this role sees it; all stories where there is none. */
export function queueOf(id: string, role: Role): Queue {
  return queuesOf(role).find((queue) => queue.id === id) ?? ALL_STORIES
}

export const addressOf = (queue: Queue): string => (queue.id === '' ? '/' : `/?queue=${queue.id}`)

/** The page of a story, which keeps the queue that it was reached from. */
export const storyAddress = (id: string, queue: Queue): string =>
  queue.id === '' ? `/stories/${id}` : `/stories/${id}?queue=${queue.id}`

/** How many stories a queue holds, or null while that is not known. */
export function countOf(
  queue: Queue,
  counts: Readonly<Record<Status, number>> | null,
  own: OwnCounts | null,
): number | null {
  if (queue.own !== undefined) return own?.[queue.own] ?? null
  return counts === null ? null : queue.statuses.reduce((sum, status) => sum + counts[status], 0)
}

/** The part of the desk's query that a queue decides. */
export const queryOf = (queue: Queue): Pick<DeskQuery, 'statuses' | 'whose'> => ({
  statuses: queue.statuses,
  whose: queue.whose,
})

/** Whether that is the queue which a list shows. */
export const isShown = (queue: Queue, query: DeskQuery): boolean =>
  query.statuses === queue.statuses && query.whose === queue.whose
