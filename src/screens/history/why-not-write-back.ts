import type { OpenStory } from '../../store/desk-state.ts'

/** Why nothing of its past can be written into a story by the person at work now; '' where it can. */
export function whyNotWriteBack({ access, save }: Pick<OpenStory, 'access' | 'save'>): string {
  if (access.right !== 'edit' && access.right !== 'suggest') return access.why
  return save.kind === 'read-only' ? save.message : ''
}
