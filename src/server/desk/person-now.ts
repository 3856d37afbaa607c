import type { Person } from '../../domain/person.ts'
import { asPerson } from '../../rules/stored-shapes.ts'
import type { SqlTransaction } from '../storage/sql-transaction.ts'

/**
 * Somebody who is signed in as they are in this very transaction, or null where they may do nothing any more: a role may have
 * been changed, or a person deactivated, since the request came.
 */
export async function personNow(transaction: SqlTransaction, person: Person): Promise<Person | null> {
  const row = await transaction.sql
    .selectFrom('people')
    .where('id', '=', person.id)
    .where('is_active', '=', true)
    .select(['id', 'name', 'role'])
    .executeTakeFirst()
  return asPerson(row)
}
