import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { isSeam } from '../binding/units.ts'
import type { Shown } from './shown-suggestions.ts'
import { struckIn } from './suggestion-marks.ts'
import { drawnSuggestions, isStruckBlock } from './drawn-suggestions.ts'

export type Direction = -1 | 1

/** One standing sign beside a place: the token, what it says, and the place behind it. */
type Sign = { readonly text: string; readonly from: number; readonly to: number }

/**
 * The signs that stand beside a place, one after the other in a direction, over words that are to be deleted and over
 * starts of blocks that are; it ends where a block does that stays one. `edge` then is the place where it ended.
 */
export function* standingSigns(
  state: EditorState,
  pos: number,
  direction: Direction,
): Generator<Sign, number, void> {
  const { doc } = state
  let at = pos
  for (;;) {
    const $at = doc.resolve(at)
    if ($at.depth === 0) return at
    const block = $at.parent
    const start = $at.start()
    const struck = struckWords(state, start, start + block.content.size)
    const end = direction < 0 ? start : start + block.content.size
    while (at !== end) {
      const from = direction < 0 ? at - 1 : at
      const over = struck.find((range) => range.from <= from && range.to > from)
      if (over) {
        at = direction < 0 ? Math.max(over.from, start) : Math.min(over.to, end)
        continue
      }
      const text = signAt(doc, from)
      at += direction
      if (text !== '') yield { text, from, to: from + 1 }
    }
    const next = acrossEdge(state, $at.before(), direction)
    if (next === null) return at
    at = next
  }
}

/** The place nearest in that direction beside which a sign stands, or the edge of what will be one block. */
export function overStruck(state: EditorState, pos: number, direction: Direction): number {
  const signs = standingSigns(state, pos, direction)
  const first = signs.next()
  if (first.done === true) return first.value
  return direction < 0 ? first.value.to : first.value.from
}

/**
 * From a place to the other end of what a key deletes there: a character as people count them, or a word with the
 * blanks before it. Null at the edge of what will be one block.
 */
export function deletionEnd(
  state: EditorState,
  pos: number,
  direction: Direction,
  unit: 'character' | 'word' | 'block',
): number | null {
  const signs: Sign[] = []
  for (const sign of standingSigns(state, pos, direction)) {
    signs.push(sign)
    if (unit === 'character' && signs.length >= LONGEST_CHARACTER) break
  }
  if (direction < 0) signs.reverse()
  const text = signs.map((sign) => sign.text).join('')
  const length = unit === 'block' ? text.length : lengthOf(text, direction, unit)
  const last = direction < 0 ? signs[text.length - length] : signs[length - 1]
  if (length === 0 || !last) return null
  return direction < 0 ? last.from : last.to
}

/** In UTF-16 units; families of emoji are the longest. */
const LONGEST_CHARACTER = 64

function lengthOf(text: string, direction: Direction, unit: 'character' | 'word'): number {
  if (unit === 'character') {
    const all = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
    return (direction < 0 ? all.at(-1) : all[0])?.segment.length ?? 0
  }
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)]
  if (direction < 0) words.reverse()
  let length = 0
  for (const { segment } of words) {
    length += segment.length
    if (segment.trim() !== '') break
  }
  return length
}

/** What a token of a block says; '' for a seam, which nobody sees. */
function signAt(doc: Node, pos: number): string {
  const { nodeAfter } = doc.resolve(pos)
  if (!nodeAfter || isSeam(nodeAfter)) return ''
  if (nodeAfter.isText) return nodeAfter.text?.charAt(0) ?? ''
  return nodeAfter.type.name === 'hardBreak' ? '\n' : '\uFFFC'
}

const struckWords = (state: EditorState, from: number, to: number): readonly Shown[] =>
  struckIn(drawnSuggestions(state), from, to).filter(({ layer }) => layer === 'delete')

/** Past the start of a block that is to be joined to the one before, and past pictures that go; null where a block stays. */
function acrossEdge(state: EditorState, blockPos: number, direction: Direction): number | null {
  const { doc } = state
  if (direction < 0) {
    if (!isStruckBlock(state, blockPos)) return null
    let at = blockPos
    for (let before = doc.resolve(at).nodeBefore; before; before = doc.resolve(at).nodeBefore) {
      if (before.isTextblock) return at - 1
      at -= before.nodeSize
      if (!isStruckBlock(state, at)) return null
    }
    return null
  }
  let at = blockPos + (doc.nodeAt(blockPos)?.nodeSize ?? 0)
  for (let after = doc.nodeAt(at); after; after = doc.nodeAt(at)) {
    if (!isStruckBlock(state, at)) return null
    if (after.isTextblock) return at + 1
    at += after.nodeSize
  }
  return null
}
