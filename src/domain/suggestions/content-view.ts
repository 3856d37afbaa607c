import * as Y from 'yjs'
import type { Json } from '../json.ts'
import type { Take, View } from '../text-runs.ts'
import { NOTHING } from '../text-runs.ts'
import type { SuggestionIndex, UnitState } from './suggestion-index.ts'
import { wasValue } from './was-value.ts'

/** 'will': as it will be when all that is suggested is accepted; 'was': as if nothing had been suggested. */
export type ContentView = 'will' | 'was'

/** How a text reads in one of the views. Null where nothing is suggested, so that reading costs nothing more. */
export function contentView(index: SuggestionIndex, view: ContentView): View | null {
  if (!index.mayChange()) return null
  return (item, written) =>
    index
      .stretches(item.id.client, item.id.clock, item.length)
      .map(({ length, state }) => takeOf(item, length, state, view, written))
}

/** Is a unit in this view? */
export function isIn(state: UnitState | null, view: ContentView): boolean {
  return state === null || (view === 'will' ? state.deleted.length === 0 : state.inserted === null)
}

function takeOf(
  { content }: Y.Item,
  length: number,
  state: UnitState | null,
  view: ContentView,
  written: (name: string) => unknown,
): Take {
  if (!state) return { length, keep: 'yes', change: NOTHING }
  if (!isIn(state, view)) {
    // What was deleted is thought away, but holds the place of what follows it; what was inserted never was.
    const isHead = content instanceof Y.ContentType && content.type instanceof Y.Map
    return { length, keep: view === 'will' && isHead ? 'joined' : 'no', change: NOTHING }
  }
  return { length, keep: 'yes', change: view === 'was' ? changesBack(state, written) : NOTHING }
}

/** Formats or keys as they were. */
function changesBack({ sets }: UnitState, written: (name: string) => unknown): Take['change'] {
  if (sets.length === 0) return NOTHING
  const change: Record<string, Json> = {}
  for (const { entry } of sets) {
    if (entry.name in change) continue
    const same = sets.filter((other) => other.entry.name === entry.name)
    const now = (written(entry.name) ?? null) as Json
    change[entry.name] = wasValue(
      now,
      same.map((row) => row.entry),
    )
  }
  return change
}
