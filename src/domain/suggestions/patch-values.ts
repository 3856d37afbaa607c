import { setKey } from '../set-key.ts'
import type * as Y from 'yjs'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import type { Fields } from '../story-content.ts'
import { readFields } from '../story-doc.ts'
import { idOfType } from '../yjs-items.ts'
import type { DifferencePen } from './difference-pen.ts'
import { newPart } from './difference-pen.ts'
import { fieldAt, shownFields } from './plain-values.ts'
import type { FieldPath } from './suggestion.ts'
import { suggestionIndex } from './suggestion-index.ts'

/** A value that is to become another. */
export type ValueEdit = {
  readonly path: FieldPath
  readonly from: Json
  readonly to: Json
  /** As it will be, and as it is written: others may have proposed, or set, something else. */
  readonly will: Json
  readonly written: Json
}

/** What was not set, because it is not any more what it was. */
export type Left = FieldPath[]

/**
 * Sets a plain value, or proposes it. One that says something else by now is proposed all the same, but not overwritten.
 * Answers with the number of edits.
 */
export function patchValue(pen: DifferencePen, edit: ValueEdit, left: Left, part: string | null): number {
  const { path, from, to, will, written } = edit
  const { map, name } = fieldAt(pen.doc, path)
  if (!map || sameJson(will, to)) return 0
  const isSince = !sameJson(will, from)
  const plain = pen.suggester === null || isOwnItem(pen, map)
  if (pen.suggester && !plain && !sameJson(written, to)) {
    pen.suggester.propose(path, to, written, part)
    return 1
  }
  // Others wrote it already, and propose something else since.
  if (pen.suggester && !plain && isSince) return 0
  if (plain && isSince && pen.suggester === null) {
    left.push(path)
    return 0
  }
  if (plain) setKey(map, name, to)
  const index = suggestionIndex(pen.doc)
  for (const { key, entry } of index.proposals()) if (entry.path === path) index.drop(key)
  return 1
}

/** The story's plain fields. */
export function patchFields(pen: DifferencePen, from: Fields, to: Fields, left: Left): number {
  let written = 0
  for (const name of Object.keys(to) as (keyof Fields)[]) {
    if (sameJson(from[name], to[name])) continue
    const will = shownFields(pen.doc, 'will')[name]
    const now = readFields(pen.doc)[name]
    const edit = { path: name, from: from[name], to: to[name], will, written: now }
    written += patchValue(pen, edit, left, newPart(pen))
  }
  return written
}

/** Is it an author or a photo that its own author only suggested? Then it is simply edited. */
export function isOwnItem({ suggester }: DifferencePen, map: Y.Map<unknown>): boolean {
  const id = idOfType(map)
  return suggester !== null && id !== null && suggester.isOwn(id)
}
