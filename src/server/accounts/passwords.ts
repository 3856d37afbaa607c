import type { PasswordCost } from './password-hash.ts'
import { hashPassword, nobodysHash, verifyPassword } from './password-hash.ts'

/** Hashing of passwords, off the main thread. */
export type Passwords = {
  hash(password: string): Promise<string>
  /** Whether it is the password of that hash. Without a hash it isn't, which takes as long to find. */
  matches(password: string, hash: string | null): Promise<boolean>
  /** Whether so many wait that nobody else should begin to. */
  readonly isFull: boolean
}

/** Each takes 32 MB and one of Node's four threads: two at once leave the others to files and names of hosts. */
const AT_ONCE = 2
/** So many may wait: the last of them for some ten seconds. */
const MOST_WAITING = 100

/** Hashing in turn, so that a flood of sign-ins can't take the server's memory. */
export function createPasswords(cost: PasswordCost): Passwords {
  const nobody = nobodysHash(cost)
  let atWork = 0
  const waiting: (() => void)[] = []
  const inTurn = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (atWork >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    else atWork++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else atWork--
    }
  }
  return {
    get isFull() {
      return waiting.length >= MOST_WAITING
    },
    hash: (password) => inTurn(() => hashPassword(password, cost)),
    matches: (password, hash) =>
      inTurn(async () => (await verifyPassword(hash ?? nobody, password)) && hash !== null),
  }
}
