import { useOpenStory } from '../../store/use-desk.ts'
import { readOnlyReason } from './save-words.ts'

/** Whether the person at work may write in this story now: edit it, or suggest. */
export function useMayEdit(id: string): boolean {
  return useOpenStory(id, (story) => readOnlyReason(story.save, story.access) === null) ?? false
}
