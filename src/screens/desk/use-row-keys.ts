import type { Virtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, RefObject } from 'react'
import { useEffect, useRef } from 'react'

type RowKeys = {
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly rows: Virtualizer<HTMLDivElement, Element>
  readonly count: number
  readonly active: number
  readonly setActive: (index: number) => void
  readonly onNewStory: () => void
  readonly onClaim: () => void
}

/**
 * The keys of a grid whose rows come and go: up, down, page up and down, home and end move through the stories;
 * right and left go through a story's link and buttons; "c" claims it; "n" makes a new one. Enter is the link's own.
 */
export function useRowKeys({ gridRef, rows, count, active, setActive, onNewStory, onClaim }: RowKeys) {
  /** The row that shall have the focus as soon as it is in the page. */
  const aim = useRef<number | null>(null)

  useEffect(() => {
    const index = aim.current
    const row = index === null ? null : gridRef.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    if (!row) return
    const link = row.querySelector<HTMLElement>('a')
    const target = link ?? row
    if (document.activeElement !== target) target.focus({ preventScroll: true })
    // A row that still waits for its record gives the focus on to the link when that is there.
    if (link !== null) aim.current = null
  })

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index))
    aim.current = next
    rows.scrollToIndex(next)
    setActive(next)
    if (next === active) focusLink(gridRef.current, next)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    if (!(event.target instanceof Element) || event.target.closest('[data-index]') === null) return
    const page = Math.max(1, (rows.range?.endIndex ?? 0) - (rows.range?.startIndex ?? 0) - 1)
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(active + 1),
      ArrowUp: () => goTo(active - 1),
      PageDown: () => goTo(active + page),
      PageUp: () => goTo(active - page),
      Home: () => goTo(0),
      End: () => goTo(count - 1),
      ArrowRight: () => focusBeside(gridRef.current, active, 1),
      ArrowLeft: () => focusBeside(gridRef.current, active, -1),
      n: onNewStory,
      c: onClaim,
    }
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined
    if (move === undefined) return
    event.preventDefault()
    move()
  }
  return { onKeyDown }
}

/** The next of a row's link and buttons, or the one before. */
function focusBeside(grid: HTMLElement | null, index: number, step: 1 | -1): void {
  const items = [...(grid?.querySelectorAll<HTMLElement>(`[data-index="${index}"] :is(a, button)`) ?? [])]
  const here = items.findIndex((item) => item === document.activeElement)
  items[Math.max(0, here + step)]?.focus()
}

function focusLink(grid: HTMLElement | null, index: number): void {
  grid?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus()
}
