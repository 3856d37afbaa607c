import type { CheckSettings } from '../../../domain/checks/check-settings.ts'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import { foldText } from '../../../domain/search-text.ts'
import { STARTER_RULES } from '../../../language/house-style/starter/starter-rules.ts'

/** A rule as the settings list it. */
export type ListedRule = {
  readonly rule: HouseRule
  readonly from: 'own' | 'starter'
  readonly isOn: boolean
}

/** Which rules are shown. '' is every category, every tag. */
export type RuleQuery = {
  readonly search: string
  readonly category: string
  readonly tag: string
  readonly show: 'all' | 'on' | 'off' | 'own' | 'starter' | 'broken'
}

export const EVERY_RULE: RuleQuery = { search: '', category: '', tag: '', show: 'all' }

/** All rules that a newsroom has: its own, then those of its starter set that none of its own stands in for. */
export function listedRules(
  settings: Pick<CheckSettings, 'rules' | 'rulesOff' | 'starter'>,
): readonly ListedRule[] {
  const off = new Set(settings.rulesOff)
  const own = new Set(settings.rules.map(({ id }) => id))
  const listed = (from: ListedRule['from']) => (rule: HouseRule) => ({
    rule,
    from,
    isOn: !rule.isOff && !off.has(rule.id),
  })
  const starter = settings.starter === 'none' ? [] : STARTER_RULES[settings.starter]
  return [
    ...settings.rules.map(listed('own')),
    ...starter.filter(({ id }) => !own.has(id)).map(listed('starter')),
  ]
}

/** Those that were asked for. Every word of the search must stand in a rule, without regard to case or accents. */
export function matchingRules(
  rules: readonly ListedRule[],
  { search, category, tag, show }: RuleQuery,
  broken: ReadonlyMap<string, string>,
): readonly ListedRule[] {
  const words = foldText(search).split(/\s+/u).filter(Boolean)
  return rules.filter(({ rule, from, isOn }) => {
    if (category !== '' && rule.category !== category) return false
    if (tag !== '' && !rule.tags.includes(tag)) return false
    const isShown = {
      all: true,
      on: isOn,
      off: !isOn,
      own: from === 'own',
      starter: from === 'starter',
      broken: broken.has(rule.id),
    }
    if (!isShown[show]) return false
    if (words.length === 0) return true
    const text = searchText(rule)
    return words.every((word) => text.includes(word))
  })
}

/** Folded once for each rule: a newsroom has thousands, and each key of a search looks through all. */
const folded = new WeakMap<HouseRule, string>()

function searchText(rule: HouseRule): string {
  const known = folded.get(rule)
  if (known !== undefined) return known
  const { id, pattern, replacement, category, description, notes, tags } = rule
  const text = foldText([id, pattern, replacement ?? '', category, description, notes, ...tags].join('\n'))
  folded.set(rule, text)
  return text
}

/** What is there to choose from, in order. */
export function choicesIn(rules: readonly ListedRule[]): {
  readonly categories: readonly string[]
  readonly tags: readonly string[]
} {
  const sorted = (values: readonly string[]): readonly string[] =>
    [...new Set(values)].filter((value) => value !== '').toSorted((a, b) => a.localeCompare(b))
  return {
    categories: sorted(rules.map(({ rule }) => rule.category)),
    tags: sorted(rules.flatMap(({ rule }) => rule.tags)),
  }
}
