import { sameJson } from '../../domain/json.ts'
import type { Unit } from './units.ts'
import { sameContent } from './units.ts'

/** Kept (and maybe changed in format or fields), deleted (`next` is null) or inserted (`old` is null). */
export type Pair = { readonly old: Unit | null; readonly next: Unit | null }

const NONE = (): boolean => false

/**
 * How `old` units became `next` ones: a kept unit keeps its identity in the shared text, so others' work in and
 * around it survives. `continues`: the block goes on behind them, hence their last start stays its start. `isStruck`
 * says which old units are suggested to be deleted: what is written over one is new, even where it is the same.
 */
export function editScript(
  old: readonly Unit[],
  next: readonly Unit[],
  continues: boolean,
  isStruck: (index: number) => boolean = NONE,
): readonly Pair[] {
  if (old.some((_, index) => isStruck(index)) && !isRestyled(old, next)) {
    return scriptAround(old, next, isStruck)
  }
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

/** The same with other formats or fields: nothing was written over. */
const isRestyled = (old: readonly Unit[], next: readonly Unit[]): boolean =>
  old.length === next.length &&
  old.every((unit, index) => next[index] !== undefined && sameContent(unit, next[index])) &&
  !sameJson(old, next)

/** Nothing new takes the place of what is struck: it stays beside it. */
function scriptAround(
  old: readonly Unit[],
  next: readonly Unit[],
  isStruck: (index: number) => boolean,
): readonly Pair[] {
  const standing = old.filter((_, index) => !isStruck(index))
  const pairs: Pair[] = []
  let at = 0
  const skip = (): void => {
    for (; at < old.length && isStruck(at); at++) pairs.push({ old: old[at] ?? null, next: null })
  }
  for (const pair of script(standing, next)) {
    if (pair.old) {
      skip()
      at += 1
    }
    pairs.push(pair)
  }
  skip()
  return pairs
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
