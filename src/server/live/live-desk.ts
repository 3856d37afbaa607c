import type { DeskStorage } from '../../rules/desk-storage.ts'
import type { Database } from '../database/open-database.ts'
import type { Log } from '../log.ts'
import type { SqlStorage } from '../storage/sql-storage.ts'
import type { DeskHub } from './desk-hub.ts'

/** What the live layer works with; a ServerDesk is one. */
export type LiveDesk = {
  readonly storage: DeskStorage & {
    /** Where the storage can ask for what is foreseen at once: see SqlStorage. */
    readonly runForeseen?: SqlStorage['runForeseen']
  }
  /** Which kind of database the storage is in, where it is in one. */
  readonly database?: Pick<Database, 'kind'>
  readonly hub: DeskHub
  readonly now: () => Date
  readonly log: Log
}
