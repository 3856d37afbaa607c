import type { Backend, Outcome } from '../backends/backend.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { DeskStore } from './desk-store.ts'
import type { Sessions } from './session-effects.ts'

/** Something of a story's past that is to be written into it again. */
export type WriteBack = {
  readonly id: string
  /** Under what name the story is kept as it stands, before anything is written. */
  readonly before: string
  /** What to write: the difference between two contents; without `from`, to the story as it stands. */
  readonly write: { readonly from?: StoryContent; readonly to: StoryContent }
  /** Under what name the story is kept after, or null for no version. */
  readonly after: (how: 'edit' | 'suggest') => string | null
}

/**
 * Writes something of a story's past into the living document, by difference, as one step of undo. Answers with how
 * it was written: edited or suggested. Refused where the person at work may do neither; then nothing has changed.
 */
export async function writeBack(
  _store: DeskStore,
  _backend: Backend,
  _sessions: Sessions,
  _what: WriteBack,
): Promise<Outcome<'edit' | 'suggest'>> {
  return {
    ok: false,
    reason: 'not allowed',
    message: 'Nothing can be brought back yet: this Stet doesn’t write differences. Nothing was changed.',
  }
}
