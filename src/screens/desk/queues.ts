import type { Status } from '../../domain/story-record.ts'
import { STATUSES } from '../../domain/story-record.ts'
import type { DeskQuery } from '../../store/desk-state.ts'

/** A filtered view of the desk. `id` stands in the address: /?queue=submitted. */
export type Queue = {
  readonly id: string
  readonly name: string
  readonly group: '' | 'Mine' | 'The desk'
  readonly statuses: readonly Status[]
  readonly mine: boolean
  /** What an empty queue says. */
  readonly empty: string
}

const ON_THE_DESK: readonly Status[] = STATUSES.filter((status) => status !== 'spiked')

const desk = (id: Status, name: string, empty: string): Queue => ({
  id: id.replaceAll(' ', '-'),
  name,
  group: 'The desk',
  statuses: [id],
  mine: false,
  empty,
})

export const ALL_STORIES: Queue = {
  id: '',
  name: 'All stories',
  group: '',
  statuses: ON_THE_DESK,
  mine: false,
  empty: 'There are no stories here.',
}

export const QUEUES: readonly Queue[] = [
  ALL_STORIES,
  {
    id: 'my-drafts',
    name: 'My drafts',
    group: 'Mine',
    statuses: ['draft'],
    mine: true,
    empty: 'You have no drafts.',
  },
  desk('submitted', 'Submitted', 'Nothing is waiting for a sub-editor.'),
  desk('in review', 'In review', 'Nobody is reviewing a story now.'),
  desk('changes requested', 'Changes requested', 'No story waits for changes.'),
  desk('approved', 'Approved', 'No story is approved and unpublished.'),
  desk('published', 'Published', 'Nothing has been published yet.'),
  desk('spiked', 'Spiked', 'The spike is empty. What is spiked can be restored from here.'),
]

/** The queue of that id; all stories where there is none. */
export function queueOf(id: string): Queue {
  return QUEUES.find((queue) => queue.id === id) ?? ALL_STORIES
}

export const addressOf = (queue: Queue): string => (queue.id === '' ? '/' : `/?queue=${queue.id}`)

/** How many stories a queue holds, or null where the counts by status do not say. */
export function countOf(queue: Queue, counts: Readonly<Record<Status, number>> | null): number | null {
  if (counts === null || queue.mine) return null
  return queue.statuses.reduce((sum, status) => sum + counts[status], 0)
}

/** The part of the desk's query that a queue decides. */
export const queryOf = (queue: Queue): Pick<DeskQuery, 'statuses' | 'mine'> => ({
  statuses: queue.statuses,
  mine: queue.mine,
})
