import * as Y from 'yjs'
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
