import type { Migration } from 'kysely'
import { desk } from './migrations/0001-desk.ts'
import { queues } from './migrations/0002-queues.ts'
import { accounts } from './migrations/0003-accounts.ts'
import { uploads } from './migrations/0004-uploads.ts'
import { writers } from './migrations/0005-writers.ts'

/**
 * All steps that a database goes through, by name and in this order; each is run once, and never changed afterwards.
 * There is no way back: an older Stet doesn't open a newer one's database.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-desk': desk,
  '0002-queues': queues,
  '0003-accounts': accounts,
  '0004-uploads': uploads,
  '0005-writers': writers,
}
