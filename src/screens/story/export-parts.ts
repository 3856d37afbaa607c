import type * as Y from 'yjs'
import { readContent } from '../../domain/read-content.ts'
import type { DeskState } from '../../store/desk-state.ts'
import type { ExportParts } from './export-formats.ts'

export type Source = { readonly name: string; readonly type: string; readonly text: string }
export type StoredPicture = { readonly hash: string; readonly file: Blob }

type Known = Pick<DeskState, 'pictures' | 'sources' | 'uploads'>

/** The story as it stands now with what is known of its pictures and source. What is missing is left out. */
export function exportParts(id: string, doc: Y.Doc, { pictures, sources, uploads }: Known): ExportParts {
  const content = readContent(doc)
  const source = sources[id]
  return {
    content,
    source: source?.status === 'ready' ? source.value : null,
    pictures: content.photos.flatMap(({ id: photoId, hash }) => {
      const picture = pictures[hash]
      const file = picture?.status === 'ready' ? picture.file : uploads[photoId]?.file
      return file && hash !== '' ? [{ hash, file }] : []
    }),
  }
}
