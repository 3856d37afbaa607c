import { editsIn } from '../../domain/compare/compare-spans.ts'
import type {
  AuthorChange,
  BlockHead,
  Comparison,
  FieldChange,
  Part,
  PhotoChange,
  TextChange,
} from '../../domain/compare/comparison.ts'
import type { Author, Photo, StoryContent } from '../../domain/story-content.ts'
import { spansText } from '../../domain/story-content.ts'
import { bodyRow } from './body-row.ts'
import { fieldName, valueWords } from './field-words.ts'

/** One row of a comparison as it is drawn: a text, a field, an author, a part of a photo, a block of the body. */
export type Row = {
  readonly key: string
  readonly area: 'head' | 'fields' | 'body'
  /** What it is: "Headline", "Paragraph", "Alt text". */
  readonly label: string
  /** What else became of it, in words: "Moved up, from after “…”", "Added", "Was Heading 2"; '' for nothing. */
  readonly about: string
  readonly parts: readonly Part[]
  /** The places in the parts, as ranges of them. */
  readonly edits: readonly (readonly [from: number, to: number])[]
  /** What the block is on either side; null for what is no block. */
  readonly before: BlockHead | null
  readonly after: BlockHead | null
  /** The side on which it doesn't stand; null for both. */
  readonly missing: 'before' | 'after' | null
  /** Places to go through in it, and the number of the first, from 1. */
  readonly changed: number
  readonly first: number
}

export type RowDraft = Omit<Row, 'first' | 'edits'> & Partial<Pick<Row, 'edits'>>

/** Fields that a reader sees over the body; all others stand under it. */
const ON_TOP: ReadonlySet<string> = new Set(['organisation', 'place', 'date', 'source', 'lead'])

/** A comparison as rows, from the headline to the last block, with its places numbered. */
export function comparisonRows(
  comparison: Comparison,
  before: StoryContent,
  after: StoryContent,
): readonly Row[] {
  const fieldRows = (isOnTop: boolean): readonly RowDraft[] =>
    comparison.fields
      .filter(({ path }) => ON_TOP.has(path) === isOnTop)
      .map((field) => fieldRow('field', '', field, before, after))
  const drafts = [
    textRow('headline', 'Headline', comparison.headline),
    textRow('dek', 'Dek', comparison.dek),
    ...comparison.authors.flatMap(authorRows),
    ...fieldRows(true),
    ...comparison.photos.flatMap((photo) => photoRows(photo, before, after)),
    ...comparison.body.map((_, index) => bodyRow(comparison.body, index, before, after)),
    ...fieldRows(false),
  ]
  let next = 1
  return drafts.map((draft) => {
    const first = next
    next += draft.changed
    return Object.assign(draft, { first, edits: draft.edits ?? editsIn(draft.parts) })
  })
}

const PLAIN = { about: '', before: null, after: null, missing: null } as const

function textRow(key: string, label: string, { parts, changed }: TextChange): RowDraft {
  return { ...PLAIN, key, area: 'head', label, parts, changed }
}

function fieldRow(
  key: string,
  owner: string,
  { path, before: was, after: is, parts }: FieldChange,
  before: StoryContent,
  after: StoryContent,
): RowDraft {
  const about = parts.length > 0 ? '' : `${valueWords(path, was, before)} → ${valueWords(path, is, after)}`
  const name = fieldName(path)
  const label = owner === '' ? name : `${owner}: ${name.toLowerCase()}`
  return { ...PLAIN, key: `${key} ${path}`, area: 'fields', label, about, parts, changed: 1 }
}

const authorText = ({ name, role }: Author): string => (role === '' ? name : `${name}, ${role}`)

function whole(kind: Part['kind'], text: string): readonly Part[] {
  return [{ kind, text, marks: {} }]
}

function authorRows({ kind, before, after, moved, fields }: AuthorChange): readonly RowDraft[] {
  const author = after ?? before
  if (!author) return []
  const base = { ...PLAIN, key: `author ${author.id}`, area: 'head', label: 'Author' } as const
  if (kind === 'inserted')
    return [
      {
        ...base,
        about: 'Added',
        parts: whole('inserted', authorText(author)),
        missing: 'before',
        changed: 1,
      },
    ]
  if (kind === 'deleted')
    return [
      {
        ...base,
        about: 'Removed',
        parts: whole('deleted', authorText(author)),
        missing: 'after',
        changed: 1,
      },
    ]
  const rows: RowDraft[] = fields.map((field) => ({
    ...base,
    key: `author ${field.path}`,
    label: fieldName(field.path),
    parts: field.parts,
    changed: 1,
  }))
  if (moved || rows.length === 0)
    rows.push({
      ...base,
      about: moved ? 'Moved in the byline' : '',
      parts: whole('same', authorText(author)),
      changed: moved ? 1 : 0,
    })
  return rows
}

const photoText = ({ alt, caption, credit }: Photo): string =>
  [alt, spansText(caption), credit].filter((words) => words !== '').join(' · ')

function photoRows(change: PhotoChange, before: StoryContent, after: StoryContent): readonly RowDraft[] {
  const photo = change.after ?? change.before
  if (!photo) return []
  const key = `photo ${photo.id}`
  const base = { ...PLAIN, key, area: 'fields', label: 'Photo' } as const
  const text = photoText(photo) || 'without words'
  if (change.kind === 'inserted')
    return [{ ...base, about: 'Added', parts: whole('inserted', text), missing: 'before', changed: 1 }]
  if (change.kind === 'deleted')
    return [{ ...base, about: 'Removed', parts: whole('deleted', text), missing: 'after', changed: 1 }]
  const owner = photo.alt === '' ? 'Photo' : `Photo “${photo.alt}”`
  const { parts, changed } = change.caption
  return [
    ...(parts.length === 0
      ? []
      : [{ ...base, key: `${key} caption`, label: `${owner}: caption`, parts, changed }]),
    ...change.fields.map((field) => fieldRow(key, owner, field, before, after)),
  ]
}
