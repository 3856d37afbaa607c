/** A seeded source of chance (mulberry32). */
export type Chance = {
  /** From 0 to below 1. */
  readonly next: () => number
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** True that often. */
  readonly odds: (probability: number) => boolean
  readonly shuffle: <Item>(items: readonly Item[]) => Item[]
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next,
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    odds: (probability) => next() < probability,
    shuffle(items) {
      const out = [...items]
      for (let k = out.length - 1; k > 0; k--) {
        const other = below(k + 1)
        const [a, b] = [out[k], out[other]]
        if (a !== undefined && b !== undefined) {
          out[k] = b
          out[other] = a
        }
      }
      return out
    },
  }
}
