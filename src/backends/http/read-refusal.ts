import { WRONG } from '../../rules/shape.ts'
import type { LiveRefusal } from '../wire/live.ts'
import { liveRefusal } from '../wire/live.ts'

/** The refusal that a live document was closed with, or null where it was closed for another reason. */
export function readRefusal(reason: string): LiveRefusal | null {
  let said: unknown
  try {
    said = JSON.parse(reason)
  } catch {
    return null
  }
  const found = liveRefusal(said)
  return found === WRONG ? null : found
}
