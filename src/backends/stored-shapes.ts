import * as z from 'zod/mini'
import type { Person } from '../domain/person.ts'
import type { Block, Span, StoryContent } from '../domain/story-content.ts'
import { BLANK_FIELDS } from '../domain/story-content.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { BLANK_SUMMARY, FIRST_DESK, STATUSES } from '../domain/story-record.ts'
import type { Source, StoryEvent } from './backend.ts'
import type { KeyedRows, StoryRow } from './desk-storage.ts'

// What is read from a disk is checked here, once. Keys that are not known are kept: a newer Stet may have put them.

const status = z.enum(STATUSES)
const role = z.enum(['reporter', 'sub-editor', 'chief'])
const text = z.string()

const summary = z.looseObject({
  headline: text,
  dek: text,
  slug: text,
  section: text,
  byline: text,
  words: z.number(),
  tks: z.number(),
  // Rows from before there were suggestions and comments have none.
  suggestions: z.prefault(z.number(), 0),
  comments: z.prefault(z.number(), 0),
})

const recordKeys = {
  id: text,
  deskId: text,
  schema: z.number(),
  epoch: z.number(),
  status,
  reporters: z.array(text),
  claimant: z.nullable(text),
  spikedFrom: z.optional(status),
  embargo: z.nullable(z.looseObject({ at: text, zone: text })),
  published: z.nullable(
    z.looseObject({ version: text, at: text, pubStatus: z.enum(['usable', 'withheld', 'canceled']) }),
  ),
  hasSource: z.boolean(),
  sequence: z.number(),
  createdAt: text,
  changedAt: text,
  summary,
}

const storyRow = z.looseObject({
  ...recordKeys,
  order: z.number(),
  born: z.number(),
  unsummarised: z.union([z.literal(0), z.literal(1)]),
})

const person = z.looseObject({ id: text, name: text, role })
const source = z.looseObject({ name: text, type: text, text })
/** Who did something. */
export const doer = z.looseObject({ id: text, name: text, role })
const event = z.looseObject({
  sequence: z.number(),
  at: text,
  by: doer,
  type: text,
  note: text,
  from: z.nullable(status),
  to: status,
  version: z.optional(z.number()),
  // Events from before anybody was told have nobody.
  told: z.prefault(z.array(z.looseObject({ person: text, kind: text })), []),
})
const update = z.looseObject({ key: z.number(), update: z.custom<Uint8Array>(isBytes) })
const picture = z.looseObject({
  hash: text,
  type: text,
  bytes: z.custom<ArrayBuffer>((value) => Object.prototype.toString.call(value) === '[object ArrayBuffer]'),
})
const searchText = z.looseObject({ id: text, text })

const spans = z.array(z.looseObject({ marks: z.record(text, z.unknown()) }))
const author = z.looseObject({ id: text, name: text, role: text })
const photo = z.looseObject({
  id: text,
  hash: text,
  alt: text,
  caption: spans,
  credit: text,
  crop: z.nullable(z.looseObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
})
const content = z.looseObject({
  headline: spans,
  dek: spans,
  body: z.array(z.looseObject({ kind: text })),
  authors: z.array(author),
  fields: z.looseObject({ keywords: z.optional(z.array(text)) }),
  photos: z.array(photo),
})

export function isBytes(value: unknown): boolean {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** A value of that shape, or null. */
export function checked(shape: z.ZodMiniType, value: unknown): unknown {
  const { success, data } = z.safeParse(shape, value)
  return success ? data : null
}

/** A story's row, or null where it is not one. */
export const asStoryRow = (value: unknown): StoryRow | null => checked(storyRow, value) as StoryRow | null
export const asPerson = (value: unknown): Person | null => checked(person, value) as Person | null
export const asSource = (value: unknown): Source | null => checked(source, value) as Source | null
export const asEvent = (value: unknown): StoryEvent | null => checked(event, value) as StoryEvent | null
export const asPicture = (value: unknown): KeyedRows['pictures'] | null =>
  checked(picture, value) as KeyedRows['pictures'] | null
export const asSearchText = (value: unknown): KeyedRows['searches'] | null =>
  checked(searchText, value) as KeyedRows['searches'] | null
export const asUpdate = (value: unknown): { readonly key: number; readonly update: Uint8Array } | null =>
  checked(update, value) as { readonly key: number; readonly update: Uint8Array } | null

/** A row's record, without what its store needs beside it. */
export function recordOf(row: StoryRow): StoryRecord {
  const { order: _order, born: _born, unsummarised: _unsummarised, ...record } = row
  return record
}

/** A record as a row. */
export function rowOf(record: StoryRecord, born: number, unsummarised: 0 | 1): StoryRow {
  return { ...record, order: -record.sequence, born, unsummarised }
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
  const found = checked(z.looseObject({ spans }), block) as { readonly spans: readonly Span[] } | null
  if (KNOWN_BLOCKS.has(block.kind) && ('spans' in block ? found !== null : hasNoSpans(block.kind)))
    return block
  const raw = structuredClone(block) as never
  return { kind: 'unknown', raw, spans: found?.spans ?? [] }
}

const hasNoSpans = (kind: string): boolean => kind === 'picture' || kind === 'rule'
