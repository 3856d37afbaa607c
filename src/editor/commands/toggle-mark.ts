import { toggleMark as toggle } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'

export type SimpleMark = 'bold' | 'italic' | 'note'

/** Adds the mark to all that is selected, or takes it off where all of that has it; at a caret, for what is typed next. */
export function toggleMark(name: SimpleMark): Command {
  return (state, dispatch, view) => {
    const type = state.schema.marks[name]
    return type !== undefined && toggle(type, null, { removeWhenPresent: false })(state, dispatch, view)
  }
}

/** Does all selected text have the mark, or at a caret, would what is typed have it? */
export function markActive(state: EditorState, name: string): boolean {
  const type = state.schema.marks[name]
  if (type === undefined) return false
  const { empty, $from, from, to } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  let text = false
  let all = true
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isText) {
      text = true
      all &&= type.isInSet(node.marks) !== undefined
    }
    return all
  })
  return text && all
}
