import type { Person } from '../../../src/domain/person.ts'
import { accountsOf } from '../../../src/server/accounts/account-tables.ts'
import { addPassword } from '../../../src/server/accounts/new-account.ts'
import { sessionCookie } from '../../../src/server/accounts/session-cookie.ts'
import { Sessions } from '../../../src/server/accounts/sessions.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import { cheapHash } from './cheap-hash.ts'

export type Seat = {
  /** Of the server. */
  readonly secret: string
  readonly origin: string
  readonly now?: () => Date
  /** Without them: an address of their own, and no sign-in. */
  readonly email?: string
  readonly password?: string
  readonly userAgent?: string
}

/**
 * Puts somebody on a desk whose server has that secret and address, and signs them in, without the time that passwords take.
 * Answers with the `cookie` header of their browser.
 */
export async function seatPerson(
  database: Database,
  { secret, origin, now = () => new Date(), ...more }: Seat,
  { id, name, role }: Person,
): Promise<string> {
  const accounts = accountsOf(database)
  const email = more.email ?? `${id.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}@seated.example`
  const { token } = await accounts.transaction().execute(async (tx) => {
    const row = { id, name, role, email, is_active: true, updated_at: now() }
    await tx
      .insertInto('people')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, role, email }))
      .execute()
    if (more.password !== undefined) await addPassword(tx, secret, id, cheapHash(more.password))
    return new Sessions(accounts, secret, now).begin(tx, id, more.userAgent ?? 'a test')
  })
  const line = await sessionCookie(origin, secret).keep(token, new Headers())
  return line.slice(0, line.indexOf(';'))
}
