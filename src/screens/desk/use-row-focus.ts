import type { RefObject } from 'react'
import { useCallback, useEffect, useRef } from 'react'
import type { StoryRecord } from '../../domain/story-record.ts'

/**
 * Keeps the focus in the list when what was done with a story takes it off the list, or takes the button away that
 * did it: the row that stands in its place gets the focus. Answers with the way to say which story was acted on.
 */
export function useRowFocus(
  gridRef: RefObject<HTMLElement | null>,
  current: number,
  recordAt: (index: number) => StoryRecord | undefined,
  isBusy: boolean,
): (record: StoryRecord) => void {
  const acted = useRef<StoryRecord | null>(null)
  useEffect(() => {
    const now = recordAt(current)
    if (acted.current === null || isBusy || !now) return
    if (now.id === acted.current.id && now.status === acted.current.status) return
    acted.current = null
    if (document.activeElement !== null && document.activeElement !== document.body) return
    gridRef.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`)?.focus()
  }, [gridRef, isBusy, current, recordAt])
  return useCallback((record) => {
    acted.current = record
  }, [])
}
