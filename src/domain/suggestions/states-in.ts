import type * as Y from 'yjs'
import type { UnitId } from '../yjs-items.ts'
import { rowsIn } from '../yjs-items.ts'
import type { SuggestionIndex, UnitState } from './suggestion-index.ts'

/** Units in a row, with (own) ids in a row, about which the same is suggested. */
export type StateStretch = { readonly id: UnitId; readonly length: number; readonly state: UnitState | null }

/** What is suggested about the units [from, to) of a text, as they lie. */
export function* statesIn(
  text: Y.Text,
  index: SuggestionIndex,
  from = 0,
  to = text.length,
): Generator<StateStretch> {
  for (const row of rowsIn(text, from, to)) {
    const [client, clock] = row.id
    for (const { offset, length, state } of index.stretches(client, clock, row.length)) {
      yield { id: [client, clock + offset], length, state }
    }
  }
}
