import { sameJson } from '../json.ts'
import type { Block, Span } from '../story-content.ts'
import { stretchesOf } from './compare-spans.ts'
import type { BlockChange, BlockHead, BlockStart, Part } from './comparison.ts'
import type { BlockGroup } from './match-blocks.ts'
import { rowEdits } from './row-edits.ts'
import type { Lexicon, Stream } from './text-stream.ts'
import { commonParts, joinParts, partsOf, streamOf } from './text-stream.ts'

type Row = {
  readonly before: BlockStart | null
  readonly after: BlockStart | null
  readonly parts: readonly Part[]
}

/** Blocks of one version as a stream, and the places in it where all but the first begin. */
type Side = { readonly stream: Stream; readonly borders: ReadonlySet<number> }

/** What a block is, without its words. */
export function headOf(block: Block): BlockHead {
  if (!('spans' in block)) return block
  return block.kind === 'unknown'
    ? { kind: 'unknown', raw: block.raw }
    : { kind: block.kind, level: block.level }
}

/** The spans of a block; none of a picture or rule. */
export const spansOf = (block: Block): readonly Span[] => ('spans' in block ? block.spans : [])

function sideOf(blocks: readonly Block[], from: number, to: number): Side {
  const rows = blocks.slice(from, to).map(spansOf)
  const borders = new Set<number>()
  let at = 0
  for (const row of rows.slice(0, -1)) {
    at += streamOf([row]).text.length
    borders.add(at)
    at += 1
  }
  return { stream: streamOf(rows), borders }
}

/** One group of matched blocks as rows: words are compared across borders of blocks, so that a border can move or go. */
export function compareGroup(
  before: readonly Block[],
  after: readonly Block[],
  group: BlockGroup,
  photoName: (id: string) => string,
  lexicon: Lexicon,
): readonly BlockChange[] {
  const was = sideOf(before, group.b0, group.b1)
  const is = sideOf(after, group.a0, group.a1)
  const start = (blocks: readonly Block[], index: number): BlockStart | null => {
    const block = blocks[index]
    return block ? { head: headOf(block), index } : null
  }
  let b = group.b0
  let a = group.a0
  const rows: (Row & { readonly parts: Part[] })[] = []
  const begin = (own: boolean, other: boolean): void => {
    rows.push({ before: own ? start(before, b) : null, after: other ? start(after, a) : null, parts: [] })
    if (own) b += 1
    if (other) a += 1
  }
  begin(true, true)
  const add = (parts: readonly Part[]): void => {
    for (const part of parts) rows.at(-1)?.parts.push(part)
  }
  const stretches =
    was.stream.text === is.stream.text && sameJson([...was.borders], [...is.borders])
      ? [{ same: true as const, from: 0, other: 0, length: was.stream.text.length }]
      : stretchesOf(was.stream, is.stream, lexicon, was.borders, is.borders)
  for (const stretch of stretches) {
    if (stretch.same) {
      const { from, other, length } = stretch
      for (const [x, y] of between(was, from, from + length)) {
        if (x > from) begin(true, true)
        add(commonParts(was.stream, x, is.stream, other + x - from, y - x))
      }
      continue
    }
    for (const [x, y] of between(was, stretch.from, stretch.to)) {
      if (x > stretch.from) begin(true, false)
      add(partsOf('deleted', was.stream, x, y))
    }
    for (const [x, y] of between(is, stretch.other, stretch.until)) {
      if (x > stretch.other) begin(false, true)
      add(partsOf('inserted', is.stream, x, y))
    }
  }
  const joined = rows.map((row) => ({ before: row.before, after: row.after, parts: joinParts(row.parts) }))
  return joined.map((row, index) => changeOf(row, joined[index + 1], photoName))
}

/** The pieces of a stretch between borders (each border is one character). */
function between(
  { stream, borders }: Side,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = []
  let start = from
  for (let at = from; at < to && borders.size > 0; at++) {
    if (stream.text[at] !== '\n' || !borders.has(at)) continue
    pieces.push([start, at])
    start = at + 1
  }
  return [...pieces, [start, to]]
}

function changeOf(
  { before, after, parts }: Row,
  next: Row | undefined,
  photoName: (id: string) => string,
): BlockChange {
  const edits = rowEdits({ before, after, parts }, next).length
  if (before && after) {
    const changed = edits + (sameHead(before.head, after.head, photoName) ? 0 : 1)
    return { kind: changed > 0 ? 'changed' : 'same', before, after, move: null, parts, changed }
  }
  const whole = parts.every((part) => part.kind === (before ? 'deleted' : 'inserted'))
  const kind = before ? (whole ? 'deleted' : 'joined') : whole ? 'inserted' : 'split'
  return { kind, before, after, move: null, parts, changed: whole ? 1 : edits + 1 }
}

/** Are two heads the same, with pictures by what they show? */
function sameHead(before: BlockHead, after: BlockHead, photoName: (id: string) => string): boolean {
  if (before.kind === 'picture' && after.kind === 'picture')
    return photoName(before.photo) === photoName(after.photo)
  return sameJson(before, after)
}
