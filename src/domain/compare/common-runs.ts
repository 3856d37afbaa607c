/** A stretch that two sequences have in common: where it begins in each, and its length (at least 1). */
export type Run = readonly [a: number, b: number, length: number]

type Box = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number }

/** Differences after which the search for the shortest script stops and takes what it has: keeps the cost linear. */
const LIMIT = 192
const NOWHERE = -1e9

/**
 * What two sequences have in common, in order: Myers' shortest edit script in linear space. Where more than some 400
 * differences stand in a row it is a short script instead of the shortest, at a cost of (length × limit).
 */
export function commonRuns(a: Int32Array, b: Int32Array): readonly Run[] {
  const runs: [number, number, number][] = []
  const add = (from: number, other: number, length: number): void => {
    const last = runs.at(-1)
    if (length === 0) return
    if (last && last[0] + last[2] === from && last[1] + last[2] === other) last[2] += length
    else runs.push([from, other, length])
  }
  const forth = new Int32Array(2 * LIMIT + 5)
  const back = new Int32Array(2 * LIMIT + 5)
  // A stack, not recursion: where the limit cuts, the left part is short and the right one the whole rest.
  const boxes: (Box | Run)[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }]
  for (let box = boxes.pop(); box; box = boxes.pop()) {
    if (!('a0' in box)) {
      add(box[0], box[1], box[2])
      continue
    }
    let { a0, a1, b0, b1 } = box
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
      a0 += 1
      b0 += 1
    }
    add(box.a0, box.b0, a0 - box.a0)
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
      a1 -= 1
      b1 -= 1
    }
    if (a1 < box.a1) boxes.push([a1, b1, box.a1 - a1])
    if (a0 === a1 || b0 === b1) continue
    const [x, y] = middle(a, b, { a0, a1, b0, b1 }, forth, back)
    boxes.push({ a0: x, a1, b0: y, b1 }, { a0, a1: x, b0, b1: y })
  }
  return runs
}

/** A point inside of a box, whose corners differ, through which a shortest script goes; or past the limit a good one. */
function middle(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Box,
  forth: Int32Array,
  back: Int32Array,
): readonly [number, number] {
  const n = a1 - a0
  const m = b1 - b0
  const delta = n - m
  const odd = delta % 2 !== 0
  const zero = LIMIT + 2
  forth.fill(NOWHERE)
  back.fill(NOWHERE)
  forth[zero + 1] = 0
  back[zero + 1] = 0
  const reach = (ends: Int32Array, k: number): number => {
    const down = ends[zero + k + 1] ?? NOWHERE
    const right = (ends[zero + k - 1] ?? NOWHERE) + 1
    return Math.max(down - k > m ? NOWHERE : down, right > n ? NOWHERE : right)
  }
  let best: readonly [number, number] = [a0, b0]
  let far = 0
  for (let d = 0; d <= LIMIT; d++) {
    const last = d === LIMIT
    for (let k = -d; k <= d; k += 2) {
      let x = reach(forth, k)
      while (x >= 0 && x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x += 1
      forth[zero + k] = x
      if (x < 0) continue
      const meets = odd && Math.abs(delta - k) < d && x + (back[zero + delta - k] ?? NOWHERE) >= n
      if (meets) return [a0 + x, b0 + x - k]
      if (last && 2 * x - k > far) {
        far = 2 * x - k
        best = [a0 + x, b0 + x - k]
      }
    }
    for (let k = -d; k <= d; k += 2) {
      let x = reach(back, k)
      while (x >= 0 && x < n && x - k < m && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x += 1
      back[zero + k] = x
      if (x < 0) continue
      const meets = !odd && Math.abs(delta - k) <= d && x + (forth[zero + delta - k] ?? NOWHERE) >= n
      if (meets) return [a1 - x, b1 - x + k]
      if (last && 2 * x - k > far) {
        far = 2 * x - k
        best = [a1 - x, b1 - x + k]
      }
    }
  }
  return best
}
