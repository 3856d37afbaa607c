import type { Block, Span } from '../../domain/story-content.ts'
import { appendText } from './block-draft.ts'

/** What stands between the cells of a row. */
const BETWEEN_CELLS = ' | '
/** A cell with several paragraphs and more letters than this holds copy, not a value. */
const COPY_LETTERS = 300

const cellsOf = (row: Element): readonly Element[] =>
  Array.from(row.children).filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')

/**
 * Is the table only there to place things on a page (mail and old sites do that)? Then its cells are read as blocks
 * one after the other.
 */
export function isLayoutTable(table: Element): boolean {
  const rows = Array.from(table.querySelectorAll('tr'))
  return (
    table.getAttribute('role') === 'presentation' ||
    table.querySelector('table, ul, ol, h1, h2, h3, hr, blockquote') !== null ||
    rows.every((row) => cellsOf(row).length < 2) ||
    Array.from(table.querySelectorAll('td')).some(
      (cell) => cell.querySelectorAll('p').length > 1 && (cell.textContent ?? '').length > COPY_LETTERS,
    )
  )
}

/** A row of a table as one line of text; none where all its cells are empty. */
export function readRow(row: Element, read: (cell: Element) => readonly Block[]): readonly Span[] {
  const cells = cellsOf(row).map((cell) => oneLine(read(cell)))
  if (cells.every((spans) => spans.length === 0)) return []
  const line: Span[] = []
  cells.forEach((spans, index) => {
    if (index > 0) appendText(line, BETWEEN_CELLS, {})
    for (const span of spans) append(line, span)
  })
  return line
}

function oneLine(blocks: readonly Block[]): readonly Span[] {
  const line: Span[] = []
  for (const block of blocks) {
    if (!('spans' in block)) continue
    if (line.length > 0) appendText(line, ' ', {})
    for (const span of block.spans) append(line, 'lineBreak' in span ? { text: ' ', marks: {} } : span)
  }
  return line
}

function append(line: Span[], span: Span): void {
  if ('text' in span) appendText(line, span.text, span.marks)
  else line.push(span)
}
