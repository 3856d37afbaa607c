import type { Person } from '../../domain/person.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import type { StoredRow } from './cache-database.ts'
import type { HttpDesk } from './http-desk.ts'
import { keepRefused } from './keep-refused.ts'

/** Of a document with nothing in it. */
const EMPTY = new Uint8Array([0, 0])

/** A tab that never lives. */
const NOBODY = ''

/** One epoch of a story. */
export type RowsOf = { readonly story: string; readonly epoch: number }

/** What of somebody's words lies in this browser, but not in this tab. Where it can't be read there is nothing. */
export type Elsewhere = {
  readonly rows: readonly StoredRow[]
  /** Those of tabs that live no more: nobody sends them who doesn't take them. */
  readonly left: readonly StoredRow[]
}

/** Looks at what other tabs of this browser have in the outbox, of all stories or of one epoch of one. */
export async function lookElsewhere(
  desk: Pick<HttpDesk, 'outbox' | 'tab' | 'isAlive'>,
  person: Person,
  of?: RowsOf,
): Promise<Elsewhere> {
  const rows = (await readRows(desk, person, of)).filter(({ tab }) => tab !== desk.tab())
  const tabs = [...new Set(rows.map(({ tab }) => tab))]
  const living = await Promise.all(tabs.map((tab) => desk.isAlive(tab)))
  const dead = new Set(tabs.filter((_tab, index) => !living[index]))
  return { rows, left: rows.filter(({ tab }) => dead.has(tab)) }
}

/**
 * Takes what tabs that live no more have left of one epoch of a story, for this tab: what another one takes at the same
 * time is not among it. Should this tab die before it is sent, the next one takes it.
 */
export async function takeLeft(
  desk: Pick<HttpDesk, 'outbox' | 'tab' | 'isAlive' | 'session'>,
  person: Person,
  of: RowsOf,
): Promise<readonly StoredRow[]> {
  // Somebody else works here by now, in a tab of another name.
  if (desk.session.person?.id !== person.id) return []
  const tab = desk.tab()
  const { left } = await lookElsewhere(desk, person, of)
  try {
    return await desk.outbox.claim(left, tab)
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    // A disk that takes nothing keeps no word from the server; sent by two tabs, it is there once all the same.
    return left
  }
}

/**
 * Keeps what tabs have left of a story that the server has no more as late words of whoever wrote them: nobody could ever
 * send it. What can't be read by itself waits on.
 */
export async function keepGone(desk: HttpDesk, person: Person, of: RowsOf): Promise<void> {
  const rows = await takeLeft(desk, person, of)
  if (rows.length === 0) return
  const story = await desk.seen.story(of.story)
  const seen = story?.epoch === of.epoch ? story : null
  const known = {
    state: seen?.state ?? EMPTY,
    more: seen?.ahead ? [seen.ahead] : [],
    isOver: false,
  }
  const words = rows.map((row) => ({ ...row, isEarlier: true }))
  try {
    const kept = await keepRefused(desk, { person: person.id, ...of }, words, known)
    if (kept.kind === 'kept') await desk.outbox.remove(rows.map(({ key }) => key))
    else await desk.outbox.claim(rows, NOBODY)
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
  }
  desk.tell([of.story])
}

async function readRows(
  { outbox }: Pick<HttpDesk, 'outbox'>,
  person: Person,
  of?: RowsOf,
): Promise<readonly StoredRow[]> {
  try {
    return await outbox.of(person.id, of)
  } catch (error) {
    if (error instanceof StorageFailure) return []
    throw error
  }
}
