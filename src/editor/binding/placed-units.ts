import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { UnitId } from '../../domain/yjs-items.ts'
import { placedPieces } from './placed-pieces.ts'
import type { IndexMap } from './positions.ts'

/** A unit with the position of its token in the document. */
export type PlacedUnit = { readonly id: UnitId; readonly pos: number }

/** The units whose tokens lie between two positions of the document, which shows the text as it is. */
export function placedUnits(
  text: Y.Text,
  map: IndexMap,
  doc: Node,
  from: number,
  to: number,
): readonly PlacedUnit[] {
  return placedPieces(text, map, doc, from, to).flatMap(({ id: [client, clock], length, pos }) =>
    Array.from({ length }, (_, k): PlacedUnit => ({ id: [client, clock + k], pos: pos + k })),
  )
}
