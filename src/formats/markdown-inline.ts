import type { Span } from '../domain/story-content.ts'
import { safeLink } from './safe-link.ts'

type Mark = 'bold' | 'italic'
const DELIMITERS: Readonly<Record<Mark, string>> = { bold: '**', italic: '_' }
const LETTER = /[^\s\p{P}\p{S}]/u

/**
 * Spans as Markdown that reads back to the same spans. Where CommonMark would not see a mark's end beside a letter, the
 * letter is written as a character reference.
 */
export function spansMarkdown(spans: readonly Span[]): string {
  const out: Chunk[] = []
  let open: Mark[] = []
  let link = ''
  const setMarks = (wanted: readonly Mark[]): void => {
    while (open.some((mark) => !wanted.includes(mark))) {
      const mark = open.pop()
      if (mark !== undefined) out.push({ delimiter: DELIMITERS[mark] })
    }
    for (const mark of wanted) {
      if (open.includes(mark)) continue
      open.push(mark)
      out.push({ delimiter: DELIMITERS[mark] })
    }
  }
  const setLink = (wanted: string): void => {
    if (wanted === link) return
    setMarks([])
    if (link !== '') out.push({ raw: `](<${link}>)` })
    if (wanted !== '') out.push({ raw: '[' })
    link = wanted
  }
  for (const span of withoutMarkedBlanks(spans)) {
    setLink(safeLink(span.marks.link ?? '').replaceAll('\\', '%5C'))
    const wanted = (['bold', 'italic'] as const).filter((mark) => span.marks[mark] === true)
    setMarks('text' in span ? wanted : open.filter((mark) => wanted.includes(mark)))
    if ('text' in span) out.push({ text: span.text })
    else if ('lineBreak' in span) out.push({ raw: '\\\n' })
  }
  setLink('')
  setMarks([])
  open = []
  return write(out)
}

type Chunk = { readonly delimiter: string } | { readonly text: string } | { readonly raw: string }

/** Blanks at the ends of marked text stand outside of the marks: there they would hide the delimiter. */
function withoutMarkedBlanks(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span): readonly Span[] => {
    if (!('text' in span) || (span.marks.bold !== true && span.marks.italic !== true)) return [span]
    const { bold: _bold, italic: _italic, ...rest } = span.marks
    const start = span.text.length - span.text.trimStart().length
    const end = Math.max(start, span.text.trimEnd().length)
    return [
      { text: span.text.slice(0, start), marks: rest },
      { text: span.text.slice(start, end), marks: span.marks },
      { text: span.text.slice(end), marks: rest },
    ].filter(({ text }) => text !== '')
  })
}

function write(chunks: readonly Chunk[]): string {
  let out = ''
  chunks.forEach((chunk, index) => {
    if ('delimiter' in chunk) out += chunk.delimiter
    else if ('raw' in chunk) out += chunk.raw
    else {
      const before = chunks[index - 1]
      const after = chunks[index + 1]
      const outsideBefore = before !== undefined && 'delimiter' in before && !isInside(chunks, index - 1)
      const outsideAfter = after !== undefined && 'delimiter' in after && isInside(chunks, index + 1)
      out += escapeText(chunk.text, outsideBefore, outsideAfter, out === '' || out.endsWith('\n'))
    }
  })
  return out
}

/** Whether the delimiter at `index` opens its mark (the text before it is outside of it). */
function isInside(chunks: readonly Chunk[], index: number): boolean {
  const chunk = chunks[index]
  if (chunk === undefined || !('delimiter' in chunk)) return false
  let count = 0
  for (let at = 0; at < index; at++) {
    const other = chunks[at]
    if (other !== undefined && 'delimiter' in other && other.delimiter === chunk.delimiter) count++
  }
  return count % 2 === 0
}

function escapeText(text: string, encodeFirst: boolean, encodeLast: boolean, atStart: boolean): string {
  const characters = [...text]
  const last = characters.length - 1
  let out = characters
    .map((character, index) => {
      const encode = (encodeFirst && index === 0) || (encodeLast && index === last)
      if (encode && LETTER.test(character)) return `&#${character.codePointAt(0)};`
      return /[\\`*_[\]<>~|&!]/.test(character) ? `\\${character}` : character
    })
    .join('')
  if (atStart) out = out.replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2')
  return out
}
