import type { Command } from '@tiptap/pm/state'
import { blankBlock } from './split-block.ts'

/** Takes every picture of that photo out of the body, whatever is selected. False where there is none. */
export function deletePictures(photo: string): Command {
  return (state, dispatch) => {
    const places: number[] = []
    state.doc.forEach((node, offset) => {
      if (node.type.name === 'picture' && node.attrs['photo'] === photo) places.push(offset)
    })
    if (places.length === 0) return false
    const { tr } = state
    if (places.length === state.doc.childCount)
      tr.insert(state.doc.content.size, blankBlock(state, 'paragraph'))
    for (const place of places.toReversed()) tr.delete(place, place + 1)
    dispatch?.(tr)
    return true
  }
}
