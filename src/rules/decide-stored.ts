import type * as Y from 'yjs'
import type { Access } from '../domain/access.ts'
import { allows } from '../domain/access.ts'
import type { Person } from '../domain/person.ts'
import type { DecisionRequest } from '../domain/suggestions/decide.ts'
import { decideSuggestions } from '../domain/suggestions/decide.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import type { Suggestion } from '../domain/suggestions/suggestion.ts'
import type { Appended, NotAppended } from './append-update.ts'
import { accessIn, appendUpdate, isDraft, withReporter } from './append-update.ts'
import { mergeUpdates } from './apply-updates.ts'
import type { Refusal, Verdict } from '../backends/backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import type { Made } from './put-verdicts.ts'
import { putVerdicts } from './put-verdicts.ts'
import { nobody } from './refusals.ts'
import { readDocument } from './stored-document.ts'
import { asVerdict } from './stored-past.ts'
import { recordOf, rowOf } from './stored-shapes.ts'
import { putChange, readOwnStory, readUpdates } from './story-rows.ts'
import { timeWords } from './what-changed.ts'

export const DECIDE_STORES: readonly StoreName[] = ['records', 'updates', 'verdicts', 'meta', 'people']

export type Deciding = {
  readonly id: string
  readonly epoch: number
  readonly after: number
  /** What the connection had not stored yet, as one update. */
  readonly pending: Uint8Array | null
}

export type Decision = DecisionRequest & { readonly reason?: string }

export type Decided = {
  readonly ok: true
  /** What it did to the document; null where it did nothing. */
  readonly effect: Uint8Array | null
  /** Key of the effect. */
  readonly key: number
  /** What others stored, and whoever decides was not told of yet: the effect builds on it. */
  readonly others: readonly Uint8Array[]
  readonly verdicts: readonly Verdict[]
}

/** What became of both parts: pending words may be stored while the decision is refused. */
export type Answer<Value> = { readonly appended: Appended | NotAppended | null; readonly answer: Value }

/**
 * Stores what was pending and decides on what the story then holds, verdicts and effect together; one transaction. All
 * of the decisions are made, or none.
 */
export async function decideStored(
  transaction: DeskTransaction,
  story: Deciding,
  decisions: readonly Decision[],
  person: Person | null,
  now: () => Date,
): Promise<Answer<Decided | Refusal>> {
  const { id, epoch, pending } = story
  const appended = pending ? await appendUpdate(transaction, story, pending, person, now) : null
  if (appended && !appended.ok) return { appended, answer: appended }
  const stored = await readDocument(transaction, id, epoch)
  if (!stored.ok) return { appended, answer: stored }
  const others = pending ? null : await readUpdates(transaction, id, epoch, story.after)
  try {
    const answer = await decideIn(transaction, id, epoch, stored.doc, decisions, person, now)
    if (!answer.ok) return { appended, answer }
    return { appended, answer: { ...answer, others: others?.ok ? others.updates : [] } }
  } finally {
    stored.doc.destroy()
  }
}

async function decideIn(
  transaction: DeskTransaction,
  id: string,
  epoch: number,
  doc: Y.Doc,
  decisions: readonly Decision[],
  person: Person | null,
  now: () => Date,
): Promise<Omit<Decided, 'others'> | Refusal> {
  const story = await readOwnStory(transaction, id)
  if (!story.ok) return story
  if (!person) return nobody()
  const record = recordOf(story.row)
  const refusal = whyNotDecide(accessIn(record, person, epoch), person, decisions, doc)
  if (refusal) return refusal
  const effects: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => effects.push(update))
  const asked = decisions.map(({ suggestion, verdict, mark }) => ({ suggestion, verdict, mark }))
  const decided = decideSuggestions(doc, asked)
  if (!decided.ok) return undecided(transaction, id, decided)
  const effect = effects.length > 0 ? mergeUpdates(effects) : null
  const key = effect ? await transaction.addUpdate({ story: id, epoch, update: effect, by: person.id }) : 0
  const isEdit = decisions.some(({ verdict }) => verdict === 'accept')
  if (isEdit && isDraft(record) && !record.reporters.includes(person.id)) {
    await putChange(transaction, story.row, withReporter(record, person), 1, now)
  } else if (effect && story.row.unsummarised === 0) {
    await transaction.put('records', rowOf(record, story.row.born, 1))
  }
  const made = decided.decided.map((suggestion) => madeOf(suggestion, decisions))
  const verdicts = await putVerdicts(transaction, id, made, person, now)
  return { ok: true, effect, key, verdicts }
}

function madeOf(suggestion: Suggestion, decisions: readonly Decision[]): Made {
  const decision = decisions.find((each) => each.suggestion === suggestion.id)
  const verdict = decision?.verdict === 'accept' ? 'accepted' : 'rejected'
  return { suggestion, verdict, reason: decision?.reason?.trim() ?? '' }
}

/** Why this person can't decide so, or null: who edits decides; who suggests may take back their own. */
function whyNotDecide(
  access: Access,
  person: Person,
  decisions: readonly Decision[],
  doc: Y.Doc,
): Refusal | null {
  if (access.right === 'edit') return null
  const open = openSuggestions(doc)
  const own = new Set(open.filter(({ by }) => by === person.id).map(({ id }) => id))
  const known = new Set(open.map(({ id }) => id))
  const isOwn = decisions.every(
    ({ suggestion, verdict }) => !known.has(suggestion) || (verdict === 'reject' && own.has(suggestion)),
  )
  if (allows(access, 'suggest') && isOwn) return null
  return {
    ok: false,
    reason: 'not allowed',
    message: `${access.why} Whoever suggested something may take it back while suggesting is allowed.`,
  }
}

async function undecided(
  transaction: DeskTransaction,
  id: string,
  { reason, suggestion }: { readonly reason: 'gone' | 'changed'; readonly suggestion: string },
): Promise<Refusal> {
  const stale = (message: string): Refusal => ({ ok: false, reason: 'stale', message })
  if (reason === 'changed') {
    return stale('This suggestion was changed meanwhile. Look at it again, then decide.')
  }
  const verdicts = (await transaction.ofStory('verdicts', id)).map(asVerdict)
  const last = verdicts.findLast((verdict) => verdict?.suggestion === suggestion)
  if (!last || last.verdict === 'reopened') {
    return stale(
      'This suggestion is not there any more: whoever made it took it back, or it was edited away.',
    )
  }
  return stale(
    `Already ${last.verdict} by ${last.by.name} at ${timeWords(last.at)}. Nothing else was decided.`,
  )
}
