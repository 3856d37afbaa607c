import type { Member, Outcome } from '../../backends/backend.ts'
import type { Person, Role } from '../../domain/person.ts'
import { done } from '../../rules/refusals.ts'
import type { AccountDesk } from './account-desk.ts'
import { accountById, allAccounts } from './account-people.ts'
import { lastChief, noPerson, notChief } from './account-refusals.ts'
import type { AccountTransaction } from './account-tables.ts'
import { changePeople } from './account-tables.ts'
import { endLinks } from './one-time-links.ts'

/** Everybody with an account, by name. */
export async function members(desk: AccountDesk): Promise<Outcome<readonly Member[]>> {
  const all = await allAccounts(desk.database)
  return done(
    all
      .map(({ id, name, role, email, isActive }) => ({ id, name, role, email, isActive }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)),
  )
}

/** Whether that person is an active chief, as it stands in this transaction. */
export async function isChief(tx: AccountTransaction, person: string): Promise<boolean> {
  const found = await tx
    .selectFrom('people')
    .where('id', '=', person)
    .where('role', '=', 'chief')
    .where('is_active', '=', true)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

/** Gives somebody another role. Whoever is no chief any more has no invitation out either. */
export async function setRole(
  desk: AccountDesk,
  by: Person,
  person: string,
  role: Role,
): Promise<Outcome<null>> {
  const answer = await changePeople(desk.database, async (tx): Promise<Outcome<null>> => {
    if (!(await isChief(tx, by.id))) return notChief()
    const member = await accountById(tx, person)
    if (!member) return noPerson()
    if (role !== 'chief') {
      if (await isLastChief(tx, person)) return lastChief()
      await endLinks(tx, { made_by: person }, 'taken back')
    }
    await tx.updateTable('people').set({ role, updated_at: desk.now() }).where('id', '=', person).execute()
    return done(null)
  })
  if (answer.ok) {
    desk.log.info({ event: 'role set', by: by.id, person, role }, 'role set')
    desk.hub.post({ kind: 'people' })
  }
  return answer
}

/**
 * Deactivates somebody, or lets them in again. Whoever is deactivated has no session, no link to a new password and no
 * invitation out any more, and their live connections are closed on every server.
 */
export async function setActive(
  desk: AccountDesk,
  by: Person,
  person: string,
  isActive: boolean,
): Promise<Outcome<null>> {
  const answer = await changePeople(desk.database, async (tx): Promise<Outcome<null>> => {
    if (!(await isChief(tx, by.id))) return notChief()
    const member = await accountById(tx, person)
    if (!member) return noPerson()
    if (!isActive && (await isLastChief(tx, person))) return lastChief()
    await tx
      .updateTable('people')
      .set({ is_active: isActive, updated_at: desk.now() })
      .where('id', '=', person)
      .execute()
    if (!isActive) {
      await desk.sessions.endAll(tx, person, null)
      await endLinks(tx, { person }, 'taken back')
      await endLinks(tx, { made_by: person }, 'taken back')
    }
    return done(null)
  })
  if (answer.ok) {
    desk.log.info(
      { event: isActive ? 'reactivated' : 'deactivated', by: by.id, person },
      isActive ? 'reactivated' : 'deactivated',
    )
    if (!isActive) desk.hub.post({ kind: 'ended', person, session: null })
    desk.hub.post({ kind: 'people' })
  }
  return answer
}

/** Whether that person is an active chief, and nobody else with an account is. */
async function isLastChief(tx: AccountTransaction, person: string): Promise<boolean> {
  if (!(await isChief(tx, person))) return false
  const other = await tx
    .selectFrom('people')
    .innerJoin('credentials', 'credentials.user_id', 'people.id')
    .where('people.role', '=', 'chief')
    .where('people.is_active', '=', true)
    .where('people.id', '!=', person)
    .select('people.id')
    .executeTakeFirst()
  return other === undefined
}
