import type * as Y from 'yjs'
import type { StoryUndo } from '../domain/story-undo.ts'

/** An open story's live document, with this person's undo over all of its texts and fields. */
export type StorySession = {
  readonly id: string
  readonly doc: Y.Doc
  readonly undo: StoryUndo
}
