import * as Y from 'yjs'
import { findUnit } from '../../domain/yjs-items.ts'

/** The head at a physical index, or null where something else stands. */
export function headAt(text: Y.Text, index: number): Y.Map<unknown> | null {
  const content = findUnit(text, index)?.item.content
  if (!(content instanceof Y.ContentType)) return null
  return content.type instanceof Y.Map ? (content.type as Y.Map<unknown>) : null
}
