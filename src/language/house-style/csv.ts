/** One row of a sheet, and which it is, from 1. */
export type CsvRow = { readonly row: number; readonly cells: readonly string[] }

/**
 * Reads comma separated values as spreadsheets write them: quoted cells with doubled quotes and line breaks in them, any line
 * ends, a byte order mark. Reads anything without error: a quote that is never closed runs to the end. Time grows with the text.
 */
export function readCsv(text: string, separator = ','): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let row = 1
  let at = text.startsWith('\uFEFF') ? 1 : 0
  const end = text.length
  while (at < end) {
    let cell = ''
    if (text.charAt(at) === '"') {
      at += 1
      for (;;) {
        const quote = text.indexOf('"', at)
        cell += text.slice(at, quote < 0 ? end : quote)
        at = quote < 0 ? end : quote + 1
        if (text.charAt(at) !== '"') break
        cell += '"'
        at += 1
      }
    }
    const start = at
    while (at < end && text.charAt(at) !== separator && text.charAt(at) !== '\n' && text.charAt(at) !== '\r')
      at += 1
    cells.push(cell + text.slice(start, at))
    if (text.charAt(at) === separator && at < end) {
      at += 1
      if (at < end) continue
      cells.push('')
    }
    if (text.startsWith('\r\n', at)) at += 1
    at += 1
    rows.push({ row, cells })
    row += 1
    cells = []
  }
  return rows
}

/** Writes rows with CRLF, quoting only what needs it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: string): string {
  return /[",\r\n\t;]|^\s|\s$|^\uFEFF/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
