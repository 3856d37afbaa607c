import type * as Y from 'yjs'
import type { ReportedFlag } from './check-report.ts'

/**
 * What somebody said may stand, in this story: here only, or wherever the same is found in it. Kept in the story's
 * document (Y.Map 'ignored', id -> JSON), so that everybody sees it, and who said so.
 */
export type Ignored = {
  readonly id: string
  readonly check: string
  readonly rule: string
  /** What stood there. */
  readonly words: string
  /** 'here': only between these neighbours, in whatever line; 'story': everywhere in the story. */
  readonly scope: 'here' | 'story'
  readonly before: string
  readonly after: string
  /** Id of the person who said so, and when (ISO instant). */
  readonly by: string
  readonly at: string
}

/** Characters on each side by which a place is known again. */
const NEAR = 24

const ignoredOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('ignored')

/** What stands around a range of a line, by which "here" is known again after edits elsewhere. */
export function neighbours(signs: string, from: number, to: number): Pick<Ignored, 'before' | 'after'> {
  return { before: signs.slice(Math.max(0, from - NEAR), from), after: signs.slice(to, to + NEAR) }
}

/** Remembers, in one transaction, that these may stand. */
export function ignore(doc: Y.Doc, rows: readonly Ignored[], origin?: unknown): void {
  doc.transact(() => {
    for (const { id, ...row } of rows) ignoredOf(doc).set(id, JSON.stringify(row))
  }, origin)
}

/** Takes that back. */
export function heed(doc: Y.Doc, ids: readonly string[], origin?: unknown): void {
  doc.transact(() => {
    for (const id of ids) ignoredOf(doc).delete(id)
  }, origin)
}

/** All that may stand, the oldest first. Never throws: a row that is none is left out, and left as it is. */
export function readIgnored(doc: Y.Doc): readonly Ignored[] {
  const rows = [...ignoredOf(doc).entries()].flatMap(([id, json]) => readRow(id, json) ?? [])
  return rows.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
}

/** Brings all of it into the document of a new epoch. */
export function carryIgnored(from: Y.Doc, to: Y.Doc): void {
  to.transact(() => {
    for (const [id, json] of ignoredOf(from).entries()) ignoredOf(to).set(id, json)
  })
}

/** Says of each flag which row lets it stand, or null. */
export function ignoredBy(rows: readonly Ignored[]): (flag: ReportedFlag) => Ignored | null {
  const byWords = new Map<string, Ignored[]>()
  const keyOf = ({ check, rule, words }: Pick<Ignored, 'check' | 'rule' | 'words'>): string =>
    JSON.stringify([check, rule, words])
  for (const row of rows) {
    const list = byWords.get(keyOf(row))
    if (list) list.push(row)
    else byWords.set(keyOf(row), [row])
  }
  return (flag) =>
    byWords
      .get(keyOf(flag))
      ?.find(
        ({ scope, before, after }) => scope === 'story' || (before === flag.before && after === flag.after),
      ) ?? null
}

function readRow(id: string, json: unknown): Ignored | null {
  const row = parsed(json)
  if (typeof row !== 'object' || row === null) return null
  const value = (name: string): string => {
    const found = (row as Record<string, unknown>)[name]
    return typeof found === 'string' ? found : ''
  }
  const check = value('check')
  const scope = value('scope')
  if (check === '' || (scope !== 'here' && scope !== 'story')) return null
  const [rule, words, before, after] = [value('rule'), value('words'), value('before'), value('after')]
  return { id, check, rule, words, scope, before, after, by: value('by'), at: value('at') }
}

function parsed(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : null
  } catch {
    return null
  }
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
