import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../database/open-database.ts'

/** The tables of accounts, as migration 0003-accounts makes them. Of tokens and codes they hold hashes. */
export type AccountTables = {
  people: {
    id: string
    name: string
    role: string
    /** In lower case; null: never had an account here. */
    email: string | null
    is_active: boolean
    updated_at: Date
  }
  credentials: { user_id: string; provider_id: string; password: string | null }
  sessions: {
    id: string
    token: string
    user_id: string
    created_at: Date
    /** When the session was last used, to some minutes. */
    updated_at: Date
    expires_at: Date
    user_agent: string | null
  }
  one_time_links: {
    id: string
    kind: 'invitation' | 'reset'
    token: string
    /** Whose password is set anew; null for an invitation. */
    person: string | null
    name: string | null
    email: string | null
    role: string | null
    made_by: string | null
    made_at: Date
    expires_at: Date
    /** Null: it can still be taken up, until it expires. */
    ended: 'used' | 'taken back' | null
  }
  sign_in_failures: { key: string; count: number; last_at: Date; known_at: Date | null }
  set_up_codes: { hash: string; made_at: Date }
}

export type AccountDatabase = Kysely<AccountTables>
export type AccountTransaction = Transaction<AccountTables>

/** The accounts of a database. */
export const accountsOf = (database: Database): AccountDatabase =>
  database.kysely as unknown as AccountDatabase

/** A number of its own among the database's advisory locks. */
const PEOPLE_LOCK = 7_383_801

/**
 * One transaction that changes who may come in. They happen one after the other, on however many servers, so that what
 * each finds (no account yet, another chief) still holds when it is done.
 */
export function changePeople<Answer>(
  accounts: AccountDatabase,
  work: (tx: AccountTransaction) => Promise<Answer>,
): Promise<Answer> {
  return accounts.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(PEOPLE_LOCK)})`.execute(tx)
    return work(tx)
  })
}
