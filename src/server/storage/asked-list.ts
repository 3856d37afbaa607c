import type { RawBuilder } from 'kysely'
import type { ListPage } from '../../backends/backend.ts'
import type { Status } from '../../domain/story-record.ts'

/** What a list asks for, as its statements need it. */
export type Asked = {
  readonly statuses: readonly Status[]
  /** The column that orders: the latest has the smallest. */
  readonly column: 'place' | 'born'
  readonly offset: number
  readonly limit: number
  /** How many stories there are of each status. */
  readonly counts: ListPage['counts']
  /** Limits the list to one person's stories; null for everybody's. */
  readonly own: RawBuilder<boolean> | null
}

/** One page of ids, in order, and how many there are in all, as a `ListPage` has it. */
export type Keys = { readonly ids: readonly string[] } & Pick<ListPage, 'total' | 'isMore'>
