import type { Outcome } from '../run-story.ts'
import { runPair } from './run-pair.ts'
import { runReview } from './run-review.ts'

/**
 * One run of the fuzz of suggestions. 'one': somebody suggests alone, held against the same edits made directly, and
 * then beside others who write directly. 'both': all suggest. Every second run undoes and redoes too.
 */
export function runSuggesting(seed: number, steps: number, suggesting: 'one' | 'both'): readonly Outcome[] {
  const history = seed % 2 === 1
  const people = seed % 4 > 1 ? 3 : 2
  const review = runReview({ seed, people, steps, history, suggesting })
  return suggesting === 'one' ? [runPair({ seed, steps, history }), review] : [review]
}
