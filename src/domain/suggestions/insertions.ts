import * as Y from 'yjs'
import type { TextRun } from '../text-runs.ts'
import type { PhysicalPlace } from './physical-places.ts'
import type { StandingUnits } from './standing-units.ts'
import type { Hunk, TextEdits } from './text-edits.ts'
import type { Keys, Units } from './text-units.ts'
import { headAt, stretchAt } from './text-units.ts'
import type { UnitId } from '../yjs-items.ts'

/** Something that comes in before the physical unit `at`, behind what stands in run number `run` (-1: before all). */
export type Insertion = {
  readonly at: number
  readonly run: number
  /** Number of the hunk; null for a start that must only be written at last. */
  readonly hunk: number | null
  /** Before which unit of the standing text: says the order of those with the same `at`. */
  readonly before: number
  readonly delta: Delta
}

export type Delta = readonly {
  readonly insert: string | object
  readonly attributes: { [name: string]: unknown }
}[]

type Sides = {
  readonly to: Units
  readonly standing: StandingUnits
  readonly edits: TextEdits
  readonly place: (id: UnitId) => PhysicalPlace | null
  /** The text's runs, if it is a body. */
  readonly runs: readonly TextRun[]
}

/** What comes in, in the order of the text. */
export function insertionsOf(sides: Sides): readonly Insertion[] {
  const spots = new Spots(sides)
  const insertions = sides.edits.hunks.flatMap((hunk, number): Insertion[] => {
    const delta = hunk.insert[1] > hunk.insert[0] ? wholeDelta(sides, hunk) : []
    return delta.length === 0 ? [] : [{ ...spots.of(hunk), hunk: number, before: hunk.at, delta }]
  })
  return [...insertions, ...missingStarts(sides, spots)].sort(
    (a, b) => a.at - b.at || a.before - b.before || (a.hunk ?? 0) - (b.hunk ?? 0),
  )
}

/** Finds the physical places of the standing text's units. */
class Spots {
  readonly #sides: Sides
  readonly #ends: readonly number[]

  constructor(sides: Sides) {
    this.#sides = sides
    let end = 0
    this.#ends = sides.runs.map(({ size }) => (end += size))
  }

  of({ at: gap, insert, deletes }: Hunk): { readonly at: number; readonly run: number } {
    const { standing, to } = this.#sides
    const isVirtual = standing.heads.get(gap - 1) === null
    let at = 0
    let run = -1
    if (gap > 0) {
      const unit = this.unit(isVirtual ? gap : gap - 1)
      at = isVirtual ? unit : unit + 1
      run = this.run(unit)
    }
    const atBlockEnd = gap === standing.text.length || standing.heads.has(gap)
    // What is to be deleted stays in its block, and comes before what takes its place.
    if (run >= 0 && atBlockEnd && headAt(to, insert[0])) return { at: this.#ends[run] ?? at, run }
    for (let next = gap; deletes.some(([from, until]) => next >= from && next < until); next++) {
      const unit = standing.heads.has(next) ? -1 : this.unit(next)
      if (unit < at || this.run(unit) !== run) break
      at = unit + 1
    }
    return { at, run }
  }

  unit(at: number): number {
    const { standing, place } = this.#sides
    const stretch = standing.stretches[stretchAt(standing, at)]
    if (!stretch?.id) return 0
    const [client, clock] = stretch.id
    return place([client, clock + at - stretch.from])?.index ?? 0
  }

  /** The run that holds a physical unit; -1 where there are no runs. */
  run(unit: number): number {
    let low = 0
    let high = this.#ends.length
    while (low < high) {
      const half = (low + high) >> 1
      if ((this.#ends[half] ?? 0) > unit) high = half
      else low = half + 1
    }
    return low < this.#ends.length ? low : -1
  }
}

/** A hunk's words; where it finds itself without a start, or leaves words behind a picture, those get one. */
function wholeDelta({ to, standing, runs }: Sides, { at, insert: [from, until], deletes }: Hunk): Delta {
  const delta = deltaOf(to, from, until)
  const isBody = runs.length > 0 || to.things.get(0)?.type === 'head'
  if (!isBody) return delta
  const lost = !headAt(to, from) && (at === 0 || headAt(standing, at - 1)?.atom === true)
  let next = at
  while (deletes.some(([start, end]) => next >= start && next < end)) next += 1
  const cutsOff =
    headAt(to, until - 1)?.atom === true && next < standing.text.length && !standing.heads.has(next)
  return [...(lost ? startOf(PARAGRAPH) : []), ...delta, ...(cutsOff ? startOf(PARAGRAPH) : [])]
}

/** Starts of blocks that have none, where what comes in or goes before them would run into them else. */
function missingStarts({ standing, edits, to }: Sides, spots: Spots): readonly Insertion[] {
  if (![...standing.heads.values()].includes(null)) return []
  const newKeys = new Map(edits.keys.map(({ at, keys }) => [at, keys]))
  const touched = edits.hunks.some(
    ({ insert: [from, until], deletes }) =>
      [...to.things].some(([at, { type }]) => type === 'head' && at >= from && at < until) ||
      [...standing.heads.keys()].some((at) => deletes.some(([start, end]) => at >= start && at < end)),
  )
  return [...standing.heads].flatMap(([at, head]): Insertion[] => {
    const goes = edits.hunks.some(({ deletes }) => deletes.some(([start, end]) => at >= start && at < end))
    const keys = newKeys.get(at)
    if (head !== null || goes || !(touched || keys)) return []
    const unit = spots.unit(at + 1)
    return [
      { at: unit, run: spots.run(unit), hunk: null, before: at + 0.5, delta: startOf(keys ?? PARAGRAPH) },
    ]
  })
}

const PARAGRAPH: Keys = { kind: 'paragraph' }

const startOf = (keys: Keys): Delta => [{ insert: new Y.Map(Object.entries(keys)), attributes: {} }]

/** Units of a text as they are written. Attributes are always given: else Yjs takes those that are in force. */
function deltaOf(units: Units, from: number, until: number): Delta {
  const delta: Delta[number][] = []
  for (let k = stretchAt(units, from); k < units.stretches.length; k++) {
    const stretch = units.stretches[k]
    if (!stretch || stretch.from >= until) break
    const attributes = { ...stretch.attributes }
    const thing = units.things.get(stretch.from)
    if (thing?.type === 'head') delta.push(...startOf(thing.keys))
    else if (thing) delta.push({ insert: thing.value as object, attributes })
    else {
      const [start, end] = [Math.max(from, stretch.from), Math.min(until, stretch.to)]
      delta.push({ insert: units.text.slice(start, end), attributes })
    }
  }
  return delta
}
