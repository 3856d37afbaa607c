import type { Node } from '@tiptap/pm/model'
import type { DecorationSet } from '@tiptap/pm/view'
import { Decoration } from '@tiptap/pm/view'
import type { BlockRange } from '../changed-blocks.ts'
import type { Shown } from './shown-suggestions.ts'
import { sentence } from './shown-suggestions.ts'

/** Flat, and without the place: ProseMirror leaves the page alone where a decoration has the same spec as before. */
type Spec = Omit<Shown, 'from' | 'to' | 'ids'> & { readonly ids: string }

const NAMES = { insert: 'ins', delete: 'del', format: 'span' } as const

/** Takes what is drawn in these blocks off and draws this instead. */
export function drawIn(
  set: DecorationSet,
  doc: Node,
  { from, to }: BlockRange,
  shown: readonly Shown[],
  active: string | null,
): DecorationSet {
  const old = set.find(from, to).filter((mark) => mark.from >= from && mark.to <= to)
  return add(old.length > 0 ? set.remove(old) : set, doc, shown, active)
}

/** Is exactly this drawn in these blocks? */
export function isDrawn(set: DecorationSet, { from, to }: BlockRange, shown: readonly Shown[]): boolean {
  const marks = set.find(from, to).filter((mark) => mark.from >= from && mark.to <= to)
  if (marks.length !== shown.length) return false
  const keys = new Set(marks.map((mark) => keyOf(placed(mark))))
  return shown.every((each) => keys.has(keyOf(each)))
}

/** Marks another suggestion as the one that is looked at. */
export function activate(
  set: DecorationSet,
  doc: Node,
  ids: ReadonlySet<string>,
  active: string | null,
): DecorationSet {
  const old = set.find(undefined, undefined, (spec) => idsOf(spec as Spec).some((id) => ids.has(id)))
  const shown = old.map(placed)
  return old.length > 0 ? add(set.remove(old), doc, shown, active) : set
}

/**
 * What was just typed at [from, to), before it is written: no part of what it stands in; as a suggestion of one's own
 * it goes on what stands beside it.
 */
export function drawTyped(
  set: DecorationSet,
  doc: Node,
  { from, to }: BlockRange,
  mine: { readonly colour: Shown['colour']; readonly name: string } | null,
  active: string | null,
): DecorationSet {
  const around = set.find(from, to).filter((mark) => placed(mark).layer !== 'block')
  const says = mine && sentence(mine.name, 'inserted')
  const typed = { from, to, ids: [] as readonly string[] }
  const gone: Decoration[] = []
  const rest: Shown[] = []
  for (const mark of around) {
    const shown = placed(mark)
    if (shown.layer === 'insert' && shown.says === says) {
      gone.push(mark)
      typed.ids = shown.ids
      typed.from = Math.min(typed.from, mark.from)
      typed.to = Math.max(typed.to, mark.to)
    } else if (mark.from < to && mark.to > from) {
      gone.push(mark)
      if (mark.from < from) rest.push({ ...shown, from: mark.from, to: from })
      if (mark.to > to) rest.push({ ...shown, from: to, to: mark.to })
    }
  }
  if (mine) {
    rest.push({ ...typed, layer: 'insert', colour: mine.colour, says: says ?? '', start: null, label: '' })
  }
  return add(gone.length > 0 ? set.remove(gone) : set, doc, rest, active)
}

/** The suggestions at a place, the most exact first: words before blocks, what begins last before what it lies in. */
export function suggestionsAt(set: DecorationSet, pos: number): readonly string[] {
  const found = set.find(pos, pos)
  const isBlock = (mark: Decoration): number => (placed(mark).layer === 'block' ? 1 : 0)
  found.sort((a, b) => isBlock(a) - isBlock(b) || b.from - a.from || a.to - b.to)
  // A block ends behind its last place: what only touches it is the next one.
  const inside = found.filter(
    (mark) => isBlock(mark) === 0 || (mark.from < pos && mark.to > pos) || mark.to === mark.from + 1,
  )
  return [...new Set(inside.flatMap((mark) => placed(mark).ids))]
}

/** Where a suggestion is drawn, in reading order. */
export function rangesOfSuggestion(set: DecorationSet, id: string): readonly Shown[] {
  const marks = set.find(undefined, undefined, (spec) => idsOf(spec as Spec).includes(id))
  return marks.map(placed).toSorted((a, b) => a.from - b.from || b.to - a.to)
}

/** Ranges of words that are to be deleted, and of blocks whose start is, that touch [from, to]; in order. */
export function struckIn(set: DecorationSet, from: number, to: number): readonly Shown[] {
  return set
    .find(from, to, (spec) => isStruck(spec as Spec))
    .map(placed)
    .sort((a, b) => a.from - b.from)
}

const isStruck = ({ layer, start }: Spec): boolean => layer === 'delete' || start === 'deleted'

/** As it is drawn now. */
const placed = ({ from, to, spec }: Decoration): Shown => ({
  ...(spec as Spec),
  ids: idsOf(spec as Spec),
  from,
  to,
})

const idsOf = ({ ids }: Spec): readonly string[] => (ids === '' ? [] : ids.split(' '))

const keyOf = ({ from, to, layer, ids, says }: Shown): string => [from, to, layer, says, ...ids].join('|')

function add(set: DecorationSet, doc: Node, shown: readonly Shown[], active: string | null): DecorationSet {
  return shown.length > 0
    ? set.add(
        doc,
        shown.map((each) => markOf(each, active)),
      )
    : set
}

function markOf(shown: Shown, active: string | null): Decoration {
  const { from, to, layer, ids, colour, says, start, label } = shown
  const spec: Spec = { layer, ids: ids.join(' '), colour, says, start, label }
  const common = {
    'data-suggestion': spec.ids,
    'data-person': String(colour),
    ...(active !== null && ids.includes(active) ? { 'data-active': '' } : {}),
  }
  if (layer === 'block') {
    const attributes = { ...common, 'data-block-change': start ?? '', 'data-change-label': label }
    return Decoration.node(from, to, { ...attributes, 'aria-description': says }, spec)
  }
  const attributes = { ...common, 'data-change': layer, title: says }
  const described = layer === 'format' ? { 'aria-description': says } : {}
  return Decoration.inline(from, to, { nodeName: NAMES[layer], ...attributes, ...described }, spec)
}
