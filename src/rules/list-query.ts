import { matchesSearch, searchWords } from '../domain/search-text.ts'
import type { Status, StoryRecord } from '../domain/story-record.ts'
import { STATUSES } from '../domain/story-record.ts'
import type { ListQuery } from '../backends/backend.ts'

/** One story as a list sees it. `born` is the place of its creation in the desk's order. */
export type Listed = { readonly record: StoryRecord; readonly born: number; readonly text: string }

/** Those that match, in the order they came in. */
export function matching(listed: readonly Listed[], query: ListQuery): readonly Listed[] {
  const words = searchWords(query.search)
  return listed.filter(({ record, text }) => isAsked(record, query) && matchesSearch(text, words))
}

/** Whether a record is among those asked for, whatever is searched for in it. */
export function isAsked(record: StoryRecord, query: ListQuery): boolean {
  return (
    (query.statuses.length === 0 || query.statuses.includes(record.status)) &&
    (query.reporter === undefined || record.reporters.includes(query.reporter)) &&
    (query.claimant === undefined || record.claimant === query.claimant)
  )
}

/** Latest change, or latest creation, first. */
export function inOrder(listed: readonly Listed[], order: ListQuery['order']): readonly Listed[] {
  return order === 'changed'
    ? listed.toSorted((a, b) => b.record.sequence - a.record.sequence)
    : listed.toSorted((a, b) => b.born - a.born)
}

export function countByStatus(listed: readonly Listed[]): Readonly<Record<Status, number>> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>
  for (const { record } of listed) counts[record.status] += 1
  return counts
}
