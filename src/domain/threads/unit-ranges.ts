import type * as Y from 'yjs'
import type { IdRange } from '../suggestions/id-ranges.ts'
import { joinRanges } from '../suggestions/id-ranges.ts'
import { rowsIn } from '../yjs-items.ts'

/** The ids of so many live units of a text from an index on, as they lie. */
export function unitRanges(text: Y.Text, index: number, length: number): readonly IdRange[] {
  const rows = [...rowsIn(text, index, index + length)]
  return joinRanges(rows.map(({ id, length: many }): IdRange => [id[0], id[1], many]))
}
