import type { Outcome } from '../../backends/backend.ts'
import type { Person } from '../../domain/person.ts'
import { done } from '../../rules/refusals.ts'
import type { AccountDesk } from './account-desk.ts'
import { readName } from './account-names.ts'
import { lockAccount } from './account-people.ts'
import { noPerson } from './account-refusals.ts'
import { changePeople } from './account-tables.ts'

/** Gives somebody the name that they ask for, and tells everybody. What was signed before keeps the name it had. */
export async function changeName(desk: AccountDesk, person: string, typed: string): Promise<Outcome<Person>> {
  const read = readName(typed)
  if (!read.ok) return read
  const name = read.value
  const answer = await changePeople(desk.database, async (tx): Promise<Outcome<Person>> => {
    const account = await lockAccount(tx, person)
    if (!account) return noPerson()
    await tx.updateTable('people').set({ name, updated_at: desk.now() }).where('id', '=', person).execute()
    return done({ id: person, name, role: account.role })
  })
  if (answer.ok) {
    desk.log.info({ event: 'name changed', person }, 'name changed')
    desk.hub.post({ kind: 'people' })
  }
  return answer
}
