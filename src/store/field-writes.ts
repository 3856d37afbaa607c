import type * as Y from 'yjs'
import { sameJson, type Json } from '../domain/json.ts'
import type { Author, Fields, Photo } from '../domain/story-content.ts'
import {
  addAuthor,
  addPhoto,
  authorsOf,
  captionName,
  fieldsOf,
  itemIds,
  nextAt,
  photosOf,
  readAuthors,
  readFields,
  readPhoto,
  textOf,
} from '../domain/story-doc.ts'
import { itemState, proposedValues, shownAuthors, shownFields } from '../domain/suggestions/plain-values.ts'
import { enterMode, type Suggester } from '../domain/suggestions/suggester.ts'
import { suggestionIndex } from '../domain/suggestions/suggestion-index.ts'
import { idOfType } from '../domain/yjs-items.ts'

/** What changes of plain fields write with: where there is a suggester they are suggested. Inside of a transaction. */
export type FieldPen = { readonly doc: Y.Doc; readonly suggester: Suggester | null }

type PhotoPart = Partial<Pick<Photo, 'alt' | 'credit' | 'crop' | 'hash'>>

/** Gives a plain field of the story a value, or proposes it. */
export function writeField<Name extends keyof Fields>(
  { doc, suggester }: FieldPen,
  name: Name,
  value: Fields[Name],
  part: string | null = null,
): void {
  if (suggester) suggester.propose(name, value, readFields(doc)[name], part)
  else assign(fieldsOf(doc), { [name]: value })
}

/** Adds a blank author at the end of the byline. */
export function writeNewAuthor(pen: FieldPen, id: string): void {
  begin(pen)
  const { doc, suggester } = pen
  // Behind all others, also as an order that is only proposed has them.
  const proposed = suggester ? [...proposedValues(suggestionIndex(doc))] : []
  const places = proposed.flatMap(([path, at]) =>
    /^author:.*:at$/.test(path) && typeof at === 'number' ? [at + 1] : [],
  )
  addAuthor(doc, id, { name: '', role: '' }, Math.max(nextAt(authorsOf(doc)), ...places))
}

export function writeAuthor({ doc, suggester }: FieldPen, id: string, change: Partial<Author>): void {
  const item = authorsOf(doc).get(id)
  const now = readAuthors(doc).find((author) => author.id === id)
  if (!item || !now) return
  if (!suggester || isOwn(suggester, item)) return assign(item, change)
  for (const [name, value] of Object.entries(change)) {
    suggester.propose(`author:${id}:${name}`, value, now[name as keyof Author])
  }
}

/** Takes an author out; suggested, it stands there until that is decided. */
export function writeAuthorOut({ doc, suggester }: FieldPen, id: string): void {
  if (suggester) suggester.deleteItem(authorsOf(doc), id, suggester.newSuggestion())
  else authorsOf(doc).delete(id)
}

/** Swaps an author with the one before it, as the byline will be. */
export function writeAuthorUp({ doc, suggester }: FieldPen, id: string): void {
  const authors = authorsOf(doc)
  const ordered = suggester ? shownAuthors(doc, 'will').map((author) => author.id) : [...itemIds(authors)]
  const index = ordered.indexOf(id)
  if (index < 1) return
  // Written as ranks anew where two had the same place, else only these two change.
  ordered.splice(index - 1, 2, ...ordered.slice(index - 1, index + 1).toReversed())
  const part = suggester?.newSuggestion() ?? null
  ordered.forEach((key, place) => {
    const item = authors.get(key)
    if (!item) return
    if (!suggester || isOwn(suggester, item)) assign(item, { at: place + 1 })
    else suggester.propose(`author:${key}:at`, place + 1, (item.get('at') ?? null) as Json, part)
  })
}

/** Adds a photo without words; as the lead, where it is to be that. */
export function writeNewPhoto(pen: FieldPen, id: string, use: 'lead' | 'body'): void {
  const part = begin(pen)
  addPhoto(pen.doc, { id, hash: '', alt: '', credit: '', crop: null, caption: [] })
  if (use === 'lead') writeField(pen, 'lead', id, part)
}

export function writePhoto({ doc, suggester }: FieldPen, id: string, change: PhotoPart): void {
  const item = photosOf(doc).get(id)
  const now = readPhoto(doc, id)
  if (!item || !now) return
  if (!suggester || isOwn(suggester, item)) return assign(item, change)
  for (const [name, value] of Object.entries(change)) {
    suggester.propose(`photo:${id}:${name}`, value, now[name as keyof PhotoPart])
  }
}

/** Takes a photo out, and out of the lead's place. */
export function writePhotoOut(pen: FieldPen, id: string): void {
  const { doc, suggester } = pen
  const part = suggester?.newSuggestion() ?? null
  if (suggester && part !== null) suggester.deleteItem(photosOf(doc), id, part)
  else photosOf(doc).delete(id)
  if (shownFields(doc, suggester ? 'will' : 'was').lead === id) writeField(pen, 'lead', '', part)
}

/** Gives an empty caption its words. */
export function writeCaption({ doc, suggester }: FieldPen, id: string, words: string): void {
  const caption = textOf(doc, captionName(id))
  if (caption?.length !== 0) return
  const item = photosOf(doc).get(id)
  if (!suggester) enterMode(doc, null)
  // The words of a photo that is itself only suggested are a part of that.
  else if (item && isOwn(suggester, item)) enterMode(doc, itemState(doc, photosOf(doc), id)?.inserted ?? null)
  else suggester.enter(suggester.suggestionFor(caption, 0, 0))
  caption.insert(0, words)
}

/** Says what a new author or photo belongs to; answers with its suggestion. */
function begin({ doc, suggester }: FieldPen): string | null {
  const suggestion = suggester?.newSuggestion() ?? null
  if (suggester && suggestion !== null) suggester.enter(suggestion)
  else enterMode(doc, null)
  return suggestion
}

/** Is it there only because its own author suggested it? Then it is simply edited. */
function isOwn(suggester: Suggester, item: Y.Map<unknown>): boolean {
  const id = idOfType(item)
  return id !== null && suggester.isOwn(id)
}

function assign(map: Y.Map<unknown>, change: object): void {
  for (const [name, value] of Object.entries(change)) {
    if (!sameJson(map.get(name) ?? null, value)) map.set(name, value)
  }
}
