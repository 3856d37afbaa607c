import type { Outcome } from '../backends/backend.ts'
import type { Asked } from './desk-state.ts'

/** A backend's answer as the state keeps it. */
export function asked<Value>(outcome: Outcome<Value>): Asked<Value> {
  return outcome.ok
    ? { status: 'ready', value: outcome.value }
    : { status: 'failed', message: outcome.message }
}
