import type { HttpRefusal } from '../http/route.ts'
import type { AccountDesk, CameIn } from './account-desk.ts'
import { foldEmail } from './account-names.ts'
import { accountByEmail, lockAccount } from './account-people.ts'
import { deactivated, tooManyTries, wrongPassword } from './account-refusals.ts'
import { loadAuthLibrary } from './auth-library.ts'
import { signInCounters } from './sign-in-counters.ts'

export type SignIn = {
  readonly email: string
  readonly password: string
  readonly address: string
  readonly userAgent: string
}

/**
 * Lets somebody in who knows the address and its password. What is refused, and how long that takes, is the same whether
 * the account exists or not; that it was deactivated is said only to whoever knows its password.
 */
export async function signIn(desk: AccountDesk, who: SignIn): Promise<CameIn | HttpRefusal> {
  const email = foldEmail(who.email)
  const counters = await signInCounters(desk.attempts, email, who.address)
  const wait = await desk.attempts.begin(counters.all)
  if (wait > 0) {
    desk.log.warn({ event: 'sign-in held back', address: who.address }, 'too many tries to sign in')
    return tooManyTries(wait)
  }
  const account = await accountByEmail(desk.database, email)
  if (!(await desk.passwords.matches(who.password, account?.hash ?? null)) || !account) {
    desk.log.warn({ event: 'sign-in failed', person: account?.id, address: who.address }, 'wrong password')
    return wrongPassword()
  }
  await desk.attempts.succeed(counters.forgiven, counters.shared)
  await loadAuthLibrary()
  return desk.database.transaction().execute(async (tx): Promise<CameIn | HttpRefusal> => {
    const now = await lockAccount(tx, account.id)
    // Deactivated, or given another password, while this one was verified.
    if (!now || now.hash !== account.hash) return wrongPassword()
    if (!now.isActive) {
      desk.log.warn({ event: 'sign-in refused', person: now.id, address: who.address }, 'deactivated account')
      return deactivated()
    }
    const { id, token } = await desk.sessions.begin(tx, now.id, who.userAgent)
    desk.log.info({ event: 'signed in', person: now.id, session: id, address: who.address }, 'signed in')
    return { ok: true, person: { id: now.id, name: now.name, role: now.role }, token }
  })
}
