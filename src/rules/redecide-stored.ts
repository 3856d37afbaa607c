import { allows } from '../domain/access.ts'
import type { Person } from '../domain/person.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import { accessIn, appendUpdate } from './append-update.ts'
import type { Refusal, Verdict } from '../backends/backend.ts'
import type { Answer, Deciding } from './decide-stored.ts'
import type { DeskTransaction } from './desk-storage.ts'
import type { Made } from './put-verdicts.ts'
import { putVerdicts } from './put-verdicts.ts'
import { nobody } from './refusals.ts'
import { readDocument } from './stored-document.ts'
import { asVerdict } from './stored-past.ts'
import { recordOf } from './stored-shapes.ts'
import { readOwnStory } from './story-rows.ts'

type Redecided = { readonly ok: true; readonly verdicts: readonly Verdict[] } | Refusal

/**
 * Stores the undo, or redo, of decisions with the verdicts that follow from it: 'reopened' for each suggestion that is
 * open again, the former verdict for each that is not any more. What the stored story doesn't show is not written.
 */
export async function redecideStored(
  transaction: DeskTransaction,
  story: Deciding,
  how: 'undone' | 'redone',
  suggestions: readonly string[],
  person: Person | null,
  now: () => Date,
): Promise<Answer<Redecided>> {
  const { id, epoch, pending } = story
  const appended = pending ? await appendUpdate(transaction, story, pending, person, now) : null
  if (appended && !appended.ok) return { appended, answer: appended }
  const own = await readOwnStory(transaction, id)
  if (!own.ok) return { appended, answer: own }
  if (!person) return { appended, answer: nobody() }
  const access = accessIn(recordOf(own.row), person, epoch)
  if (!allows(access, 'suggest')) {
    return { appended, answer: { ok: false, reason: 'not allowed', message: access.why } }
  }
  const stored = await readDocument(transaction, id, epoch)
  if (!stored.ok) return { appended, answer: stored }
  const open = new Set(openSuggestions(stored.doc).map((suggestion) => suggestion.id))
  stored.doc.destroy()
  const before = (await transaction.ofStory('verdicts', id)).map(asVerdict).filter((row) => row !== null)
  const made = suggestions.flatMap((suggestion): readonly Made[] => {
    const own = before.filter((verdict) => verdict.suggestion === suggestion)
    const [last, former] = [own.at(-1), own.findLast(({ verdict }) => verdict !== 'reopened')]
    if (!last || !former || open.has(suggestion) !== (how === 'undone')) return []
    if (how === 'undone') {
      return last.verdict === 'reopened' ? [] : [{ suggestion: last.what, verdict: 'reopened', reason: '' }]
    }
    return last.verdict === 'reopened'
      ? [{ suggestion: former.what, verdict: former.verdict, reason: former.reason }]
      : []
  })
  return { appended, answer: { ok: true, verdicts: await putVerdicts(transaction, id, made, person, now) } }
}
