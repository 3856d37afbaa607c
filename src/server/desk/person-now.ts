import type { Person } from '../../domain/person.ts'
import type { DeskTransaction } from '../../rules/desk-storage.ts'
import { asPerson } from '../../rules/stored-shapes.ts'

/** Somebody who is signed in as they are in this very transaction: a role may have been changed since the request came. */
export async function personNow(transaction: DeskTransaction, person: Person): Promise<Person | null> {
  return asPerson(await transaction.get('people', person.id))
}
