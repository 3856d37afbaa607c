import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { isSeam } from './binding/units.ts'

/** A place in a text as its content has it: the block, and the place in it in UTF-16 units. */
type Place = { readonly block: number; readonly offset: number }

/**
 * Puts the caret at a place and brings it into sight. `isGone` says of the token at a position that the content doesn't
 * have it (a deletion that is only suggested). Does nothing where the element is no editor's.
 */
export function showPlace(
  element: HTMLElement | null,
  place: Place,
  isGone: (position: number) => boolean = () => false,
): void {
  const editor = element ? editorAt(element) : null
  if (!editor) return
  const { view, state } = editor
  view.focus()
  const at = state.doc.resolve(placePosition(state.doc, place, isGone))
  view.dispatch(state.tr.setSelection(TextSelection.near(at)).scrollIntoView())
}

/** The position of a place of the content in a document that may show more than it; the nearest one where it is not there. */
export function placePosition(
  doc: Node,
  { block, offset }: Place,
  isGone: (position: number) => boolean,
): number {
  let index = -1
  let left = offset
  let end = 0
  for (let k = 0, pos = 0; k < doc.childCount; k++) {
    const node = doc.child(k)
    // What follows a start that is gone goes on with the block before it.
    if (!isGone(pos) || index === -1) index += 1
    if (index > block) break
    if (index === block) {
      if (!node.isTextblock) return pos
      const shown = shownTokens(node, pos + 1, isGone)
      const found = shown[left]
      if (found !== undefined) return found
      left -= shown.length
    }
    pos += node.nodeSize
    end = node.isTextblock ? pos - 1 : pos
  }
  return end
}

function shownTokens(node: Node, from: number, isGone: (position: number) => boolean): readonly number[] {
  const shown: number[] = []
  node.forEach((child, at) => {
    if (isSeam(child)) return
    for (let k = 0; k < child.nodeSize; k++) if (!isGone(from + at + k)) shown.push(from + at + k)
  })
  return shown
}

/** The editor whose editable element this is, or null where it is none's. TipTap leaves it there. */
export function editorAt(element: HTMLElement): Editor | null {
  const { editor } = element as HTMLElement & { readonly editor?: Editor }
  return editor && !editor.isDestroyed ? editor : null
}
