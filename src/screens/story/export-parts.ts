import type * as Y from 'yjs'
import { hashOf } from '../../domain/picture-hash.ts'
import { readContent } from '../../domain/read-content.ts'
import { photosOf, readPhoto } from '../../domain/story-doc.ts'
import type { DeskState } from '../../store/desk-state.ts'
import type { ExportParts } from './export-formats.ts'

export type Source = { readonly name: string; readonly type: string; readonly text: string }
export type StoredPicture = { readonly hash: string; readonly file: Blob }

export type Known = Pick<DeskState, 'pictures' | 'sources' | 'uploads'>

/**
 * The story as it stands now with what is known of its pictures and source. A picture that isn't stored yet, or can't
 * be, goes along from memory. What is missing is left out.
 */
export async function exportParts(id: string, doc: Y.Doc, known: Known): Promise<ExportParts> {
  const { pictures, sources, uploads } = known
  const content = readContent(doc)
  const source = sources[id]
  const photos = await Promise.all(
    content.photos.map(async (photo) => {
      const upload = uploads[photo.id]
      const hash = upload ? await hashOf(await upload.file.arrayBuffer()) : null
      if (upload && hash !== null) return { photo: { ...photo, hash }, file: upload.file }
      const picture = pictures[photo.hash]
      return { photo, file: picture?.status === 'ready' ? picture.file : null }
    }),
  )
  return {
    content: { ...content, photos: photos.map(({ photo }) => photo) },
    source: source?.status === 'ready' ? source.value : null,
    pictures: photos.flatMap(({ photo: { hash }, file }) => (file ? [{ hash, file }] : [])),
  }
}

/** What keeps a story's own JSON from being whole. */
export type ExportGaps = {
  /** Source or pictures are still to come. */
  readonly isWaiting: boolean
  /** Pictures by hash that nobody has asked for. */
  readonly unasked: readonly string[]
  /** Sentences about what could not be read. */
  readonly lost: readonly string[]
}

export function exportGaps(id: string, doc: Y.Doc, hasSource: boolean, known: Known): ExportGaps {
  const source = hasSource ? (known.sources[id]?.status ?? 'unasked') : 'ready'
  const hashes = [...photosOf(doc).keys()].flatMap((photoId) => {
    const hash = readPhoto(doc, photoId)?.hash ?? ''
    return hash === '' || known.uploads[photoId] ? [] : [hash]
  })
  const statusOf = (hash: string): string => known.pictures[hash]?.status ?? 'unasked'
  const missing = hashes.filter((hash) => statusOf(hash) === 'missing').length
  return {
    isWaiting: [source, ...hashes.map(statusOf)].some(
      (status) => status === 'unasked' || status === 'loading',
    ),
    unasked: hashes.filter((hash) => statusOf(hash) === 'unasked'),
    lost: [
      ...(source === 'failed' ? ['The source could not be read: the file goes out without it.'] : []),
      ...(missing === 0 ? [] : [withoutPictures(missing)]),
    ],
  }
}

const withoutPictures = (count: number): string =>
  count === 1
    ? 'A picture could not be read: the file goes out without it.'
    : `${count} pictures could not be read: the file goes out without them.`
