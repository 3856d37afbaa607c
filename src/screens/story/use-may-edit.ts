import { useOpenStory } from '../../store/use-desk.ts'
import { readOnlyReason } from './save-words.ts'

/** Whether the person at work may change the plain fields of this story now. */
export function useMayEdit(id: string): boolean {
  return useOpenStory(id, (story) => readOnlyReason(story.save, story.access) === null) ?? false
}
