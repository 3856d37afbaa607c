import type { Person } from '../domain/person.ts'
import type { Suggestion } from '../domain/suggestions/suggestion.ts'
import type { Verdict } from '../backends/backend.ts'
import type { DeskTransaction } from './desk-storage.ts'
import { doerOf } from './put-event.ts'
import { nextSequence } from './story-rows.ts'

/** A verdict that is to be written down. */
export type Made = {
  readonly suggestion: Omit<Suggestion, 'mark'>
  readonly verdict: Verdict['verdict']
  readonly reason: string
}

/** Writes verdicts of one person down, in this order; needs the stores verdicts, meta and records. */
export async function putVerdicts(
  transaction: DeskTransaction,
  story: string,
  made: readonly Made[],
  person: Person,
  now: () => Date,
): Promise<readonly Verdict[]> {
  if (made.length === 0) return []
  const first = await nextSequence(transaction, made.length)
  const verdicts = made.map(({ suggestion, verdict, reason }, index): Verdict => {
    const { mark: _mark, ...what } = suggestion as Suggestion
    return {
      sequence: first + index,
      suggestion: suggestion.id,
      verdict,
      by: doerOf(person),
      at: now().toISOString(),
      reason,
      what,
    }
  })
  // All asked for at once: a thousand that wait for each other take a thousand turns.
  await Promise.all(verdicts.map((verdict) => transaction.put('verdicts', { ...verdict, story })))
  return verdicts
}
