import * as Y from 'yjs'
import type { Block, Crop, Fields, Marks, Photo, Span, StoryContent } from './story-content.ts'
import { BLANK_FIELDS } from './story-content.ts'

/**
 * How a story lies in its Yjs document. Everything that reads or writes one goes through here, so that
 * the layout is written down once:
 *
 *   Y.Text 'headline', 'dek', 'body'        linear texts (see linear-text.ts for what stands in them)
 *   Y.Map  'fields'    name -> value        plain fields, last writer wins per field
 *   Y.Map  'authors'   id -> Y.Map          {name, role, at}
 *   Y.Map  'photos'    id -> Y.Map          {hash, alt, credit, crop, at, caption: Y.Text}
 *   Y.Map  'origins'   facts                who inserted what as a suggestion (suggestions/origins.ts)
 *   Y.Map  'suggestions'  key -> entry      what else is suggested (suggestions/entry.ts)
 *   Y.Map  'threads'   id -> Y.Map          comments (threads/thread.ts)
 *
 * `at` orders authors and photos: a number, ties broken by id.
 */
export const CONTENT_SCHEMA = 2

/** Name of one of a story's texts: 'caption:<photo id>' for a caption. */
export type TextName = 'headline' | 'dek' | 'body' | `caption:${string}`

type TextAttributes = { [name: string]: unknown }

export const captionName = (photo: string): TextName => `caption:${photo}`

export const fieldsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('fields')
export const authorsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('authors')
export const photosOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('photos')

/** The Y.Text of that name, or null for the caption of a photo that is not there. */
export function textOf(doc: Y.Doc, name: TextName): Y.Text | null {
  if (name === 'headline' || name === 'dek' || name === 'body') return doc.getText(name)
  const photo: unknown = photosOf(doc).get(name.slice('caption:'.length))
  const caption = photo instanceof Y.Map ? photo.get('caption') : null
  return caption instanceof Y.Text ? caption : null
}

/** Ids of keyed items (authors, photos) in their order. */
export function itemIds(map: Y.Map<Y.Map<unknown>>): readonly string[] {
  const rows: [string, number][] = []
  for (const [id, item] of map.entries()) {
    if (!(item instanceof Y.Map)) continue
    rows.push([id, placeOf(item)])
  }
  rows.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
  return rows.map(([id]) => id)
}

/** Where a new item goes to stand last. */
export function nextAt(map: Y.Map<Y.Map<unknown>>): number {
  let last = 0
  for (const item of map.values()) last = Math.max(last, item instanceof Y.Map ? placeOf(item) : 0)
  return last + 1
}

/** An item's `at`; 0 for what can't be compared, so that the order is the same for everybody. */
function placeOf(item: Y.Map<unknown>): number {
  const at = item.get('at')
  return typeof at === 'number' && Number.isFinite(at) ? at : 0
}

/** The formats of marks as Y.Text attributes. */
export function attributesOf(marks: Marks): TextAttributes {
  const { unknown, ...known } = marks
  return { ...unknown, ...known }
}

/** Writes spans at the end of a text. */
function appendSpans(text: Y.Text, spans: readonly Span[]): void {
  for (const span of spans) {
    // `length` of a Y.Text that is in no document yet is 0 whatever stands in it: count here instead.
    const delta = 'text' in span ? span.text : 'lineBreak' in span ? { br: 1 } : span.unknown
    text.applyDelta(
      [
        { retain: text.length },
        { insert: delta as string | object, attributes: attributesOf(span.marks) },
      ].slice(text.length === 0 ? 1 : 0),
    )
  }
}

/** The start or atom embed that stands for a block of the body. */
export function blockEmbed(block: Block): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  if (block.kind === 'picture') {
    map.set('atom', 'picture')
    map.set('photo', block.photo)
  } else if (block.kind === 'rule') {
    map.set('atom', 'rule')
  } else if (block.kind === 'unknown') {
    const raw = typeof block.raw === 'object' && block.raw !== null ? block.raw : {}
    for (const [key, value] of Object.entries(raw)) map.set(key, value)
  } else {
    map.set('kind', block.kind)
    if (block.level > 0) map.set('level', block.level)
  }
  return map
}

