import type * as Y from 'yjs'
import type { Json } from '../json.ts'
import type { Author, Fields, Photo } from '../story-content.ts'
import {
  authorsOf,
  fieldsOf,
  isCrop,
  itemIds,
  photosOf,
  readAuthors,
  readFields,
  readPhoto,
} from '../story-doc.ts'
import { idOfType } from '../yjs-items.ts'
import type { ContentView } from './content-view.ts'
import { isIn } from './content-view.ts'
import type { FieldPath } from './suggestion.ts'
import type { SuggestionIndex, UnitState } from './suggestion-index.ts'
import { suggestionIndex } from './suggestion-index.ts'

/** The values that are proposed for plain fields, by path: of several the last one. */
export function proposedValues(index: SuggestionIndex): ReadonlyMap<FieldPath, Json> {
  return new Map(index.proposals().map(({ entry }) => [entry.path, entry.to]))
}

/** The plain fields in a view. A proposal of the wrong shape counts for nothing. */
export function shownFields(doc: Y.Doc, view: ContentView): Fields {
  const fields = readFields(doc)
  if (view === 'was') return fields
  const proposed = proposedValues(suggestionIndex(doc))
  const entries = Object.entries(fields).map(([name, now]) => {
    const value = proposed.get(name as FieldPath)
    return [name, isLike(value, now) ? value : now] as const
  })
  return Object.fromEntries(entries) as Fields
}

/** The authors in a view, in the order of the byline. */
export function shownAuthors(doc: Y.Doc, view: ContentView): readonly Author[] {
  const authors = readAuthors(doc).filter(({ id }) => isItemIn(doc, authorsOf(doc), id, view))
  if (view === 'was') return authors
  const proposed = proposedValues(suggestionIndex(doc))
  const place = (id: string, index: number): number => {
    const value = proposed.get(`author:${id}:at`)
    const written = authorsOf(doc).get(id)?.get('at')
    return typeof value === 'number' ? value : typeof written === 'number' ? written : index
  }
  return authors
    .map(({ id, name, role }, index) => ({
      author: {
        id,
        name: textOr(proposed.get(`author:${id}:name`), name),
        role: textOr(proposed.get(`author:${id}:role`), role),
      },
      at: place(id, index),
    }))
    .sort((a, b) => a.at - b.at || (a.author.id < b.author.id ? -1 : 1))
    .map(({ author }) => author)
}

/** The photos in a view, without their captions, in the order in which they came. */
export function shownPhotos(doc: Y.Doc, view: ContentView): readonly Omit<Photo, 'caption'>[] {
  const photos = photosOf(doc)
  const proposed = view === 'will' ? proposedValues(suggestionIndex(doc)) : new Map<FieldPath, Json>()
  return itemIds(photos).flatMap((id) => {
    const photo = readPhoto(doc, id)
    if (!photo || !isItemIn(doc, photos, id, view)) return []
    const crop = proposed.get(`photo:${id}:crop`)
    const value = (name: 'hash' | 'alt' | 'credit'): string =>
      textOr(proposed.get(`photo:${id}:${name}`), photo[name])
    return [
      {
        id,
        hash: value('hash'),
        alt: value('alt'),
        credit: value('credit'),
        crop: crop === undefined ? photo.crop : isCrop(crop) ? crop : null,
      },
    ]
  })
}

/** What is suggested about an author or a photo as a whole. */
export function itemState(doc: Y.Doc, map: Y.Map<Y.Map<unknown>>, id: string): UnitState | null {
  const item = map.get(id)
  const own = item ? idOfType(item) : null
  return own ? suggestionIndex(doc).stateOf(own) : null
}

const isItemIn = (doc: Y.Doc, map: Y.Map<Y.Map<unknown>>, id: string, view: ContentView): boolean =>
  isIn(itemState(doc, map, id), view)

const textOr = (value: Json | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise

function isLike(value: Json | undefined, now: string | readonly string[]): boolean {
  if (typeof now === 'string') return typeof value === 'string'
  return Array.isArray(value) && value.every((word) => typeof word === 'string')
}

/** The value of a plain field as it is written; null for none. */
export function fieldValue(doc: Y.Doc, path: FieldPath): Json {
  const { map, name } = fieldAt(doc, path)
  return (map?.get(name) ?? null) as Json
}

/** Where a plain field stands: in the map of the fields, or of an author or a photo, which may be gone. */
export function fieldAt(
  doc: Y.Doc,
  path: FieldPath,
): { readonly map: Y.Map<unknown> | null; readonly name: string } {
  const [kind, id, name] = path.split(':')
  if (id === undefined || name === undefined) return { map: fieldsOf(doc), name: path }
  const items = kind === 'author' ? authorsOf(doc) : photosOf(doc)
  return { map: items.get(id) ?? null, name }
}
