import type { Unit } from './units.ts'
import { sameContent } from './units.ts'

/** Kept (and maybe changed in format or fields), deleted (`next` is null) or inserted (`old` is null). */
export type Pair = { readonly old: Unit | null; readonly next: Unit | null }

/**
 * How `old` units became `next` ones: a kept unit keeps its identity in the shared text, so others' work in and
 * around it survives. `continues`: the block goes on behind them, hence their last start stays its start.
 */
export function editScript(old: readonly Unit[], next: readonly Unit[], continues: boolean): readonly Pair[] {
  if (continues) {
    const [a, b] = [lastStart(old), lastStart(next)]
    const [from, to] = [old[a], next[b]]
    if (from && to) {
      return [
        ...script(old.slice(0, a), next.slice(0, b)),
        { old: from, next: to },
        ...script(old.slice(a + 1), next.slice(b + 1)),
      ]
    }
  }
  return script(old, next)
}

const lastStart = (units: readonly Unit[]): number =>
  units.findLastIndex((unit) => 'head' in unit && unit.head === 'start')

function script(old: readonly Unit[], next: readonly Unit[]): Pair[] {
  const most = Math.min(old.length, next.length)
  const same = (a: number, b: number): boolean => {
    const [left, right] = [old[a], next[b]]
    return left !== undefined && right !== undefined && sameContent(left, right)
  }
  let head = 0
  while (head < most && same(head, head)) head += 1
  if (head > 0 && (isTrailing(old[head]) || isTrailing(next[head]))) head -= 1
  let tail = 0
  while (tail < most - head && same(old.length - 1 - tail, next.length - 1 - tail)) tail += 1
  if (tail > 0 && (isTrailing(old[old.length - tail]) || isTrailing(next[next.length - tail]))) tail -= 1
  const pairs: Pair[] = []
  const keep = (a: number, b: number): void => {
    pairs.push({ old: old[a] ?? null, next: next[b] ?? null })
  }
  for (let k = 0; k < head; k++) keep(k, k)
  for (let k = head; k < old.length - tail; k++) pairs.push({ old: old[k] ?? null, next: null })
  for (let k = head; k < next.length - tail; k++) pairs.push({ old: null, next: next[k] ?? null })
  for (let k = tail; k > 0; k--) keep(old.length - k, next.length - k)
  return pairs
}

/** The second half of a surrogate pair: emoji are never cut. */
const isTrailing = (unit: Unit | undefined): boolean =>
  unit !== undefined && 'char' in unit && unit.char >= '\uDC00' && unit.char <= '\uDFFF'
