import type * as Y from 'yjs'
import { readBlocks, readSpans } from './linear-text.ts'
import type { StoryContent } from './story-content.ts'
import { captionName, itemIds, photosOf, readAuthors, readFields, readPhoto, textOf } from './story-doc.ts'

/** Everything a story says, read from its Yjs document. Never throws: what is malformed is read as well as it can be. */
export function readContent(doc: Y.Doc): StoryContent {
  const photos = itemIds(photosOf(doc)).flatMap((id) => {
    const photo = readPhoto(doc, id)
    const caption = textOf(doc, captionName(id))
    return photo ? [{ ...photo, caption: caption ? readSpans(caption) : [] }] : []
  })
  return {
    headline: readSpans(doc.getText('headline')),
    dek: readSpans(doc.getText('dek')),
    body: readBlocks(doc.getText('body')),
    authors: readAuthors(doc),
    fields: readFields(doc),
    photos,
  }
}
