import { Fragment, Slice } from '@tiptap/pm/model'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Selection } from '@tiptap/pm/state'
import { kindOf, levelOf, setKindAt } from '../commands/block-kind-of.ts'
import { isLine } from '../commands/selected-blocks.ts'

/**
 * Puts pasted blocks in place of the selection of `tr`, the way people expect of a word processor: words of one
 * block go into the line; of several, the first and the last join what stands before and after the caret where they
 * are of the same sort, and keep to themselves where they aren't; an empty block takes over the kind of what comes.
 */
export function insertSlice(state: EditorState, tr: Transaction, slice: Slice): Transaction {
  if (slice.content.size === 0) return tr
  if (!tr.selection.empty) tr.deleteSelection()
  if (isLine(state)) return insertInline(tr, flatten(state, slice.content))
  const { $from } = tr.selection
  const blocks: Node[] = []
  slice.content.forEach((node) => blocks.push(node))
  const head = blocks[0]
  const tail = blocks.at(-1)
  if (head === undefined || tail === undefined) return tr
  if ($from.depth !== 1) return tr.insert($from.pos, blocks)
  const target = $from.parent
  const empty = target.content.size === 0
  if (blocks.length === 1 && head.isTextblock) {
    if (empty && kindOf(head) !== 'paragraph') setKindAt(tr, $from.before(), kindOf(head), levelOf(head))
    return insertInline(tr, head.content)
  }
  const alike = (block: Node): boolean =>
    block.isTextblock && (kindOf(block) === 'paragraph' || kindOf(block) === kindOf(target))
  if (empty && head.isTextblock) setKindAt(tr, $from.before(), kindOf(head), levelOf(head))
  const offset = $from.parentOffset
  const joinsHead = head.isTextblock && (empty || (offset > 0 && (alike(head) || slice.openStart > 0)))
  const joinsTail = offset < target.content.size && tail.isTextblock && (alike(tail) || slice.openEnd > 0)
  const atEnd = offset === target.content.size
  // Nothing of the target block is on one of the sides: then the blocks go beside it rather than into it.
  const pos = joinsHead || (offset > 0 && !atEnd) ? $from.pos : offset === 0 ? $from.before() : $from.after()
  if (offset === 0 && !joinsHead && joinsTail) {
    // The block keeps its start: what hangs on it stays with its words.
    tr.insert($from.before(), blocks.slice(0, -1))
    return insertInline(tr, tail.content)
  }
  const content = Fragment.from(blocks)
  if (joinsHead || joinsTail || pos === $from.pos) {
    tr.replace($from.pos, $from.pos, new Slice(content, joinsHead ? 1 : 0, joinsTail ? 1 : 0))
  } else {
    tr.insert(pos, content)
  }
  return caretAfter(tr, joinsTail)
}

function insertInline(tr: Transaction, content: Fragment): Transaction {
  const { pos } = tr.selection.$from
  tr.replace(pos, pos, new Slice(content, 0, 0))
  return tr.setSelection(Selection.near(tr.doc.resolve(pos + content.size), -1))
}

/** The caret goes behind the last thing that the last step put in. */
function caretAfter(tr: Transaction, joined: boolean): Transaction {
  let end = tr.selection.from
  tr.mapping.maps.at(-1)?.forEach((_from, _to, _newFrom, newTo) => {
    end = newTo
  })
  // Where the rest of a split block stands by itself, the step ends with that block's opening.
  const $end = tr.doc.resolve(end)
  const before = !joined && $end.depth === 1 && $end.parentOffset === 0 ? $end.before() : end
  return tr.setSelection(Selection.near(tr.doc.resolve(before), -1))
}

/** Everything as words of one line: ends of blocks and lines become blanks, links go. */
export function flatten(state: EditorState, content: Fragment): Fragment {
  const { schema } = state
  const inline: Node[] = []
  let words = 0
  content.forEach((block) => {
    if (!block.isTextblock || block.content.size === 0) return
    if (words > 0) inline.push(schema.text(' '))
    words += 1
    block.forEach((child) => {
      const marks = child.marks.filter(({ type }) => type.name !== 'link')
      if (child.isText) inline.push(schema.text((child.text ?? '').replace(/[\r\n\t]+/g, ' '), marks))
      else if (child.type.name === 'hardBreak') inline.push(schema.text(' ', marks))
    })
  })
  return Fragment.from(inline)
}
