import { useEffect, useState } from 'react'

/** So many rows are drawn in one go: what a slow machine does in well under 50 ms. */
const STEP = 30

/**
 * How many of so many rows may be drawn by now: a screenful at once, then more from one task to the next, so that a
 * thousand never hold the page up.
 */
export function useDrawn(total: number): number {
  const [count, setCount] = useState(STEP)
  useEffect(() => {
    if (count >= total) return undefined
    const timer = setTimeout(() => setCount(count + STEP))
    return () => clearTimeout(timer)
  }, [count, total])
  return Math.min(count, total)
}
