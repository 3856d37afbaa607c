import type { Node } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { DecorationSet } from '@tiptap/pm/view'
import type { Shown } from './shown-suggestions.ts'
import { struckIn } from './suggestion-marks.ts'
import { drawnSuggestions } from './drawn-suggestions.ts'

/** What is selected as it will be: words that are to be deleted are not copied. */
export function copyStanding(slice: Slice, { state }: Pick<EditorView, 'state'>): Slice {
  const { selection } = state
  if (drawnSuggestions(state) === DecorationSet.empty || !slice.eq(selection.content())) return slice
  const nodes = standingBlocks(state, selection.from, selection.to)
  return nodes === null ? slice : new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd)
}

/**
 * The blocks between two positions as they will be: without what is to be deleted, joined where their starts are.
 * Null where nothing is.
 */
export function standingBlocks(state: EditorState, from: number, to: number): readonly Node[] | null {
  const { doc } = state
  const struck = struckIn(drawnSuggestions(state), from, to)
  if (struck.length === 0) return null
  const starts = new Set(struck.filter(({ layer }) => layer === 'block').map((range) => range.from))
  const words = struck.filter(({ layer }) => layer === 'delete')
  const blocks: Node[] = []
  doc.forEach((node, pos) => {
    if (pos + node.nodeSize <= from || pos >= to) return
    const gone = pos >= from && starts.has(pos)
    if (!node.isTextblock) {
      if (!gone) blocks.push(node)
      return
    }
    const inside = standingContent(node, pos + 1, from, to, words)
    const last = blocks.at(-1)
    if (gone && last?.isTextblock === true) blocks[blocks.length - 1] = last.copy(last.content.append(inside))
    else blocks.push(inside === node.content ? node : node.copy(inside))
  })
  return blocks
}

function standingContent(
  block: Node,
  start: number,
  from: number,
  to: number,
  struck: readonly Shown[],
): Fragment {
  const end = Math.min(block.content.size, to - start)
  let at = Math.max(0, from - start)
  let content: Fragment | null = null
  for (const range of [...struck, { from: start + end, to: start + end }]) {
    if (range.to < start + at || range.from > start + end) continue
    const stop = Math.max(at, Math.min(end, range.from - start))
    if (content === null && at === 0 && stop === block.content.size) return block.content
    content = (content ?? Fragment.empty).append(block.content.cut(at, stop))
    at = Math.max(at, range.to - start)
  }
  return content ?? Fragment.empty
}
