import type { Person } from '../../domain/person.ts'
import type { DeskHub } from '../live/desk-hub.ts'
import type { Log } from '../log.ts'
import type { AccountDatabase } from './account-tables.ts'
import type { Attempts } from './attempts.ts'
import type { PostOffice } from './post-office.ts'
import type { Passwords } from './passwords.ts'
import type { Sessions } from './sessions.ts'

/** What everything about accounts works with. */
export type AccountDesk = {
  readonly database: AccountDatabase
  readonly now: () => Date
  readonly hub: DeskHub
  readonly log: Log
  /** What cookies are signed, and counters hashed, with. */
  readonly secret: string
  /** The address that people open, without a slash at the end. */
  readonly origin: string
  /** Whether mail is set up. Without it `post` drops all. */
  readonly canMail: boolean
  readonly post: PostOffice
  readonly passwords: Passwords
  readonly sessions: Sessions
  readonly attempts: Attempts
}

/** Somebody who came in: the token is for their browser alone. */
export type CameIn = {
  readonly ok: true
  readonly person: Person
  readonly token: string
}
