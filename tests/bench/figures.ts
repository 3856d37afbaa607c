/** The value below which `part` (0 to 1) of all values lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Rows as a plain table: columns as wide as their widest cell, numbers to the right. */
export function table(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const heads = Object.keys(rows[0] ?? {})
  const cells = rows.map((row) => heads.map((head) => String(row[head] ?? '')))
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((line) => line[column]?.length ?? 0)),
  )
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, column) =>
        column === 0 ? part.padEnd(widths[0] ?? 0) : part.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}
