import type { DecisionRequest } from '../../../domain/suggestions/decide.ts'
import type { OpenStory } from '../../../store/desk-state.ts'

/** What decides who may decide. */
export type Decider = Pick<OpenStory, 'access' | 'save'> & { readonly me: string }

/** Why the person at work can't decide so on a suggestion of that person; '' where they can. The backend has the last word. */
export function whyNotDecide(
  { access, save, me }: Decider,
  by: string,
  verdict: DecisionRequest['verdict'],
): string {
  if (save.kind === 'read-only') return save.message
  if (access.right === 'edit') return ''
  if (access.right !== 'suggest') return access.why
  return by === me && verdict === 'reject' ? '' : `${access.why} You can take back what you suggested.`
}

/** What rejecting is called: one's own suggestion is withdrawn. */
export const rejectName = (by: string, me: string): string => (by === me ? 'Withdraw' : 'Reject')
