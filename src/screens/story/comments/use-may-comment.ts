import { allows } from '../../../domain/access.ts'
import { useOpenStory } from '../../../store/use-desk.ts'

/** Whether the person at work may comment on this story now. */
export function useMayComment(id: string): boolean {
  return useOpenStory(id, ({ access }) => allows(access, 'comment')) ?? false
}
