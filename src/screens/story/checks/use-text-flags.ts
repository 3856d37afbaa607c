import { useMemo } from 'react'
import type { TextName } from '../../../domain/story-doc.ts'
import type { TextFlag, TextFlags } from '../../../editor/checks/text-flags.ts'
import { useOpenStory } from '../../../store/use-desk.ts'
import { useCheckWays, useLookedAt } from './check-desk.tsx'

const NONE: readonly never[] = []

/** What the editor of a text draws of the checks. */
export function useTextFlags(id: string, text: TextName): TextFlags {
  const all = useOpenStory(id, (story) => story.checks.flags) ?? NONE
  const looked = useLookedAt()
  const ways = useCheckWays()
  const flags = useMemo(
    () =>
      all.flatMap(({ id: flag, kind, weight, words, range: { place, from, to } }): TextFlag[] =>
        place.to === 'text' && place.text === text
          ? [{ id: flag, kind, weight, block: place.block, from, to, words }]
          : [],
      ),
    [all, text],
  )
  const active = flags.some((flag) => flag.id === looked?.id) ? (looked?.id ?? null) : null
  return useMemo(() => ({ flags, active, onOpen: (flag) => ways?.look(flag, 'seen') }), [flags, active, ways])
}
