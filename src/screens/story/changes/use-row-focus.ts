import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Suggestion } from '../../../domain/suggestions/suggestion.ts'
import { useWanted, type Wanted } from '../side-tab.tsx'
import { useChangeWays } from './change-desk.tsx'

/**
 * Where the focus goes in the list of changes: to what was asked for; by the arrows from row to row; and, where a row
 * goes because it was decided, to the next. What is looked at in the text is brought into sight. Answers with the way to say what goes.
 */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  suggestions: readonly Suggestion[],
  active: string | null,
): (going: readonly string[], next: string | null) => void {
  const waiting = useRef<{ readonly going: readonly string[]; readonly next: string | null } | null>(null)
  const ways = useChangeWays()
  const wanted = useWanted('suggestion')

  /** What was gone to already: a row may be drawn later than it is asked for, so each drawing looks for it. */
  const seen = useRef<Wanted | null>(null)
  useEffect(() => {
    if (wanted) ways?.activate(wanted.id)
  }, [wanted, ways])
  useEffect(() => {
    const row = wanted && seen.current !== wanted ? rowOf(list.current, wanted.id) : null
    if (!row) return
    seen.current = wanted
    row.focus()
  })

  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (active === shown.current) return
    const row = active === null ? null : rowOf(list.current, active)
    if (active !== null && !row) return
    shown.current = active
    if (list.current?.contains(document.activeElement) !== true) row?.scrollIntoView({ block: 'nearest' })
  })

  useEffect(() => {
    const told = waiting.current
    if (!told || suggestions.some(({ id }) => told.going.includes(id))) return
    waiting.current = null
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (isFree && told.next !== null) rowOf(list.current, told.next)?.focus()
  }, [list, suggestions])

  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = STEPS[event.key]
      const { target } = event
      if (step === undefined || !(target instanceof HTMLElement) || !target.matches('[data-open]')) return
      const rows = [...element.querySelectorAll<HTMLElement>('[data-open]')]
      const to = rows[Math.min(Math.max(rows.indexOf(target) + step, 0), rows.length - 1)]
      event.preventDefault()
      to?.focus()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [list])

  return useCallback((going, next) => {
    waiting.current = { going, next }
  }, [])
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** What of a row takes the focus. */
function rowOf(list: HTMLElement | null, suggestion: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-change="${CSS.escape(suggestion)}"] [data-open]`) ?? null
}
