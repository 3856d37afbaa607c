import type { Database } from '../database/open-database.ts'
import { foldEmail } from './account-names.ts'
import { accountByEmail } from './account-people.ts'
import { accountsOf, changePeople } from './account-tables.ts'
import { endLinks, LINK_LIFE, makeLink } from './one-time-links.ts'

export type Rescue =
  | { readonly ok: true; readonly name: string; readonly link: string; readonly expiresAt: string }
  /** For whoever runs the server. */
  | { readonly ok: false; readonly message: string }

/**
 * A link with which somebody sets a new password, for whoever runs the server: the way back for a newsroom whose chiefs have
 * all forgotten theirs. An account that was deactivated is let in again, since nobody may be left who could do that.
 */
export function rescueLink(database: Database, origin: string, typed: string, now: Date): Promise<Rescue> {
  return changePeople(accountsOf(database), async (tx): Promise<Rescue> => {
    const account = await accountByEmail(tx, foldEmail(typed))
    if (!account)
      return { ok: false, message: 'Nobody has an account with this address. Nothing was changed.' }
    await tx
      .updateTable('people')
      .set({ is_active: true, updated_at: now })
      .where('id', '=', account.id)
      .execute()
    await endLinks(tx, { kind: 'reset', person: account.id }, 'taken back')
    const { link, expiresAt } = await makeLink(tx, origin, now, {
      kind: 'reset',
      person: account.id,
      invited: null,
      by: null,
      life: LINK_LIFE.reset,
    })
    return { ok: true, name: account.name, link, expiresAt }
  })
}
