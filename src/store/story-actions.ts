import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { Author, Fields, Photo } from '../domain/story-content.ts'
import {
  addAuthor,
  addPhoto,
  authorsOf,
  captionName,
  fieldsOf,
  itemIds,
  photosOf,
  textOf,
} from '../domain/story-doc.ts'
import type { DeskState, Task } from './desk-state.ts'
import type { Ids } from './desk-store.ts'
import type { StorySession } from './story-session.ts'

/**
 * Changes of a story's plain fields. They write the document; its observers write the store's copy
 * (story-observer.ts). On a story that is not open, or that may not be edited, they do nothing.
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
  /** The session of a story that may be edited. */
  const writable = (id: string): StorySession | null => {
    const story = store.getState().stories[id]
    return story?.phase === 'open' && story.access.right === 'edit' ? story.session : null
  }
  /** What the last change in each story was made to: typing on in one field is one step of undo, all else its own. */
  const lastPlace = new WeakMap<StorySession, string | null>()
  const write = (id: string, place: string | null, change: (doc: Y.Doc) => void): void => {
    const session = writable(id)
    if (!session) return
    if (place === null || lastPlace.get(session) !== place) session.undo.manager.stopCapturing()
    lastPlace.set(session, place)
    session.doc.transact(() => change(session.doc), session.undo.origin)
  }
  const upload = (storyId: string, photoId: string, file: Blob): void => {
    const replaced = store.getState().uploads[photoId]
    store.setState(({ uploads }) => ({
      uploads: { ...uploads, [photoId]: { storyId, file, url: URL.createObjectURL(file), problem: '' } },
    }))
    if (replaced) URL.revokeObjectURL(replaced.url)
    add({ type: 'put picture', photoId })
  }
  const assign = (map: Y.Map<unknown> | undefined, change: object): void => {
    if (!map) return
    for (const [name, value] of Object.entries(change)) if (map.get(name) !== value) map.set(name, value)
  }

  return {
    setField(id, name, value) {
      write(id, name, (doc) => assign(fieldsOf(doc), { [name]: value }))
    },
    addAuthor(id) {
      write(id, null, (doc) => addAuthor(doc, ids.random(), { name: '', role: '' }))
    },
    setAuthor(id, authorId, change) {
      write(id, `${authorId} ${Object.keys(change).join(' ')}`, (doc) =>
        assign(authorsOf(doc).get(authorId), change),
      )
    },
    removeAuthor(id, authorId) {
      write(id, null, (doc) => authorsOf(doc).delete(authorId))
    },
    raiseAuthor(id, authorId) {
      write(id, null, (doc) => swapWithPrevious(authorsOf(doc), authorId))
    },
    addPhoto(id, file, use) {
      if (!writable(id)) return null
      const photoId = ids.random()
      write(id, null, (doc) => {
        addPhoto(doc, { id: photoId, hash: '', alt: '', credit: '', crop: null, caption: [] })
        if (use === 'lead') fieldsOf(doc).set('lead', photoId)
      })
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
      write(id, `${photoId} ${Object.keys(change).join(' ')}`, (doc) =>
        assign(photosOf(doc).get(photoId), change),
      )
    },
    fillCaption(id, photoId, words) {
      write(id, null, (doc) => {
        const caption = textOf(doc, captionName(photoId))
        if (caption?.length === 0) caption.insert(0, words)
      })
    },
    removePhoto(id, photoId) {
      write(id, null, (doc) => {
        photosOf(doc).delete(photoId)
        if (fieldsOf(doc).get('lead') === photoId) fieldsOf(doc).set('lead', '')
      })
    },
    needPicture(hash) {
      if (hash === '' || store.getState().pictures[hash]) return
      store.setState(({ pictures }) => ({ pictures: { ...pictures, [hash]: { status: 'loading' } } }))
      add({ type: 'load picture', hash })
    },
    undo(id) {
      writable(id)?.undo.manager.undo()
    },
    redo(id) {
      writable(id)?.undo.manager.redo()
    },
  }
}

function swapWithPrevious(map: Y.Map<Y.Map<unknown>>, id: string): void {
  const ordered = [...itemIds(map)]
  const index = ordered.indexOf(id)
  if (index < 1) return
  // Written as ranks anew where two had the same place, else only these two change.
  ordered.splice(index - 1, 2, ...ordered.slice(index - 1, index + 1).toReversed())
  ordered.forEach((key, place) => {
    const item = map.get(key)
    if (item?.get('at') !== place + 1) item?.set('at', place + 1)
  })
}
