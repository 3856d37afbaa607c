import type { Edit } from '../compare/readable-edits.ts'
import { readableEdits, slidEdits } from '../compare/readable-edits.ts'
import type { Lexicon, Tokens } from '../compare/text-stream.ts'
import { newLexicon } from '../compare/text-stream.ts'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import type { Attributes } from '../yjs-items.ts'
import { commonTokens } from './common-tokens.ts'
import type { Keys, Stretch, Units } from './text-units.ts'
import { headAt } from './text-units.ts'
import { unitTokens } from './unit-tokens.ts'

type Range = readonly [from: number, to: number]

/** Units of the standing text that go, and units of the new text that take their place before the unit `at`. */
export type Hunk = { readonly at: number; readonly insert: Range; readonly deletes: readonly Range[] }

/** Formats that units of the standing text get; they have `was` now. Null is "none". */
export type FormatEdit = {
  readonly from: number
  readonly to: number
  readonly change: { readonly [name: string]: Json }
  readonly was: Attributes
}

/** The head at `at` of the standing text gets these keys. */
export type KeyEdit = { readonly at: number; readonly keys: Keys }

export type TextEdits = {
  readonly hunks: readonly Hunk[]
  readonly formats: readonly FormatEdit[]
  readonly keys: readonly KeyEdit[]
}

/**
 * The edits that lead from one text to another, as places of a third one, the standing text, of which `from` was the
 * beginning. What is to go and is gone already asks for nothing; what is to come in always has a place: where its
 * neighbours are gone, behind the nearest that still stands before it.
 */
export function textEdits(from: Units, to: Units, standing: Units): TextEdits {
  const lexicon = newLexicon()
  const a = unitTokens(from, lexicon)
  const b = unitTokens(to, lexicon)
  const c = unitTokens(standing, lexicon)
  const { match, origin } = alignment(a, c, lexicon)
  const edits = readableEdits(a, b, commonTokens(a, b, lexicon))
  const sides = { from, to, standing, a, b, c, match }
  const hunks = edits.flatMap((edit): Hunk[] => {
    const insert: Range = [startOf(b, edit.b0), startOf(b, edit.b1)]
    const deletes = goneOf(edit, sides, origin)
    const isNothing = insert[0] === insert[1] && deletes.length === 0
    return isNothing ? [] : [{ at: startOf(c, gapFor(edit, sides)), insert, deletes }]
  })
  const same = new Same(from, to, standing)
  let [i, j] = [0, 0]
  for (const edit of [...edits, { a0: a.keys.length, a1: 0, b0: 0, b1: 0 }]) {
    for (; i < edit.a0; i++, j++) {
      const now = match[i] ?? -1
      if (now >= 0)
        same.token(startOf(a, i), startOf(b, j), startOf(c, now), startOf(a, i + 1) - startOf(a, i))
    }
    ;[i, j] = [edit.a1, edit.b1]
  }
  return { hunks, formats: same.formats, keys: same.keys }
}

type Alignment = {
  /** For each token its place in the standing text, or -1; and the way back. */
  readonly match: Int32Array
  readonly origin: Int32Array
}

/** Which tokens still stand: as few as possible are gone, and whole blocks and sentences rather than parts of two. */
function alignment(a: Tokens, c: Tokens, lexicon: Lexicon): Alignment {
  const match = new Int32Array(a.keys.length).fill(-1)
  const origin = new Int32Array(c.keys.length).fill(-1)
  const end = { a0: a.keys.length, a1: 0, b0: 0, b1: 0 }
  let [before, now] = [0, 0]
  for (const edit of [...slidEdits(a, c, commonTokens(a, c, lexicon)), end]) {
    for (; before < edit.a0; before++, now++) {
      match[before] = now
      origin[now] = before
    }
    ;[before, now] = [edit.a1, edit.b1]
  }
  return { match, origin }
}

const startOf = ({ starts }: Tokens, token: number): number => starts[token] ?? 0

type Sides = {
  readonly from: Units
  readonly to: Units
  readonly standing: Units
  readonly a: Tokens
  readonly b: Tokens
  readonly c: Tokens
  readonly match: Int32Array
}

