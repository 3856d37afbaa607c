import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { rangesOfSuggestion } from './suggestion-marks.ts'
import { drawnSuggestions } from './drawn-suggestions.ts'

/**
 * Goes to a suggestion: selects what it is about, brings that into sight and gives the text the focus. False where
 * this text has none of it.
 */
export function showSuggestion(editor: Editor, suggestion: string): boolean {
  if (editor.isDestroyed) return false
  const { view } = editor
  const { doc } = view.state
  const ranges = rangesOfSuggestion(drawnSuggestions(view.state), suggestion)
  // Where blocks were moved apart only the first stretch of words in a row is selected.
  const words = ranges.filter(({ layer }) => layer !== 'block')
  const [first] = words.length > 0 ? words : ranges
  if (!first) return false
  let { to } = first
  for (const range of words) if (range.from <= to) to = Math.max(to, range.to)
  const node = doc.nodeAt(first.from)
  const isAtom =
    first.layer === 'block' && node !== null && !node.isTextblock && NodeSelection.isSelectable(node)
  const selection = isAtom
    ? NodeSelection.create(doc, first.from)
    : first.layer === 'block'
      ? TextSelection.near(doc.resolve(first.from + 1))
      : TextSelection.between(doc.resolve(first.from), doc.resolve(to))
  // ProseMirror gives the focus only to what can be written.
  view.dom.focus({ preventScroll: true })
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  return true
}
