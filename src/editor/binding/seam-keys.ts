import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isSeam } from './units.ts'

/**
 * A seam has no width, so Backspace and Delete beside one mean the character behind it. Returns whether there was
 * one to step over; then it is done.
 */
export function deletePastSeam(view: EditorView, direction: -1 | 1): boolean {
  const { selection, doc } = view.state
  if (!(selection instanceof TextSelection) || !selection.$cursor) return false
  let pos = selection.from
  const next = (): Node | null => {
    const at = doc.resolve(pos)
    return direction < 0 ? at.nodeBefore : at.nodeAfter
  }
  let node = next()
  if (!node || !isSeam(node)) return false
  while (node && isSeam(node)) {
    pos += direction
    node = next()
  }
  if (!node) return true
  const size = node.isText ? lastCharacter(node.text ?? '', direction) : node.nodeSize
  const [from, to] = direction < 0 ? [pos - size, pos] : [pos, pos + size]
  view.dispatch(view.state.tr.delete(from, to).scrollIntoView())
  return true
}

/** UTF-16 length of the character at the end (or beginning) of a text. */
function lastCharacter(text: string, direction: -1 | 1): number {
  const segments = [...new Intl.Segmenter().segment(text)]
  return (direction < 0 ? segments.at(-1) : segments[0])?.segment.length ?? 1
}
