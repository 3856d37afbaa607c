import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import { spansText } from '../domain/story-content.ts'
import { readSpans } from '../domain/linear-text.ts'
import {
  authorsOf,
  captionName,
  fieldsOf,
  itemIds,
  photosOf,
  readAuthors,
  readFields,
  readPhoto,
  textOf,
  type TextName,
} from '../domain/story-doc.ts'
import type { DeskState, OpenStory, PhotoState } from './desk-state.ts'
import type { StorySession } from './story-session.ts'

/** The copies that the store keeps of what a document says, all but the counts. */
export type DocumentCopies = Pick<
  OpenStory,
  'headline' | 'dek' | 'fields' | 'authors' | 'photos' | 'canUndo' | 'canRedo'
>

export function readCopies({ doc, undo }: StorySession): DocumentCopies {
  return {
    headline: plainText(doc, 'headline'),
    dek: plainText(doc, 'dek'),
    fields: readFields(doc),
    authors: readAuthors(doc),
    photos: readPhotos(doc),
    canUndo: undo.manager.canUndo(),
    canRedo: undo.manager.canRedo(),
  }
}

/**
 * Keeps the store's copies equal to the document, in the same tick as each change. The body is not read here:
 * what is derived from it is the counts, off the keystroke's way (count-story.ts).
 */
export function observeStory(store: StoreApi<DeskState>, session: StorySession): () => void {
  const { doc, undo } = session
  const put = (change: Partial<DocumentCopies>): void => {
    store.setState(({ stories }) => {
      const story = stories[session.id]
      return story?.phase === 'open' && story.session === session
        ? { stories: { ...stories, [session.id]: { ...story, ...change } } }
        : {}
    })
  }
  const headline = (): void => put({ headline: plainText(doc, 'headline') })
  const dek = (): void => put({ dek: plainText(doc, 'dek') })
  const fields = (): void => put({ fields: readFields(doc) })
  const authors = (): void => put({ authors: readAuthors(doc) })
  const photos = (): void => put({ photos: readPhotos(doc) })
  const stack = (): void => {
    const canUndo = undo.manager.canUndo()
    const canRedo = undo.manager.canRedo()
    const story = store.getState().stories[session.id]
    if (story?.phase === 'open' && (story.canUndo !== canUndo || story.canRedo !== canRedo))
      put({ canUndo, canRedo })
  }
  // An undo that finds nothing left to take back (others overwrote it all) empties the stack without telling.
  const vainUndo = ({ origin }: Y.Transaction): void => {
    if (origin === undo.manager) stack()
  }

  doc.getText('headline').observe(headline)
  doc.getText('dek').observe(dek)
  fieldsOf(doc).observe(fields)
  authorsOf(doc).observeDeep(authors)
  photosOf(doc).observeDeep(photos)
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
    undo.manager.on(event, stack)
  doc.on('afterTransaction', vainUndo)
  return () => {
    doc.getText('headline').unobserve(headline)
    doc.getText('dek').unobserve(dek)
    fieldsOf(doc).unobserve(fields)
    authorsOf(doc).unobserveDeep(authors)
    photosOf(doc).unobserveDeep(photos)
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      undo.manager.off(event, stack)
    doc.off('afterTransaction', vainUndo)
  }
}

function plainText(doc: Y.Doc, name: TextName): string {
  const text = textOf(doc, name)
  return text ? spansText(readSpans(text)) : ''
}

function readPhotos(doc: Y.Doc): readonly PhotoState[] {
  return itemIds(photosOf(doc)).flatMap((id) => {
    const photo = readPhoto(doc, id)
    return photo ? [{ ...photo, caption: plainText(doc, captionName(id)) }] : []
  })
}
