import type { Invitation, Invited, Outcome } from '../../backends/backend.ts'
import type { Person, Role } from '../../domain/person.ts'
import { done, invalid } from '../../rules/refusals.ts'
import type { HttpRefusal } from '../http/route.ts'
import type { AccountDesk, CameIn } from './account-desk.ts'
import { readEmail, readName } from './account-names.ts'
import { accountByEmail, accountById } from './account-people.ts'
import {
  addressTaken,
  deadInvitation,
  expiredInvitation,
  noInvitation,
  notChief,
  usedInvitation,
} from './account-refusals.ts'
import type { AccountDatabase, AccountTransaction } from './account-tables.ts'
import { changePeople } from './account-tables.ts'
import { loadAuthLibrary } from './auth-library.ts'
import { isChief } from './members.ts'
import { invitationMail } from './mails.ts'
import { addAccount } from './new-account.ts'
import type { OneTimeLink } from './one-time-links.ts'
import { endLinks, findLink, holds, LINK_LIFE, makeLink } from './one-time-links.ts'
import { passwordProblem } from './password-policy.ts'

/**
 * Invites somebody: answers with the link for the chief to hand on, and mails it where mail is set up. An invitation to the
 * same address that waits is taken back, so that only the newest link holds.
 */
export async function invite(
  desk: AccountDesk,
  by: Person,
  who: { readonly name: string; readonly email: string; readonly role: Role },
): Promise<Outcome<Invitation>> {
  const name = readName(who.name)
  if (!name.ok) return name
  const email = readEmail(who.email)
  if (!email.ok) return email
  const invited = { name: name.value, email: email.value, role: who.role }
  const answer = await changePeople(desk.database, async (tx): Promise<Outcome<Invitation>> => {
    if (!(await isChief(tx, by.id))) return notChief()
    const there = await accountByEmail(tx, invited.email)
    if (there) return addressTaken(there.name, there.isActive)
    await endLinks(tx, { kind: 'invitation', email: invited.email }, 'taken back')
    const made = await makeLink(tx, desk.origin, desk.now(), {
      kind: 'invitation',
      person: null,
      invited,
      by: by.id,
      life: LINK_LIFE.invitation,
    })
    return done({ ...invited, ...made })
  })
  if (answer.ok) {
    desk.log.info({ event: 'invited', by: by.id, invitation: answer.value.id, role: who.role }, 'invited')
    desk.post.send(invitationMail({ ...invited, by: by.name, link: answer.value.link }))
  }
  return answer
}

/** Invitations that wait to be taken up, latest first. */
export async function invitations(desk: AccountDesk): Promise<Outcome<readonly Omit<Invitation, 'link'>[]>> {
  const rows = await desk.database
    .selectFrom('one_time_links')
    .where('kind', '=', 'invitation')
    .where('ended', 'is', null)
    .where('expires_at', '>', desk.now())
    .selectAll()
    .orderBy('made_at', 'desc')
    .execute()
  return done(
    rows.map((row) => {
      const { name, email, role } = invitedBy(row)
      return { id: row.id, name, email, role, expiresAt: row.expires_at.toISOString() }
    }),
  )
}

/** Takes an invitation back: its link is dead. */
export async function revoke(desk: AccountDesk, by: Person, id: string): Promise<Outcome<null>> {
  const answer = await changePeople(desk.database, async (tx): Promise<Outcome<null>> => {
    if (!(await isChief(tx, by.id))) return notChief()
    return (await endLinks(tx, { id, kind: 'invitation' }, 'taken back')) > 0 ? done(null) : noInvitation()
  })
  if (answer.ok) desk.log.info({ event: 'invitation taken back', by: by.id, invitation: id }, 'taken back')
  return answer
}

/** What an invitation's link says to whoever has it. */
export async function invitation(desk: AccountDesk, token: string): Promise<Outcome<Invited>> {
  const found = await openInvitation(desk.database, token, desk.now())
  if (!found.ok) return found
  const by = found.value.made_by === null ? null : await accountById(desk.database, found.value.made_by)
  return done({ ...invitedBy(found.value), by: by?.name ?? '' })
}

export type Acceptance = {
  readonly token: string
  readonly name: string
  readonly password: string
  readonly userAgent: string
}

/** Takes an invitation up: makes the account, ends the link and lets the new person in, all or nothing, once. */
export async function accept(desk: AccountDesk, answer: Acceptance): Promise<CameIn | HttpRefusal> {
  const waiting = await openInvitation(desk.database, answer.token, desk.now())
  if (!waiting.ok) return waiting
  const name = readName(answer.name)
  if (!name.ok) return name
  const { email, role } = invitedBy(waiting.value)
  const problem = passwordProblem(answer.password, { name: name.value, email })
  if (problem !== null) return invalid(problem)
  const hash = await desk.passwords.hash(answer.password)
  await loadAuthLibrary()
  const came = await changePeople(desk.database, async (tx): Promise<CameIn | HttpRefusal> => {
    const found = await openInvitation(tx, answer.token, desk.now())
    if (!found.ok) return found
    await endLinks(tx, { id: found.value.id }, 'used')
    const person = await addAccount(tx, desk.secret, { name: name.value, email, role, hash })
    const { token } = await desk.sessions.begin(tx, person.id, answer.userAgent)
    return { ok: true, person, token }
  })
  if (came.ok) {
    desk.log.info(
      { event: 'invitation taken up', person: came.person.id, invitation: waiting.value.id },
      'taken up',
    )
    desk.hub.post({ kind: 'people' })
  }
  return came
}

async function openInvitation(
  database: AccountDatabase | AccountTransaction,
  token: string,
  now: Date,
): Promise<Outcome<OneTimeLink>> {
  const link = await findLink(database, 'invitation', token)
  if (!link || link.ended === 'taken back') return deadInvitation()
  if (link.ended === 'used') return usedInvitation()
  return holds(link, now) ? done(link) : expiredInvitation()
}

const invitedBy = (link: OneTimeLink) => ({
  name: link.name ?? '',
  email: link.email ?? '',
  role: (link.role ?? 'reporter') as Role,
})
