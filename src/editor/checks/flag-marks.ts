import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { LocatedFlag } from './locate-flags.ts'
import type { TextFlag } from './text-flags.ts'

type Drawn = { readonly located: readonly LocatedFlag[]; readonly active: string | null }

const key = new PluginKey<DecorationSet>('flagMarks')

/**
 * Underlines what the checks found. The lines go along with every edit, and at once where their words are edited; anew
 * they are drawn only when `drawFlags` says so.
 */
export function flagMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, old) {
        const drawn = tr.getMeta(key) as Drawn | undefined
        if (drawn !== undefined) return redrawn(old, tr, drawn)
        if (!tr.docChanged || old === DecorationSet.empty) return old
        const set = old.map(tr.mapping, tr.doc)
        return set.remove(touched(set, tr))
      },
    },
    props: { decorations: (state) => key.getState(state) ?? null },
  })
}

/** Draws these flags and no others. Null where they are drawn as they are. */
export function drawFlags(state: EditorState, drawn: Drawn): Transaction | null {
  const set = key.getState(state) ?? DecorationSet.empty
  const now = new Set(set.find().map(signOf))
  const wanted = drawn.located.map((row) => signOf(decorationOf(row, drawn.active)))
  if (now.size === wanted.length && wanted.every((sign) => now.has(sign))) return null
  return state.tr.setMeta(key, drawn).setMeta('addToHistory', false)
}

/** The flag whose words hold this position, the shortest first; null where there is none. */
export function flagAt(state: EditorState, pos: number): string | null {
  const found = key.getState(state)?.find(pos, pos) ?? []
  const [best] = found.toSorted((a, b) => a.to - a.from - (b.to - b.from))
  return best ? idOf(best) : null
}

/** Where a flag's words are now, or null where they are not marked. */
export function rangeOfFlag(state: EditorState, id: string): { from: number; to: number } | null {
  const [found] = key.getState(state)?.find(undefined, undefined, (spec) => spec['flag'] === id) ?? []
  return found ? { from: found.from, to: found.to } : null
}

/** Of the marks that are there those that differ go, and the ones that are missing come: the rest is not drawn again. */
function redrawn(old: DecorationSet, tr: Transaction, { located, active }: Drawn): DecorationSet {
  const set = tr.docChanged ? old.map(tr.mapping, tr.doc) : old
  const wanted = new Map(
    located.map((row) => decorationOf(row, active)).map((mark) => [signOf(mark), mark] as const),
  )
  const gone = set.find().filter((mark) => !wanted.delete(signOf(mark)))
  return set.remove(gone).add(tr.doc, [...wanted.values()])
}

/** The marks whose words a transaction has changed, or gone on writing. */
function touched(set: DecorationSet, tr: Transaction): Decoration[] {
  const found: Decoration[] = []
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1)
    map.forEach((_from, _to, newFrom, newTo) => {
      const [from, to] = [rest.map(newFrom, -1), rest.map(newTo, 1)]
      for (const mark of set.find(from, to)) {
        if ((mark.from < to && mark.to > from) || isWritten(tr, from, to, mark)) found.push(mark)
      }
    })
  })
  return found
}

/** Was the mark's first or last word made longer? */
function isWritten(tr: Transaction, from: number, to: number, mark: Decoration): boolean {
  if (from === to) return true
  const text = tr.doc.textBetween(from, to, '\n', '\n')
  return mark.to === from ? /^[\p{L}\p{N}'’]/u.test(text) : /[\p{L}\p{N}'’]$/u.test(text)
}

function decorationOf({ flag, from, to }: LocatedFlag, active: string | null): Decoration {
  return Decoration.inline(
    from,
    to,
    { nodeName: 'span', ...attributesOf(flag, flag.id === active) },
    { flag: flag.id, look: lookOf(flag, flag.id === active) },
  )
}

const attributesOf = ({ id, kind, weight }: TextFlag, isActive: boolean): Record<string, string> => ({
  'data-flag': id,
  'data-flag-kind': kind,
  'data-flag-weight': weight,
  ...(isActive ? { 'data-flag-active': '' } : {}),
})

const lookOf = ({ kind, weight }: TextFlag, isActive: boolean): string =>
  `${kind} ${weight} ${isActive ? 'active' : ''}`

const idOf = (mark: Decoration): string => String((mark.spec as { flag?: unknown }).flag)

const signOf = (mark: Decoration): string =>
  `${mark.from} ${mark.to} ${idOf(mark)} ${String((mark.spec as { look?: unknown }).look)}`
