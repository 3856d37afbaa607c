import type { Person } from '../../domain/person.ts'
import { nothing } from '../../rules/shape.ts'
import type { Accounts, Outcome, Refusal } from '../backend.ts'
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
  /** Stores what is left, before the session is ended; answers how many changes are neither sent nor kept here. */
  readonly settle: () => Promise<number>
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
    async signOut({ loses } = { loses: false }) {
      const unkept = await door.settle()
      if (unkept > 0 && !loses) return { ...wouldLose(unkept), unkept }
      const asked = await requests.post(at('sign-out'), nothing)
      if (asked.ok) await door.wentOut()
      return asOutcome(asked)
    },
    invitation: async (token) => asOutcome(await requests.post(at('invitation'), invited, { token })),
    accept: (answer) => enter('accept', answer),
    changeName: (name) => enter('name', { name }),
    changePassword: (change) => done(requests.post(at('password'), nothing, change)),
    askReset: (email) => done(requests.post(at('ask-reset'), nothing, { email })),
    reset: (answer) => done(requests.post(at('reset'), nothing, answer)),
    sessions: async () => asOutcome(await requests.get(at('sessions'), sessions)),
    endSession: (id) => done(requests.delete(at(`sessions/${part(id)}`), nothing)),
    members: async () => asOutcome(await requests.get(at('members'), members)),
    invite: async (who) => asOutcome(await requests.post(at('invitations'), invitation, who)),
    invitations: async () => asOutcome(await requests.get(at('invitations'), invitations)),
    revoke: (id) => done(requests.delete(at(`invitations/${part(id)}`), nothing)),
    setRole: (id, role) => done(requests.post(at(`members/${part(id)}/role`), nothing, { role })),
    setActive: (id, isActive) => done(requests.post(at(`members/${part(id)}/active`), nothing, { isActive })),
    resetLink: async (id) => asOutcome(await requests.post(at(`members/${part(id)}/reset-link`), resetLink)),
  }
}

const wouldLose = (unkept: number): Refusal => ({
  ok: false,
  reason: 'storage',
  message: `You are still signed in. ${unkept === 1 ? '1 change of yours has' : `${unkept} changes of yours have`} not reached the newsroom’s server, and this browser could not keep ${unkept === 1 ? 'it' : 'them'}. What you wrote is still on screen: copy what you want to keep, or sign out when the server can be reached.`,
})
