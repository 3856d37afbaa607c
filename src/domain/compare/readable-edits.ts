import type { Run } from './common-runs.ts'
import type { Tokens } from './text-stream.ts'
import { BORDER, SPACE, WORD } from './text-stream.ts'

/** Tokens a0 to a1 of before became tokens b0 to b1 of after; one of both may be none. */
export type Edit = { a0: number; a1: number; b0: number; b1: number }

/** A word of so many characters or fewer between two replaced ones doesn't part them. */
const SHORT_WORD = 4
/** Nor do so many words or fewer that are shorter than what was replaced on both sides. */
const MOST_WORDS = 3

/**
 * What lies between the common runs, so that people can read it: an insertion begins where a word or sentence begins,
 * replaced words with only a space, a sign or a short word between them are one replacement, and what little is common by
 * chance amid large replacements is part of them. Common tokens between edits stay pairs of equals.
 */
export function readableEdits(before: Tokens, after: Tokens, runs: readonly Run[]): readonly Edit[] {
  const slid = slidEdits(before, after, runs)
  // First what only spaces part: only then are replacements whole, and seen to be large.
  return fold(before, after, fold(before, after, slid, 0), MOST_WORDS)
}

/** What lies between the common runs, each pure insertion and deletion where a block, sentence or word begins. */
export const slidEdits = (before: Tokens, after: Tokens, runs: readonly Run[]): readonly Edit[] =>
  slide(before, after, editsBetween(before, after, runs))

function editsBetween(before: Tokens, after: Tokens, runs: readonly Run[]): Edit[] {
  const edits: Edit[] = []
  let a = 0
  let b = 0
  for (const [from, other, length] of [...runs, [before.keys.length, after.keys.length, 0] as const]) {
    if (from > a || other > b) edits.push({ a0: a, a1: from, b0: b, b1: other })
    a = from + length
    b = other + length
  }
  return edits
}

/** How good a place to cut is the one before token `at`? */
function cut({ classes, starts, keys }: Tokens, at: number): number {
  if (at === 0 || at === keys.length || classes[at] === BORDER) return 3
  if (classes[at - 1] === BORDER) return 2
  if (classes[at - 1] !== SPACE) return 0
  // Before the space: a full stop or the like, that is, a sentence begins here.
  const length = (starts[at - 1] ?? 0) - (starts[at - 2] ?? 0)
  return at > 1 && classes[at - 2] !== WORD && length === 1 ? 2 : 1
}

/** Pure insertions and deletions are slid along equal tokens: to the edit before them if they reach it, else to the best cut. */
function slide(before: Tokens, after: Tokens, edits: readonly Edit[]): readonly Edit[] {
  const slid: Edit[] = []
  for (const [index, edit] of edits.entries()) {
    const last = slid.at(-1)
    const pure = edit.a0 === edit.a1 || edit.b0 === edit.b1
    if (!pure) {
      slid.push({ ...edit })
      continue
    }
    const tokens = edit.a0 === edit.a1 ? after : before
    const { keys } = tokens
    const [from, to] = edit.a0 === edit.a1 ? [edit.b0, edit.b1] : [edit.a0, edit.a1]
    const room = edit.a0 - (last?.a1 ?? 0)
    const next = edits[index + 1]
    const ahead = (next?.a0 ?? before.keys.length) - edit.a1 - (next ? 1 : 0)
    let left = 0
    while (left < room && keys[from - left - 1] === keys[to - left - 1]) left += 1
    if (last && left === room) {
      last.a1 = edit.a1 - left
      last.b1 = edit.b1 - left
      continue
    }
    let right = 0
    while (right < ahead && keys[from + right] === keys[to + right]) right += 1
    let best = 0
    let bestScore = -1
    for (let by = -left; by <= right; by++) {
      const score = 2 * cut(tokens, from + by) + cut(tokens, to + by)
      if (score >= bestScore) {
        best = by
        bestScore = score
      }
    }
    slid.push({ a0: edit.a0 + best, a1: edit.a1 + best, b0: edit.b0 + best, b1: edit.b1 + best })
  }
  return slid
}

const size = ({ starts }: Tokens, from: number, to: number): number => (starts[to] ?? 0) - (starts[from] ?? 0)
const replaces = (edit: Edit): boolean => edit.a1 > edit.a0 && edit.b1 > edit.b0

const hasBorder = (before: Tokens, after: Tokens, { a0, a1, b0, b1 }: Edit): boolean =>
  before.classes.subarray(a0, a1).includes(BORDER) || after.classes.subarray(b0, b1).includes(BORDER)

/** Are two edits so close that a reader takes them for one? */
function belongTogether(before: Tokens, after: Tokens, left: Edit, right: Edit, most: number): boolean {
  if (left.a1 === right.a0) return true
  let words = 0
  for (let at = left.a1; at < right.a0; at++) {
    if (before.classes[at] === BORDER) return false
    if (before.classes[at] === WORD) words += 1
  }
  const both = replaces(left) && replaces(right)
  if (words === 0) {
    const deletes = left.a1 > left.a0 || right.a1 > right.a0
    const inserts = left.b1 > left.b0 || right.b1 > right.b0
    // A space between two halves of a new block, say, was once one between two sentences.
    const lone = right.a0 - left.a1 === 1 && before.classes[left.a1] === SPACE
    return (
      both ||
      (lone && ((deletes && inserts) || hasBorder(before, after, left) || hasBorder(before, after, right)))
    )
  }
  if (!both || words > most) return false
  const length = size(before, left.a1, right.a0)
  if (words === 1 && length - 2 <= SHORT_WORD) return true
  const around = ({ a0, a1, b0, b1 }: Edit): number => Math.max(size(before, a0, a1), size(after, b0, b1))
  return length < around(left) && length < around(right)
}

/** Makes neighbours with at most so many words between them one where they belong together. */
function fold(before: Tokens, after: Tokens, edits: readonly Edit[], most: number): readonly Edit[] {
  const folded: Edit[] = []
  for (const edit of edits) {
    const last = folded.at(-1)
    if (last && belongTogether(before, after, last, edit, most)) {
      last.a1 = edit.a1
      last.b1 = edit.b1
      trim(before, after, last)
    } else folded.push({ ...edit })
  }
  return folded
}

/** Folding can leave equal tokens at the ends of an edit: those are no difference. */
function trim(before: Tokens, after: Tokens, edit: Edit): void {
  while (replaces(edit) && before.keys[edit.a0] === after.keys[edit.b0]) {
    edit.a0 += 1
    edit.b0 += 1
  }
  while (replaces(edit) && before.keys[edit.a1 - 1] === after.keys[edit.b1 - 1]) {
    edit.a1 -= 1
    edit.b1 -= 1
  }
}
