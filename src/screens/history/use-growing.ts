import { useEffect, useState } from 'react'

/** How much is drawn in one go, by weight: what a machine does in well under 50 ms. */
const STEP = 60

/**
 * How many of these may be drawn by now: a first screenful at once, then more from one task to the next, so that none
 * of them holds the page up. `weightOf` says how much work one of them is.
 */
export function useGrowing<Item>(items: readonly Item[], weightOf: (item: Item) => number): number {
  const [drawn, setDrawn] = useState<{ readonly of: readonly Item[]; readonly count: number }>({
    of: items,
    count: step(items, 0, weightOf),
  })
  const count = drawn.of === items ? drawn.count : step(items, 0, weightOf)
  useEffect(() => {
    if (count >= items.length) return undefined
    const timer = setTimeout(() => setDrawn({ of: items, count: step(items, count, weightOf) }))
    return () => clearTimeout(timer)
  }, [items, count, weightOf])
  return count
}

function step<Item>(items: readonly Item[], from: number, weightOf: (item: Item) => number): number {
  let weight = 0
  let count = from
  while (count < items.length && weight < STEP) {
    weight += weightOf(items[count] as Item)
    count += 1
  }
  return count
}
