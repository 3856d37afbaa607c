import { useMemo } from 'react'
import type { TextSuggestions } from '../../../editor/suggest/text-suggestions.ts'
import { useDesk, useOpenStory } from '../../../store/use-desk.ts'
import { nameOf } from '../comments/message-list.tsx'
import { useActiveChange, useChangeWays } from './change-desk.tsx'

/** What the editor of a text knows of suggesting. */
export function useTextSuggestions(id: string): TextSuggestions {
  const suggester =
    useOpenStory(id, ({ session, suggesting }) => (suggesting ? session.suggester : null)) ?? null
  const people = useDesk((state) => state.people)
  const active = useActiveChange()
  const ways = useChangeWays()
  return useMemo(
    () => ({
      suggester,
      active,
      nameOf: (person) => nameOf(people, person),
      onSuggestion: (suggestion) => ways?.activate(suggestion),
    }),
    [suggester, active, people, ways],
  )
}
