import { addressGroup } from './address-group.ts'
import type { Attempts, Counter } from './attempts.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** One account from one network: somebody who mistypes, or tries one password after the other. */
const PAIR = { free: 5, first: 5 * SECOND, most: 15 * MINUTE, memory: 24 * HOUR }
/** One account from everywhere: many machines that try. Whoever signed in from their network before isn't held up by them. */
const ACCOUNT = { free: 20, first: 5 * SECOND, most: 15 * MINUTE, memory: 24 * HOUR }
/** One network and all accounts: one password tried on everybody. A whole newsroom may be behind it. */
const NETWORK = { free: 50, first: 5 * SECOND, most: 15 * MINUTE, memory: HOUR }

/** By what tries to sign in are counted: `forgiven` after one that went well, `shared` with other accounts. */
export type SignInCounters = {
  readonly all: readonly Counter[]
  readonly forgiven: readonly string[]
  readonly shared: readonly string[]
}

/** The counters of a try with that mail address (folded) from that network address. */
export async function signInCounters(
  attempts: Attempts,
  email: string,
  address: string,
): Promise<SignInCounters> {
  const network = `network ${addressGroup(address)}`
  const account = accountCounter(email)
  const pair = `${account.name} ${network}`
  const isKnown = await attempts.isKnown(pair)
  return {
    all: [{ name: pair, backOff: PAIR }, ...(isKnown ? [] : [account]), { name: network, backOff: NETWORK }],
    forgiven: isKnown ? [pair] : [pair, account.name],
    shared: [network],
  }
}

/** Counts tries at one account, wherever they come from. */
export const accountCounter = (email: string): Counter => ({
  name: `account ${email}`,
  backOff: ACCOUNT,
})

/** Counts tries to guess the current password by whoever has somebody's session. */
export const currentCounter = (person: string): Counter => ({ name: `current ${person}`, backOff: PAIR })

/** Counts tries to guess the set-up code: from one network, and from all. */
export const setUpCounters = (address: string): readonly Counter[] => [
  { name: `set-up ${addressGroup(address)}`, backOff: PAIR },
  { name: 'set-up', backOff: ACCOUNT },
]

/** Counts mails that somebody asks for on behalf of an address: three, and then none for an hour. */
export const resetMailCounter = (email: string): Counter => ({
  name: `reset mail ${email}`,
  backOff: { free: 3, first: HOUR, most: HOUR, memory: HOUR },
})
