import type { AnyExtension, JSONContent } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { StoryUndo } from '../../domain/story-undo.ts'
import type { Suggester } from '../../domain/suggestions/suggester.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { bindingKey, LinearBinding } from './linear-binding.ts'
import type { PlacedPiece } from './placed-pieces.ts'
import { placedPieces } from './placed-pieces.ts'
import type { PlacedUnit } from './placed-units.ts'
import { placedUnits } from './placed-units.ts'
import { deletePastSeam } from './seam-keys.ts'
import { suggestEdit } from './suggest-edit.ts'

export type BindingOptions = {
  readonly text: Y.Text
  readonly undo: StoryUndo
  /** Writes edits as suggestions while there is one. */
  readonly suggester?: () => Suggester | null
}

export type Binding = {
  /** For the editor's list of extensions; it brings the editor its first document too. */
  readonly extension: AnyExtension
  /** What the text holds now, as a document of this schema. */
  readonly initialDoc: (schema: Schema) => Node
  /** The Yjs id of the unit right of a position of the document; null at the end of a block. */
  readonly idAt: (pos: number) => UnitId | null
  /** The position of the unit with that id, or of the place where it stood. Null for an unknown id. */
  readonly positionOf: (id: UnitId) => { readonly pos: number; readonly live: boolean } | null
  /** The ids of all units between two positions of a document that shows the text, with the token of each. */
  readonly unitsBetween: (doc: Node, from: number, to: number) => readonly PlacedUnit[]
  /** The same, in pieces whose ids and positions follow each other. */
  readonly piecesBetween: (doc: Node, from: number, to: number) => readonly PlacedPiece[]
  /** Is a local edit being written? Then the document may not show the text until `onWritten` says so. */
  readonly isWriting: () => boolean
  /** Calls back after each local edit is in the text. */
  readonly onWritten: (listener: (ranges: readonly ChangedRange[]) => void) => void
  /** The positions of the live units at these indexes of the text; one look at the whole document for all of them. */
  readonly positionsAt: (indexes: readonly number[]) => readonly number[]
  readonly destroy: () => void
}

/** Binds one editor to one linear text, both ways. Several bindings may share a text. */
export function createBinding({ text, undo, suggester }: BindingOptions): Binding {
  const binding = new LinearBinding(text, undo, suggester)
  const initialDoc = (schema: Schema): Node =>
    schema.topNodeType.create(null, [...binding.render(schema).nodes])
  const plugin = new Plugin<readonly Transaction[]>({
    key: bindingKey,
    state: {
      init: () => [],
      apply(tr, queue) {
        const waiting = queue.filter((each) => !binding.written.has(each))
        return tr.docChanged && tr.getMeta(bindingKey) === undefined ? [...waiting, tr] : waiting
      },
    },
    view(view) {
      binding.attach(view)
      return {
        update(_, previous) {
          const queue = bindingKey.getState(view.state) ?? []
          const todo = queue.filter((each) => !binding.written.has(each))
          if (todo.length > 0) binding.write(todo, previous)
        },
        destroy: () => {
          binding.detach()
        },
      }
    },
  })
  const extension = Extension.create({
    name: 'stetBinding',
    priority: 900,
    onBeforeCreate() {
      this.editor.options.content = initialDoc(this.editor.schema).toJSON() as JSONContent
    },
    onCreate() {
      // The text may have changed between the first document and the view.
      binding.redraw()
    },
    dispatchTransaction({ transaction, next }) {
      const local = transaction.docChanged && transaction.getMeta(bindingKey) === undefined
      if (!local || !suggestEdit(binding, transaction)) next(transaction)
    },
    addKeyboardShortcuts: () => ({
      Backspace: ({ editor }) => deletePastSeam(editor.view, -1),
      Delete: ({ editor }) => deletePastSeam(editor.view, 1),
    }),
    addProseMirrorPlugins: () => [plugin],
  })
  return {
    extension,
    initialDoc,
    idAt: (pos) => binding.idAt(pos),
    positionOf: (id) => binding.positionOf(id),
    positionsAt: (indexes) => binding.positionsAt(indexes),
    unitsBetween: (doc, from, to) => placedUnits(binding.text, binding.map(doc), doc, from, to),
    piecesBetween: (doc, from, to) => placedPieces(binding.text, binding.map(doc), doc, from, to),
    isWriting: () => binding.selections.writing !== null,
    onWritten(listener) {
      binding.onWritten = listener
    },
    destroy() {
      binding.detach()
      binding.selections.destroy()
    },
  }
}
