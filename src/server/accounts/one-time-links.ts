import { randomUUID } from 'node:crypto'
import type { Role } from '../../domain/person.ts'
import type { AccountDatabase, AccountTables, AccountTransaction } from './account-tables.ts'
import { hashToken, newToken } from './secret-token.ts'

const HOUR = 60 * 60_000

/** Milliseconds for which links hold. */
export const LINK_LIFE = {
  invitation: 7 * 24 * HOUR,
  /** One that somebody asked for by mail. */
  reset: HOUR,
  /** One that a chief hands on. */
  resetByChief: 24 * HOUR,
} as const

export type LinkKind = 'invitation' | 'reset'

/** A link that was made: its token is not stored, so it can't be shown again. */
export type MadeLink = { readonly id: string; readonly link: string; readonly expiresAt: string }

export type OneTimeLink = AccountTables['one_time_links']

type NewLink = {
  readonly kind: LinkKind
  readonly person: string | null
  readonly invited: { readonly name: string; readonly email: string; readonly role: Role } | null
  readonly by: string | null
  readonly life: number
}

/** Makes a link below that address. Its token stands in the fragment, which browsers send to nobody and no server logs. */
export async function makeLink(
  tx: AccountTransaction,
  origin: string,
  now: Date,
  { kind, person, invited, by, life }: NewLink,
): Promise<MadeLink> {
  const id = randomUUID()
  const token = newToken()
  const expiresAt = new Date(now.getTime() + life)
  await tx
    .insertInto('one_time_links')
    .values({
      id,
      kind,
      token: hashToken(token),
      person,
      name: invited?.name ?? null,
      email: invited?.email ?? null,
      role: invited?.role ?? null,
      made_by: by,
      made_at: now,
      expires_at: expiresAt,
      ended: null,
    })
    .execute()
  return { id, link: `${origin}/${kind}#${token}`, expiresAt: expiresAt.toISOString() }
}

/** The link with that token, whether or not it still holds; null where none was made. */
export async function findLink(
  database: AccountDatabase | AccountTransaction,
  kind: LinkKind,
  token: string,
): Promise<OneTimeLink | null> {
  const row = await database
    .selectFrom('one_time_links')
    .where('token', '=', hashToken(token))
    .where('kind', '=', kind)
    .selectAll()
    .executeTakeFirst()
  return row ?? null
}

/** Whether a link can still be taken up. */
export const holds = (link: OneTimeLink, now: Date): boolean => link.ended === null && now < link.expires_at

/** Ends the links that still hold and fit; answers with how many those were. */
export async function endLinks(
  tx: AccountDatabase | AccountTransaction,
  which: Partial<Pick<OneTimeLink, 'id' | 'kind' | 'person' | 'email' | 'made_by'>>,
  how: 'used' | 'taken back',
): Promise<number> {
  let query = tx.updateTable('one_time_links').set({ ended: how }).where('ended', 'is', null)
  for (const [name, value] of Object.entries(which)) {
    query = query.where(name as keyof typeof which, '=', value)
  }
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}
