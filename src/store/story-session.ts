import type * as Y from 'yjs'
import type { StoryUndo } from '../domain/story-undo.ts'
import type { Suggester } from '../domain/suggestions/suggester.ts'

/** An open story's live document, with this person's undo over all of its texts and fields, and their way to suggest. */
export type StorySession = {
  readonly id: string
  readonly doc: Y.Doc
  readonly undo: StoryUndo
  readonly suggester: Suggester
}
