import type { Mark } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import { overStruck } from './standing-walk.ts'
import { drawnSuggestions } from './drawn-suggestions.ts'

/**
 * What is typed behind words that are to be deleted has the formats of the words that stand on their left, or, at the
 * start of a block, on their right. Null where the caret has these anyway.
 */
export function standingMarks(state: EditorState): Transaction | null {
  const { selection, storedMarks, doc } = state
  if (drawnSuggestions(state) === DecorationSet.empty || storedMarks !== null) return null
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return null
  const { $cursor } = selection
  const left = overStruck(state, $cursor.pos, -1)
  if (left === $cursor.pos) return null
  const $left = doc.resolve(left)
  const marks =
    $left.parentOffset > 0
      ? endMarks($left.nodeBefore?.marks)
      : endMarks(doc.resolve(overStruck(state, $cursor.pos, 1)).nodeAfter?.marks)
  const now = $cursor.marks()
  const same = marks.length === now.length && marks.every((mark, k) => now[k]?.eq(mark) === true)
  return same ? null : state.tr.setStoredMarks(marks)
}

/** The formats that go on at the end of words. */
const endMarks = (marks: readonly Mark[] = []): readonly Mark[] =>
  marks.filter(({ type }) => type.spec.inclusive !== false)
