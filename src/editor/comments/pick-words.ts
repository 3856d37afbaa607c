import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { IdRange } from '../../domain/suggestions/id-ranges.ts'
import { idsIn, rangesOf } from '../../domain/suggestions/id-ranges.ts'
import { suggestionIndex } from '../../domain/suggestions/suggestion-index.ts'
import { unitRanges } from '../../domain/threads/unit-ranges.ts'
import { indexOfId } from '../../domain/yjs-items.ts'
import type { Binding } from '../binding/create-binding.ts'
import type { PickedWords } from './text-comments.ts'
import type { WordsRange } from './locate-words.ts'

/** So much of the words is kept to be read when they are gone. */
const LONGEST_QUOTE = 400
const WORD = /[\p{L}\p{N}\p{M}'’_-]/u

/**
 * What "Comment" is about: the selected words or picture, else the word at the caret, else the whole text.
 */
export function pickWords(state: EditorState, text: Y.Text, binding: Binding): PickedWords {
  const { from, to, empty } = state.selection
  const range = empty ? wordAt(state, from) : { from, to }
  const ids = range ? unitsIn(state.doc, range, text, binding) : []
  if (range === null || ids.length === 0 || text.doc === null) return { ids: [], quote: '' }
  const { origins } = suggestionIndex(text.doc)
  const canonical = Array.from(idsIn(ids), (id) => origins.canonical(id))
  return { ids: rangesOf(canonical), quote: quoteOf(state.doc, range) }
}

function wordAt({ doc }: EditorState, pos: number): WordsRange | null {
  const { parent, parentOffset } = doc.resolve(pos)
  if (!parent.isTextblock) return null
  const signs = parent.textBetween(0, parent.content.size, '\n', '\n')
  let from = parentOffset
  let to = parentOffset
  while (from > 0 && WORD.test(signs.charAt(from - 1))) from -= 1
  while (to < signs.length && WORD.test(signs.charAt(to))) to += 1
  return from === to ? null : { from: pos - parentOffset + from, to: pos - parentOffset + to }
}

function unitsIn(doc: Node, { from, to }: WordsRange, text: Y.Text, binding: Binding): readonly IdRange[] {
  const ids: IdRange[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    const isUnits = node.isLeaf && node.type.name !== 'seam'
    const start = Math.max(from, pos)
    const length = Math.min(to, pos + node.nodeSize) - start
    const id = isUnits && length > 0 ? binding.idAt(start) : null
    const found = id && indexOfId(text, id)
    // The characters of one node lie together in the text, wherever its block was moved.
    if (found) ids.push(...unitRanges(text, found.index, length))
  })
  return ids
}

function quoteOf(doc: Node, { from, to }: WordsRange): string {
  const words = doc.textBetween(from, to, ' ', (leaf) => (leaf.type.name === 'picture' ? 'Picture' : ' '))
  const quote = words.replace(/\s+/gu, ' ').trim()
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote
}
