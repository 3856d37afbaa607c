import type { StoryRecord } from '../../domain/story-record.ts'
import type { ListPage, ListQuery } from '../backend.ts'
import { LIMITS } from '../wire.ts'
import { listPage } from '../wire/story-answers.ts'
import type { Asked, Requests } from './requests.ts'

/** One page of the list; one that is longer than the server answers at once is asked for in pieces. */
export async function readList(requests: Requests, query: ListQuery): Promise<Asked<ListPage>> {
  const records: StoryRecord[] = []
  for (;;) {
    const offset = query.offset + records.length
    const limit = Math.min(query.limit - records.length, LIMITS.page)
    const asked = await requests.get(listPath({ ...query, offset, limit }), listPage)
    if (!asked.ok) return asked
    records.push(...asked.value.records)
    const isWhole = records.length >= query.limit || asked.value.records.length < limit
    if (isWhole) return { ok: true, value: { ...asked.value, records } }
  }
}

function listPath({ search, order, offset, limit, statuses, reporter, claimant }: ListQuery): string {
  const asked = new URLSearchParams({ search, order, offset: String(offset), limit: String(limit) })
  for (const status of statuses) asked.append('status', status)
  if (reporter !== undefined) asked.set('reporter', reporter)
  if (claimant !== undefined) asked.set('claimant', claimant)
  return `/api/stories?${asked.toString()}`
}
