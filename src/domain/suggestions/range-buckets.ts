import type { UnitId } from '../yjs-items.ts'
import type { IdRange } from './id-ranges.ts'

/** Units of a client are looked up in rows of so many. */
const WIDTH = 64

type Piece<Item> = { readonly from: number; readonly end: number; readonly item: Item }

/** What holds at a clock of a client, and the first clock after it at which something else may hold. */
export type Holding<Item> = { readonly items: readonly Item[]; readonly until: number }

/** Finds the items that hold a unit, each of which holds ranges of them: at the same cost however many there are. */
export class RangeBuckets<Item> {
  readonly #clients = new Map<number, Map<number, Piece<Item>[]>>()

  add(item: Item, ranges: readonly IdRange[]): void {
    for (const [client, from, length] of ranges) {
      const buckets = this.#clients.get(client) ?? new Map<number, Piece<Item>[]>()
      this.#clients.set(client, buckets)
      for (const bucket of bucketsOf(from, length)) {
        const piece = { from, end: from + length, item }
        const pieces = buckets.get(bucket)
        if (pieces) pieces.push(piece)
        else buckets.set(bucket, [piece])
      }
    }
  }

  delete(item: Item, ranges: readonly IdRange[]): void {
    for (const [client, from, length] of ranges) {
      const buckets = this.#clients.get(client)
      if (!buckets) continue
      for (const bucket of bucketsOf(from, length)) {
        const left = buckets.get(bucket)?.filter((piece) => piece.item !== item) ?? []
        if (left.length > 0) buckets.set(bucket, left)
        else buckets.delete(bucket)
      }
      if (buckets.size === 0) this.#clients.delete(client)
    }
  }

  /** Does anything hold units of this client? */
  hasClient(client: number): boolean {
    return this.#clients.has(client)
  }

  /** In the order in which they were added. */
  at([client, clock]: UnitId): Holding<Item> {
    const bucket = Math.floor(clock / WIDTH)
    let until = (bucket + 1) * WIDTH
    const items: Item[] = []
    for (const { from, end, item } of this.#clients.get(client)?.get(bucket) ?? []) {
      if (from > clock) until = Math.min(until, from)
      else if (end > clock) {
        until = Math.min(until, end)
        // One whose ranges lie over each other holds a unit once.
        if (items.at(-1) !== item) items.push(item)
      }
    }
    return { items, until }
  }
}

function* bucketsOf(from: number, length: number): Generator<number> {
  const last = Math.floor((from + length - 1) / WIDTH)
  for (let bucket = Math.floor(from / WIDTH); bucket <= last; bucket++) yield bucket
}
