import * as Y from 'yjs'
import type { TextRun } from './text-runs.ts'
import { textRuns } from './text-runs.ts'
import type { Attributes } from './yjs-items.ts'

/** Takes away the formats that run over the heads of runs which an edit touches, for as far as they run. */
export function mendLeaks(text: Y.Text, isTouched: (index: number) => boolean): void {
  const rows: { at: number; length: number; attributes: Attributes; head: boolean }[] = []
  let at = 0
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Attributes }[]) {
    const length = typeof insert === 'string' ? insert.length : 1
    rows.push({ at, length, attributes: attributes ?? {}, head: insert instanceof Y.Map })
    at += length
  }
  rows.forEach((row, index) => {
    if (!row.head || !isTouched(row.at)) return
    for (const [name, value] of Object.entries(row.attributes)) {
      let end = row.at
      for (const next of rows.slice(index)) {
        if (next.attributes[name] !== value) break
        end = next.at + next.length
      }
      text.format(row.at, end - row.at, { [name]: null })
    }
  })
}

/**
 * Takes all of them away. Formats that have leaked over a start count for nothing as long as the starts are there: no
 * block that is joined to another may give them a meaning, or lose its own to them.
 */
export function mendAllLeaks(text: Y.Text, runs: readonly TextRun[] = textRuns(text)): void {
  const leaky = new Set<number>()
  let at = 0
  for (const { leaked, size } of runs) {
    if (Object.keys(leaked).length > 0) leaky.add(at)
    at += size
  }
  if (leaky.size > 0) mendLeaks(text, (index) => leaky.has(index))
}
