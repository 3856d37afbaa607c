import type { Author, Fields, Photo, StoryContent } from '../story-content.ts'
import { spansText } from '../story-content.ts'
import { compareBody } from './compare-body.ts'
import type { Reading } from './compare-fields.ts'
import { compareField } from './compare-fields.ts'
import { pairItems } from './compare-items.ts'
import { compareSpans } from './compare-spans.ts'
import type { AuthorChange, Comparison, FieldChange, PhotoChange } from './comparison.ts'
import { newLexicon } from './text-stream.ts'

const FIELDS: readonly (readonly [keyof Fields, Reading])[] = [
  ['organisation', 'words'],
  ['place', 'words'],
  ['date', 'value'],
  ['source', 'words'],
  ['section', 'words'],
  ['slug', 'words'],
  ['keywords', 'words'],
  ['language', 'value'],
  ['deskNote', 'words'],
]

/**
 * Compares two versions of a story: word by word in its texts, field by field in the rest. A pure function of JSON, for a
 * worker; its cost grows with the length of the versions, whatever they hold. Authors and photos are matched by id, else
 * by what they say; blocks, which have no ids, by their words.
 */
export function compareContent(before: StoryContent, after: StoryContent): Comparison {
  const lexicon = newLexicon()
  const photoPairs = pairItems(before.photos, after.photos, [
    (photo) => photo.hash,
    (photo) => spansText(photo.caption),
    (photo) => photo.alt,
  ])
  const names = new Map(
    photoPairs.flatMap((pair) => (pair.before && pair.after ? [[pair.before.id, pair.after.id]] : [])),
  )
  const photoName = (id: string): string => names.get(id) ?? id

  const headline = compareSpans(before.headline, after.headline, lexicon)
  const dek = compareSpans(before.dek, after.dek, lexicon)
  const body = compareBody(before.body, after.body, photoName, lexicon)
  const authors = pairItems(before.authors, after.authors, [(author) => author.name]).map(authorChange)
  const photos = photoPairs.map(photoChange)
  const plain = FIELDS.flatMap(([path, reading]) =>
    compareField(path, before.fields[path], after.fields[path], reading),
  )
  const lead: readonly FieldChange[] =
    photoName(before.fields.lead) === after.fields.lead
      ? []
      : compareField('lead', before.fields.lead, after.fields.lead, 'none')
  const fields = [...plain, ...lead]

  const changed =
    headline.changed +
    dek.changed +
    body.reduce((sum, row) => sum + row.changed, 0) +
    authors.reduce((sum, author) => sum + placesIn(author) + (author.moved ? 1 : 0), 0) +
    photos.reduce((sum, photo) => sum + placesIn(photo), 0) +
    fields.length
  return { headline, dek, body, authors, photos, fields, changed }
}

/** Something of both versions is the sum of its changes; of one alone, it is one. */
function placesIn({ kind, fields, ...rest }: AuthorChange | PhotoChange): number {
  if (kind === 'inserted' || kind === 'deleted') return 1
  return fields.length + ('caption' in rest ? rest.caption.changed : 0)
}

function kindOf(before: unknown, after: unknown, changed: number): AuthorChange['kind'] {
  if (!before) return 'inserted'
  if (!after) return 'deleted'
  return changed > 0 ? 'changed' : 'same'
}

function authorChange({
  before,
  after,
  moved,
}: {
  readonly before: Author | null
  readonly after: Author | null
  readonly moved: boolean
}): AuthorChange {
  const fields =
    before && after
      ? (['name', 'role'] as const).flatMap((key) =>
          compareField(`author:${after.id}:${key}`, before[key], after[key], 'words'),
        )
      : []
  return { kind: kindOf(before, after, fields.length), before, after, moved, fields }
}

function photoChange({
  before,
  after,
}: {
  readonly before: Photo | null
  readonly after: Photo | null
}): PhotoChange {
  const caption = compareSpans(before?.caption ?? [], after?.caption ?? [])
  const path = (key: string) => `photo:${after?.id ?? ''}:${key}` as const
  const fields =
    before && after
      ? [
          ...compareField(path('hash'), before.hash, after.hash, 'none'),
          ...compareField(path('alt'), before.alt, after.alt, 'words'),
          ...compareField(path('credit'), before.credit, after.credit, 'words'),
          ...compareField(path('crop'), before.crop, after.crop, 'none'),
        ]
      : []
  return { kind: kindOf(before, after, caption.changed + fields.length), before, after, caption, fields }
}
