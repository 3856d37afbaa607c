import type * as Y from 'yjs'
import { readBlocks, readSpans } from './linear-text.ts'
import type { StoryContent } from './story-content.ts'
import { captionName, textOf } from './story-doc.ts'
import type { ContentView } from './suggestions/content-view.ts'
import { contentView } from './suggestions/content-view.ts'
import { shownAuthors, shownFields, shownPhotos } from './suggestions/plain-values.ts'
import { suggestionIndex } from './suggestions/suggestion-index.ts'

/**
 * Everything a story says, read from its Yjs document: as it will be when all that is suggested is accepted, or as if
 * nothing had been suggested. Never throws: what is malformed is read as well as it can be.
 */
export function readContent(doc: Y.Doc, view: ContentView = 'will'): StoryContent {
  const index = suggestionIndex(doc)
  const shown = contentView(index, view)
  return {
    headline: readSpans(doc.getText('headline'), shown),
    dek: readSpans(doc.getText('dek'), shown),
    body: readBlocks(doc.getText('body'), shown),
    authors: shownAuthors(doc, view),
    fields: shownFields(doc, view),
    photos: shownPhotos(doc, view).map(({ id, hash, alt, credit, crop }) => {
      const caption = textOf(doc, captionName(id))
      return { id, hash, alt, credit, crop, caption: caption ? readSpans(caption, shown) : [] }
    }),
  }
}
