import { STATUSES } from '../domain/story-record.ts'
import type { Verdict, VersionHead } from '../backends/backend.ts'
import type { KeyedRows } from './desk-storage.ts'
import { bytes, checked, either, list, number, oneOf, record, text, truth } from './shape.ts'
import { asContent, doer } from './stored-shapes.ts'

// Shapes of what is kept of a story's past, checked where it is read from a disk.

const versionHead = record({
  number: number,
  name: text,
  hash: text,
  at: text,
  by: doer,
  why: text,
  note: text,
  status: oneOf(...STATUSES),
  epoch: number,
  words: number,
  suggestions: number,
})

const verdict = record({
  sequence: number,
  story: text,
  suggestion: text,
  verdict: oneOf('accepted', 'rejected', 'reopened'),
  by: doer,
  at: text,
  reason: text,
  what: record({
    id: text,
    by: text,
    at: text,
    kind: text,
    place: either(record({ text }), record({ field: text })),
    before: text,
    after: text,
    what: text,
  }),
})
const notice = record({
  key: text,
  person: text,
  sequence: number,
  story: text,
  headline: text,
  slug: text,
  kind: text,
  by: doer,
  at: text,
  note: text,
  read: truth,
})
const late = record({
  key: text,
  story: text,
  epoch: number,
  by: text,
  at: text,
  comments: list(record({ text, at: text })),
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
  const row = checked(record({ state: bytes }), value) as KeyedRows['copies'] | null
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
