import type { Node } from '@tiptap/pm/model'
import { SEAM } from '../../../src/domain/text-layout.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import type { Writer } from '../../editor/binding/writer.ts'

/** A unit that stands in the text and isn't suggested to be deleted, with the position of its token. */
export type Standing = { readonly pos: number; readonly starts: boolean; readonly node: Node | null }

/** The units of an editor that will be there, in the order in which they are shown. */
export function standing({ editor, binding, doc }: Writer): readonly Standing[] {
  const index = suggestionIndex(doc)
  const shown = editor.state.doc
  return binding.unitsBetween(shown, 0, shown.content.size).flatMap(({ id, pos }) => {
    if ((index.stateOf(id)?.deleted.length ?? 0) > 0) return []
    const $pos = shown.resolve(pos)
    const node = $pos.nodeAfter
    // A seam is nothing that anybody sees.
    if (node?.type.name === 'seam' || node?.attrs['kind'] === SEAM) return []
    return [{ pos, starts: $pos.depth === 0, node }]
  })
}
