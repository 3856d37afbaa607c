import type { StoryRecord } from '../../domain/story-record.ts'
import { PAGE_SIZE } from '../../store/desk-state.ts'

/** The row that the Tab key reaches: its place when it was reached, and its story, if that was loaded. */
export type ActiveRow = { readonly index: number; readonly id: string | null }

export const FIRST_ROW: ActiveRow = { index: 0, id: null }

/**
 * Where that row is now: other stories may have come before it, or gone. It is looked for a page up and down; a story
 * that is not found leaves the row where it was, or makes it the last.
 */
export function placeOf(
  { index, id }: ActiveRow,
  recordAt: (index: number) => StoryRecord | undefined,
  total: number,
): number {
  if (id !== null) {
    for (let distance = 0; distance <= PAGE_SIZE; distance += 1) {
      if (recordAt(index + distance)?.id === id) return index + distance
      if (index >= distance && recordAt(index - distance)?.id === id) return index - distance
    }
  }
  return Math.min(index, Math.max(0, total - 1))
}