/** Writes content into an empty document, in one transaction: for seeding a new story or a new epoch. */
export function writeContent(doc: Y.Doc, content: StoryContent): void {
  doc.transact(() => {
    appendSpans(doc.getText('headline'), content.headline)
    appendSpans(doc.getText('dek'), content.dek)
    const body = doc.getText('body')
    for (const block of content.body) {
      body.insertEmbed(body.length, blockEmbed(block), {})
      if ('spans' in block) appendSpans(body, block.spans)
    }
    content.authors.forEach((author, index) => {
      addAuthor(doc, author.id, { name: author.name, role: author.role }, index + 1)
    })
    content.photos.forEach((photo, index) => {
      addPhoto(doc, photo, index + 1)
    })
    const fields = fieldsOf(doc)
    for (const [name, value] of Object.entries(content.fields)) {
      if (!sameBlank(name, value)) fields.set(name, value)
    }
  })
}

function sameBlank(name: string, value: Fields[keyof Fields]): boolean {
  const blank = BLANK_FIELDS[name as keyof Fields]
  return blank === value || (Array.isArray(value) && value.length === 0)
}

/** Adds an author; at the end of the byline unless `at` says otherwise. */
export function addAuthor(doc: Y.Doc, id: string, author: { name: string; role: string }, at?: number): void {
  const authors = authorsOf(doc)
  const map = new Y.Map<unknown>([
    ['name', author.name],
    ['role', author.role],
    ['at', at ?? nextAt(authors)],
  ])
  authors.set(id, map)
}

/** Adds a photo with its caption as a text of its own. */
export function addPhoto(
  doc: Y.Doc,
  photo: {
    id: string
    hash: string
    alt: string
    credit: string
    crop: Crop | null
    caption: readonly Span[]
  },
  at?: number,
): void {
  const photos = photosOf(doc)
  const map = new Y.Map<unknown>([
    ['hash', photo.hash],
    ['alt', photo.alt],
    ['credit', photo.credit],
    ['at', at ?? nextAt(photos)],
  ])
  if (photo.crop) map.set('crop', photo.crop)
  const caption = new Y.Text()
  map.set('caption', caption)
  photos.set(photo.id, map)
  appendSpans(caption, photo.caption)
}

/** The document of a new story as one Yjs update. `clientID` is the seeder's; it writes nothing ever after. */
export function seedUpdate(content: StoryContent, clientID: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientID
  writeContent(doc, content)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The plain fields as they stand; whatever has the wrong shape reads as blank and is left as it is. */
export function readFields(doc: Y.Doc): Fields {
  const map = fieldsOf(doc)
  const text = (name: keyof Fields): string => asText(map.get(name))
  const keywords = map.get('keywords')
  return {
    organisation: text('organisation'),
    place: text('place'),
    date: text('date'),
    source: text('source'),
    section: text('section'),
    slug: text('slug'),
    keywords: Array.isArray(keywords) ? keywords.filter((word) => typeof word === 'string') : [],
    language: text('language'),
    deskNote: text('deskNote'),
    lead: text('lead'),
  }
}

/** The authors in the order of the byline. */
export function readAuthors(doc: Y.Doc): StoryContent['authors'] {
  const authors = authorsOf(doc)
  return itemIds(authors).map((id) => {
    const map = authors.get(id)
    return { id, name: asText(map?.get('name')), role: asText(map?.get('role')) }
  })
}

/** A photo without its caption, which is a text (linear-text.ts reads it). */
export function readPhoto(doc: Y.Doc, id: string): Omit<Photo, 'caption'> | null {
  const map = photosOf(doc).get(id)
  if (!(map instanceof Y.Map)) return null
  const crop = map.get('crop')
  return {
    id,
    hash: asText(map.get('hash')),
    alt: asText(map.get('alt')),
    credit: asText(map.get('credit')),
    crop: isCrop(crop) ? crop : null,
  }
}

/** Is this a crop? */
export function isCrop(value: unknown): value is Crop {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['x', 'y', 'width', 'height'].every((key) => typeof (value as Record<string, unknown>)[key] === 'number')
  )
}
