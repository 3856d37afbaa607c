import type { Person, Role } from '../domain/person.ts'
import type { Outcome, Refusal } from './backend.ts'

/** Accounts of a newsroom's server. Every refusal's message is for people. */
export interface Accounts {
  /**
   * What this browser has to do before there is a desk: nothing, sign in, or set the newsroom up. Where the server can't
   * be reached it answers from what this browser keeps. `watch` says, with no ids, when a session has ended meanwhile.
   */
  gate(): Promise<Outcome<'signed in' | 'signed out' | 'not set up'>>
  /** Makes the first chief, with the one-time code that the server printed, and signs them in. */
  setUp(first: {
    readonly code: string
    readonly name: string
    readonly email: string
    readonly password: string
  }): Promise<Outcome<Person>>
  signIn(who: { readonly email: string; readonly password: string }): Promise<Outcome<Person>>
  /**
   * Ends this browser's session. What is not sent yet stays in this browser until the same person signs in again. Where it
   * can't be kept there either it would be lost: that is refused, but with `loses`.
   */
  signOut(how?: { readonly loses: boolean }): Promise<SignedOut>
  /**
   * What an invitation's link says, and the name of whoever invites; refused where it was used, taken back or has
   * expired.
   */
  invitation(token: string): Promise<Outcome<Invited>>
  /** Takes an invitation up, once, and signs in. */
  accept(answer: {
    readonly token: string
    readonly name: string
    readonly password: string
  }): Promise<Outcome<Person>>
  /** Changes one's own name. What was written before keeps the name that it was signed with. */
  changeName(name: string): Promise<Outcome<Person>>
  /** Changes one's own password; ends one's other sessions. */
  changePassword(change: { readonly current: string; readonly next: string }): Promise<Outcome<null>>
  /** Sends a link to set a new password, where mail is set up; says the same whether or not there is such an account. */
  askReset(email: string): Promise<Outcome<null>>
  /** Sets a new password with a link's token, once; ends all sessions of that person. */
  reset(answer: { readonly token: string; readonly password: string }): Promise<Outcome<null>>
  /** One's own sessions, this one first. */
  sessions(): Promise<Outcome<readonly Session[]>>
  endSession(id: string): Promise<Outcome<null>>
  /** Everybody with an account, by name. Chiefs only, as all that follows. */
  members(): Promise<Outcome<readonly Member[]>>
  /** Invites somebody: a link, to be used once, that expires. */
  invite(who: {
    readonly name: string
    readonly email: string
    readonly role: Role
  }): Promise<Outcome<Invitation>>
  /** Invitations that wait to be taken up, latest first, without their links. */
  invitations(): Promise<Outcome<readonly Omit<Invitation, 'link'>[]>>
  revoke(invitation: string): Promise<Outcome<null>>
  setRole(person: string, role: Role): Promise<Outcome<null>>
  /** Deactivated people are signed out at once, everywhere; what they wrote stays. The last active chief stays one. */
  setActive(person: string, isActive: boolean): Promise<Outcome<null>>
  /** A link with which somebody sets a new password, once. */
  resetLink(person: string): Promise<Outcome<{ readonly link: string; readonly expiresAt: string }>>
}

/** `unkept`: how many changes are neither sent nor kept in this browser; there where that is why it was refused. */
export type SignedOut = { readonly ok: true; readonly value: null } | (Refusal & { readonly unkept?: number })

/** `by` is the name of the chief who invites. */
export type Invited = {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly by: string
}

export type Session = {
  readonly id: string
  readonly isThis: boolean
  /** As the browser calls itself, shortened: "Firefox on Windows". */
  readonly device: string
  /** ISO instants. */
  readonly since: string
  readonly lastSeen: string
}

export type Member = Person & { readonly email: string; readonly isActive: boolean }

export type Invitation = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly link: string
  /** ISO instant. */
  readonly expiresAt: string
}
