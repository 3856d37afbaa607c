import { CHECK_LIMITS, problemOfRule } from '../../../domain/checks/checks-change.ts'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import { sameJson } from '../../../domain/json.ts'

/** What becomes of the newsroom's rules when these are brought in. */
export type ImportPlan = {
  readonly added: readonly HouseRule[]
  readonly replaced: readonly HouseRule[]
  readonly same: number
  /** Rules that can't be kept, each with the reason; they are not brought in. */
  readonly refused: readonly { readonly rule: string; readonly reason: string }[]
  /** Rules of the newsroom that the file doesn't have, which go where all are replaced. */
  readonly others: number
}

/** Says it before anything is changed. */
export function planImport(known: readonly HouseRule[], read: readonly HouseRule[]): ImportPlan {
  const there = new Map(known.map((rule) => [rule.id, rule]))
  const refused = read.flatMap((rule) => {
    const reason = problemOfRule(rule)
    return reason === null ? [] : [{ rule: rule.id, reason: reason.replace(' Nothing was changed.', '') }]
  })
  const out = new Set(refused.map(({ rule }) => rule))
  const kept = read.filter(({ id }) => !out.has(id))
  const ids = new Set(kept.map(({ id }) => id))
  return {
    added: kept.filter(({ id }) => !there.has(id)),
    replaced: kept.filter((rule) => there.has(rule.id) && !sameJson(there.get(rule.id), rule)),
    same: kept.filter((rule) => sameJson(there.get(rule.id), rule)).length,
    refused,
    others: known.filter(({ id }) => !ids.has(id)).length,
  }
}

/** Why there would be too many rules; '' where there wouldn't. */
export const excessOf = (count: number): string =>
  count > CHECK_LIMITS.rules
    ? `That would be ${count.toLocaleString('en-GB')} rules; a newsroom has at most ${CHECK_LIMITS.rules.toLocaleString('en-GB')}.`
    : ''
