import type * as Y from 'yjs'
import { readEntry } from '../domain/suggestions/entry.ts'
import type { StorySession } from './story-session.ts'

/**
 * Forgets what could be undone when somebody else has decided something, for as long as `mayOnlySuggest` says so: an
 * accepted word is the story's, and to undo having typed it would take it out without anybody seeing that. Returns the
 * way to stop.
 */
export function forgetAccepted(
  { doc, undo: { manager, origin } }: StorySession,
  mayOnlySuggest: () => boolean,
): () => void {
  const entries = doc.getMap('suggestions')
  const after = (transaction: Y.Transaction): void => {
    const isOwn = transaction.origin === origin || transaction.origin === manager
    if (isOwn || !mayOnlySuggest()) return
    // oxlint-disable-next-line no-explicit-any -- Yjs types the keys of `changed` so.
    const changed = transaction.changed.get(entries as any) ?? new Set()
    const isDecided = [...changed].some((key) => {
      const entry = key === null ? null : readEntry(entries.get(key))
      // Of what is gone nothing says here whether it was accepted or rejected.
      return entry === null || entry.type === 'accept'
    })
    if (isDecided) manager.clear()
  }
  doc.on('afterTransaction', after)
  return () => doc.off('afterTransaction', after)
}
