import type { StoreApi } from 'zustand/vanilla'
import { allows } from '../domain/access.ts'
import type { Author, Fields, Photo } from '../domain/story-content.ts'
import type { DeskState, Task } from './desk-state.ts'
import type { Ids } from './desk-store.ts'
import {
  writeAuthor,
  writeAuthorOut,
  writeAuthorUp,
  writeCaption,
  writeField,
  writeNewAuthor,
  writeNewPhoto,
  writePhoto,
  writePhotoOut,
  type FieldPen,
} from './field-writes.ts'
import type { StorySession } from './story-session.ts'

/**
 * Changes of a story's plain fields. They write the document, or suggest, where that is on; observers of the document
 * write the store's copy (story-observer.ts). On a story that is not open, or that may not be written, they do nothing.
 */
export type StoryActions = {
  setField<Name extends keyof Fields>(id: string, name: Name, value: Fields[Name]): void
  addAuthor(id: string): void
  setAuthor(id: string, authorId: string, change: Partial<Omit<Author, 'id'>>): void
  removeAuthor(id: string, authorId: string): void
  /** Swaps an author with the one before it. */
  raiseAuthor(id: string, authorId: string): void
  /** Adds a photo without a file, or with one that is then stored; answers with the photo's id. */
  addPhoto(id: string, file: Blob | null, use: 'lead' | 'body'): string | null
  /** Gives a photo another file. */
  replacePhotoFile(id: string, photoId: string, file: Blob): void
  /** Tries again to store a file whose upload failed. */
  retryUpload(photoId: string): void
  setPhoto(id: string, photoId: string, change: Partial<Pick<Photo, 'alt' | 'credit' | 'crop'>>): void
  /** Gives an empty caption its words; one that has some is left as it is. */
  fillCaption(id: string, photoId: string, words: string): void
  removePhoto(id: string, photoId: string): void
  /** Asks for a picture's bytes; `pictures` in the state has the answer. */
  needPicture(hash: string): void
  undo(id: string): void
  redo(id: string): void
}

export function storyActions(
  store: StoreApi<DeskState>,
  ids: Ids,
  add: (...tasks: readonly Task[]) => void,
): StoryActions {
  const writable = (id: string): (FieldPen & { readonly session: StorySession }) | null => {
    const story = store.getState().stories[id]
    if (story?.phase !== 'open' || !allows(story.access, 'suggest')) return null
    const { session, suggesting, access } = story
    const { doc, suggester } = session
    return { session, doc, suggester: suggesting || access.right !== 'edit' ? suggester : null }
  }
  /** What the last change in each story was made to: typing on in one field is one step of undo, all else its own. */
  const lastPlace = new WeakMap<StorySession, string | null>()
  const write = (id: string, place: string | null, change: (pen: FieldPen) => void): void => {
    const pen = writable(id)
    if (!pen) return
    const { session, doc } = pen
    if (place === null || lastPlace.get(session) !== place) session.undo.manager.stopCapturing()
    lastPlace.set(session, place)
    doc.transact(() => change(pen), session.undo.origin)
  }
  const upload = (storyId: string, photoId: string, file: Blob): void => {
    const replaced = store.getState().uploads[photoId]
    store.setState(({ uploads }) => ({
      uploads: {
        ...uploads,
        [photoId]: { storyId, file, url: URL.createObjectURL(file), share: 0, problem: '' },
      },
    }))
    if (replaced) URL.revokeObjectURL(replaced.url)
    add({ type: 'put picture', photoId })
  }

  return {
    setField(id, name, value) {
      write(id, name, (pen) => writeField(pen, name, value))
    },
    addAuthor(id) {
      write(id, null, (pen) => writeNewAuthor(pen, ids.random()))
    },
    setAuthor(id, authorId, change) {
      write(id, `${authorId} ${Object.keys(change).join(' ')}`, (pen) => writeAuthor(pen, authorId, change))
    },
    removeAuthor(id, authorId) {
      write(id, null, (pen) => writeAuthorOut(pen, authorId))
    },
    raiseAuthor(id, authorId) {
      write(id, null, (pen) => writeAuthorUp(pen, authorId))
    },
    addPhoto(id, file, use) {
      if (!writable(id)) return null
      const photoId = ids.random()
      write(id, null, (pen) => writeNewPhoto(pen, photoId, use))
      if (file) upload(id, photoId, file)
      return photoId
    },
    replacePhotoFile(id, photoId, file) {
      if (writable(id)) upload(id, photoId, file)
    },
    retryUpload(photoId) {
      const failed = store.getState().uploads[photoId]
      if (!failed) return
      store.setState(({ uploads }) => ({ uploads: { ...uploads, [photoId]: { ...failed, problem: '' } } }))
      add({ type: 'put picture', photoId })
    },
    setPhoto(id, photoId, change) {
      write(id, `${photoId} ${Object.keys(change).join(' ')}`, (pen) => writePhoto(pen, photoId, change))
    },
    fillCaption(id, photoId, words) {
      write(id, null, (pen) => writeCaption(pen, photoId, words))
    },
    removePhoto(id, photoId) {
      write(id, null, (pen) => writePhotoOut(pen, photoId))
    },
    needPicture(hash) {
      if (hash === '' || store.getState().pictures[hash]) return
      store.setState(({ pictures }) => ({ pictures: { ...pictures, [hash]: { status: 'loading' } } }))
      add({ type: 'load picture', hash })
    },
    undo(id) {
      writable(id)?.session.undo.manager.undo()
    },
    redo(id) {
      writable(id)?.session.undo.manager.redo()
    },
  }
}
