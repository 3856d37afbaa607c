import * as Y from 'yjs'
import { placeBlocks } from '../place-blocks.ts'
import type { Going } from '../remove-units.ts'
import { removeFromBody, removeWhere } from '../remove-units.ts'
import type { TextName } from '../story-doc.ts'
import { displayOrder } from '../text-layout.ts'
import { textRuns } from '../text-runs.ts'
import type { UnitId } from '../yjs-items.ts'
import { idOfType, unitsIn } from '../yjs-items.ts'
import type { DifferencePen } from './difference-pen.ts'
import { enterPart, keyWriter, newPart } from './difference-pen.ts'
import { rangesOf } from './id-ranges.ts'
import { insertionsOf } from './insertions.ts'
import type { PhysicalPlace } from './physical-places.ts'
import { physicalPlaces } from './physical-places.ts'
import type { StandingUnits } from './standing-units.ts'
import { standingUnits } from './standing-units.ts'
import type { SuggestionIndex } from './suggestion-index.ts'
import { suggestionIndex } from './suggestion-index.ts'
import type { TextEdits } from './text-edits.ts'
import { textEdits } from './text-edits.ts'
import type { Units } from './text-units.ts'
import { stretchAt } from './text-units.ts'
import { writeHeadKeys } from './write-head-keys.ts'

type Named = { readonly name: TextName; readonly text: Y.Text }

type Patch = {
  readonly standing: StandingUnits
  readonly edits: TextEdits
  /** The suggestion of each hunk. */
  readonly parts: readonly (string | null)[]
}

/** Units that are neighbours in the text. */
type Piece = { readonly at: number; count: number }

/**
 * Makes in a text the edits that lead from `from` to `to`, each as a suggestion of its own, or all as part of `part`.
 * Answers with how many there were.
 */
export function patchText(
  pen: DifferencePen,
  named: Named,
  from: Units,
  to: Units,
  part: string | null = null,
): number {
  const { name, text } = named
  const standing = standingUnits(text, name, suggestionIndex(pen.doc))
  const edits = textEdits(from, to, standing)
  const patch = { standing, edits, parts: edits.hunks.map(() => part ?? newPart(pen)) }
  insertAll(pen, named, patch, to)
  const place = physicalPlaces(text)
  for (const { from: start, to: end, change, was } of edits.formats) {
    const one = part ?? newPart(pen)
    for (const { at, count } of piecesOf(standing, start, end, place)) {
      if (pen.suggester && one !== null) pen.suggester.format(text, { at, count }, change, was, one)
      else text.format(at, count, { ...change })
    }
  }
  for (const { at, keys } of edits.keys) {
    const head = standing.heads.get(at)
    if (head) writeHeadKeys(pen, head, keys, part ?? newPart(pen))
  }
  deleteAll(pen, named, patch)
  return edits.hunks.length + edits.formats.length + edits.keys.length
}

/** Writes what comes in, the last place first, so that no index changes before its turn; then the order of blocks. */
function insertAll(
  pen: DifferencePen,
  { name, text }: Named,
  { standing, edits, parts }: Patch,
  to: Units,
): void {
  const runs = name === 'body' ? textRuns(text) : []
  const order = displayOrder(text, runs)
  const insertions = insertionsOf({ to, standing, edits, runs, place: physicalPlaces(text) })
  if (insertions.length === 0) return
  const rest = parts[0] ?? newPart(pen)
  const made = new Map<number, Y.Map<unknown>[]>()
  for (const { at, run, hunk, delta } of insertions.toReversed()) {
    enterPart(pen, hunk === null ? rest : (parts[hunk] ?? rest))
    text.applyDelta(at > 0 ? [{ retain: at }, ...delta] : [...delta])
    const heads = delta.flatMap(({ insert }) => (insert instanceof Y.Map ? [insert as Y.Map<unknown>] : []))
    made.set(run, [...heads, ...(made.get(run) ?? [])])
  }
  const idsAfter = (run: number): readonly UnitId[] =>
    (made.get(run) ?? []).flatMap((head): UnitId[] => {
      const id = idOfType(head)
      return id ? [id] : []
    })
  const desired = [...idsAfter(-1)]
  for (const run of order) {
    const known = runs[run]
    if (known) desired.push(known.id)
    desired.push(...idsAfter(run))
  }
  if (name === 'body') placeBlocks(text, desired, [], keyWriter(pen, rest))
}

