import { setKey } from './set-key.ts'
import type * as Y from 'yjs'
import { mendAllLeaks } from './mend-leaks.ts'
import type { WriteKey } from './place-blocks.ts'
import { placeBlocks } from './place-blocks.ts'
import { displayOrder, SEAM } from './text-layout.ts'
import type { TextRun } from './text-runs.ts'
import { isAtom, textRuns } from './text-runs.ts'
import type { UnitId } from './yjs-items.ts'
import { unitsIn } from './yjs-items.ts'

/** Deletes units of a text. Y.Text.delete() can take the closing marker of the formats on its left with it: applyDelta() doesn't. */
export function remove(text: Y.Text, at: number, count: number): void {
  text.applyDelta(at > 0 ? [{ retain: at }, { delete: count }] : [{ delete: count }])
}

/** Units in a row that go, or stay. */
export type Going = { readonly length: number; readonly gone: boolean }

/** Deletes the units that `going` says, all in their order; what they belonged to runs into what lies before it. */
export function removeWhere(text: Y.Text, going: Iterable<Going>): void {
  removeFlagged(text, flagsOf(text, going))
}

/** One flag for each unit: does it go? */
function flagsOf(text: Y.Text, going: Iterable<Going>): Uint8Array {
  const flags = new Uint8Array(text.length)
  let at = 0
  for (const { length, gone } of going) {
    if (gone) flags.fill(1, at, at + length)
    at += length
  }
  return flags
}

/** In one pass: each single deletion would begin at the text's first item again. */
function removeFlagged(text: Y.Text, flags: Uint8Array): void {
  const delta: { retain?: number; delete?: number }[] = []
  let done = 0
  for (let start = flags.indexOf(1); start >= 0; start = flags.indexOf(1, done)) {
    const stop = flags.indexOf(0, start)
    const end = stop < 0 ? flags.length : stop
    if (start > done) delta.push({ retain: start - done })
    delta.push({ delete: end - start })
    done = end
  }
  if (delta.length > 0) text.applyDelta(delta)
}

/**
 * The same in a body, as somebody who edits it would have it: a block that loses its start continues the block that is
 * SHOWN before it. Where that lies elsewhere, the start stays as a seam (`onSeam` is told, with the units that remain
 * behind it); blocks keep the order in which they are shown.
 */
export function removeFromBody(
  body: Y.Text,
  going: Iterable<Going>,
  onSeam: (seam: UnitId, remains: readonly UnitId[]) => void = () => undefined,
  write: WriteKey = setKey,
): void {
  const runs = textRuns(body)
  const gone = flagsOf(body, going)
  const starts: number[] = []
  let at = 0
  for (const run of runs) {
    starts.push(at)
    at += run.size
  }
  mendAllLeaks(body, runs)
  const remains = runs.map((run, index) => {
    const from = starts[index] ?? 0
    return gone.subarray(from, from + run.size).reduce((left, flag) => left - flag, run.size)
  })
  const into = runningOn(runs, starts, gone, remains)
  const desired: UnitId[] = []
  const seams: TextRun[] = []
  let left: number | undefined
  for (const index of displayOrder(body, runs)) {
    const run = runs[index]
    if (!run || remains[index] === 0 || into.has(index)) continue
    const from = starts[index] ?? 0
    const loses = run.head !== null && !isAtom(run.head) && gone[from] === 1
    // Words that are to stand on their own need a start that can be placed.
    const shown = left === undefined ? undefined : runs[left]
    const alone = !shown || (shown.head !== null && isAtom(shown.head))
    const lies = before(remains, index)
    if (loses && (alone || (into.get(lies ?? -1) ?? lies) !== left)) {
      gone[from] = 0
      seams.push(run)
      onSeam(
        run.id,
        [...unitsIn(body, from + 1, from + run.size)].filter((_, k) => gone[from + 1 + k] === 0),
      )
    }
    if (!loses || seams.includes(run)) desired.push(run.id)
    left = index
  }
  for (const { head } of seams) head?.set('kind', SEAM)
  removeFlagged(body, gone)
  placeBlocks(
    body,
    desired,
    seams.map(({ id }) => id),
    write,
  )
}

/** Words without a start run on from what lies before them, once the picture between the two goes: which into which. */
function runningOn(
  runs: readonly TextRun[],
  starts: readonly number[],
  gone: Uint8Array,
  remains: readonly number[],
): ReadonlyMap<number, number> {
  const into = new Map<number, number>()
  runs.forEach(({ head }, index) => {
    const picture = runs[index - 1]
    if (head !== null || !picture?.head || !isAtom(picture.head) || gone[starts[index - 1] ?? 0] !== 1) return
    const lies = before(remains, index)
    const block = lies === undefined ? undefined : runs[lies]
    if (lies === undefined || !block || (block.head !== null && isAtom(block.head))) return
    into.set(index, into.get(lies) ?? lies)
  })
  return into
}

/** The nearest run that lies before this one and of which something remains. */
function before(remains: readonly number[], index: number): number | undefined {
  for (let run = index - 1; run >= 0; run--) if ((remains[run] ?? 0) > 0) return run
  return undefined
}
