import type * as Y from 'yjs'
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

/** Deletes the units that `isGone` names, wherever they lie; what they belonged to runs into what lies before it. */
export function removeWhere(text: Y.Text, isGone: (id: UnitId) => boolean): void {
  const gone = [...unitsIn(text, 0, text.length)].map(isGone)
  for (let end = gone.length; end > 0;) {
    let start = end - 1
    while (start > 0 && gone[start - 1] === gone[end - 1]) start -= 1
    if (gone[start] === true) remove(text, start, end - start)
    end = start
  }
}

/**
 * The same in a body, as somebody who edits it would have it: a block that loses its start continues the block that is
 * SHOWN before it. Where that lies elsewhere, the start stays as a seam (`onSeam` is told, with the units that remain
 * behind it); blocks keep the order in which they are shown.
 */
export function removeFromBody(
  body: Y.Text,
  isGone: (id: UnitId) => boolean,
  onSeam: (seam: UnitId, remains: readonly UnitId[]) => void = () => undefined,
): void {
  const runs = textRuns(body)
  const ids = [...unitsIn(body, 0, body.length)]
  const gone = ids.map(isGone)
  const starts: number[] = []
  let at = 0
  for (const run of runs) {
    starts.push(at)
    at += run.size
  }
  const remains = runs.map((run, index) => {
    const from = starts[index] ?? 0
    return run.size - gone.slice(from, from + run.size).filter(Boolean).length
  })
  const desired: UnitId[] = []
  const seams: TextRun[] = []
  let left: number | undefined
  for (const index of displayOrder(body, runs)) {
    const run = runs[index]
    if (!run || remains[index] === 0) continue
    const from = starts[index] ?? 0
    const loses = run.head !== null && !isAtom(run.head) && gone[from] === true
    // Words that are to stand on their own need a start that can be placed.
    const shown = left === undefined ? undefined : runs[left]
    const alone = !shown || (shown.head !== null && isAtom(shown.head))
    if (loses && (alone || before(remains, index) !== left)) {
      gone[from] = false
      seams.push(run)
      onSeam(
        run.id,
        ids.slice(from + 1, from + run.size).filter((_, k) => gone[from + 1 + k] === false),
      )
    }
    if (!loses || seams.includes(run)) desired.push(run.id)
    left = index
  }
  for (const { head } of seams) head?.set('kind', SEAM)
  for (let end = gone.length; end > 0;) {
    let start = end - 1
    while (start > 0 && gone[start - 1] === gone[end - 1]) start -= 1
    if (gone[start] === true) remove(body, start, end - start)
    end = start
  }
  placeBlocks(
    body,
    desired,
    seams.map(({ id }) => id),
    (head, name, value) => {
      if (value === null) head.delete(name)
      else head.set(name, value)
    },
  )
}

/** The nearest run that lies before this one and of which something remains. */
function before(remains: readonly number[], index: number): number | undefined {
  for (let run = index - 1; run >= 0; run--) if ((remains[run] ?? 0) > 0) return run
  return undefined
}
