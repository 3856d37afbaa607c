import { STEPS } from '../domain/workflow.ts'
import type { Refusal, StoryEvent } from '../backends/backend.ts'

/**
 * A refused step with who moved the story where it stands, and when: whoever asked was looking at an older one.
 * Somebody else's last step alone is named, and only where it can be why.
 */
export function tellingWhatChanged(
  refusal: Refusal,
  events: readonly StoryEvent[],
  person: { readonly id: string },
): Refusal {
  const last = events.findLast(({ type }) => type in STEPS)
  if (!last || last.by.id === person.id) return refusal
  const lostClaim = last.type === 'take over' && events.some((event) => hadClaim(event, person.id))
  if (refusal.reason !== 'stale' && !(refusal.reason === 'not allowed' && lostClaim)) return refusal
  const done = STEPS[last.type as keyof typeof STEPS].done
  const what = `It was ${done} by ${last.by.name} at ${timeWords(last.at)}.`
  return { ...refusal, message: `${refusal.message} ${what}` }
}

const hadClaim = ({ type, by }: StoryEvent, id: string): boolean =>
  by.id === id && (type === 'claim' || type === 'take over' || type === 'reopen')

/** An instant in the words of whoever looks at it: "24 Nov 2026, 12:00". */
export function timeWords(at: string): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return 'an unknown time'
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}
