import { problemOfRule } from '../../../domain/checks/checks-change.ts'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import { readReplacement } from '../../../language/house-style/replacement.ts'
import { readJava } from '../../../language/house-style/java/translate-java.ts'

/** What is wrong with a rule as it is written, by field, for people; '' where nothing is. */
export type DraftProblems = { readonly pattern: string; readonly replacement: string; readonly other: string }

const FINE: DraftProblems = { pattern: '', replacement: '', other: '' }

/** A rule that is still to be written. */
export const newRule = (id: string): HouseRule => ({
  id,
  type: 'regex',
  pattern: '',
  replacement: null,
  category: '',
  tags: [],
  description: '',
  notes: '',
  isOff: false,
  isForced: false,
  isAdvisory: false,
  inQuotations: false,
})

/** Why a rule can't be kept, or couldn't run. */
export function problemsOf(rule: HouseRule): DraftProblems {
  if (rule.pattern.trim() === '') return { ...FINE, pattern: 'Write what the rule looks for.' }
  const problem = problemOfRule(rule)
  if (problem !== null) return { ...FINE, other: problem }
  if (rule.type !== 'regex') return FINE
  const pattern = readJava(rule.pattern)
  if (!pattern.ok) return { ...FINE, pattern: pattern.reason }
  const replacement = rule.replacement === null ? null : readReplacement(rule.replacement, pattern)
  return replacement === null || replacement.ok ? FINE : { ...FINE, replacement: replacement.reason }
}

/** Tags as they are typed, with commas between them. */
export const tagsIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]
