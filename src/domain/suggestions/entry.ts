import type { Json } from '../json.ts'
import type { IdRange } from './id-ranges.ts'
import { readRanges } from './id-ranges.ts'
import type { FieldPath } from './suggestion.ts'

/**
 * What stands in the Y.Map 'suggestions': entries under keys that nobody else uses, written once, taken away by a
 * decision or by undo. Ids are canonical (origins.ts).
 */
export type Entry =
  /** These units are to be deleted. */
  | { readonly type: 'delete'; readonly suggestion: string; readonly ids: readonly IdRange[] }
  /** A format of these characters, or a key of this head, was set; null is "none". */
  | {
      readonly type: 'set'
      readonly suggestion: string
      readonly ids: readonly IdRange[]
      readonly name: string
      readonly was: Json
      readonly to: Json
    }
  /** These units were inserted by a suggestion that is accepted. */
  | { readonly type: 'accept'; readonly ids: readonly IdRange[] }
  /** A plain field should have this value; `turn` counts the proposals for the field, the last one is the one that counts. */
  | {
      readonly type: 'field'
      readonly suggestion: string
      readonly path: FieldPath
      readonly to: Json
      readonly turn: number
    }

/** As it is stored, short: a deletion costs some 30 bytes. */
export function entryJson(entry: Entry): Json {
  switch (entry.type) {
    case 'delete':
      return ['d', entry.suggestion, entry.ids.map((range) => [...range])]
    case 'set':
      return ['s', entry.suggestion, entry.ids.map((range) => [...range]), entry.name, entry.was, entry.to]
    case 'accept':
      return ['a', entry.ids.map((range) => [...range])]
    default:
      return ['f', entry.suggestion, entry.path, entry.to, entry.turn]
  }
}

/** Reads an entry; null for what isn't one, or one that only a newer Stet understands. */
export function readEntry(value: unknown): Entry | null {
  if (!Array.isArray(value)) return null
  const [type, first, second, third, fourth, fifth] = value as Json[]
  if (type === 'a') return { type: 'accept', ids: readRanges(first) }
  if (typeof first !== 'string') return null
  if (type === 'd') return { type: 'delete', suggestion: first, ids: readRanges(second) }
  if (type === 's' && typeof third === 'string') {
    const [was, to] = [fourth ?? null, fifth ?? null]
    return { type: 'set', suggestion: first, ids: readRanges(second), name: third, was, to }
  }
  if (type === 'f' && typeof second === 'string') {
    const turn = typeof fourth === 'number' ? fourth : 0
    return { type: 'field', suggestion: first, path: second as FieldPath, to: third ?? null, turn }
  }
  return null
}