/** Strikes out, or takes out, what goes. One's own pending insertions are taken out in any case. */
function deleteAll(pen: DifferencePen, { name, text }: Named, { standing, edits, parts }: Patch): void {
  const place = physicalPlaces(text)
  const out: Piece[] = []
  const takeOut = (piece: Piece, part: string | null): void => {
    out.push(...(pen.suggester && part !== null ? strike(pen.suggester, text, piece, part) : [piece]))
  }
  const goes = new Map<number, string | null>()
  edits.hunks.forEach(({ deletes }, hunk) => {
    const part = parts[hunk] ?? null
    for (const [from, to] of deletes) {
      for (let unit = from; unit < to; unit++) goes.set(unit, part)
      for (const piece of piecesOf(standing, from, to, place)) takeOut(piece, part)
    }
  })
  // A seam with nothing behind it would be a block, where nothing is left before it either.
  for (const { id, from, to } of standing.seams) {
    const unit = place(id)
    const part = goes.get(from === to ? from - 1 : from)
    const isEmpty = Array.from({ length: to - from }, (_, k) => from + k).every((at) => goes.has(at))
    if (unit && part !== undefined && isEmpty) takeOut({ at: unit.index, count: 1 }, part)
  }
  if (out.length === 0) return
  out.sort((a, b) => a.at - b.at)
  if (name === 'body') {
    const index = suggestionIndex(pen.doc)
    const write = keyWriter(pen, parts[0] ?? null)
    removeFromBody(
      text,
      goingOf(out, text.length),
      (seam, remains) => strikeSeam(index, seam, remains),
      write,
    )
  } else removeWhere(text, goingOf(out, text.length))
}

/** Suggests to delete units; answers with those that are to be taken out, because only their author suggested them. */
function strike(
  suggester: NonNullable<DifferencePen['suggester']>,
  text: Y.Text,
  { at, count }: Piece,
  part: string,
): readonly Piece[] {
  const own = Array.from(unitsIn(text, at, at + count), (id) => suggester.isOwn(id))
  const out: Piece[] = []
  for (let start = 0; start < count;) {
    let end = start + 1
    while (end < count && own[end] === own[start]) end += 1
    if (own[start] === true) out.push({ at: at + start, count: end - start })
    else suggester.delete(text, at + start, end - start, part)
    start = end
  }
  return out
}

function* goingOf(out: readonly Piece[], length: number): Generator<Going> {
  let done = 0
  for (const { at, count } of out) {
    yield { length: at - done, gone: false }
    yield { length: count, gone: true }
    done = at + count
  }
  yield { length: length - done, gone: false }
}

/** A seam before words that are all to be deleted goes with them. */
function strikeSeam(index: SuggestionIndex, seam: UnitId, remains: readonly UnitId[]): void {
  const open = remains.map((id) => index.stateOf(id)?.deleted[0])
  const [suggestion] = open
  if (suggestion === undefined || open.includes(undefined)) return
  index.add({ type: 'delete', suggestion, ids: rangesOf([index.origins.canonical(seam)]) })
}

/** Where units of the standing text stand now: in pieces, because others may lie in between. */
function piecesOf(
  standing: StandingUnits,
  from: number,
  to: number,
  place: (id: UnitId) => PhysicalPlace | null,
): readonly Piece[] {
  const pieces: Piece[] = []
  for (let k = stretchAt(standing, from), at = from; at < to; k++) {
    const stretch = standing.stretches[k]
    if (!stretch) break
    const end = Math.min(stretch.to, to)
    while (at < end) {
      const found = stretch.id && place([stretch.id[0], stretch.id[1] + at - stretch.from])
      const count = Math.min(end - at, found?.room ?? 1)
      const last = pieces.at(-1)
      if (found && last && last.at + last.count === found.index) last.count += count
      else if (found) pieces.push({ at: found.index, count })
      at += count
    }
  }
  return pieces
}
