import type { ServerDesk } from '../desk/server-desk.ts'
import type { Route } from '../http/route.ts'
import type { AccountDesk } from './account-desk.ts'
import { accountRoutes } from './account-routes.ts'
import { accountsOf } from './account-tables.ts'
import { Attempts } from './attempts.ts'
import type { Mailer } from './mailer.ts'
import type { PasswordCost } from './password-hash.ts'
import { PASSWORD_COST } from './password-hash.ts'
import { createPasswords } from './passwords.ts'
import { openPostOffice } from './post-office.ts'
import { openSessions } from './open-sessions.ts'
import { sessionCookie } from './session-cookie.ts'
import type { SessionOf } from './session-of.ts'
import { Sessions } from './sessions.ts'
import { offerSetUp } from './set-up.ts'

/** Everything about who may come in. */
export type ServerAccounts = {
  /**
   * Reads session and person anew each time. A connection that stays open asks again at times, with the headers that it came
   * with: the same object means its session for another minute when that has got another token meanwhile, as a new password
   * gives it one.
   */
  readonly sessionOf: SessionOf
  readonly routes: readonly Route[]
  /** Where the newsroom has nobody yet: prints a new one-time code, with which /set-up makes the first chief. */
  whenEmpty(print: (code: string) => void): Promise<void>
}

/**
 * Accounts over a desk's database. `secret` signs cookies, `origin` is the address that people open, without a slash at the
 * end; `mail` is null where the newsroom sends none, and `passwordCost` lower than usual for tests alone. Throws `InsecureAddress` where that is plain http and not this machine.
 */
export function createAccounts(
  desk: Pick<ServerDesk, 'database' | 'hub' | 'now' | 'log'>,
  options: {
    readonly secret: string
    readonly origin: string
    readonly mail: Mailer | null
    readonly passwordCost?: PasswordCost
  },
): ServerAccounts {
  const { secret, origin, mail } = options
  const { hub, now, log } = desk
  const cookie = sessionCookie(origin, secret)
  const database = accountsOf(desk.database)
  const accounts: AccountDesk = {
    database,
    now,
    hub,
    log,
    secret,
    origin,
    canMail: mail !== null,
    post: openPostOffice(mail, log),
    passwords: createPasswords(options.passwordCost ?? PASSWORD_COST),
    sessions: new Sessions(database, secret, now),
    attempts: new Attempts(database, secret, now),
  }
  return {
    sessionOf: openSessions(accounts.sessions, cookie, now),
    routes: accountRoutes(accounts, cookie),
    whenEmpty: (print) => offerSetUp(accounts, desk.database.kind === 'pglite', print),
  }
}
