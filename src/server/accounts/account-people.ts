import type { Person, Role } from '../../domain/person.ts'
import type { AccountDatabase, AccountTransaction } from './account-tables.ts'

/** Somebody with an account. `hash` is of their password, null where they have none. */
export type Account = Person & {
  readonly email: string
  readonly isActive: boolean
  readonly hash: string | null
}

const select = (database: AccountDatabase | AccountTransaction) =>
  database
    .selectFrom('people')
    .leftJoin('credentials', (join) =>
      join.onRef('credentials.user_id', '=', 'people.id').on('credentials.provider_id', '=', 'credential'),
    )
    .where('people.email', 'is not', null)
    .select(['people.id', 'people.name', 'people.role', 'people.email', 'people.is_active'])
    .select('credentials.password')

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const accountOf = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  email: row.email ?? '',
  isActive: row.is_active,
  hash: row.password,
})

/** The account with that mail address (folded), or null. */
export async function accountByEmail(
  database: AccountDatabase | AccountTransaction,
  email: string,
): Promise<Account | null> {
  const row = await select(database).where('people.email', '=', email).executeTakeFirst()
  return row ? accountOf(row) : null
}

/** The account of that person, or null. */
export async function accountById(
  database: AccountDatabase | AccountTransaction,
  id: string,
): Promise<Account | null> {
  const row = await select(database).where('people.id', '=', id).executeTakeFirst()
  return row ? accountOf(row) : null
}

/** Everybody with an account. */
export const allAccounts = async (database: AccountDatabase): Promise<readonly Account[]> =>
  (await select(database).execute()).map(accountOf)

/** The same, with the person's row locked until the transaction ends: nobody is deactivated, or has a password set, meanwhile. */
export async function lockAccount(tx: AccountTransaction, id: string): Promise<Account | null> {
  const row = await select(tx).where('people.id', '=', id).forUpdate('people').executeTakeFirst()
  return row ? accountOf(row) : null
}

/** Whether anybody can sign in at all: an empty newsroom has to be set up. */
export async function hasAccounts(database: AccountDatabase | AccountTransaction): Promise<boolean> {
  return (
    (await database.selectFrom('credentials').select('user_id').limit(1).executeTakeFirst()) !== undefined
  )
}
