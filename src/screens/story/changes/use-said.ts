import { useMemo } from 'react'
import { useOpenStory } from '../../../store/use-desk.ts'

/** How what was said of suggestions begins, by suggestion. */
export function useSaid(id: string): ReadonlyMap<string, string> {
  const threads = useOpenStory(id, (story) => story.threads)
  return useMemo(
    () =>
      new Map(
        threads?.flatMap(({ anchor, messages }) =>
          anchor.kind === 'suggestion' ? [[anchor.suggestion, messages[0]?.text ?? '']] : [],
        ),
      ),
    [threads],
  )
}
