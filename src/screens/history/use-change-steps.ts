import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { announce } from '../../ui/announce.ts'

export type ChangeSteps = {
  readonly total: number
  /** Number of the change that was gone to last, from 1; 0 while there was none. */
  readonly current: number
  /** "12 changes", "3 of 12 changes". */
  readonly words: string
  /** Goes so many changes on, round the end; with 'follow' the focus goes, too. */
  readonly go: (by: 1 | -1, focus: 'stay' | 'follow') => void
}

/**
 * The way from one change to the next. Within `root` each change carries its number, from 1, as `data-change`. Alt with
 * the arrows up and down goes through them from anywhere in `root`'s page.
 */
export function useChangeSteps(
  root: RefObject<HTMLElement | null>,
  of: object | null,
  total: number,
): ChangeSteps {
  const [place, setPlace] = useState<{ readonly of: object | null; readonly number: number }>({
    of,
    number: 0,
  })
  // Another comparison begins before its first change.
  const current = place.of === of ? Math.min(place.number, total) : 0
  const go = useCallback<ChangeSteps['go']>(
    (by, focus) => {
      if (total === 0) return
      const number = current === 0 && by === -1 ? total : ((current - 1 + by + total) % total) + 1
      setPlace({ of, number })
      const change = root.current?.querySelector<HTMLElement>(`[data-change="${number}"]`)
      change?.scrollIntoView({ block: 'center' })
      if (focus === 'follow') change?.focus({ preventScroll: true })
      announce(`Change ${number} of ${total}: ${change?.dataset['says'] ?? ''}`)
    },
    [current, of, root, total],
  )
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  }, [go])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (by === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      // A select opens with these keys.
      if (event.target instanceof HTMLSelectElement) return
      event.preventDefault()
      latest.current(by, 'follow')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const changes = total === 1 ? '1 change' : `${total} changes`
  return {
    total,
    current,
    words: total === 0 ? '' : current === 0 ? changes : `${current} of ${changes}`,
    go,
  }
}
