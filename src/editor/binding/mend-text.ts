import { Fragment } from '@tiptap/pm/model'
import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { idAt } from '../../domain/yjs-items.ts'
import { enterMode } from '../../domain/suggestions/suggester.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { suggestionIndex } from '../../domain/suggestions/suggestion-index.ts'
import { placedUnits } from './placed-units.ts'
import type { IndexMap } from './positions.ts'
import { displayIndex } from './positions.ts'
import { fieldsOf, isHeadless, isLine } from './units.ts'
import { newHead } from './write-plan.ts'

/** Does an edit change more than the inside of one block? */
export function isStructural(before: Node, after: Node, ranges: readonly ChangedRange[]): boolean {
  return !ranges.every(
    (range) =>
      isWithinBlock(before, range.oldFrom, range.oldTo) && isWithinBlock(after, range.newFrom, range.newTo),
  )
}

function isWithinBlock(doc: Node, from: number, to: number): boolean {
  const [start, end] = [doc.resolve(from), doc.resolve(to)]
  return start.depth > 0 && end.depth > 0 && start.before() === end.before()
}

/**
 * Gives blocks without a start one, because an edit touches them, or something that they might run into. Returns
 * the document as it then is: no position in it changes. While suggesting (`suggested` is called before) only where the
 * edit is: the start is a suggestion like the edit. What is all struck needs none, nor what will run on into the block
 * before it once the picture between them is gone.
 */
export function mendHeadless(
  text: Y.Text,
  map: IndexMap,
  before: Node,
  ranges: readonly ChangedRange[],
  all: boolean,
  suggested: (() => void) | null = null,
): Node {
  if (isLine(before)) return before
  const mended: number[] = []
  const children = [...before.children]
  before.forEach((node, pos, index) => {
    // Where the block's words lie is asked of the few that might need a start: the answer takes a walk from the top.
    if (!node.isTextblock || !isHeadless(node)) return
    const end = pos + node.nodeSize
    const near = ranges.some(
      ({ oldFrom, oldTo }) => oldFrom < end && oldTo > pos - Number(suggested !== null),
    )
    if ((!near && (!all || suggested)) || isAllStruck(text, map, before, pos)) return
    const first = node.content.size > 0 ? map.physical(displayIndex(before, pos + 1)) : 0
    if (suggested && isStruck(text, first - 1)) return
    mended.push(first)
    children[index] = node.type.create({ ...node.attrs, implicit: false }, node.content)
  })
  if (mended.length === 0) return before
  const fields = fieldsOf(before.type.schema.nodes['block']?.create() ?? before)
  if (suggested) suggested()
  else if (text.doc) enterMode(text.doc, null)
  for (const at of mended.sort((a, b) => b - a)) text.insertEmbed(at, newHead(fields), {})
  return before.type.create(before.attrs, Fragment.from(children))
}

function isStruck(text: Y.Text, index: number): boolean {
  const id = idAt(text, index)
  return id !== null && text.doc !== null && (suggestionIndex(text.doc).stateOf(id)?.deleted.length ?? 0) > 0
}

/** Has the block at a position words, and are all of them suggested to be deleted? */
function isAllStruck(text: Y.Text, map: IndexMap, doc: Node, pos: number): boolean {
  const size = doc.nodeAt(pos)?.content.size ?? 0
  if (size === 0 || !text.doc) return false
  const index = suggestionIndex(text.doc)
  return placedUnits(text, map, doc, pos, pos + size + 1).every(
    ({ id }) => (index.stateOf(id)?.deleted.length ?? 0) > 0,
  )
}
