import { CONTENT_SCHEMA } from '../domain/story-doc.ts'
import type { Person } from '../domain/person.ts'
import type { Block, Span, StoryContent } from '../domain/story-content.ts'
import { BLANK_FIELDS } from '../domain/story-content.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { BLANK_SUMMARY, FIRST_DESK, STATUSES } from '../domain/story-record.ts'
import type { Source, StoryEvent } from '../backends/backend.ts'
import type { KeyedRows, StoryRow } from './desk-storage.ts'
import {
  asking,
  bytes,
  checked,
  either,
  list,
  number,
  oneOf,
  orMissing,
  orNull,
  record,
  text,
  truth,
} from './shape.ts'

// What is read from a disk is checked here, once. Keys that are not known are kept: a newer Stet may have put them.

const status = oneOf(...STATUSES)
const role = oneOf('reporter', 'sub-editor', 'chief')

const summary = record({
  headline: text,
  dek: text,
  slug: text,
  section: text,
  byline: text,
  words: number,
  tks: number,
  // Rows from before there were suggestions and comments have none.
  suggestions: orMissing(number, 0),
  comments: orMissing(number, 0),
})

const recordKeys = {
  id: text,
  deskId: text,
  schema: number,
  epoch: number,
  status,
  reporters: list(text),
  claimant: orNull(text),
  spikedFrom: orMissing(status),
  embargo: orNull(record({ at: text, zone: text })),
  published: orNull(record({ version: text, at: text, pubStatus: oneOf('usable', 'withheld', 'canceled') })),
  hasSource: truth,
  sequence: number,
  createdAt: text,
  changedAt: text,
  summary,
}

const storyRow = record({
  ...recordKeys,
  order: number,
  born: number,
  unsummarised: oneOf(0, 1),
})

const person = record({ id: text, name: text, role })
const source = record({ name: text, type: text, text })
/** Who did something. */
export const doer = record({ id: text, name: text, role })
const event = record({
  sequence: number,
  at: text,
  by: doer,
  type: text,
  note: text,
  from: orNull(status),
  to: status,
  version: orMissing(number),
  // Events from before anybody was told have nobody.
  told: orMissing(list(record({ person: text, kind: text })), []),
  flags: orMissing(list(record({ check: text, count: number }))),
})
// Whoever wrote it, or nobody: a damaged name must not keep anybody from the words.
const update = record({ key: number, update: bytes, by: either(text, () => null) })
const picture = record({
  hash: text,
  type: text,
  bytes: asking((value) => Object.prototype.toString.call(value) === '[object ArrayBuffer]'),
})
const searchText = record({ id: text, text })

const spans = list(record({ marks: record({}) }))
const author = record({ id: text, name: text, role: text })
const photo = record({
  id: text,
  hash: text,
  alt: text,
  caption: spans,
  credit: text,
  crop: orNull(record({ x: number, y: number, width: number, height: number })),
})
const content = record({
  headline: spans,
  dek: spans,
  body: list(record({ kind: text })),
  authors: list(author),
  fields: record({ keywords: orMissing(list(text)) }),
  photos: list(photo),
})

type StoredUpdate = { readonly key: number; readonly update: Uint8Array; readonly by: string | null }

/** A story's row, or null where it is not one. */
export const asStoryRow = (value: unknown): StoryRow | null => checked(storyRow, value) as StoryRow | null
export const asPerson = (value: unknown): Person | null => checked(person, value) as Person | null
export const asSource = (value: unknown): Source | null => checked(source, value) as Source | null
export const asEvent = (value: unknown): StoryEvent | null => checked(event, value) as StoryEvent | null
export const asPicture = (value: unknown): KeyedRows['pictures'] | null =>
  checked(picture, value) as KeyedRows['pictures'] | null
export const asSearchText = (value: unknown): KeyedRows['searches'] | null =>
  checked(searchText, value) as KeyedRows['searches'] | null
export const asUpdate = (value: unknown): StoredUpdate | null => checked(update, value) as StoredUpdate | null

/** A row's record, without what its store needs beside it. */
export function recordOf(row: StoryRow): StoryRecord {
  const { order: _order, born: _born, unsummarised: _unsummarised, ...record } = row
  return record
}

/** A record as a row. */
export function rowOf(record: StoryRecord, born: number, unsummarised: 0 | 1): StoryRow {
  // Whatever this Stet writes, an older one must not write over.
  return { ...record, schema: CONTENT_SCHEMA, order: -record.sequence, born, unsummarised }
}

/** The content schema that a row says it was written with, even where the rest of it can't be understood. */
export function schemaOf(value: unknown): number | null {
  const schema = keysOf(value)['schema']
  return typeof schema === 'number' ? schema : null
}

const keysOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** What can be told of a row that is damaged or from a newer Stet: what is understood, and blanks for the rest. */
export function salvageRecord(value: unknown, id: string): StoryRecord {
  const blank: StoryRecord = {
    id,
    deskId: FIRST_DESK,
    schema: 0,
    epoch: 1,
    status: 'draft',
    reporters: [],
    claimant: null,
    embargo: null,
    published: null,
    hasSource: false,
    sequence: 0,
    createdAt: new Date(0).toISOString(),
    changedAt: new Date(0).toISOString(),
    summary: BLANK_SUMMARY,
  }
  const found: Record<string, unknown> = { ...blank }
  const keys = keysOf(value)
  for (const [key, shape] of Object.entries(recordKeys)) {
    const known = key !== 'id' && key in keys ? checked(shape, keys[key]) : null
    if (known !== null) found[key] = known
  }
  return found as unknown as StoryRecord
}

const KNOWN_BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading2',
  'heading3',
  'quote',
  'pullquote',
  'bullet',
  'number',
  'picture',
  'rule',
  'unknown',
])

/** Content as JSON, also a newer Stet's: blocks that are not known are carried as unknown ones. Null where it is none. */
export function asContent(value: unknown): StoryContent | null {
  const found = checked(content, keysOf(value)['content']) as StoryContent | null
  if (!found) return null
  return {
    ...found,
    body: found.body.map(knownBlock),
    fields: { ...BLANK_FIELDS, ...found.fields },
  }
}

function knownBlock(block: Block): Block {
  const found = checked(record({ spans }), block) as { readonly spans: readonly Span[] } | null
  if (KNOWN_BLOCKS.has(block.kind) && ('spans' in block ? found !== null : hasNoSpans(block.kind)))
    return block
  const raw = structuredClone(block) as never
  return { kind: 'unknown', raw, spans: found?.spans ?? [] }
}

const hasNoSpans = (kind: string): boolean => kind === 'picture' || kind === 'rule'
