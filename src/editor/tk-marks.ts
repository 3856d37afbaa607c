import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findTks } from '../domain/count-words.ts'
import { changedBlocks } from './changed-blocks.ts'

const key = new PluginKey<DecorationSet>('tkMarks')

/** Shows every TK ("to come") in the text, as the counters count them. After a change only changed blocks are read. */
export const TkMarks = Extension.create({
  name: 'tkMarks',
  addProseMirrorPlugins: () => [tkPlugin()],
})

/** The plugin behind it; `tkDecorations` reads what it shows. */
export function tkPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => DecorationSet.create(doc, tksBetween(doc, 0, doc.content.size)),
      apply(tr, old) {
        if (!tr.docChanged) return old
        let set = old.map(tr.mapping, tr.doc)
        for (const { from, to } of changedBlocks(tr)) {
          set = set.remove(set.find(from, to)).add(tr.doc, tksBetween(tr.doc, from, to))
        }
        return set
      },
    },
    props: { decorations: (state) => key.getState(state) ?? null },
  })
}

function tksBetween(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return
    const text = signsOf(node)
    for (const { from: start, to: end } of findTks(text)) {
      found.push(Decoration.inline(pos + 1 + start, pos + 1 + end, { 'data-tk': '' }))
    }
  })
  return found
}

/** The text of a block with one sign for each position; what is no text or no reader's text is a line end. */
function signsOf(block: Node): string {
  let signs = ''
  block.forEach((child) => {
    const note = child.marks.some(({ type }) => type.name === 'note')
    signs += note || child.text === undefined ? '\n'.repeat(child.nodeSize) : child.text
  })
  return signs
}
