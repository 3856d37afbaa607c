import type { Person } from '../domain/person.ts'
import type { LateEdit, Notice, Outcome, Verdict, Version, VersionHead } from '../backends/backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { versionKey } from './version-key.ts'
import { done, unreadableVersion } from './refusals.ts'
import { asCopy, asLateRow, asNoticeRow, asVerdict, asVersionHead } from './stored-past.ts'

export const VERSION_STORES: readonly StoreName[] = ['versions', 'copies']

/** So many notices are kept in sight. */
const NOTICES = 100

/** What was decided about a story's suggestions, oldest first. */
export async function readVerdicts(transaction: DeskTransaction, id: string): Promise<readonly Verdict[]> {
  return (await transaction.ofStory('verdicts', id)).map(asVerdict).filter((row) => row !== null)
}

/** Heads of a story's versions, newest first. */
export async function readVersions(
  transaction: DeskTransaction,
  id: string,
): Promise<readonly VersionHead[]> {
  const rows = await transaction.ofStory('versions', id)
  return rows
    .map(asVersionHead)
    .filter((row) => row !== null)
    .toReversed()
}

/** One version, or null where there is none of that number. */
export async function readVersion(
  transaction: DeskTransaction,
  id: string,
  number: number,
): Promise<Outcome<Version | null>> {
  const stored = await transaction.get('versions', versionKey(id, number))
  if (stored === undefined) return done(null)
  const head = asVersionHead(stored)
  const copy = asCopy(await transaction.get('copies', versionKey(id, number)))
  return head && copy ? done({ ...head, ...copy }) : unreadableVersion(number)
}

/** What a person is told, newest first. */
export async function readNotices(
  transaction: DeskTransaction,
  person: Person | null,
): Promise<readonly Notice[]> {
  const rows = person ? await transaction.noticesOf(person.id, NOTICES) : []
  return rows.flatMap((row) => {
    const known = asNoticeRow(row)
    if (!known) return []
    const { key: _key, person: _person, order: _order, ...notice } = known
    return [notice]
  })
}

/** Marks a person's notices up to a sequence as read, all or those of a story; answers whether that changed any. */
export async function markRead(
  transaction: DeskTransaction,
  person: Person | null,
  upTo: number,
  story?: string,
): Promise<boolean> {
  const rows = person ? await transaction.noticesOf(person.id, NOTICES) : []
  const unread = rows
    .map(asNoticeRow)
    .filter((row) => row !== null && row.sequence <= upTo && !row.read && (story ?? row.story) === row.story)
  for (const row of unread) if (row) await transaction.put('notices', { ...row, read: true })
  return unread.length > 0
}

/** Words of a person that came after a story was closed, oldest first. */
export async function readLateEdits(
  transaction: DeskTransaction,
  id: string,
  person: Person | null,
): Promise<readonly LateEdit[]> {
  return (await transaction.ofStory('late', id)).flatMap((stored) => {
    const row = asLateRow(stored)
    if (row?.by !== person?.id || !row) return []
    const { sequence: _sequence, update: _update, ...edit } = row
    return [edit]
  })
}
