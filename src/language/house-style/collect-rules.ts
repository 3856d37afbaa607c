import type { HouseRule } from '../../domain/checks/house-rule.ts'
import type { RuleProblem } from './rule-import.ts'

/** A row that was read, its id as the file has it ('' for none); or why it could not be. */
export type ReadRow =
  | {
      readonly row: number
      readonly ok: true
      readonly id: string
      readonly rule: Omit<HouseRule, 'id'>
      /** Something of it that isn't kept. */
      readonly remark?: string
    }
  | { readonly row: number; readonly ok: false; readonly reason: string }

/**
 * Rows as rules, each with an id of its own. A rule without one gets one that is the same at each reading; where two have the
 * same, the later gets another, and is listed.
 */
export function collectRules(rows: readonly ReadRow[]): {
  readonly rules: readonly HouseRule[]
  readonly problems: readonly RuleProblem[]
} {
  const rules: HouseRule[] = []
  const problems: RuleProblem[] = []
  const given = new Set(rows.flatMap((row) => (row.ok ? [row.id] : [])))
  const ids = new Set<string>()
  for (const read of rows) {
    const { row } = read
    if (!read.ok) {
      problems.push({ row, reason: read.reason })
      continue
    }
    if (read.rule.pattern.trim() === '') {
      problems.push({ row, reason: 'It has no pattern.' })
      continue
    }
    const wanted = read.id === '' ? madeId(read.rule) : read.id
    const id = ids.has(wanted) ? freeId(wanted, ids, given) : wanted
    ids.add(id)
    if (id !== wanted && read.id !== '') {
      problems.push({ row, reason: `A rule above has the same ID, ${wanted}; this one was given ${id}.` })
    }
    if (read.remark !== undefined) problems.push({ row, reason: read.remark })
    rules.push({ id, ...read.rule })
  }
  return { rules, problems }
}

function freeId(wanted: string, ids: ReadonlySet<string>, given: ReadonlySet<string>): string {
  let count = 2
  while (ids.has(`${wanted}-${count}`) || given.has(`${wanted}-${count}`)) count += 1
  return `${wanted}-${count}`
}

/** A name out of what the rule looks for. */
function madeId(rule: Omit<HouseRule, 'id'>): string {
  let hash = 0x811c9dc5
  for (const sign of `${rule.type}\n${rule.pattern}\n${rule.replacement ?? ''}`) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return `rule-${hash.toString(16).padStart(8, '0')}`
}
