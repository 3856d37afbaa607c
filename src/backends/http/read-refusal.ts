import * as z from 'zod/mini'
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
  const found = z.safeParse(liveRefusal, said)
  return found.success ? found.data : null
}
