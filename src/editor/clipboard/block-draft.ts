import type { BlockKind } from '../../domain/block-kind.ts'
import { LIST_KINDS, MAX_LEVEL } from '../../domain/block-kind.ts'
import { sameJson } from '../../domain/json.ts'
import type { Block, Marks, Span } from '../../domain/story-content.ts'

/** What the block would be that words at some place of a page belong to. */
export type Place = {
  readonly kind: BlockKind
  readonly level: number
  readonly marks: Marks
  readonly pre: boolean
}

/**
 * Gathers words into clean blocks: white space collapses as in a browser, nothing is left of empty blocks, no block
 * begins or ends with a blank or a line break.
 */
export type BlockDraft = {
  /** Adds words; opens a block of the place's kind and level where none is open. */
  readonly text: (text: string, place: Place) => void
  /** A line break; the second in a row ends the block, as a blank line does. */
  readonly lineBreak: (place: Place) => void
  /** What comes next stands on a line of its own, if in the same block. */
  readonly newLine: () => void
  readonly close: () => void
  /** Adds a finished block. */
  readonly add: (block: Block) => void
  readonly blocks: () => readonly Block[]
}

const isBreak = (span: Span | undefined): boolean => span !== undefined && 'lineBreak' in span
// Not \s: a no-break space is there on purpose.
const BLANKS = /[ \t\n\r\f]+/g
const LEADING = /^[ \t\n\r\f]+/
const TRAILING = /[ \t\n\r\f]+$/
// oxlint-disable-next-line no-control-regex -- control characters are what is left out
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFEFF\uFFFC]/g

export function createDraft(): BlockDraft {
  const done: Block[] = []
  let open: { readonly place: Place; readonly spans: Span[] } | null = null
  let pendingLine = false

  const close = (): void => {
    if (open !== null) {
      const spans = trimmed(open.spans)
      if (spans.length > 0) done.push({ kind: open.place.kind, level: open.place.level, spans })
    }
    open = null
    pendingLine = false
  }
  const spansAt = (place: Place): Span[] => {
    open ??= { place: { ...place, level: Math.min(place.level, MAX_LEVEL) }, spans: [] }
    return open.spans
  }
  const push = (text: string, place: Place): void => {
    if (text === '') return
    const spans = spansAt(place)
    const last = spans.at(-1)
    const afterBlank = last === undefined || !('text' in last) || last.text.endsWith(' ')
    const words = !place.pre && afterBlank ? text.replace(LEADING, '') : text
    if (words === '') return
    if (pendingLine && words.trim() !== '' && spans.length > 0) spans.push({ lineBreak: true, marks: {} })
    pendingLine = pendingLine && words.trim() === ''
    appendText(spans, words, place.marks)
  }
  const lineBreak = (place: Place): void => {
    const spans = spansAt(place)
    if (!isBreak(spans.at(-1))) {
      if (spans.length > 0) spans.push({ lineBreak: true, marks: {} })
    } else if (!LIST_KINDS.has(place.kind)) close()
  }
  return {
    text(raw, place) {
      const text = raw.replace(CONTROL, '')
      if (!place.pre) {
        push(text.replace(BLANKS, ' '), place)
        return
      }
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) lineBreak(place)
        push(line, place)
      })
    },
    lineBreak,
    newLine() {
      pendingLine = open !== null && open.spans.length > 0
    },
    close,
    add(block) {
      close()
      done.push(block)
    },
    blocks() {
      close()
      return done
    },
  }
}

/** Adds words to spans, to the last of them where its marks are the same. */
export function appendText(spans: Span[], text: string, marks: Marks): void {
  const last = spans.at(-1)
  if (last !== undefined && 'text' in last && sameJson(last.marks, marks)) {
    spans[spans.length - 1] = { text: last.text + text, marks }
  } else spans.push({ text, marks })
}

function trimmed(spans: readonly Span[]): readonly Span[] {
  const rest = spans.map((span, index) => {
    if (!('text' in span)) return span
    const first = index === 0 || isBreak(spans[index - 1])
    const last = index === spans.length - 1 || isBreak(spans[index + 1])
    const text = first ? span.text.replace(LEADING, '') : span.text
    return { ...span, text: last ? text.replace(TRAILING, '') : text }
  })
  // A block of nothing but blanks (Word's empty paragraph holds a no-break space) is none.
  if (!rest.some((span) => !('text' in span) || span.text.trim() !== '')) return []
  const words = rest.filter((span) => !('text' in span) || span.text !== '')
  while (isBreak(words[0])) words.shift()
  while (isBreak(words.at(-1))) words.pop()
  return words.some((span) => 'text' in span) ? words : []
}
