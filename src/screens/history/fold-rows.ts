import type { Row } from './comparison-rows.ts'

/** A row, or rows in a line in which nothing changed, folded into one. */
export type Folded = { readonly row: Row } | { readonly key: string; readonly rows: readonly Row[] }

/** How many unchanged rows in a line are worth folding. */
const WORTH = 2

/** The rows with what didn't change folded away, but for the folds that are open; where a block was is worth a look. */
export function foldRows(rows: readonly Row[], open: ReadonlySet<string>): readonly Folded[] {
  const folded: Folded[] = []
  let quiet: Row[] = []
  const end = (): void => {
    const key = quiet[0]?.key ?? ''
    if (quiet.length < WORTH || open.has(key)) folded.push(...quiet.map((row) => ({ row })))
    else folded.push({ key, rows: quiet })
    quiet = []
  }
  for (const row of rows) {
    if (row.changed === 0 && row.about === '') {
      quiet.push(row)
      continue
    }
    end()
    folded.push({ row })
  }
  end()
  return folded
}

/** What stands in a fold: "12 parts unchanged". */
export const foldWords = (count: number): string => `${count} parts unchanged`
