import { useMemo } from 'react'
import type { TextName } from '../../domain/story-doc.ts'
import type { TextCarets } from '../../editor/carets/story-carets.ts'
import { useOpenStory } from '../../store/use-desk.ts'

/** Where others write in a text, for its editor; null where the backend doesn't know. */
export function useTextCarets(id: string, name: TextName): TextCarets | null {
  const story = useOpenStory(id, ({ carets }) => carets) ?? null
  return useMemo(() => story && { name, story }, [story, name])
}
