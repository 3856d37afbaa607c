import * as Y from 'yjs'
import { sameJson } from '../domain/json.ts'
import { readContent } from '../domain/read-content.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import { isIncomplete } from './apply-updates.ts'
import { isOnlyTheirs, signaturesOf } from './signatures.ts'

/** How far an update reaches: into the copy itself, into no more than what is suggested for it, or only beside it. */
export type Reach = 'copy' | 'suggestions' | 'comments'

/**
 * Applies a person's update to a document and tells how far it reached; 'not theirs' where it changed what others signed, or
 * signs with another name than `person`'s id; null where it is no update, or builds on one that is not there. Reads the whole
 * story before and after, so it is asked only where the answer decides something.
 */
export function updateReach(doc: Y.Doc, update: Uint8Array, person: string): Reach | 'not theirs' | null {
  const before = seen(doc)
  const signed = signaturesOf(doc)
  const facts = new Set<string>()
  const note = ({ changed }: Y.Transaction): void => {
    for (const [type, keys] of changed) {
      if (type === (doc.getMap('origins') as unknown)) for (const key of keys) facts.add(key ?? '')
    }
  }
  doc.on('afterTransaction', note)
  try {
    Y.applyUpdate(doc, update)
  } catch {
    return null
  } finally {
    doc.off('afterTransaction', note)
  }
  if (isIncomplete(doc)) return null
  if (!isOnlyTheirs(signed, signaturesOf(doc), person)) return 'not theirs'
  const after = seen(doc)
  if (!sameJson(before.was, after.was)) return 'copy'
  const isSame = (['will', 'suggestions', 'entries'] as const).every((part) =>
    sameJson(before[part], after[part]),
  )
  return isSame && areOwn(facts, update) ? 'comments' : 'suggestions'
}

/** Are these facts about what the update's own clients wrote? About others they could say what these have yet to write. */
function areOwn(facts: ReadonlySet<string>, update: Uint8Array): boolean {
  if (facts.size === 0) return true
  const clients = new Set(Y.decodeUpdate(update).structs.map(({ id }) => String(id.client)))
  return [...facts].every((key) => {
    const about = /^(\d+):/.exec(key)?.[1]
    return about === undefined || clients.has(about)
  })
}

const seen = (doc: Y.Doc): Readonly<Record<'was' | 'will' | 'suggestions' | 'entries', unknown>> => ({
  was: readContent(doc, 'was'),
  will: readContent(doc, 'will'),
  suggestions: openSuggestions(doc),
  entries: doc.getMap('suggestions').toJSON(),
})
