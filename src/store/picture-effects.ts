import type { Backend } from '../backends/backend.ts'
import { photosOf } from '../domain/story-doc.ts'
import type { DeskStore } from './desk-store.ts'
import { writePhoto } from './field-writes.ts'
import type { ChangedStory, Sessions } from './session-effects.ts'

/** The files of photos, on their way into the backend and out of it. */
export type Pictures = {
  /** Stores the file of an upload and writes its hash into the photo; a failure keeps the file and says so. */
  put(photoId: string): Promise<void>
  load(hash: string): Promise<void>
  stop(): void
}

type Written = 'written' | 'no such photo'

/** The sessions change a story open or not: an upload may end when its story has been left. */
export function createPictures(
  store: DeskStore,
  backend: Backend,
  sessions: Pick<Sessions, 'change'>,
): Pictures {
  /** Photos that were taken out (an undo, say) before their file was stored: they may come back. */
  const waiting = new Set<string>()

  async function put(photoId: string): Promise<void> {
    const upload = store.getState().uploads[photoId]
    if (!upload) return
    const isCurrent = (): boolean => store.getState().uploads[photoId]?.file === upload.file
    const kept = await backend.putPicture(upload.file, (share) => {
      if (isCurrent()) show(photoId, share)
    })
    if (!isCurrent()) return
    if (!kept.ok) return fail(photoId, kept.message)
    const { hash } = kept.value
    // Another file may be chosen while this one waits for its turn.
    const written = await sessions.change(upload.storyId, (story) =>
      isCurrent() ? writeHash(story, photoId, hash) : 'written',
    )
    if (!isCurrent()) return
    if (!written.ok) return fail(photoId, written.message)
    if (written.value === 'no such photo') {
      if (store.getState().stories[upload.storyId]) waiting.add(photoId)
      else drop(photoId)
      return
    }
    const { uploads, pictures } = store.getState()
    const { [photoId]: _done, ...others } = uploads
    const isThere = pictures[hash]?.status === 'ready'
    store.setState({
      uploads: others,
      pictures: isThere
        ? pictures
        : { ...pictures, [hash]: { status: 'ready', file: upload.file, url: upload.url } },
    })
    if (isThere) URL.revokeObjectURL(upload.url)
  }

  /** In whole percents: a page need not draw more often. */
  function show(photoId: string, share: number): void {
    const shown = Math.floor(share * 100) / 100
    store.setState(({ uploads }) => {
      const upload = uploads[photoId]
      return upload && upload.share !== shown
        ? { uploads: { ...uploads, [photoId]: { ...upload, share: shown } } }
        : {}
    })
  }

  function fail(photoId: string, problem: string): void {
    store.setState(({ uploads }) => {
      const upload = uploads[photoId]
      return upload ? { uploads: { ...uploads, [photoId]: { ...upload, problem } } } : {}
    })
  }

  function drop(photoId: string): void {
    const { [photoId]: dropped, ...others } = store.getState().uploads
    store.setState({ uploads: others })
    if (dropped) URL.revokeObjectURL(dropped.url)
  }

  const unsubscribe = store.subscribe(({ stories, uploads }, before) => {
    if (waiting.size === 0 || stories === before.stories) return
    for (const photoId of waiting) {
      const story = stories[uploads[photoId]?.storyId ?? '']
      if (!story) {
        // With the story its undo is gone: nothing brings the photo back.
        waiting.delete(photoId)
        drop(photoId)
      } else if (story.phase === 'open' && story.photos.some(({ id }) => id === photoId)) {
        waiting.delete(photoId)
        store.setState(({ tasks }) => ({ tasks: [...tasks, { type: 'put picture', photoId }] }))
      }
    }
  })

  return {
    put,
    async load(hash) {
      const found = await backend.picture(hash)
      if (store.getState().pictures[hash]?.status === 'ready') return
      store.setState(({ pictures }) => ({
        pictures: {
          ...pictures,
          [hash]:
            found.ok && found.value
              ? { status: 'ready', file: found.value, url: URL.createObjectURL(found.value) }
              : { status: 'missing', message: found.ok ? 'This picture is not stored here.' : found.message },
        },
      }))
    },
    stop: unsubscribe,
  }
}

/**
 * The first file of a photo belongs to its adding, which one undo takes back: it is no step of its own. Another file is
 * one, so that undo brings the earlier back.
 */
function writeHash(story: ChangedStory, photoId: string, hash: string): Written {
  const { doc, undo } = story
  const photo = photosOf(doc).get(photoId)
  if (!photo) return 'no such photo'
  const isFirst = photo.get('hash') === ''
  doc.transact(() => writePhoto(story, photoId, { hash }), isFirst ? null : (undo?.origin ?? null))
  return 'written'
}
