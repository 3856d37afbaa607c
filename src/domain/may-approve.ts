import type { NewsroomSettings } from './newsroom-settings.ts'
import type { Person } from './person.ts'
import type { SignOffItem } from './sign-off-item.ts'
import type { StoryRecord } from './story-record.ts'
import type { StepRefusal } from './workflow.ts'
import { whyNotStep } from './workflow.ts'

/**
 * Why this person can't approve this story as it is, or null when they can: the step itself and four eyes, then the
 * stops, which nobody passes, then the warnings, which only a chief does, with a reason. Whether the content is the one
 * that was seen is the backend's to say, which has the content.
 */
export function whyNotApprove(
  record: StoryRecord,
  person: Person,
  items: readonly Pick<SignOffItem, 'level' | 'message'>[],
  reason: string,
  settings: NewsroomSettings,
): StepRefusal | null {
  const refusal = whyNotStep(record, person, 'approve', settings)
  if (refusal) return refusal
  const stops = items.filter(({ level }) => level === 'stop')
  if (stops.length > 0) {
    return {
      ok: false,
      reason: 'invalid',
      message: `${things(stops.length)} in the way of approval. ${first(stops)}`,
    }
  }
  const warnings = items.filter(({ level }) => level === 'warning')
  if (warnings.length === 0) return null
  if (person.role !== 'chief') {
    const message = `Only a chief can approve over warnings, and there ${warnings.length === 1 ? 'is 1' : `are ${warnings.length}`}. ${first(warnings)}`
    return { ok: false, reason: 'not allowed', message }
  }
  if (reason.trim() === '') {
    const message = `Say why this story is approved over ${warnings.length === 1 ? 'a warning' : `${warnings.length} warnings`}.`
    return { ok: false, reason: 'invalid', message }
  }
  return null
}

const things = (count: number): string => (count === 1 ? '1 thing stands' : `${count} things stand`)

function first(items: readonly Pick<SignOffItem, 'message'>[]): string {
  return items.length === 1 ? (items[0]?.message ?? '') : `The first: ${items[0]?.message ?? ''}`
}

/** Is it one of the story's own reporters who approves it? Only a desk of one allows that, and the event says so. */
export const isSelfApproval = (record: StoryRecord, person: Person): boolean =>
  record.reporters.includes(person.id)
