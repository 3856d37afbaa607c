import type { NewsroomSettings } from '../../domain/newsroom-settings.ts'
import type { Database } from '../database/open-database.ts'
import type { DeskHub } from '../live/desk-hub.ts'
import type { Log } from '../log.ts'
import type { SqlStorage } from '../storage/sql-storage.ts'

/** What all parts of the newsroom's server work with. */
export type ServerDesk = {
  readonly storage: SqlStorage
  readonly database: Database
  readonly hub: DeskHub
  readonly now: () => Date
  /** Client id of a Yjs document that the server writes, once: a new story's or a new epoch's seed. */
  readonly seeder: () => number
  readonly settings: NewsroomSettings
  readonly log: Log
}
