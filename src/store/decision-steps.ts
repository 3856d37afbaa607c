import type * as Y from 'yjs'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import type { Decision } from './desk-state.ts'
import type { StorySession } from './story-session.ts'

/** Origin of the transaction that a decision makes in a document: one step of undo, which knows what it decided. */
export class DecisionOrigin {
  readonly requests: readonly Decision[]
  /** It was undone, and is now made again. */
  readonly isAgain: boolean

  constructor(requests: readonly Decision[], isAgain = false) {
    this.requests = requests
    this.isAgain = isAgain
  }
}

/** What becomes of a decision in a document. */
export type DecisionSteps = {
  /** One was applied. */
  readonly decided: () => void
  /** One was undone, or redone past its time: the suggestions by their ids. */
  readonly turned: (how: 'undone' | 'redone', suggestions: readonly string[]) => void
  /** One that was undone is to be made again, of the suggestions as they stood then. */
  readonly again: (requests: readonly Decision[]) => void
}

type StackItem = Y.UndoManager['undoStack'][number]
type Told = { readonly stackItem: StackItem; readonly origin: unknown; readonly type: 'undo' | 'redo' }

const KEY = 'stet:decided'

const madeIn = (item: StackItem | undefined): readonly Decision[] | undefined =>
  item?.meta.get(KEY) as readonly Decision[] | undefined

/**
 * Makes each decision one step of undo of its own. To redo one is to decide anew, which the backend alone does: since it
 * was undone somebody else may have decided the other way, or the suggestion may have changed. Returns the way to stop.
 */
export function followDecisions({ doc, undo: { manager } }: StorySession, steps: DecisionSteps): () => void {
  const before = ({ origin }: Y.Transaction): void => {
    if (!(origin instanceof DecisionOrigin)) return
    manager.stopCapturing()
    // What can still be redone after it stays.
    if (origin.isAgain) manager.redoing = true
  }
  const after = ({ origin }: Y.Transaction): void => {
    if (!(origin instanceof DecisionOrigin)) return
    if (origin.isAgain) manager.redoing = false
    manager.stopCapturing()
    steps.decided()
  }
  const added = ({ stackItem, origin }: Told): void => {
    if (origin instanceof DecisionOrigin) stackItem.meta.set(KEY, origin.requests)
  }
  const popped = ({ stackItem, type }: Told): void => {
    const made = madeIn(stackItem)
    if (!made) return
    const other = (type === 'undo' ? manager.redoStack : manager.undoStack).at(-1)
    other?.meta.set(KEY, type === 'undo' ? asTheyStand(doc, made) : made)
    steps.turned(
      type === 'undo' ? 'undone' : 'redone',
      made.map(({ suggestion }) => suggestion),
    )
  }
  const redo = manager.redo.bind(manager)
  manager.redo = () => {
    const made = madeIn(manager.redoStack.at(-1))
    if (!made) return redo()
    manager.redoStack.pop()
    manager.emit('stack-cleared', [
      { undoStackCleared: false, redoStackCleared: manager.redoStack.length === 0 },
    ])
    steps.again(made)
    return null
  }
  manager.addTrackedOrigin(DecisionOrigin)
  doc.on('beforeTransaction', before)
  doc.on('afterTransaction', after)
  manager.on('stack-item-added', added)
  manager.on('stack-item-popped', popped)
  return () => {
    manager.redo = redo
    doc.off('beforeTransaction', before)
    doc.off('afterTransaction', after)
    manager.off('stack-item-added', added)
    manager.off('stack-item-popped', popped)
  }
}

/** The same decisions with the marks by which the suggestions are seen now. */
function asTheyStand(doc: Y.Doc, made: readonly Decision[]): readonly Decision[] {
  const open = new Map(openSuggestions(doc).map(({ id, mark }) => [id, mark]))
  return made.map((decision) => ({ ...decision, mark: open.get(decision.suggestion) ?? decision.mark }))
}
