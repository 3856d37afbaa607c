import type { UnitId } from '../yjs-items.ts'

/** So many units in a row, named by the Yjs id of the first: their clocks follow each other. */
export type IdRange = readonly [client: number, clock: number, length: number]

/** Ids as ranges, in the order given: neighbours that follow each other are one range. */
export function rangesOf(ids: Iterable<UnitId>): readonly IdRange[] {
  const ranges: [number, number, number][] = []
  for (const [client, clock] of ids) {
    const last = ranges.at(-1)
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += 1
    else ranges.push([client, clock, 1])
  }
  return ranges
}

/** Does one of the ranges hold this id? */
export const holds = (ranges: readonly IdRange[], [client, clock]: UnitId): boolean =>
  ranges.some(([owner, from, length]) => owner === client && clock >= from && clock < from + length)

/** The ids in ranges, one by one. */
export function* idsIn(ranges: readonly IdRange[]): Generator<UnitId> {
  for (const [client, clock, length] of ranges) {
    for (let k = 0; k < length; k++) yield [client, clock + k]
  }
}

/** Reads what should be a list of ranges; what has another shape is left out. */
export function readRanges(value: unknown): readonly IdRange[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((row: unknown): IdRange[] => {
    if (!Array.isArray(row)) return []
    const [client, clock, length] = row as unknown[]
    const sane = [client, clock, length].every((part) => Number.isSafeInteger(part) && Number(part) >= 0)
    return sane && Number(length) > 0 ? [[Number(client), Number(clock), Number(length)]] : []
  })
}
