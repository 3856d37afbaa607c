import type { Node } from '@tiptap/pm/model'
import type { PersonColour } from '../../domain/person.ts'
import { personColour } from '../../domain/person.ts'
import { setWords } from '../../domain/suggestions/describe-suggestion.ts'
import type { SuggestionIndex, UnitState } from '../../domain/suggestions/suggestion-index.ts'
import { PLACE } from '../../domain/text-layout.ts'
import type { Binding } from '../binding/create-binding.ts'

/** What is drawn for suggestions about a stretch of words, or about a block as such. */
export type Shown = {
  readonly from: number
  readonly to: number
  readonly layer: 'insert' | 'delete' | 'format' | 'block'
  /** The suggestions that it is part of. */
  readonly ids: readonly string[]
  readonly colour: PersonColour
  /** Who suggests what, in words. */
  readonly says: string
  /** For a block: what becomes of its start, and what else changes, as its label has it. */
  readonly start: 'inserted' | 'deleted' | 'changed' | null
  readonly label: string
}

export type ShownSource = {
  readonly binding: Pick<Binding, 'piecesBetween'>
  readonly index: SuggestionIndex
  readonly nameOf: (person: string) => string
}

/** What is to be drawn between the edges of two blocks of a document that shows the text; words in order within a layer. */
export function shownBetween(
  { binding, index, nameOf }: ShownSource,
  doc: Node,
  from: number,
  to: number,
): readonly Shown[] {
  if (!index.mayChange()) return []
  const shown: Shown[] = []
  const open = new Map<Shown['layer'], { shown: Shown; at: number }>()
  const words = (
    layer: Shown['layer'],
    ids: readonly string[],
    at: readonly [number, number],
    what: string,
  ) => {
    const last = open.get(layer)
    if (last?.shown.to === at[0] && sameIds(last.shown.ids, ids) && last.shown.says.endsWith(what)) {
      last.shown = { ...last.shown, to: at[1] }
      shown[last.at] = last.shown
      return
    }
    const now: Shown = { from: at[0], to: at[1], layer, ids, ...said(ids, what), start: null, label: '' }
    open.set(layer, { shown: now, at: shown.push(now) - 1 })
  }
  const said = (ids: readonly string[], what: string): { colour: Shown['colour']; says: string } => {
    const person = index.origins.maker(ids[0] ?? '').by
    return { colour: personColour(person), says: sentence(nameOf(person), what) }
  }
  for (const { id, length, pos, block } of binding.piecesBetween(doc, from, to)) {
    for (const { offset, length: size, state } of index.stretches(id[0], id[1], length)) {
      if (state === null) continue
      const at = [pos + offset, pos + offset + size] as const
      if (block) {
        const { ids, start, label } = blockChange(doc.nodeAt(pos), state)
        const end = pos + (doc.nodeAt(pos)?.nodeSize ?? 1)
        shown.push({ from: pos, to: end, layer: 'block', ids, ...said(ids, label), start, label })
        continue
      }
      if (state.inserted !== null) words('insert', [state.inserted], at, 'inserted')
      if (state.deleted.length > 0) words('delete', state.deleted, at, 'deleted')
      if (state.sets.length > 0) words('format', suggestionsOf(state.sets), at, setsWords(state.sets))
    }
  }
  return shown
}

/** How a suggestion is told of: "Kit Marsh: inserted". */
export const sentence = (name: string, what: string): string => (name === '' ? what : `${name}: ${what}`)

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, k) => id === b[k])

const suggestionsOf = (sets: UnitState['sets']): readonly string[] => [
  ...new Set(sets.map(({ entry }) => entry.suggestion)),
]

/** What was set, each format or key once: the last value counts, against what was before the first. */
function setsWords(sets: UnitState['sets']): string {
  const names = new Set(sets.map(({ entry }) => entry.name))
  return [...names]
    .map((name) => {
      const same = sets.filter(({ entry }) => entry.name === name)
      return setWords(name, same[0]?.entry.was ?? null, same.at(-1)?.entry.to ?? null)
    })
    .join('. ')
}

function blockChange(
  node: Node | null,
  { inserted, deleted, sets }: UnitState,
): Pick<Shown, 'ids' | 'start' | 'label'> {
  const thing = node?.isTextblock === true ? 'text' : node?.type.name === 'rule' ? 'rule' : 'picture'
  const said: string[] = []
  if (inserted !== null) said.push(WORDS[thing].inserted)
  if (deleted.length > 0) said.push(WORDS[thing].deleted)
  if (sets.length > 0) said.push(setsWords(sets.toSorted((a, b) => rank(a.entry.name) - rank(b.entry.name))))
  const ids = [...(inserted === null ? [] : [inserted]), ...deleted, ...suggestionsOf(sets)]
  const start = deleted.length > 0 ? 'deleted' : inserted === null ? 'changed' : 'inserted'
  return { ids: [...new Set(ids)], start, label: said.join('. ') }
}

/** That a block was moved is said last. */
const rank = (name: string): number => (name === PLACE ? 1 : 0)

const WORDS = {
  text: { inserted: 'New paragraph', deleted: 'Joined to the one above' },
  picture: { inserted: 'Picture added', deleted: 'Picture taken out' },
  rule: { inserted: 'Rule added', deleted: 'Rule taken out' },
} as const
