import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import { sameJson } from '../domain/json.ts'
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
import { contentView } from '../domain/suggestions/content-view.ts'
import { suggestionIndex } from '../domain/suggestions/suggestion-index.ts'
import type { DeskState, OpenStory, PhotoState } from './desk-state.ts'
import { readProposals } from './read-proposals.ts'
import type { StorySession } from './story-session.ts'

/** The copies that the store keeps of what a document says, all but the counts. */
export type DocumentCopies = Pick<
  OpenStory,
  'headline' | 'dek' | 'fields' | 'authors' | 'photos' | 'proposals' | 'canUndo' | 'canRedo'
>

export function readCopies({ doc, undo }: StorySession): DocumentCopies {
  return {
    headline: plainText(doc, 'headline'),
    dek: plainText(doc, 'dek'),
    fields: readFields(doc),
    authors: readAuthors(doc),
    photos: readPhotos(doc),
    proposals: readProposals(doc),
    canUndo: undo.manager.canUndo(),
    canRedo: undo.manager.canRedo(),
  }
}

/**
 * Keeps the store's copies equal to the document, in the same tick as each change. The body is not read here:
 * what is derived from it is the counts, off the keystroke's way (follow-counts.ts).
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
  // What is suggested about an author or a photo is known by the item itself, which comes and goes with these.
  const proposals = (): Pick<DocumentCopies, 'proposals'> => {
    const now = readProposals(doc)
    const story = store.getState().stories[session.id]
    return { proposals: story?.phase === 'open' && sameJson(story.proposals, now) ? story.proposals : now }
  }
  const authors = (): void => put({ authors: readAuthors(doc), ...proposals() })
  const photos = (): void => put({ photos: readPhotos(doc), ...proposals() })
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

  // A suggestion can change how texts read, and what is proposed, without a change of text or field.
  let isSuggested = false
  const unwatch = suggestionIndex(doc).watch(() => {
    isSuggested = true
  })
  const suggested = (): void => {
    if (!isSuggested) return
    isSuggested = false
    const story = store.getState().stories[session.id]
    if (story?.phase !== 'open' || story.session !== session) return
    const now = {
      headline: plainText(doc, 'headline'),
      dek: plainText(doc, 'dek'),
      photos: readPhotos(doc),
      proposals: readProposals(doc),
    }
    const names = (Object.keys(now) as (keyof typeof now)[]).filter(
      (name) => !sameJson(story[name], now[name]),
    )
    if (names.length > 0) put(Object.fromEntries(names.map((name) => [name, now[name]])))
  }

  doc.getText('headline').observe(headline)
  doc.getText('dek').observe(dek)
  fieldsOf(doc).observe(fields)
  authorsOf(doc).observeDeep(authors)
  photosOf(doc).observeDeep(photos)
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
    undo.manager.on(event, stack)
  doc.on('afterTransaction', vainUndo)
  doc.on('afterTransaction', suggested)
  return () => {
    unwatch()
    doc.getText('headline').unobserve(headline)
    doc.getText('dek').unobserve(dek)
    fieldsOf(doc).unobserve(fields)
    authorsOf(doc).unobserveDeep(authors)
    photosOf(doc).unobserveDeep(photos)
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      undo.manager.off(event, stack)
    doc.off('afterTransaction', vainUndo)
    doc.off('afterTransaction', suggested)
  }
}

function plainText(doc: Y.Doc, name: TextName): string {
  const text = textOf(doc, name)
  return text ? spansText(readSpans(text, contentView(suggestionIndex(doc), 'will'))) : ''
}

function readPhotos(doc: Y.Doc): readonly PhotoState[] {
  return itemIds(photosOf(doc)).flatMap((id) => {
    const photo = readPhoto(doc, id)
    return photo ? [{ ...photo, caption: plainText(doc, captionName(id)) }] : []
  })
}
