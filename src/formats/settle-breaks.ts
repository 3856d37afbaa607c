import { spansText, type Span } from '../domain/story-content.ts'
import type { RecognitionSettings } from './recognition.ts'
import { readHeadLine } from './read-head-line.ts'
import { cleanLine, lineText, type SourceLine } from './source-line.ts'

/** Lines of an article's head stand near its top. */
const HEAD = 14
const PARAGRAPH_WORDS = 25

/**
 * Decides what a line end inside of a paragraph is: where it separates parts of an article's head (a byline from a date),
 * or whole paragraphs, the line is cut there; else a hard break stays one and a Markdown line end becomes a blank.
 */
export function settleBreaks(
  lines: readonly SourceLine[],
  settings: RecognitionSettings,
): readonly SourceLine[] {
  return lines.flatMap((line, index): readonly SourceLine[] => {
    const text = lineText(line)
    if (!text.includes('\n') || line.kind === 'picture') return [line]
    const parts = cut(line)
    const isHead =
      index < HEAD && line.zone !== 'body' && parts.some((part) => readHeadLine(lineText(part), settings))
    const long = parts.filter((part) => lineText(part).split(' ').length >= PARAGRAPH_WORDS)
    return isHead || long.length >= 2 ? parts : [withoutSoftBreaks(line)]
  })
}

function cut(line: SourceLine): readonly SourceLine[] {
  const rows: Span[][] = [[]]
  for (const span of line.spans) {
    if ('lineBreak' in span) rows.push([])
    else if (!('text' in span)) rows.at(-1)?.push(span)
    else {
      span.text.split('\n').forEach((text, index) => {
        if (index > 0) rows.push([])
        rows.at(-1)?.push({ text, marks: span.marks })
      })
    }
  }
  return rows.map((spans) => cleanLine({ ...line, spans })).filter((row) => row !== null)
}

function withoutSoftBreaks(line: SourceLine): SourceLine {
  const spans = line.spans.map((span): Span =>
    'text' in span ? { text: span.text.replaceAll('\n', ' '), marks: span.marks } : span,
  )
  return spansText(line.spans).includes('\n') ? { ...line, spans } : line
}
