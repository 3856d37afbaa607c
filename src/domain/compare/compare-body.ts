import type { Block } from '../story-content.ts'
import { compareGroup, headOf, spansOf } from './compare-group.ts'
import type { BlockChange } from './comparison.ts'
import type { BlockGroup } from './match-blocks.ts'
import { matchBlocks } from './match-blocks.ts'
import { outlinesOf } from './outline.ts'
import type { Lexicon } from './text-stream.ts'
import { joinParts, partsOf, streamOf } from './text-stream.ts'
import { rowEdits } from './row-edits.ts'

/**
 * Two bodies as rows that both can be read along. `photoName` gives the photos of `before` the ids that they have in
 * `after` (and every other id itself).
 */
export function compareBody(
  before: readonly Block[],
  after: readonly Block[],
  photoName: (id: string) => string,
  lexicon: Lexicon,
): readonly BlockChange[] {
  const groups = matchBlocks(outlinesOf(before, photoName, lexicon), outlinesOf(after, photoName, lexicon))
  const numbers = moveNumbers(groups)
  const byBefore = new Map(groups.map((group) => [group.b0, group]))
  const byAfter = new Map(groups.map((group) => [group.a0, group]))
  const rowsOf = (group: BlockGroup): readonly BlockChange[] =>
    compareGroup(before, after, group, photoName, lexicon)
  const body: BlockChange[] = []

  let b = 0
  let a = 0
  const end = { b0: before.length, b1: before.length, a0: after.length, a1: after.length }
  for (const stop of [...groups.filter((group) => !group.moved), end]) {
    while (b < stop.b0) {
      const group = byBefore.get(b)
      if (group) body.push(...oldPlace(rowsOf(group), numbers.get(group) ?? 0))
      else body.push(...lone(before, b, 'deleted'))
      b = group ? group.b1 : b + 1
    }
    while (a < stop.a0) {
      const group = byAfter.get(a)
      if (group) body.push(...newPlace(rowsOf(group), numbers.get(group) ?? 0))
      else body.push(...lone(after, a, 'inserted'))
      a = group ? group.a1 : a + 1
    }
    if ('moved' in stop) body.push(...rowsOf(stop))
    b = stop.b1
    a = stop.a1
  }
  return body
}

/** A whole block that only one version has. */
function lone(blocks: readonly Block[], index: number, kind: 'deleted' | 'inserted'): readonly BlockChange[] {
  const block = blocks[index]
  if (!block) return []
  const stream = streamOf([spansOf(block)])
  const start = { head: headOf(block), index }
  const parts = joinParts(partsOf(kind, stream, 0, stream.text.length))
  const sides = kind === 'deleted' ? { before: start, after: null } : { before: null, after: start }
  return [{ kind, ...sides, move: null, parts, changed: 1 }]
}

/** Moved groups by number, in the order in which they stand after; neighbours that stayed neighbours moved together. */
function moveNumbers(groups: readonly BlockGroup[]): ReadonlyMap<BlockGroup, number> {
  const numbers = new Map<BlockGroup, number>()
  let last: BlockGroup | null = null
  let number = 0
  for (const group of groups.filter((one) => one.moved).toSorted((x, y) => x.a0 - y.a0)) {
    if (last?.b1 !== group.b0 || last.a1 !== group.a0) number += 1
    numbers.set(group, number)
    last = group
  }
  return numbers
}

/** A block that was moved and became another kind at once is one place, not two. */
function newPlace(rows: readonly BlockChange[], number: number): readonly BlockChange[] {
  return rows.map((row, index) => {
    const isPlace = row.changed > rowEdits(row, rows[index + 1]).length
    const changed = row.changed + (index === 0 && !isPlace ? 1 : 0)
    return { ...row, move: { number, place: 'new' }, changed }
  })
}

/** The rows as they were: a block that was split later is one row. */
function oldPlace(rows: readonly BlockChange[], number: number): readonly BlockChange[] {
  const old: BlockChange[] = []
  for (const row of rows) {
    const parts = row.parts.filter((part) => part.kind !== 'inserted')
    const last = old.at(-1)
    if (!row.before && last)
      old[old.length - 1] = { ...last, kind: 'changed', parts: joinParts([...last.parts, ...parts]) }
    else
      old.push({
        kind: row.kind === 'same' ? 'same' : 'changed',
        before: row.before,
        after: null,
        move: { number, place: 'old' },
        parts,
        changed: 0,
      })
  }
  return old
}
