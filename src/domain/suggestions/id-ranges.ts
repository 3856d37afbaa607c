import type { UnitId } from '../yjs-items.ts'

/** So many units in a row, named by the Yjs id of the first: their clocks follow each other. */
export type IdRange = readonly [client: number, clock: number, length: number]

/** No story has more units in a row: what names more is no range, and would take for ever to look at. */
const MOST = 2 ** 24

/** Ids as ranges, in the order given: neighbours that follow each other are one range. */
export function rangesOf(ids: Iterable<UnitId>): readonly IdRange[] {
  return joinRanges(Array.from(ids, ([client, clock]): IdRange => [client, clock, 1]))
}

/** Ranges in the order given, where neighbours that follow each other are one. */
export function joinRanges(ranges: Iterable<IdRange>): readonly IdRange[] {
  const joined: [number, number, number][] = []
  for (const [client, clock, length] of ranges) {
    const last = joined.at(-1)
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += length
    else joined.push([client, clock, length])
  }
  return joined
}

/** The same units in rising order, each once: equal for equal units, however they were cut. */
export function uniteRanges(ranges: readonly IdRange[]): readonly IdRange[] {
  const united: [number, number, number][] = []
  for (const [client, clock, length] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = united.at(-1)
    if (last && last[0] === client && last[1] + last[2] >= clock) {
      last[2] = Math.max(last[2], clock + length - last[1])
    } else united.push([client, clock, length])
  }
  return united
}

/** What is left of ranges, in their order, without the units of others. */
export function withoutRanges(ranges: readonly IdRange[], gone: readonly IdRange[]): readonly IdRange[] {
  const byClient = new Map<number, IdRange[]>()
  for (const range of uniteRanges(gone)) {
    const known = byClient.get(range[0])
    if (known) known.push(range)
    else byClient.set(range[0], [range])
  }
  const left: IdRange[] = []
  for (const [client, clock, length] of ranges) {
    const end = clock + length
    let from = clock
    for (const [, first, count] of byClient.get(client) ?? []) {
      if (first >= end) break
      if (first > from) left.push([client, from, first - from])
      from = Math.max(from, first + count)
    }
    if (from < end) left.push([client, from, end - from])
  }
  return joinRanges(left)
}

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
    const counts = sane && Number(length) > 0 && Number(length) <= MOST
    return counts ? [[Number(client), Number(clock), Number(length)]] : []
  })
}
