import { useCallback } from 'react'
import { useOpenStory } from '../../../store/use-desk.ts'
import { useChangeWays } from './change-desk.tsx'

const NONE: readonly never[] = []

/** Looks at the first change after those that are being decided; answers with its id, or null where none is left. */
export function useAfterDecision(id: string): (decided: readonly string[]) => string | null {
  const suggestions = useOpenStory(id, (story) => story.suggestions) ?? NONE
  const ways = useChangeWays()
  return useCallback(
    (decided) => {
      const gone = new Set(decided)
      const last = suggestions.findLastIndex((suggestion) => gone.has(suggestion.id))
      const isLeft = (suggestion: { readonly id: string }): boolean => !gone.has(suggestion.id)
      const next =
        suggestions.slice(last + 1).find(isLeft) ?? suggestions.slice(0, Math.max(last, 0)).findLast(isLeft)
      ways?.activate(next?.id ?? null)
      return next?.id ?? null
    },
    [suggestions, ways],
  )
}
