import type * as Y from 'yjs'
import type { RelativeSelection } from './relative-selection.ts'

type StackItem = Y.UndoManager['undoStack'][number]

type SavedSelection = {
  readonly text: Y.Text
  readonly owner: UndoSelection
  readonly before: RelativeSelection | null
  after: RelativeSelection | null
}

const KEY = 'stet:selection'

const savedIn = (item: StackItem | undefined): SavedSelection | undefined =>
  item?.meta.get(KEY) as SavedSelection | undefined

/** Keeps the selection before and after each step of undo, for one editor of one text. */
export class UndoSelection {
  readonly text: Y.Text
  readonly manager: Y.UndoManager
  readonly restore: (selection: RelativeSelection) => void
  alive = true
  /** The selection before the edit that is being written, while it is. */
  writing: { readonly before: RelativeSelection | null } | null = null

  constructor(text: Y.Text, manager: Y.UndoManager, restore: (selection: RelativeSelection) => void) {
    this.text = text
    this.manager = manager
    this.restore = restore
    manager.on('stack-item-added', this.added)
    manager.on('stack-item-popped', this.popped)
  }

  destroy(): void {
    this.alive = false
    this.manager.off('stack-item-added', this.added)
    this.manager.off('stack-item-popped', this.popped)
  }

  /** The edit is written, and this is the selection after it. */
  written(after: RelativeSelection): void {
    const saved = savedIn(this.manager.undoStack.at(-1))
    if (saved?.owner === this) saved.after = after
  }

  readonly added = ({ stackItem }: { stackItem: StackItem }): void => {
    if (!this.writing || stackItem.meta.has(KEY)) return
    const saved: SavedSelection = { text: this.text, owner: this, before: this.writing.before, after: null }
    stackItem.meta.set(KEY, saved)
  }

  readonly popped = ({ stackItem, type }: { stackItem: StackItem; type: 'undo' | 'redo' }): void => {
    const saved = savedIn(stackItem)
    if (saved?.text !== this.text || (saved.owner !== this && saved.owner.alive)) return
    const other = (type === 'undo' ? this.manager.redoStack : this.manager.undoStack).at(-1)
    const swapped: SavedSelection = { text: this.text, owner: this, before: saved.after, after: saved.before }
    other?.meta.set(KEY, swapped)
    if (saved.before) this.restore(saved.before)
  }
}
