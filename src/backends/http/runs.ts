import { LIMITS } from '../wire.ts'
import type { Unsent } from './unsent-words.ts'

/** What a message of a live connection holds beside its update takes less than this, in bytes. */
const ENVELOPE = 1000

/** Bytes of updates that go together in one message, or in one row. */
export const MOST = LIMITS.update - ENVELOPE

/** Words in runs, in order, none larger than that but for what is larger by itself. */
export function runsOf(words: readonly Unsent[], most: number): readonly (readonly Unsent[])[] {
  const runs: Unsent[][] = []
  let size = 0
  for (const word of words) {
    const run = runs.at(-1)
    size += word.update.length
    if (run && size <= most) run.push(word)
    else {
      runs.push([word])
      size = word.update.length
    }
  }
  return runs
}
