import { firstWhere } from '../first-where.ts'
import * as Y from 'yjs'
import type { IdRange } from '../suggestions/id-ranges.ts'
import type { UnitId } from '../yjs-items.ts'
import { firstItem } from '../yjs-items.ts'
import { PLACE } from '../text-layout.ts'
import type { StandIn } from './stand-ins.ts'
import { allRanges } from './stand-ins.ts'

/** So many live units in a row that an anchor holds; `run` counts as the runs of a text do (text-runs.ts). */
export type Held = {
  readonly anchor: number
  readonly run: number
  /** Where the first of them stands in the text, and its id; those of the others follow it. */
  readonly index: number
  readonly id: UnitId
  readonly length: number
}

/** Ids of one client, without a gap, that are held by the same anchors. */
type Segment = { readonly from: number; readonly end: number; readonly anchors: readonly number[] }

/**
 * Shows all live units of a text that anchors (canonical ids each) hold, as they lie, in one walk over it. Returns
 * whether blocks may be shown in another order than they lie in.
 */
export function visitHeld(
  text: Y.Text,
  standIns: readonly StandIn[],
  anchors: readonly (readonly IdRange[])[],
  visit: (held: Held) => void,
): boolean {
  const wanted = segmentsByClient(standIns, anchors)
  const hasHeads = text.doc?.getText('body') === text
  let isMoved = false
  let run = -1
  let isOpen = false
  let index = 0
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const head = hasHeads && item.content instanceof Y.ContentType ? item.content.type : null
    if (head instanceof Y.Map) {
      run += 1
      isOpen = typeof head.get('atom') !== 'string'
      isMoved ||= head.has(PLACE)
    } else if (!isOpen) {
      run += 1
      isOpen = true
    }
    const { client, clock } = item.id
    const segments = wanted.get(client) ?? []
    const end = clock + item.length
    for (let k = firstBehind(segments, clock); k < segments.length; k++) {
      const segment = segments[k]
      if (!segment || segment.from >= end) break
      const from = Math.max(segment.from, clock)
      const length = Math.min(segment.end, end) - from
      for (const anchor of segment.anchors) {
        visit({ anchor, run, index: index + from - clock, id: [client, from], length })
      }
    }
    index += item.length
  }
  return isMoved
}

/** What the anchors want, cut where one begins or ends, by client and in rising order. */
function segmentsByClient(
  standIns: readonly StandIn[],
  anchors: readonly (readonly IdRange[])[],
): ReadonlyMap<number, readonly Segment[]> {
  const edges = new Map<number, { at: number; anchor: number; opens: boolean }[]>()
  anchors.forEach((ids, anchor) => {
    for (const [client, from, length] of allRanges(standIns, ids)) {
      const list = edges.get(client) ?? []
      list.push({ at: from, anchor, opens: true }, { at: from + length, anchor, opens: false })
      edges.set(client, list)
    }
  })
  const byClient = new Map<number, readonly Segment[]>()
  for (const [client, list] of edges) {
    list.sort((a, b) => a.at - b.at)
    const segments: Segment[] = []
    const open = new Map<number, number>()
    let from = 0
    for (const { at, anchor, opens } of list) {
      if (at > from && open.size > 0) segments.push({ from, end: at, anchors: [...open.keys()] })
      from = at
      const count = (open.get(anchor) ?? 0) + (opens ? 1 : -1)
      if (count > 0) open.set(anchor, count)
      else open.delete(anchor)
    }
    byClient.set(client, segments)
  }
  return byClient
}

/** Index of the first segment that ends behind a clock. */
const firstBehind = (segments: readonly Segment[], clock: number): number =>
  firstWhere(segments.length, (index) => (segments[index]?.end ?? 0) > clock)
