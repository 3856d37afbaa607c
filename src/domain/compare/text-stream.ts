import { firstWhere } from '../first-where.ts'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import type { Marks, Span } from '../story-content.ts'
import type { Part } from './comparison.ts'
import { isWord, wordsOf } from './words.ts'

/** What a token is, as far as readable differences care. */
export const SPACE = 0
export const SIGN = 1
export const WORD = 2
/** A line break, or the beginning of a block: never bridged. */
export const BORDER = 3

/** A number for each different token of both versions, so that comparing tokens is comparing numbers. */
export type Lexicon = (token: string) => number

/** A new lexicon, for one comparison. */
export function newLexicon(): Lexicon {
  const numbers = new Map<string, number>()
  return (token) => {
    const known = numbers.get(token)
    if (known !== undefined) return known
    numbers.set(token, numbers.size)
    return numbers.size - 1
  }
}

type Stretch = {
  readonly from: number
  readonly to: number
  readonly marks: Marks
  readonly unknown?: Json
}

/** Spans as one row of characters with formats beside it; an unknown inline thing is one character. */
export type Stream = {
  readonly text: string
  readonly stretches: readonly Stretch[]
}

/** A stream cut into tokens: a number and a class for each, and where each begins (one more: where the last ends). */
export type Tokens = {
  readonly keys: Int32Array
  readonly classes: Uint8Array
  readonly starts: Int32Array
}

const STRANGER = '\uFFFC'

/** Rows of spans as one stream; a character "\n" stands before each row but the first if there are several (a block's start). */
export function streamOf(rows: readonly (readonly Span[])[]): Stream {
  let text = ''
  const stretches: Stretch[] = []
  const add = (more: string, marks: Marks, rest: { unknown?: Json } = {}): void => {
    if (more !== '') stretches.push({ from: text.length, to: text.length + more.length, marks, ...rest })
    text += more
  }
  for (const [index, spans] of rows.entries()) {
    if (index > 0) add('\n', {})
    for (const span of spans) {
      if ('text' in span) add(span.text, span.marks)
      else if ('lineBreak' in span) add('\n', span.marks)
      else add(STRANGER, span.marks, { unknown: span.unknown })
    }
  }
  return { text, stretches }
}

/** Cuts a stream into tokens; `borders` are the places in its text where a block starts. */
export function tokensOf(stream: Stream, borders: ReadonlySet<number>, lexicon: Lexicon): Tokens {
  const strangers = new Map(
    stream.stretches.flatMap(({ from, unknown }) =>
      unknown === undefined ? [] : [[from, JSON.stringify(unknown)]],
    ),
  )
  const words = cutOut(stream.text, strangers)
  const keys = new Int32Array(words.length)
  const classes = new Uint8Array(words.length)
  const starts = new Int32Array(words.length + 1)
  let at = 0
  for (const [index, word] of words.entries()) {
    starts[index] = at
    const border = word === '\n' && borders.has(at)
    const stranger = word === STRANGER ? strangers.get(at) : undefined
    keys[index] = lexicon(border ? 'start\n' : stranger === undefined ? word : `unknown\n${stranger}`)
    classes[index] = word === '\n' ? BORDER : word.trim() === '' ? SPACE : isWord(word) ? WORD : SIGN
    at += word.length
  }
  starts[words.length] = at
  return { keys, classes, starts }
}

/** Words of a text in which unknown things are tokens of their own, whatever hangs on them. */
function cutOut(text: string, strangers: ReadonlyMap<number, string>): readonly string[] {
  if (strangers.size === 0) return wordsOf(text)
  const words: string[] = []
  let from = 0
  for (const at of strangers.keys()) {
    for (const word of wordsOf(text.slice(from, at))) words.push(word)
    words.push(STRANGER)
    from = at + 1
  }
  return [...words, ...wordsOf(text.slice(from))]
}

/** Index of the stretch that holds this character. */
const stretchAt = (stretches: readonly Stretch[], at: number): number =>
  firstWhere(stretches.length, (index) => (stretches[index]?.to ?? 0) > at)

const partOf = (kind: Part['kind'], text: string, { marks, unknown }: Stretch): Part =>
  unknown === undefined ? { kind, text, marks } : { kind, text: '', marks, unknown }

/** Characters of one version as parts, one for each format. */
export function partsOf(
  kind: 'deleted' | 'inserted',
  stream: Stream,
  from: number,
  to: number,
): readonly Part[] {
  const parts: Part[] = []
  for (let k = stretchAt(stream.stretches, from); k < stream.stretches.length; k++) {
    const stretch = stream.stretches[k]
    if (!stretch || stretch.from >= to || from === to) break
    const text = stream.text.slice(Math.max(from, stretch.from), Math.min(to, stretch.to))
    parts.push(partOf(kind, text, stretch))
  }
  return parts
}

/** Characters that both versions have as parts: same, or formatted where the formats differ. */
export function commonParts(
  before: Stream,
  from: number,
  after: Stream,
  other: number,
  length: number,
): readonly Part[] {
  const parts: Part[] = []
  let i = stretchAt(before.stretches, from)
  let j = stretchAt(after.stretches, other)
  for (let done = 0; done < length;) {
    const was = before.stretches[i]
    const is = after.stretches[j]
    if (!was || !is) break
    const step = Math.min(was.to - from, is.to - other, length) - done
    const text = after.text.slice(other + done, other + done + step)
    if (sameJson(was.marks, is.marks)) parts.push(partOf('same', text, is))
    else parts.push({ ...partOf('formatted', text, is), was: was.marks })
    done += step
    if (from + done === was.to) i += 1
    if (other + done === is.to) j += 1
  }
  return parts
}

/** Neighbours that differ in nothing become one part. */
export function joinParts(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const alike =
      last?.kind === part.kind &&
      last.unknown === undefined &&
      part.unknown === undefined &&
      sameJson(last.marks, part.marks) &&
      sameJson(last.was, part.was)
    if (alike) joined[joined.length - 1] = { ...last, text: last.text + part.text }
    else joined.push(part)
  }
  return joined
}
