import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { ListPage, ListQuery } from '../../backends/backend.ts'
import { searchWords } from '../../domain/search-text.ts'
import type { Status } from '../../domain/story-record.ts'
import { STATUSES } from '../../domain/story-record.ts'
import type { StoreName } from '../../rules/desk-storage.ts'
import { listedRecord } from '../../rules/story-rows.ts'
import type { Tables } from '../database/tables.ts'
import type { Asked } from './asked-list.ts'
import { pageOfKeys } from './page-of-keys.ts'
import { searchedPage } from './searched-page.ts'
import type { SqlStorage } from './sql-storage.ts'

const LIST_STORES: readonly StoreName[] = ['records', 'searches']

/**
 * One page of the desk, as the backend's `list` answers it, from one moment of the database. What it costs hangs on how far down
 * the page is, not on how many stories there are: a search is counted as far as the next thousand beyond the page, but for one
 * person's stories.
 */
export function listStoriesSql(storage: SqlStorage, query: ListQuery): Promise<ListPage> {
  return storage.run(LIST_STORES, 'readonly', async ({ sql: kysely }) => {
    const counts = await countsOf(kysely)
    const words = searchWords(query.search)
    const asked: Asked = {
      statuses:
        query.statuses.length === 0 ? STATUSES : STATUSES.filter((each) => query.statuses.includes(each)),
      column: query.order === 'changed' ? 'place' : 'born',
      offset: query.offset,
      limit: query.limit,
      counts,
      own: ownOf(query),
    }
    const { ids, total, isMore } = await (words.length > 0
      ? searchedPage(kysely, asked, words)
      : pageOfKeys(kysely, asked))
    return { records: await recordsOf(kysely, ids), total, isMore, counts }
  })
}

/** Statuses that a desk doesn't know can't be asked for, and no story has them in a list. */
async function countsOf(kysely: Kysely<Tables>): Promise<ListPage['counts']> {
  const rows = await kysely.selectFrom('story_counts').selectAll().execute()
  const found = new Map(rows.map(({ status, stories }) => [status, stories]))
  return Object.fromEntries(STATUSES.map((status) => [status, found.get(status) ?? 0])) as Record<
    Status,
    number
  >
}

function ownOf({ reporter, claimant }: ListQuery): RawBuilder<boolean> | null {
  const wrote = reporter === undefined ? null : sql<boolean>`reporters @> ${[reporter]}::text[]`
  const claimed = claimant === undefined ? null : sql<boolean>`claimant = ${claimant}`
  return wrote && claimed ? sql<boolean>`${wrote} and ${claimed}` : (wrote ?? claimed)
}

async function recordsOf(kysely: Kysely<Tables>, ids: readonly string[]): Promise<ListPage['records']> {
  if (ids.length === 0) return []
  const rows = await kysely
    .selectFrom('records')
    .select(['id', 'data'])
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .execute()
  const found = new Map(rows.map(({ id, data }) => [id, data]))
  return ids.flatMap((id) => (found.has(id) ? [listedRecord(found.get(id))] : []))
}
