import * as z from 'zod/mini'
import { STATUSES } from '../domain/story-record.ts'
import type { Verdict, VersionHead } from './backend.ts'
import type { KeyedRows } from './desk-storage.ts'
import { asContent, checked, doer, isBytes } from './stored-shapes.ts'

// Shapes of what is kept of a story's past, checked where it is read from a disk.

const text = z.string()
const sequence = z.number()

const versionHead = z.looseObject({
  number: z.number(),
  name: text,
  hash: text,
  at: text,
  by: doer,
  why: text,
  note: text,
  status: z.enum(STATUSES),
  epoch: z.number(),
  words: z.number(),
  suggestions: z.number(),
})

const bytes = z.custom<Uint8Array>(isBytes)
const verdict = z.looseObject({
  sequence,
  story: text,
  suggestion: text,
  verdict: z.enum(['accepted', 'rejected', 'reopened']),
  by: doer,
  at: text,
  reason: text,
  what: z.looseObject({
    id: text,
    by: text,
    at: text,
    kind: text,
    place: z.union([z.looseObject({ text }), z.looseObject({ field: text })]),
    before: text,
    after: text,
    what: text,
  }),
})
const notice = z.looseObject({
  key: text,
  person: text,
  sequence,
  story: text,
  headline: text,
  slug: text,
  kind: text,
  by: doer,
  at: text,
  note: text,
  read: z.boolean(),
})
const late = z.looseObject({
  key: text,
  story: text,
  epoch: z.number(),
  by: text,
  at: text,
  comments: z.array(z.looseObject({ text, at: text })),
})

/** A version's head, without what its store needs beside it; null where it is none. */
export function asVersionHead(value: unknown): VersionHead | null {
  const row = checked(versionHead, value) as KeyedRows['versions'] | null
  if (!row) return null
  const { key: _key, story: _story, ...head } = row
  return head
}

/** What a version says, or null where that can't be read. */
export function asCopy(value: unknown): Pick<KeyedRows['copies'], 'content' | 'state'> | null {
  const row = checked(z.looseObject({ state: bytes }), value) as KeyedRows['copies'] | null
  const content = asContent(value)
  return row && content ? { content, state: row.state } : null
}

/** A verdict, or null where it is none. */
export function asVerdict(value: unknown): Verdict | null {
  const row = checked(verdict, value) as KeyedRows['verdicts'] | null
  if (!row) return null
  const { story: _story, ...rest } = row
  return rest
}

/** A person's notice as its row, or null where it is none. */
export const asNoticeRow = (value: unknown): KeyedRows['notices'] | null =>
  checked(notice, value) as KeyedRows['notices'] | null

/** A late edit as its row, or null where it is none. */
export function asLateRow(value: unknown): KeyedRows['late'] | null {
  const row = checked(late, value) as KeyedRows['late'] | null
  const content = row && asContent({ content: row.content })
  const base = row && asContent({ content: row.base })
  return row && content && base ? { ...row, content, base } : null
}
