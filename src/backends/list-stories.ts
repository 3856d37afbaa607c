import { searchWords } from '../domain/search-text.ts'
import type { Status } from '../domain/story-record.ts'
import { STATUSES } from '../domain/story-record.ts'
import type { ListPage, ListQuery } from './backend.ts'
import type { Catalogue } from './catalogue.ts'
import type { DeskTransaction, StoreName } from '../rules/desk-storage.ts'
import { countByStatus, matching } from '../rules/list-query.ts'
import { listedRecord } from '../rules/story-rows.ts'

/** As far down as this the first pages of a desk are read through its indexes, without reading the rest. */
const NEAR = 400

export const LIST_STORES: readonly StoreName[] = ['records', 'searches', 'meta']

/** One page of the desk. */
export async function listStories(
  transaction: DeskTransaction,
  catalogue: Catalogue,
  query: ListQuery,
): Promise<ListPage> {
  const near = catalogue.isLoaded || isFar(query) ? null : await nearPage(transaction, catalogue, query)
  if (near) return near
  const listed = await catalogue.read(transaction, query.order, isSearch(query))
  const found = matching(listed, query)
  return {
    records: found.slice(query.offset, query.offset + query.limit).map(({ record }) => record),
    total: found.length,
    isMore: false,
    counts: countByStatus(listed),
  }
}

const isSearch = ({ search }: ListQuery): boolean => searchWords(search).length > 0

const isFar = (query: ListQuery): boolean =>
  isSearch(query) ||
  query.reporter !== undefined ||
  query.claimant !== undefined ||
  query.offset + query.limit > NEAR

/** The same through indexes; null where some row is damaged and so in no index. */
async function nearPage(
  transaction: DeskTransaction,
  catalogue: Catalogue,
  query: ListQuery,
): Promise<ListPage | null> {
  const counts = await catalogue.counts(transaction)
  const { byStatus } = counts
  const statuses = new Set(query.statuses)
  const every = STATUSES.reduce((sum, status) => sum + byStatus[status], 0)
  if (every < counts.all) return null
  const end = query.offset + query.limit
  const ranges = statuses.size === 0 ? [null] : [...statuses]
  const rows = await Promise.all(ranges.map((status) => transaction.firstStories(query.order, status, end)))
  const there = (status: Status | null): number => (status === null ? counts.all : byStatus[status])
  const isShort = ranges.some((status, index) => (rows[index]?.length ?? 0) < Math.min(end, there(status)))
  if (isShort) return null
  const key = query.order === 'changed' ? 'order' : 'born'
  const place = (row: unknown): number => Number((row as Record<string, unknown>)[key])
  return {
    records: rows
      .flat()
      .sort((a, b) => place(a) - place(b))
      .slice(query.offset, end)
      .map(listedRecord),
    total:
      statuses.size === 0 ? counts.all : [...statuses].reduce((sum, status) => sum + byStatus[status], 0),
    isMore: false,
    counts: byStatus,
  }
}

/** Reads what searches need, so that the first one need not wait for it. */
export async function warmCatalogue(transaction: DeskTransaction, catalogue: Catalogue): Promise<void> {
  await catalogue.read(transaction, 'changed', true)
}
