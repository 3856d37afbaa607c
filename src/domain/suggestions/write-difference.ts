import * as Y from 'yjs'
import { sameJson } from '../json.ts'
import { readSpans } from '../linear-text.ts'
import type { Author, Photo, Span, StoryContent } from '../story-content.ts'
import { addAuthor, addPhoto, authorsOf, captionName, isCrop, photosOf, textOf } from '../story-doc.ts'
import { contentView } from './content-view.ts'
import type { DifferencePen } from './difference-pen.ts'
import { patchItems } from './patch-items.ts'
import type { ItemKind } from './patch-items.ts'
import { patchText } from './patch-text.ts'
import type { Left } from './patch-values.ts'
import { patchFields } from './patch-values.ts'
import { itemState, shownAuthors, shownPhotos } from './plain-values.ts'
import type { Suggester } from './suggester.ts'
import type { FieldPath } from './suggestion.ts'
import { suggestionIndex } from './suggestion-index.ts'
import { unitsOfBlocks, unitsOfSpans } from './text-units.ts'

/** What became of a difference. */
export type WrittenDifference = {
  /** How many edits were made or suggested. */
  readonly written: number
  /** What was left as it is, because it says something else by now; a whole author or photo as 'author:<id>:'. */
  readonly left: readonly FieldPath[]
}

/**
 * Makes in a living document the edits that lead from one content to another, in one transaction: as suggestions, each
 * edit one of its own, where there is a suggester, else directly. Where `from` is what the document will say, it will say
 * exactly `to` (but that the order of photos is never suggested). The document may also have moved on from `from`: then the
 * edits are made where they belong now, words that come in are never lost, and what is gone already needs no deleting.
 */
export function writeDifference(
  doc: Y.Doc,
  from: StoryContent,
  to: StoryContent,
  how: { readonly suggester: Suggester | null; readonly origin: unknown },
): WrittenDifference {
  const pen: DifferencePen = { doc, suggester: how.suggester }
  const left: Left = []
  let written = 0
  doc.transact(() => {
    written += patchItems(pen, authorKind(doc), from.authors, to.authors, left)
    written += patchItems(pen, photoKind(pen), from.photos, to.photos, left)
    for (const name of ['headline', 'dek'] as const) {
      if (sameJson(from[name], to[name])) continue
      const named = { name, text: doc.getText(name) }
      written += patchText(pen, named, unitsOfSpans(from[name]), unitsOfSpans(to[name]))
    }
    if (!sameJson(from.body, to.body)) {
      const named = { name: 'body', text: doc.getText('body') } as const
      written += patchText(pen, named, unitsOfBlocks(from.body), unitsOfBlocks(to.body))
    }
    written += patchFields(pen, from.fields, to.fields, left)
  }, how.origin)
  return { written, left }
}

const textValue = (raw: unknown): string => (typeof raw === 'string' ? raw : '')

const authorKind = (doc: Y.Doc): ItemKind<Author> => ({
  kind: 'author',
  map: authorsOf(doc),
  names: ['name', 'role'],
  proposesOrder: true,
  ids: () => shownAuthors(doc, 'will').map(({ id }) => id),
  value: (_, raw) => textValue(raw),
  add: ({ id, name, role }, at) => addAuthor(doc, id, { name, role }, at),
  patchMore: () => 0,
  differsMore: () => false,
})

const photoKind = (pen: DifferencePen): ItemKind<Photo> => ({
  kind: 'photo',
  map: photosOf(pen.doc),
  names: ['hash', 'alt', 'credit', 'crop'],
  proposesOrder: false,
  ids: () => shownPhotos(pen.doc, 'will').map(({ id }) => id),
  value: (name, raw) => (name === 'crop' ? (isCrop(raw) ? raw : null) : textValue(raw)),
  add: (photo, at) => addPhoto(pen.doc, photo, at),
  patchMore: (from, to) => patchCaption(pen, to.id, from?.caption ?? null, to.caption),
  differsMore: (from, to) => !sameJson(from.caption, to.caption),
})

/** A photo's caption; from what it will say where `from` is null. */
function patchCaption(
  pen: DifferencePen,
  id: string,
  from: readonly Span[] | null,
  to: readonly Span[],
): number {
  const { doc } = pen
  if (from && sameJson(from, to)) return 0
  const name = captionName(id)
  if (!textOf(doc, name)) photosOf(doc).get(id)?.set('caption', new Y.Text())
  const text = textOf(doc, name)
  if (!text) return 0
  const before = from ?? readSpans(text, contentView(suggestionIndex(doc), 'will'))
  // The words of a photo that is itself only suggested are a part of that.
  const inserted = itemState(doc, photosOf(doc), id)?.inserted ?? null
  const part =
    inserted !== null && pen.suggester?.by === suggestionIndex(doc).origins.maker(inserted).by
      ? inserted
      : null
  return patchText(pen, { name, text }, unitsOfSpans(before), unitsOfSpans(to), part)
}
