import type * as Y from 'yjs'
import type { TextName } from '../story-doc.ts'
import { authorsOf, fieldsOf, itemIds, photosOf, textOf } from '../story-doc.ts'
import type { IdRange } from '../suggestions/id-ranges.ts'
import type { Stretch } from './live-words.ts'
import { liveWords } from './live-words.ts'
import { readStandIns } from './stand-ins.ts'
import type { Thread } from './thread.ts'

/** Where a thread stands: numbers that compare one by one in reading order, and the words that are left of it. */
export type ThreadPlace = { readonly order: readonly number[]; readonly words: readonly Stretch[] }

/** In which part of the story a field is read; what isn't named comes after the body. */
const PARTS: Readonly<Record<string, number>> = {
  headline: 0,
  dek: 1,
  byline: 2,
  author: 2,
  organisation: 2,
  dateline: 3,
  place: 3,
  date: 3,
  source: 3,
  photo: 4,
  lead: 4,
  caption: 4,
  body: 5,
}
const REST = 6
const SUGGESTIONS = 7
const WHOLE = -1

/**
 * Where threads stand now, by thread id; null for an orphan: no word is left of what it is about, or its photo or
 * author has gone.
 */
export function threadPlaces(
  doc: Y.Doc,
  threads: readonly Thread[],
): ReadonlyMap<string, ThreadPlace | null> {
  const photos = photosInOrder(doc)
  const places = new Map<string, ThreadPlace | null>()
  const byText = new Map<TextName, { readonly id: string; readonly ids: readonly IdRange[] }[]>()
  for (const { id, anchor } of threads) {
    if (anchor.kind === 'words') {
      const rows = byText.get(anchor.text) ?? []
      rows.push({ id, ids: anchor.ids })
      byText.set(anchor.text, rows)
    } else {
      const order = anchor.kind === 'suggestion' ? [SUGGESTIONS] : fieldOrder(doc, photos, anchor.field)
      places.set(id, order && { order, words: [] })
    }
  }
  const standIns = byText.size > 0 ? readStandIns(doc) : []
  for (const [name, rows] of byText) {
    const text = textOf(doc, name)
    const found =
      text === null
        ? []
        : liveWords(
            text,
            standIns,
            rows.map(({ ids }) => ids),
          )
    rows.forEach(({ id }, row) => {
      const words = found[row] ?? []
      const [first] = words
      places.set(id, first ? { order: [...textOrder(photos, name), first.shown, first.from], words } : null)
    })
  }
  return places
}

/** Compares two places in reading order. */
export function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < Math.max(a.length, b.length); k++) {
    const difference = (a[k] ?? WHOLE) - (b[k] ?? WHOLE)
    if (difference !== 0) return difference
  }
  return 0
}

/** Ids of the photos as the story shows them: the lead first. */
function photosInOrder(doc: Y.Doc): readonly string[] {
  const lead = fieldsOf(doc).get('lead')
  const ids = itemIds(photosOf(doc))
  return ids.toSorted((a, b) => Number(b === lead) - Number(a === lead))
}

function textOrder(photos: readonly string[], name: TextName): readonly number[] {
  const [part = '', photo = ''] = name.split(':')
  // What is said of a whole photo is read before what is said of words in its caption.
  return part === 'caption' ? [partOf(part), photos.indexOf(photo), 0] : [partOf(part), 0, 0]
}

function fieldOrder(doc: Y.Doc, photos: readonly string[], field: string): readonly number[] | null {
  const [part = '', item, key] = field.split(':')
  if (item === undefined) return [partOf(part)]
  if (part === 'photo')
    return photos.includes(item) ? [partOf(part), photos.indexOf(item), key === undefined ? WHOLE : 0] : null
  if (part !== 'author') return [REST]
  const author = itemIds(authorsOf(doc)).indexOf(item)
  return author < 0 ? null : [partOf(part), author]
}

const partOf = (name: string): number => (Object.hasOwn(PARTS, name) ? (PARTS[name] ?? REST) : REST)
