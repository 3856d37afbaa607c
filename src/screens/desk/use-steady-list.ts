import { useState } from 'react'
import type { ListState } from '../../store/desk-state.ts'

/** The last answered list while the next is under way, so that typing in the search doesn't empty the desk. */
export function useSteadyList(list: ListState): { readonly shown: ListState; readonly isStale: boolean } {
  const [answered, setAnswered] = useState(list)
  const isAnswered = list.status === 'ready'
  if (isAnswered && answered !== list) setAnswered(list)
  return { shown: isAnswered ? list : answered, isStale: !isAnswered }
}
