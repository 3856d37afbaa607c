import type { Invitation, Invited, Member, Session } from '../backends/backend.ts'
import type { Role } from '../domain/person.ts'
import type { Asked } from './desk-state.ts'

/** What has to be done before there is a desk; 'unknown' until the server has said it. */
export type Gate = 'unknown' | 'signed in' | 'signed out' | 'not set up'

/** What screens know of accounts. */
export type AccountsState = {
  readonly gate: Gate
  /** Why the gate is not known: the server can't be reached. '' while it is asked. */
  readonly problem: string
  /** What was sent off in forms that are on screen. */
  readonly forms: Readonly<Partial<Record<AccountForm, FormState>>>
  /** What the link says that an invited person opened; null before it is asked for. */
  readonly invited: Asked<Invited> | null
  /** One's own sessions, this one first; null before they are asked for, as all that follows. */
  readonly sessions: Asked<readonly Session[]> | null
  readonly members: Asked<readonly Member[]> | null
  readonly invitations: Asked<readonly WaitingInvitation[]> | null
  /** A link that was just made: the server does not tell it again. */
  readonly issued: IssuedLink | null
  /** How many changes would be lost with signing out, which was refused for that; 0 where it was not. */
  readonly unkept: number
}

export type AccountForm =
  | 'sign in'
  | 'set up'
  | 'accept'
  | 'ask reset'
  | 'reset'
  | 'change name'
  | 'change password'
  | 'invite'

export type FormState =
  | { readonly status: 'busy' }
  | { readonly status: 'refused'; readonly message: string }
  | { readonly status: 'done' }

export type { Invited } from '../backends/backend.ts'

/** Somebody with an account, as chiefs see them. */
export type AccountMember = Member

export type WaitingInvitation = Omit<Invitation, 'link'>

/** `expiresAt` is an ISO instant. */
export type IssuedLink = {
  readonly kind: 'invitation' | 'reset'
  readonly name: string
  readonly link: string
  readonly expiresAt: string
}

export type AccountTask =
  | { readonly type: 'ask gate' }
  | { readonly type: 'sign in'; readonly email: string; readonly password: string }
  | {
      readonly type: 'set up'
      readonly code: string
      readonly name: string
      readonly email: string
      readonly password: string
    }
  | { readonly type: 'read invitation'; readonly token: string }
  | { readonly type: 'accept'; readonly token: string; readonly name: string; readonly password: string }
  | { readonly type: 'ask reset'; readonly email: string }
  | { readonly type: 'reset'; readonly token: string; readonly password: string }
  | { readonly type: 'change name'; readonly name: string }
  | { readonly type: 'change password'; readonly current: string; readonly next: string }
  | { readonly type: 'sign out'; readonly loses?: true }
  | { readonly type: 'load sessions' }
  | { readonly type: 'end sessions'; readonly ids: readonly string[] }
  | { readonly type: 'load members' }
  | { readonly type: 'invite'; readonly name: string; readonly email: string; readonly role: Role }
  | { readonly type: 'revoke'; readonly invitation: string }
  | { readonly type: 'set role'; readonly person: string; readonly role: Role }
  | { readonly type: 'set active'; readonly person: string; readonly isActive: boolean }
  | { readonly type: 'make reset link'; readonly person: string; readonly name: string }

export const BLANK_ACCOUNTS: AccountsState = {
  gate: 'unknown',
  problem: '',
  forms: {},
  invited: null,
  sessions: null,
  members: null,
  invitations: null,
  issued: null,
  unkept: 0,
}