/** Before which token of the standing text does an insertion belong? */
function gapFor({ a0, a1, b0, b1 }: Edit, { from, to, standing, a, b, c, match }: Sides): number {
  const standsAt = (token: number): number => (token < 0 ? -1 : (match[token] ?? -1))
  const isHead = (units: Units, tokens: Tokens, token: number): boolean =>
    headAt(units, startOf(tokens, token)) !== null
  const atEnd = a1 === a.keys.length
  // Whole blocks between blocks: not into the words that somebody has put at the end of the one before.
  const wholeBlocks = b1 > b0 && isHead(to, b, b0) && (atEnd || isHead(from, a, a1))
  if (wholeBlocks && standsAt(a1) >= 0) return standsAt(a1)
  const toBlockEnd = (token: number): number => {
    if (!wholeBlocks) return token
    let end = token
    while (end < c.keys.length && !isHead(standing, c, end)) end += 1
    return end
  }
  if (standsAt(a0 - 1) >= 0) return toBlockEnd(standsAt(a0 - 1) + 1)
  for (let token = a0; token <= a1; token++) if (standsAt(token) >= 0) return standsAt(token)
  for (let token = a0 - 2; token >= 0; token--) {
    if (standsAt(token) >= 0) return toBlockEnd(standsAt(token) + 1)
  }
  return 0
}

/** The units of an edit that go and still stand. A block's start stays where somebody has put words into it since. */
function goneOf(edit: Edit, { from, standing, a, c, match }: Sides, origin: Int32Array): readonly Range[] {
  const { a0, a1 } = edit
  const ranges: [number, number][] = []
  const isGone = (token: number): boolean => {
    const was = origin[token] ?? -1
    return was >= a0 && was < a1
  }
  for (let token = a0; token < a1; token++) {
    const now = match[token] ?? -1
    if (now < 0) continue
    const [start, end] = [startOf(c, now), startOf(c, now + 1)]
    const isStart = headAt(from, startOf(a, token))?.atom === false
    if (isStart && blockEnd(from, a, token) <= a1) {
      const until = blockEnd(standing, c, now)
      let other = now + 1
      while (other < until && isGone(other)) other += 1
      if (other < until) continue
    }
    const last = ranges.at(-1)
    if (last?.[1] === start) last[1] = end
    else ranges.push([start, end])
  }
  return ranges
}

/** The token at which the block that begins with this one ends. */
function blockEnd(units: Units, tokens: Tokens, start: number): number {
  let end = start + 1
  while (end < tokens.keys.length && headAt(units, startOf(tokens, end)) === null) end += 1
  return end
}

/** What changed on units that stay: keys of heads, formats of all else. */
class Same {
  readonly formats: FormatEdit[] = []
  readonly keys: KeyEdit[] = []
  readonly #sides: readonly [from: Units, to: Units, standing: Units]
  readonly #places = [0, 0, 0]

  constructor(...sides: readonly [from: Units, to: Units, standing: Units]) {
    this.#sides = sides
  }

  /** So many units that begin at these places; called in the order of the texts. */
  token(from: number, to: number, standing: number, length: number): void {
    const [was, is] = [headAt(this.#sides[0], from), headAt(this.#sides[1], to)]
    if (was && is) {
      if (!sameJson(was.keys, is.keys)) this.keys.push({ at: standing, keys: is.keys })
      return
    }
    const starts = [from, to, standing]
    for (let done = 0; done < length;) {
      const [before, after, now] = starts.map((start, side) => this.#stretch(side, start + done))
      if (!before || !after || !now) return
      const step = Math.min(before.to - from, after.to - to, now.to - standing, length) - done
      const change = changeOf(before.attributes, after.attributes, now.attributes)
      if (change)
        this.#add({ from: standing + done, to: standing + done + step, change, was: now.attributes })
      done += step
    }
  }

  #stretch(side: number, at: number): Stretch | undefined {
    const { stretches } = this.#sides[side] ?? { stretches: [] }
    let place = this.#places[side] ?? 0
    while ((stretches[place]?.to ?? Infinity) <= at) place += 1
    this.#places[side] = place
    return stretches[place]
  }

  #add(edit: FormatEdit): void {
    const last = this.formats.at(-1)
    if (last?.to === edit.from && sameJson(last.change, edit.change) && sameJson(last.was, edit.was)) {
      this.formats[this.formats.length - 1] = { ...last, to: edit.to }
    } else this.formats.push(edit)
  }
}

/** The formats that were changed and don't stand already; null for none. */
function changeOf(before: Attributes, after: Attributes, now: Attributes): FormatEdit['change'] | null {
  if (before === after) return null
  const change: Record<string, Json> = {}
  const valueIn = (attributes: Attributes, name: string): Json => (attributes[name] ?? null) as Json
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = valueIn(after, name)
    if (sameJson(valueIn(before, name), value) || sameJson(valueIn(now, name), value)) continue
    change[name] = value
  }
  return Object.keys(change).length > 0 ? change : null
}
