import { firstWhere } from '../first-where.ts'
import type * as Y from 'yjs'
import type { UnitId } from '../yjs-items.ts'
import { firstItem } from '../yjs-items.ts'

/** Where a unit stands now, and how many units from it on stand in a row under ids that follow each other. */
export type PhysicalPlace = { readonly index: number; readonly room: number }

type Row = { readonly clock: number; readonly length: number; readonly index: number }

/** Where the units of a text stand now, by their ids (null for what isn't there): for many look-ups between two edits. */
export function physicalPlaces(text: Y.Text): (id: UnitId) => PhysicalPlace | null {
  const rows = new Map<number, Row[]>()
  let index = 0
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { client, clock } = item.id
    const list = rows.get(client)
    const row = { clock, length: item.length, index }
    if (list) list.push(row)
    else rows.set(client, [row])
    index += item.length
  }
  for (const list of rows.values()) list.sort((a, b) => a.clock - b.clock)
  return ([client, clock]) => {
    const list = rows.get(client) ?? []
    const row = list[firstWhere(list.length, (at) => (list[at]?.clock ?? 0) > clock) - 1]
    const offset = row ? clock - row.clock : 0
    return row && offset < row.length ? { index: row.index + offset, room: row.length - offset } : null
  }
}
