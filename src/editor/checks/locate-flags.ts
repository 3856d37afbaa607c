import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import { firstWhere } from '../../domain/first-where.ts'
import { isSeam } from '../binding/units.ts'
import { drawnSuggestions } from '../suggest/drawn-suggestions.ts'
import { struckIn } from '../suggest/suggestion-marks.ts'
import type { TextFlag } from './text-flags.ts'

type Range = { readonly from: number; readonly to: number }

export type LocatedFlag = Range & { readonly flag: TextFlag }

/**
 * Where flags are in an editor's document, which may show more than its content has: words that are to be deleted are
 * stepped over, and blocks that will be joined are one. What was found in words that have moved since is where `marked`
 * says that it went along with them; a flag whose words stand in neither place is left out. One walk over the blocks;
 * only those with flags are looked into.
 */
export function locateFlags(
  state: EditorState,
  flags: readonly TextFlag[],
  marked: (id: string) => Range | null = () => null,
): readonly LocatedFlag[] {
  if (flags.length === 0) return []
  const isGone = goneIn(state)
  const wanted = new Map<number, TextFlag[]>()
  for (const flag of flags) {
    const list = wanted.get(flag.block)
    if (list) list.push(flag)
    else wanted.set(flag.block, [flag])
  }
  const last = Math.max(...wanted.keys())
  const located: LocatedFlag[] = []
  let block = -1
  let shown: number[] = []
  const settle = (): void => {
    for (const flag of wanted.get(block) ?? []) {
      const from = shown[flag.from]
      const end = shown[flag.to - 1]
      if (from === undefined || end === undefined) continue
      if (wordsOf(state.doc, shown.slice(flag.from, flag.to)) !== flag.words) continue
      located.push({ flag, from, to: end + 1 })
    }
    shown = []
  }
  state.doc.forEach((node, pos) => {
    if (block > last) return
    // What follows a start that is gone goes on with the block before it.
    if (!isGone(pos) || block === -1) {
      settle()
      block += 1
    }
    if (wanted.has(block) && node.isTextblock) shown.push(...shownPlaces(node, pos + 1, isGone))
  })
  settle()
  const known = new Set(located.map(({ flag }) => flag.id))
  for (const flag of flags) {
    const range = known.has(flag.id) ? null : marked(flag.id)
    if (range && standsIn(state.doc, range, isGone) === flag.words) located.push({ flag, ...range })
  }
  return located
}

/** What a range within one block says, without what is to be deleted; null where it is no such range. */
function standsIn(doc: Node, { from, to }: Range, isGone: (position: number) => boolean): string | null {
  const start = doc.resolve(from)
  if (to > doc.content.size || !start.sameParent(doc.resolve(to)) || !start.parent.isTextblock) return null
  const shown = shownPlaces(start.parent, start.start(), isGone)
  return wordsOf(
    doc,
    shown.filter((place) => place >= from && place < to),
  )
}

/** Says of a position whether what stands there is to be deleted. */
function goneIn(state: EditorState): (position: number) => boolean {
  const set = drawnSuggestions(state)
  if (set === DecorationSet.empty) return () => false
  const rows = struckIn(set, 0, state.doc.content.size).map(({ from, to, layer }) => ({
    from,
    to: layer === 'block' ? from + 1 : to,
  }))
  // One row may lie in another: what counts is how far any of those before reaches.
  let reach = 0
  const ends = rows.map(({ to }) => (reach = Math.max(reach, to)))
  return (position) => {
    const before = firstWhere(rows.length, (index) => (rows[index]?.from ?? 0) > position) - 1
    return before >= 0 && (ends[before] ?? 0) > position
  }
}

function shownPlaces(node: Node, from: number, isGone: (position: number) => boolean): readonly number[] {
  const places: number[] = []
  node.forEach((child, at) => {
    if (isSeam(child)) return
    for (let k = 0; k < child.nodeSize; k++) if (!isGone(from + at + k)) places.push(from + at + k)
  })
  return places
}

function wordsOf(doc: Node, places: readonly number[]): string {
  let words = ''
  for (let k = 0; k < places.length;) {
    const from = places[k] ?? 0
    let to = from + 1
    for (k += 1; places[k] === to; k++) to += 1
    words += doc.textBetween(from, to, '\n', '\n')
  }
  return words
}
