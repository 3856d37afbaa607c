import type { BlockChange, BlockStart, Part } from './comparison.ts'
import { joinParts } from './text-stream.ts'

/** A block of one version, whole: the parts that this version has, in its order. */
export type SideBlock = {
  readonly start: BlockStart
  /** The row's kind, so that the block can be drawn as new, gone, moved. */
  readonly kind: BlockChange['kind']
  readonly move: BlockChange['move']
  readonly parts: readonly Part[]
}

/** What stands side by side: mostly one block and one; several where blocks were split or joined; none beside one that is new or gone. */
export type SideRow = { readonly before: readonly SideBlock[]; readonly after: readonly SideBlock[] }

type Open = { before: SideBlock[]; after: SideBlock[] }

/** A compared body as two columns. Read down, each is exactly its version. Gone blocks stand beside new ones that took their place. */
export function sideBySide(body: readonly BlockChange[]): readonly SideRow[] {
  const rows: Open[] = []
  for (const change of body) {
    const { move, before, after } = change
    const left = move?.place === 'new' ? null : partsOn('before', change)
    const right = move?.place === 'old' ? null : partsOn('after', change)
    const row: Open = {
      before: left && before ? [blockOf(change, before, left)] : [],
      after: right && after ? [blockOf(change, after, right)] : [],
    }
    rows.push(row)
    if (left && !before && left.length > 0) goOn(rows, 'before', left)
    if (right && !after && right.length > 0) goOn(rows, 'after', right)
  }
  return pairUp(rows.filter((row) => row.before.length + row.after.length > 0))
}

const blockOf = ({ kind, move }: BlockChange, start: BlockStart, parts: readonly Part[]): SideBlock => ({
  start,
  kind,
  move,
  parts,
})

function partsOn(side: 'before' | 'after', { parts }: BlockChange): readonly Part[] {
  const absent = side === 'before' ? 'inserted' : 'deleted'
  return parts.filter((part) => part.kind !== absent)
}

/** Parts that belong to a block that began in an earlier row: all rows since then are one. */
function goOn(rows: Open[], side: 'before' | 'after', parts: readonly Part[]): void {
  const later: Open[] = []
  while (rows.length > 1 && rows.at(-1)?.[side].length === 0) {
    const row = rows.pop()
    if (row) later.unshift(row)
  }
  const row = rows.at(-1)
  const block = row?.[side].pop()
  if (row && block) row[side].push({ ...block, parts: joinParts([...block.parts, ...parts]) })
  for (const { before, after } of later) {
    row?.before.push(...before)
    row?.after.push(...after)
  }
}

/** Rows of gone blocks that are followed by rows of new ones stand beside them, the first beside the first. */
function pairUp(rows: readonly Open[]): readonly SideRow[] {
  const paired: Open[] = []
  let waiting: Open[] = []
  for (const row of rows) {
    const partner = row.before.length === 0 ? waiting.shift() : undefined
    if (partner) partner.after.push(...row.after)
    else paired.push(row)
    if (row.after.length === 0) waiting.push(row)
    else if (row.before.length > 0) waiting = []
  }
  return paired
}
