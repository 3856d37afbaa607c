import * as Y from 'yjs'
import { contentHash } from '../domain/content-hash.ts'
import { isSelfApproval, whyNotApprove } from '../domain/may-approve.ts'
import { toldOf } from '../domain/notices.ts'
import type { Person } from '../domain/person.ts'
import { signOffItems } from '../domain/sign-off.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Action } from '../domain/workflow.ts'
import { stepOf } from '../domain/workflow.ts'
import type { Refusal, StoryEvent } from '../backends/backend.ts'
import { beginEpoch } from './begin-epoch.ts'
import { putDerived } from './derive-story.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import type { NewsroomSettings } from '../domain/newsroom-settings.ts'
import { doerOf, putEvent } from './put-event.ts'
import { putVersion } from './put-version.ts'
import { nobody } from './refusals.ts'
import { readDocument } from './stored-document.ts'
import { asEvent, asPerson, recordOf } from './stored-shapes.ts'
import { nextSequence, putChange, readOwnStory } from './story-rows.ts'
import type { Stock } from './take-stock.ts'
import { takeStock } from './take-stock.ts'
import { tellingWhatChanged } from './what-changed.ts'

export const ACT_STORES: readonly StoreName[] = [
  'records',
  'updates',
  'searches',
  'contents',
  'events',
  'versions',
  'copies',
  'notices',
  'meta',
  'people',
]

/** What doing an action takes from the desk. */
export type Acting = {
  readonly now: () => Date
  /** Client id of the Yjs document that a new epoch begins with, used once. */
  readonly seeder: () => number
  readonly settings: NewsroomSettings
}

type Acted = { readonly ok: true; readonly value: StoryRecord } | Refusal

/**
 * Does one action, if the rules allow it, with all that belongs to it: the version it makes, the document it begins, the
 * event, and the notices of it. One transaction: all of it happens, or nothing.
 */
export async function applyAction(
  transaction: DeskTransaction,
  id: string,
  action: Action,
  person: Person | null,
  acting: Acting,
): Promise<Acted> {
  const stored = await readOwnStory(transaction, id)
  if (!stored.ok) return stored
  if (!person) return nobody()
  const before = recordOf(stored.row)
  const events = (await transaction.ofStory('events', id)).map(asEvent).filter((event) => event !== null)
  const step = stepOf(before, person, action, acting.settings)
  if (!step.ok) return tellingWhatChanged(step, events, person)
  const people = (await transaction.all('people')).map(asPerson).filter((known) => known !== null)
  const work: Work = { transaction, action, person, people, acting, before, row: stored.row }
  if (action.type === 'set embargo') return finish(work, step.record, null)
  const document = await readDocument(transaction, id, before.epoch)
  if (!document.ok) {
    // What can't be read any more can still be taken off the desk.
    return action.type === 'spike' ? finish(work, step.record, null) : document
  }
  try {
    if (action.type === 'comment') return await comment(work, document.doc, events)
    return await versioned(work, step.record, document.doc)
  } finally {
    document.doc.destroy()
  }
}

type Work = {
  readonly transaction: DeskTransaction
  readonly action: Action
  readonly person: Person
  readonly people: readonly Person[]
  readonly acting: Acting
  readonly before: StoryRecord
  readonly row: Parameters<typeof putChange>[1]
}

async function versioned(work: Work, after: StoryRecord, doc: Y.Doc): Promise<Acted> {
  const { transaction, action, before, acting } = work
  const stock = takeStock(doc)
  const refusal = action.type === 'approve' ? whyNotApproved(work, action, stock) : null
  if (refusal) return refusal
  if (after.epoch === before.epoch) {
    return finish(work, after, { stock, state: Y.encodeStateAsUpdate(doc) })
  }
  const next = await beginEpoch(transaction, before, doc, stock.suggestions.length > 0, acting.seeder())
  const state = Y.encodeStateAsUpdate(next)
  const begun = { stock: takeStock(next), state }
  next.destroy()
  await transaction.addUpdate({ story: before.id, epoch: after.epoch, update: state, by: work.person.id })
  return finish(work, after, begun)
}

