import type { PhotoSource, PhotoView } from '../../editor/photo-source.ts'

export type FedPhotoSource = PhotoSource & {
  /** Takes the photos as they are now, by id; a photo that didn't change keeps its view. */
  readonly feed: (photos: ReadonlyMap<string, PhotoView>) => void
}

/** Where the body's editor gets the pictures it draws from. */
export function createPhotoSource(): FedPhotoSource {
  let views: ReadonlyMap<string, PhotoView> = new Map()
  const listeners = new Set<() => void>()
  return {
    photo: (id) => views.get(id) ?? null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    feed(photos) {
      views = photos
      for (const listener of listeners) listener()
    },
  }
}
