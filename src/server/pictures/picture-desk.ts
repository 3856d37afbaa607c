import type { ServerDesk } from '../desk/server-desk.ts'
import type { Kysely } from 'kysely'
import type { PictureStore } from './picture-store.ts'
import type { OnTheirWay, UploadTables } from './upload-tables.ts'

/** What everything about pictures works with. */
export type PictureDesk = {
  readonly desk: Pick<ServerDesk, 'storage' | 'now' | 'settings' | 'log'>
  readonly store: PictureStore
  /** Makes a UUID. */
  readonly newId: () => string
}

/** Runs `work` in one transaction over the tables of pictures. Rejects with a `StorageFailure`. */
export function inTables<Value>(
  { desk }: PictureDesk,
  mode: 'readonly' | 'strict',
  work: (sql: Kysely<UploadTables>) => Promise<Value>,
): Promise<Value> {
  return desk.storage.run(['pictures'], mode, ({ sql }) => work(sql.withTables<OnTheirWay>()))
}