function whyNotApproved(
  { before, person, acting: { settings, now } }: Work,
  { hash, reason }: Extract<Action, { type: 'approve' }>,
  { content, suggestions, threads }: Stock,
): Refusal | null {
  if (hash !== contentHash(content)) {
    return {
      ok: false,
      reason: 'stale',
      message:
        'This story was changed after you last saw it, so it was not approved. Nothing of it is lost: read what is new, then approve it.',
    }
  }
  const items = signOffItems({
    content,
    suggestions,
    threads,
    record: before,
    now: now().toISOString(),
    settings,
  })
  return whyNotApprove(before, person, items, reason, settings)
}

/** Writes down what was done: the record, its version where there is one, the event and its notices. */
async function finish(
  work: Work,
  after: StoryRecord,
  made: { readonly stock: Stock; readonly state: Uint8Array } | null,
): Promise<Acted> {
  const { transaction, action, person, people, acting, before, row } = work
  const keeps = action.type === 'keep version'
  const summary = made && !keeps ? made.stock.summary : after.summary
  const record = keeps
    ? { ...after, sequence: await nextSequence(transaction), changedAt: acting.now().toISOString() }
    : await putChange(transaction, row, { ...after, summary }, made ? 0 : row.unsummarised, acting.now)
  const event: StoryEvent = {
    ...eventOf(work, record),
    told: toldOf({ action, by: person.id, before, people }),
    ...(action.type === 'approve' && isSelfApproval(before, person) ? { selfApproved: true } : {}),
    ...(action.type === 'approve' && action.flags && action.flags.length > 0 ? { flags: action.flags } : {}),
  }
  if (!made) {
    await putEvent(transaction, record, event)
    return { ok: true, value: record }
  }
  if (!keeps) await putDerived(transaction, before.id, made.stock.content)
  const version = await putVersion(transaction, {
    story: before.id,
    stock: made.stock,
    state: made.state,
    event,
    epoch: record.epoch,
    name: keeps ? event.note : '',
    note: keeps ? '' : event.note,
  })
  await putEvent(transaction, record, { ...event, version })
  return { ok: true, value: keeps ? before : record }
}

/** Tells people of a message that the story holds; of each only once. */
async function comment(work: Work, doc: Y.Doc, events: readonly StoryEvent[]): Promise<Acted> {
  const { transaction, action, person, people, acting, before } = work
  if (action.type !== 'comment') return { ok: true, value: before }
  const { suggestions, threads } = takeStock(doc)
  const thread = threads.find(({ id }) => id === action.thread)
  if (!thread?.messages.some(({ id, by }) => id === action.message && by === person.id)) {
    return {
      ok: false,
      reason: 'stale',
      message: 'This comment is not in the story any more, so nobody was told of it.',
    }
  }
  if (events.some(({ message }) => message === action.message)) return { ok: true, value: before }
  const { anchor, messages } = thread
  const about = anchor.kind === 'suggestion' ? suggestions.find(({ id }) => id === anchor.suggestion) : null
  const inThread = [...messages.map(({ by }) => by), ...(about ? [about.by] : [])]
  const sequence = await nextSequence(transaction)
  await putEvent(transaction, before, {
    ...eventOf(work, { ...before, sequence, changedAt: acting.now().toISOString() }),
    told: toldOf({ action, by: person.id, before, people, inThread }),
    thread: action.thread,
    message: action.message,
  })
  return { ok: true, value: before }
}

function eventOf({ action, person, before }: Work, record: StoryRecord): StoryEvent {
  return {
    sequence: record.sequence,
    at: record.changedAt,
    by: doerOf(person),
    type: action.type,
    note: noteOf(action).trim(),
    from: before.status,
    to: record.status,
    told: [],
  }
}

function noteOf(action: Action): string {
  switch (action.type) {
    case 'approve':
      return action.reason
    case 'keep version':
      return action.name
    case 'comment':
      return action.text
    default:
      return 'note' in action ? action.note : ''
  }
}
