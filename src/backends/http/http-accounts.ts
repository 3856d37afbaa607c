import * as z from 'zod/mini'
import type { Person } from '../../domain/person.ts'
import type { Accounts, Outcome } from '../backend.ts'
import { gate, invitation, invitations, invited, members, resetLink, sessions } from '../wire/accounts.ts'
import { person as personShape } from '../wire/story-answers.ts'
import type { Asked, Requests } from './requests.ts'
import { asOutcome, isUnanswered } from './requests.ts'

/** What coming in and going out does to the rest of the tab. */
export type Door = {
  /** Who works here as far as is known, or null. */
  readonly person: () => Person | null
  /** This person has come in. */
  readonly cameIn: (person: Person) => Promise<void>
  /** Stores what is left, before the session is ended. */
  readonly settle: () => Promise<void>
  /** The person has gone out. */
  readonly wentOut: () => Promise<void>
}

/** Accounts over the newsroom's server. */
export function httpAccounts(requests: Requests, door: Door): Accounts {
  const at = (path: string): string => `/api/accounts/${path}`
  const done = async (asked: Promise<Asked<null>>): Promise<Outcome<null>> => asOutcome(await asked)
  const enter = async (path: string, body: object): Promise<Outcome<Person>> => {
    const asked = await requests.post(at(path), personShape, body)
    if (asked.ok) await door.cameIn(asked.value)
    return asOutcome(asked)
  }
  const part = (id: string): string => encodeURIComponent(id)
  return {
    async gate() {
      const asked = await requests.get(at('gate'), gate)
      if (!asked.ok && isUnanswered(asked) && door.person()) return { ok: true, value: 'signed in' }
      return asOutcome(asked)
    },
    setUp: (first) => enter('set-up', first),
    signIn: (who) => enter('sign-in', who),
    async signOut() {
      await door.settle()
      const asked = await requests.post(at('sign-out'), z.null())
      if (asked.ok) await door.wentOut()
      return asOutcome(asked)
    },
    invitation: async (token) => asOutcome(await requests.post(at('invitation'), invited, { token })),
    accept: (answer) => enter('accept', answer),
    changePassword: (change) => done(requests.post(at('password'), z.null(), change)),
    askReset: (email) => done(requests.post(at('ask-reset'), z.null(), { email })),
    reset: (answer) => done(requests.post(at('reset'), z.null(), answer)),
    sessions: async () => asOutcome(await requests.get(at('sessions'), sessions)),
    endSession: (id) => done(requests.delete(at(`sessions/${part(id)}`), z.null())),
    members: async () => asOutcome(await requests.get(at('members'), members)),
    invite: async (who) => asOutcome(await requests.post(at('invitations'), invitation, who)),
    invitations: async () => asOutcome(await requests.get(at('invitations'), invitations)),
    revoke: (id) => done(requests.delete(at(`invitations/${part(id)}`), z.null())),
    setRole: (id, role) => done(requests.post(at(`members/${part(id)}/role`), z.null(), { role })),
    setActive: (id, isActive) =>
      done(requests.post(at(`members/${part(id)}/active`), z.null(), { isActive })),
    resetLink: async (id) => asOutcome(await requests.post(at(`members/${part(id)}/reset-link`), resetLink)),
  }
}
