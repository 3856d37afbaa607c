import type { Outcome } from '../../backends/backend.ts'
import type { Person } from '../../domain/person.ts'
import { done, invalid } from '../../rules/refusals.ts'
import type { HttpRefusal } from '../http/route.ts'
import type { AccountDesk } from './account-desk.ts'
import { foldEmail } from './account-names.ts'
import type { Account } from './account-people.ts'
import { accountByEmail, accountById, lockAccount } from './account-people.ts'
import {
  deadReset,
  isDeactivated,
  noMail,
  noPerson,
  notChief,
  tooManyTries,
  wrongCurrent,
} from './account-refusals.ts'
import type { AccountTransaction } from './account-tables.ts'
import { changePeople } from './account-tables.ts'
import { authLibrary, loadAuthLibrary } from './auth-library.ts'
import { passwordChangedMail, resetMail } from './mails.ts'
import { isChief } from './members.ts'
import { addPassword } from './new-account.ts'
import { endLinks, findLink, holds, LINK_LIFE, makeLink } from './one-time-links.ts'
import { passwordProblem } from './password-policy.ts'
import type { SignedIn } from './session-of.ts'
import { accountCounter, currentCounter, resetMailCounter } from './sign-in-counters.ts'

/** A session goes on with another token: what it was called before counts no more. */
export type Renewed = { readonly ok: true; readonly token: string }

/** Changes one's own password, and ends one's other sessions. This one gets a new token. */
export async function changePassword(
  desk: AccountDesk,
  { person, session }: SignedIn,
  change: { readonly current: string; readonly next: string },
): Promise<Renewed | HttpRefusal> {
  const account = await accountById(desk.database, person.id)
  if (!account) return noPerson()
  const counter = currentCounter(person.id)
  const wait = await desk.attempts.begin([counter])
  if (wait > 0) return tooManyTries(wait)
  if (!(await desk.passwords.matches(change.current, account.hash))) {
    desk.log.warn({ event: 'password change failed', person: person.id }, 'wrong current password')
    return wrongCurrent()
  }
  await desk.attempts.succeed([counter.name], [])
  const problem = passwordProblem(change.next, account)
  if (problem !== null) return invalid(problem)
  const hash = await desk.passwords.hash(change.next)
  await loadAuthLibrary()
  const answer = await changePeople(desk.database, async (tx) => {
    const now = await lockAccount(tx, person.id)
    if (!now?.isActive || now.hash !== account.hash) return null
    await storePassword(tx, desk.secret, now, hash)
    const ended = await desk.sessions.endAll(tx, person.id, session)
    await endLinks(tx, { kind: 'reset', person: person.id }, 'taken back')
    return { ended, token: await desk.sessions.renew(tx, session) }
  })
  if (!answer) return wrongCurrent()
  desk.log.info({ event: 'password changed', person: person.id }, 'password changed')
  desk.post.send(passwordChangedMail(account))
  for (const id of answer.ended) desk.hub.post({ kind: 'ended', person: person.id, session: id })
  return { ok: true, token: answer.token }
}

/**
 * Mails a link to set a new password, if there is such an account. It answers before it has looked, so that neither the
 * answer nor its time tells whether there is.
 */
export function askReset(desk: AccountDesk, typed: string): Outcome<null> {
  if (!desk.canMail) return noMail()
  const email = foldEmail(typed)
  desk.post.sendLater(async () => {
    if ((await desk.attempts.begin([resetMailCounter(email)])) > 0) return null
    const account = await accountByEmail(desk.database, email)
    if (!account?.isActive) return null
    const { link } = await desk.database.transaction().execute((tx) =>
      makeLink(tx, desk.origin, desk.now(), {
        kind: 'reset',
        person: account.id,
        invited: null,
        by: null,
        life: LINK_LIFE.reset,
      }),
    )
    desk.log.info({ event: 'reset asked', person: account.id }, 'a link to set a new password was asked for')
    return resetMail({ ...account, link })
  })
  return done(null)
}

/** A link with which somebody sets a new password, for a chief to hand on. */
export async function resetLink(
  desk: AccountDesk,
  by: Person,
  person: string,
): Promise<Outcome<{ readonly link: string; readonly expiresAt: string }>> {
  const answer = await changePeople(desk.database, async (tx) => {
    if (!(await isChief(tx, by.id))) return notChief()
    const account = await accountById(tx, person)
    if (!account) return noPerson()
    if (!account.isActive) return isDeactivated(account.name)
    await endLinks(tx, { kind: 'reset', person }, 'taken back')
    const { link, expiresAt } = await makeLink(tx, desk.origin, desk.now(), {
      kind: 'reset',
      person,
      invited: null,
      by: by.id,
      life: LINK_LIFE.resetByChief,
    })
    return done({ link, expiresAt })
  })
  if (answer.ok) desk.log.info({ event: 'reset link made', by: by.id, person }, 'reset link made')
  return answer
}

/** Sets a new password with a link's token, once, and ends all sessions of that person. */
export async function reset(
  desk: AccountDesk,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Outcome<null>> {
  const link = await findLink(desk.database, 'reset', token)
  const account = link?.person ? await accountById(desk.database, link.person) : null
  if (!link || !account?.isActive || !holds(link, desk.now())) return deadReset()
  const problem = passwordProblem(password, account)
  if (problem !== null) return invalid(problem)
  const hash = await desk.passwords.hash(password)
  await loadAuthLibrary()
  const isSet = await changePeople(desk.database, async (tx) => {
    const [now, current] = [await lockAccount(tx, account.id), await findLink(tx, 'reset', token)]
    if (!now?.isActive || !current || !holds(current, desk.now())) return false
    await endLinks(tx, { id: link.id }, 'used')
    await endLinks(tx, { kind: 'reset', person: now.id }, 'taken back')
    await storePassword(tx, desk.secret, now, hash)
    await desk.sessions.endAll(tx, now.id, null)
    return true
  })
  if (!isSet) return deadReset()
  await desk.attempts.succeed([accountCounter(account.email).name], [])
  desk.log.info({ event: 'password reset', person: account.id }, 'password reset')
  desk.post.send(passwordChangedMail(account))
  desk.hub.post({ kind: 'ended', person: account.id, session: null })
  return done(null)
}

async function storePassword(
  tx: AccountTransaction,
  secret: string,
  account: Account,
  hash: string,
): Promise<void> {
  if (account.hash === null) return addPassword(tx, secret, account.id, hash)
  const { users } = await authLibrary(tx, secret)
  await users.updatePassword(account.id, hash)
}
