import type { Person, Role } from '../../domain/person.ts'
import type { AccountTransaction } from './account-tables.ts'
import { authLibrary } from './auth-library.ts'

export type NewAccount = {
  readonly name: string
  /** Folded. */
  readonly email: string
  readonly role: Role
  /** Of their password. */
  readonly hash: string
}

/** Adds a person with a password, in a transaction that changes people. */
export async function addAccount(
  tx: AccountTransaction,
  secret: string,
  { name, email, role, hash }: NewAccount,
): Promise<Person> {
  const { users } = await authLibrary(tx, secret)
  const { id } = await users.createUser(
    { name, email, emailVerified: true, role, isActive: true },
    { method: 'email-password' },
  )
  await addPassword(tx, secret, id, hash)
  return { id, name, role }
}

/** Gives a person who has none a password. */
export async function addPassword(
  tx: AccountTransaction,
  secret: string,
  person: string,
  hash: string,
): Promise<void> {
  const { users } = await authLibrary(tx, secret)
  await users.linkAccount({ userId: person, providerId: 'credential', accountId: person, password: hash })
}
