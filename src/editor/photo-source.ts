/** What the editor shows of a photo. `url` is null while the file isn't here. */
export type PhotoView = {
  readonly url: string | null
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

/** Where the editor gets pictures from: it opens nothing itself. */
export type PhotoSource = {
  /** The photo of that id as it is now, or null where the story has none such. */
  photo(id: string): PhotoView | null
  /** Calls `listener` whenever some photo may have changed; the result ends that. */
  subscribe(listener: () => void): () => void
}

/** A story without photos. */
export const NO_PHOTOS: PhotoSource = { photo: () => null, subscribe: () => () => undefined }
