import type { Backend } from '../backends/backend.ts'
import { photosOf } from '../domain/story-doc.ts'
import type { DeskStore } from './desk-store.ts'

/** Stores the file of an upload and writes its hash into the photo; a failure keeps the file and says so. */
export async function putPicture(store: DeskStore, backend: Backend, photoId: string): Promise<void> {
  const upload = store.getState().uploads[photoId]
  if (!upload) return
  const kept = await backend.putPicture(upload.file)
  const { uploads, stories, pictures } = store.getState()
  const current = uploads[photoId]
  if (current?.file !== upload.file) return
  if (!kept.ok) {
    store.setState({ uploads: { ...uploads, [photoId]: { ...current, problem: kept.message } } })
    return
  }
  const { hash } = kept.value
  const { [photoId]: _done, ...others } = uploads
  store.setState({
    uploads: others,
    pictures: { ...pictures, [hash]: { status: 'ready', file: upload.file, url: upload.url } },
  })
  const story = stories[upload.storyId]
  if (story?.phase !== 'open') return
  const { doc, undo } = story.session
  doc.transact(() => photosOf(doc).get(photoId)?.set('hash', hash), undo.origin)
}

export async function loadPicture(store: DeskStore, backend: Backend, hash: string): Promise<void> {
  const found = await backend.picture(hash)
  store.setState(({ pictures }) => ({
    pictures: {
      ...pictures,
      [hash]:
        found.ok && found.value
          ? { status: 'ready', file: found.value, url: URL.createObjectURL(found.value) }
          : { status: 'missing', message: found.ok ? 'This picture is not stored here.' : found.message },
    },
  }))
}
