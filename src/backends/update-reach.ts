import * as Y from 'yjs'
import { sameJson } from '../domain/json.ts'
import { readContent } from '../domain/read-content.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import { isIncomplete } from './apply-updates.ts'

/** How far an update reaches: into the copy itself, into no more than what is suggested for it, or only beside it. */
export type Reach = 'copy' | 'suggestions' | 'comments'

/**
 * Applies an update to a document and tells how far it reached; null where it is no update, or builds on one that
 * is not there. Reads the whole story before and after, so it is asked only where the answer decides something.
 */
export function updateReach(doc: Y.Doc, update: Uint8Array): Reach | null {
  const before = seen(doc)
  try {
    Y.applyUpdate(doc, update)
  } catch {
    return null
  }
  if (isIncomplete(doc)) return null
  const after = seen(doc)
  if (!sameJson(before.was, after.was)) return 'copy'
  const isSame = sameJson(before.will, after.will) && sameJson(before.suggestions, after.suggestions)
  return isSame ? 'comments' : 'suggestions'
}

const seen = (
  doc: Y.Doc,
): { readonly was: unknown; readonly will: unknown; readonly suggestions: unknown } => ({
  was: readContent(doc, 'was'),
  will: readContent(doc, 'will'),
  suggestions: openSuggestions(doc),
})
