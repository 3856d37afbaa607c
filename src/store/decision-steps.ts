import type * as Y from 'yjs'
import type { StorySession } from './story-session.ts'

/** Origin of the transaction that a decision makes in a document: one step of undo, which knows what it decided. */
export class DecisionOrigin {
  readonly suggestions: readonly string[]

  constructor(suggestions: readonly string[]) {
    this.suggestions = suggestions
  }
}

type StackItem = Y.UndoManager['undoStack'][number]
type Told = { readonly stackItem: StackItem; readonly origin: unknown; readonly type: 'undo' | 'redo' }

const KEY = 'stet:decided'

/**
 * Makes each decision one step of undo of its own. `decided` is called when one was applied to the document, `turned` when one was
 * undone or redone in it. Returns the way to stop.
 */
export function followDecisions(
  { doc, undo: { manager } }: StorySession,
  decided: () => void,
  turned: (how: 'undone' | 'redone', suggestions: readonly string[]) => void,
): () => void {
  const close = ({ origin }: Y.Transaction): void => {
    if (origin instanceof DecisionOrigin) manager.stopCapturing()
  }
  const after = (transaction: Y.Transaction): void => {
    close(transaction)
    if (transaction.origin instanceof DecisionOrigin) decided()
  }
  const added = ({ stackItem, origin }: Told): void => {
    if (origin instanceof DecisionOrigin) stackItem.meta.set(KEY, origin.suggestions)
  }
  const popped = ({ stackItem, type }: Told): void => {
    const suggestions = stackItem.meta.get(KEY) as readonly string[] | undefined
    if (!suggestions) return
    const other = (type === 'undo' ? manager.redoStack : manager.undoStack).at(-1)
    other?.meta.set(KEY, suggestions)
    turned(type === 'undo' ? 'undone' : 'redone', suggestions)
  }
  manager.addTrackedOrigin(DecisionOrigin)
  doc.on('beforeTransaction', close)
  doc.on('afterTransaction', after)
  manager.on('stack-item-added', added)
  manager.on('stack-item-popped', popped)
  return () => {
    doc.off('beforeTransaction', close)
    doc.off('afterTransaction', after)
    manager.off('stack-item-added', added)
    manager.off('stack-item-popped', popped)
  }
}
