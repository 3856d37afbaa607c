import { timingSafeEqual } from 'node:crypto'
import type { HttpRefusal } from '../http/route.ts'
import type { AccountDesk, CameIn } from './account-desk.ts'
import { readEmail, readName } from './account-names.ts'
import { hasAccounts } from './account-people.ts'
import { alreadySetUp, tooManyTries, wrongCode } from './account-refusals.ts'
import type { AccountDatabase, AccountTransaction } from './account-tables.ts'
import { changePeople } from './account-tables.ts'
import { loadAuthLibrary } from './auth-library.ts'
import { addAccount } from './new-account.ts'
import { passwordProblem } from './password-policy.ts'
import { hashToken } from './secret-token.ts'
import { newSetUpCode, readSetUpCode } from './set-up-code.ts'
import { setUpCounters } from './sign-in-counters.ts'
import { invalid } from '../../rules/refusals.ts'

/** Milliseconds for which a printed code holds. */
const CODE_LIFE = 24 * 60 * 60_000

export type FirstChief = {
  readonly code: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly address: string
  readonly userAgent: string
}

/**
 * Prints a new code for the first chief where the newsroom has no account yet. Each server of a newsroom prints its own,
 * and each of them holds, for a day; `isAlone` where no other server can have printed one: then this is the only one.
 */
export async function offerSetUp(
  desk: AccountDesk,
  isAlone: boolean,
  print: (code: string) => void,
): Promise<void> {
  const code = newSetUpCode()
  const isOffered = await changePeople(desk.database, async (tx) => {
    if (await hasAccounts(tx)) return false
    const past = new Date(desk.now().getTime() - CODE_LIFE)
    const old = tx.deleteFrom('set_up_codes')
    await (isAlone ? old : old.where('made_at', '<', past)).execute()
    await tx
      .insertInto('set_up_codes')
      .values({ hash: hashToken(code), made_at: desk.now() })
      .execute()
    return true
  })
  if (isOffered) print(code)
}

/** Makes the first chief of an empty newsroom, once, for whoever has the code that a server printed, and lets them in. */
export async function setUp(desk: AccountDesk, first: FirstChief): Promise<CameIn | HttpRefusal> {
  if (await hasAccounts(desk.database)) return alreadySetUp()
  const counters = setUpCounters(first.address)
  const wait = await desk.attempts.begin(counters)
  if (wait > 0) return tooManyTries(wait)
  if (!(await isOffered(desk.database, first.code, desk.now()))) {
    desk.log.warn({ event: 'set-up refused', address: first.address }, 'wrong set-up code')
    return wrongCode()
  }
  await desk.attempts.succeed(
    counters.map(({ name }) => name),
    [],
  )
  const name = readName(first.name)
  if (!name.ok) return name
  const email = readEmail(first.email)
  if (!email.ok) return email
  const owner = { name: name.value, email: email.value }
  const problem = passwordProblem(first.password, owner)
  if (problem !== null) return invalid(problem)
  const hash = await desk.passwords.hash(first.password)
  await loadAuthLibrary()
  const answer = await changePeople(desk.database, async (tx): Promise<CameIn | HttpRefusal> => {
    if (await hasAccounts(tx)) return alreadySetUp()
    if (!(await isOffered(tx, first.code, desk.now()))) return wrongCode()
    const person = await addAccount(tx, desk.secret, { ...owner, role: 'chief', hash })
    await tx.deleteFrom('set_up_codes').execute()
    const { token } = await desk.sessions.begin(tx, person.id, first.userAgent)
    return { ok: true, person, token }
  })
  if (answer.ok) {
    desk.log.info({ event: 'set up', person: answer.person.id }, 'the newsroom was set up')
    desk.hub.post({ kind: 'people' })
  }
  return answer
}

/** Whether a code that holds was printed like that. Compared in full with each, so that time tells nothing. */
async function isOffered(
  database: AccountDatabase | AccountTransaction,
  typed: string,
  now: Date,
): Promise<boolean> {
  const rows = await database.selectFrom('set_up_codes').selectAll().execute()
  const given = Buffer.from(hashToken(readSetUpCode(typed)))
  return rows
    .filter(({ made_at }) => now.getTime() - made_at.getTime() < CODE_LIFE)
    .map(({ hash }) => timingSafeEqual(Buffer.from(hash), given))
    .includes(true)
}
