import * as Y from 'yjs'
import { authorsOf, fieldsOf, photosOf } from './story-doc.ts'
import { standForRedone } from './suggestions/stand-for-redone.ts'
import { suggestionIndex } from './suggestions/suggestion-index.ts'

/** One person's undo over all texts and fields of an open story. */
export type StoryUndo = {
  readonly manager: Y.UndoManager
  /** The transaction origin of everything that this person does here; only that is undone. */
  readonly origin: object
}

/** Edits that follow each other within this many milliseconds are undone together. */
const CAPTURE_MS = 500

export function createStoryUndo(doc: Y.Doc): StoryUndo {
  const origin = { name: 'local' }
  // Made before the manager's own listeners, so that it knows what changed when they run.
  suggestionIndex(doc)
  const manager = new Y.UndoManager(
    [
      doc.getText('headline'),
      doc.getText('dek'),
      doc.getText('body'),
      fieldsOf(doc),
      authorsOf(doc),
      photosOf(doc),
      doc.getMap('suggestions'),
    ],
    { trackedOrigins: new Set([origin]), captureTimeout: CAPTURE_MS },
  )
  standForRedone(doc, manager)
  return { manager, origin }
}
