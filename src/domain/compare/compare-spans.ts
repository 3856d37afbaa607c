import type { Span } from '../story-content.ts'
import { plainSpans } from '../story-content.ts'
import { commonRuns } from './common-runs.ts'
import type { Part, TextChange } from './comparison.ts'
import { readableEdits } from './readable-edits.ts'
import type { Lexicon, Stream } from './text-stream.ts'
import { commonParts, joinParts, newLexicon, partsOf, streamOf, tokensOf } from './text-stream.ts'

/** What became of a stretch: both versions have it, or characters of one gave way to those of the other. */
export type Stretch =
  | { readonly same: true; readonly from: number; readonly other: number; readonly length: number }
  | {
      readonly same: false
      readonly from: number
      readonly to: number
      readonly other: number
      readonly until: number
    }

const NO_BORDERS: ReadonlySet<number> = new Set()

/** Two streams, cut into what is common and what changed: positions are those of characters, in order, without a gap. */
export function stretchesOf(
  before: Stream,
  after: Stream,
  lexicon: Lexicon,
  borders: ReadonlySet<number> = NO_BORDERS,
  otherBorders: ReadonlySet<number> = NO_BORDERS,
): readonly Stretch[] {
  const own = tokensOf(before, borders, lexicon)
  const theirs = tokensOf(after, otherBorders, lexicon)
  const stretches: Stretch[] = []
  let a = 0
  let b = 0
  const at = (starts: Int32Array, token: number): number => starts[token] ?? 0
  const same = (upTo: number): void => {
    const from = at(own.starts, a)
    const length = at(own.starts, upTo) - from
    if (length > 0) stretches.push({ same: true, from, other: at(theirs.starts, b), length })
  }
  for (const edit of readableEdits(own, theirs, commonRuns(own.keys, theirs.keys))) {
    same(edit.a0)
    stretches.push({
      same: false,
      from: at(own.starts, edit.a0),
      to: at(own.starts, edit.a1),
      other: at(theirs.starts, edit.b0),
      until: at(theirs.starts, edit.b1),
    })
    a = edit.a1
    b = edit.b1
  }
  same(own.keys.length)
  return stretches
}

/** Two texts of one line, word by word; formats that changed on the same words, character by character. */
export function compareSpans(
  before: readonly Span[],
  after: readonly Span[],
  lexicon: Lexicon = newLexicon(),
): TextChange {
  const was = streamOf([before])
  const is = streamOf([after])
  const pieces = stretchesOf(was, is, lexicon).flatMap((stretch) =>
    stretch.same
      ? [commonParts(was, stretch.from, is, stretch.other, stretch.length)]
      : [
          partsOf('deleted', was, stretch.from, stretch.to),
          partsOf('inserted', is, stretch.other, stretch.until),
        ],
  )
  const parts = joinParts(pieces.flat())
  return { parts, changed: editsIn(parts).length }
}

/** Two plain texts, word by word. */
export const compareText = (before: string, after: string): readonly Part[] =>
  compareSpans(plainSpans(before), plainSpans(after)).parts

/** The places in a row of parts where something changed, as one goes through them: each the parts of one replacement or format. */
export function editsIn(parts: readonly Part[]): readonly (readonly [from: number, to: number])[] {
  const edits: [number, number][] = []
  let last: Part['kind'] = 'same'
  for (const [index, { kind }] of parts.entries()) {
    const edit = edits.at(-1)
    const goesOn = last !== 'same' && (last === 'formatted') === (kind === 'formatted')
    if (kind !== 'same' && edit && goesOn) edit[1] = index + 1
    else if (kind !== 'same') edits.push([index, index + 1])
    last = kind
  }
  return edits
}
