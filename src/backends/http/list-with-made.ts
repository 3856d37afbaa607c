import type { StoryRecord } from '../../domain/story-record.ts'
import { foldText } from '../../domain/search-text.ts'
import { countByStatus, matching, type Listed } from '../../rules/list-query.ts'
import type { ListPage, ListQuery } from '../backend.ts'
import type { Asked } from './requests.ts'

/** A record as a search looks for it that knows only what a row shows. */
export function asListed(record: StoryRecord): Listed {
  const { headline, dek, slug, byline } = record.summary
  const text = foldText([headline, dek, slug, byline].join('\n'))
  return { record, born: Date.parse(record.createdAt), text }
}

/** One page of a list that begins with the stories that only this browser has (`made`, in order); `ask` gets the rest. */
export async function listWithMade(
  made: readonly StoryRecord[],
  query: ListQuery,
  ask: (query: ListQuery) => Promise<Asked<ListPage>>,
): Promise<Asked<ListPage>> {
  if (made.length === 0) return ask(query)
  const listed = made.map(asListed)
  const found = matching(listed, query)
  const here = found.slice(query.offset, query.offset + query.limit).map(({ record }) => record)
  // Asked for one where none is needed: it says how many there are.
  const limit = Math.max(1, query.limit - here.length)
  const asked = await ask({ ...query, offset: Math.max(0, query.offset - found.length), limit })
  if (!asked.ok) return asked
  const { records, total, counts, isMore } = asked.value
  const known = new Set(here.map(({ id }) => id))
  const rest = records.filter(({ id }) => !known.has(id))
  const own = countByStatus(listed)
  return {
    ok: true,
    value: {
      records: [...here, ...rest].slice(0, query.limit),
      total: total + found.length,
      isMore,
      counts: { ...counts, draft: counts.draft + own.draft },
    },
  }
}
