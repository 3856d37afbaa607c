import { sameJson } from '../json.ts'
import type { Allowed, CheckSettings } from './check-settings.ts'
import type { HouseRule } from './house-rule.ts'

/** What can be set by itself; the rest has changes of its own, so that two people who change it both get what they asked for. */
export type PlainSettings = Pick<CheckSettings, 'dialect' | 'starter' | 'datelineStyle'>

/** One change of a newsroom's check settings. Plain data. Done twice it does what it does once. */
export type ChecksChange =
  | {
      readonly type: 'set'
      readonly settings: { readonly [Name in keyof PlainSettings]?: PlainSettings[Name] }
    }
  /** Switches checks, by name, or rules of the starter set, by id, on or off. */
  | {
      readonly type: 'switch checks' | 'switch rules'
      readonly names: readonly string[]
      readonly isOn: boolean
    }
  /** Rules are added at the end, or take the place of those with the same id. */
  | { readonly type: 'put rules'; readonly rules: readonly HouseRule[] }
  | { readonly type: 'remove rules'; readonly ids: readonly string[] }
  /** All rules of the newsroom's own are these from now on. */
  | { readonly type: 'replace rules'; readonly rules: readonly HouseRule[] }
  /** These always stand, or no longer do ("always allow"). */
  | {
      readonly type: 'allow' | 'disallow'
      readonly words: readonly string[]
      readonly allowed: readonly Allowed[]
    }

/** Bounds of what a newsroom's settings hold. Characters where it says so. */
export const CHECK_LIMITS = {
  rules: 20_000,
  /** Characters of a pattern, a replacement, a description, notes. */
  pattern: 4000,
  /** Characters of an id, a category, a tag. */
  name: 200,
  tags: 100,
  /** Desk words, and likewise allowed rows. */
  words: 50_000,
  /** Characters of a desk word, or of the words of an allowed row. */
  word: 1000,
  /** Names of checks, or of starter rules, that are switched off. */
  off: 5000,
} as const

export type ChangedChecks =
  | { readonly ok: true; readonly settings: CheckSettings }
  /** Too much, or not what a rule or a word can be. In words for people; nothing is changed then. */
  | { readonly ok: false; readonly message: string }

/** The settings after a change; the same object where it changes nothing. */
export function applyChecksChange(settings: CheckSettings, change: ChecksChange): ChangedChecks {
  const problem = problemOf(change)
  if (problem !== null) return { ok: false, message: problem }
  const changed = changedSettings(settings, change)
  const excess = excessOf(changed)
  if (excess !== null) return { ok: false, message: excess }
  return { ok: true, settings: sameJson(settings, changed) ? settings : changed }
}

function changedSettings(settings: CheckSettings, change: ChecksChange): CheckSettings {
  switch (change.type) {
    case 'set':
      return { ...settings, ...change.settings }
    case 'switch checks':
      return { ...settings, checksOff: switched(settings.checksOff, change) }
    case 'switch rules':
      return { ...settings, rulesOff: switched(settings.rulesOff, change) }
    case 'put rules':
      return { ...settings, rules: withRules(settings.rules, change.rules) }
    case 'remove rules': {
      const gone = new Set(change.ids)
      return { ...settings, rules: settings.rules.filter(({ id }) => !gone.has(id)) }
    }
    case 'replace rules':
      return { ...settings, rules: withRules([], change.rules) }
    case 'allow':
      return {
        ...settings,
        deskWords: [...new Set([...settings.deskWords, ...change.words])],
        allowed: [...byKey([...settings.allowed, ...change.allowed]).values()],
      }
    default: {
      const words = new Set(change.words)
      const gone = byKey(change.allowed)
      return {
        ...settings,
        deskWords: settings.deskWords.filter((word) => !words.has(word)),
        allowed: settings.allowed.filter((row) => !gone.has(keyOf(row))),
      }
    }
  }
}

function switched(
  off: readonly string[],
  { names, isOn }: { readonly names: readonly string[]; readonly isOn: boolean },
): readonly string[] {
  const named = new Set(names)
  return isOn ? off.filter((name) => !named.has(name)) : [...new Set([...off, ...names])]
}

/** Of two rules with one id the later one, in the place of the earlier. */
const withRules = (rules: readonly HouseRule[], put: readonly HouseRule[]): readonly HouseRule[] => [
  ...new Map([...rules, ...put].map((rule) => [rule.id, rule])).values(),
]

const keyOf = ({ check, rule, words }: Allowed): string => JSON.stringify([check, rule, words])
const byKey = (rows: readonly Allowed[]): ReadonlyMap<string, Allowed> =>
  new Map(rows.map((row) => [keyOf(row), row]))

const { rules: MOST_RULES, words: MOST_WORDS, word: LONGEST_WORD } = CHECK_LIMITS

function excessOf({ rules, deskWords, allowed, checksOff, rulesOff }: CheckSettings): string | null {
  if (rules.length > MOST_RULES) {
    return `A newsroom has at most ${count(MOST_RULES)} rules of its own, and these would be ${count(rules.length)}. Nothing was changed.`
  }
  if (deskWords.length > MOST_WORDS || allowed.length > MOST_WORDS) {
    return `At most ${count(MOST_WORDS)} words can always be allowed. Nothing was changed: take some back first.`
  }
  if (checksOff.length > CHECK_LIMITS.off || rulesOff.length > CHECK_LIMITS.off) {
    return `At most ${count(CHECK_LIMITS.off)} checks or rules can be switched off. Nothing was changed.`
  }
  return null
}

function problemOf(change: ChecksChange): string | null {
  switch (change.type) {
    case 'put rules':
    case 'replace rules':
      return change.rules.map(problemOfRule).find((problem) => problem !== null) ?? null
    case 'allow': {
      const words = [...change.words, ...change.allowed.map((row) => row.words)]
      if (change.words.some((word) => word.trim() === '') || words.includes(''))
        return 'There is no word to allow. Nothing was changed.'
      if (words.every((word) => word.length <= LONGEST_WORD)) return null
      return `Words that are always allowed are at most ${count(LONGEST_WORD)} characters long. Nothing was changed.`
    }
    default:
      return null
  }
}

/** Why a newsroom can't keep this rule, in words for people; null where it can. That it runs is not asked. */
export function problemOfRule(rule: HouseRule): string | null {
  const { id, pattern, replacement, category, description, notes, tags } = rule
  const name = `The rule “${id.slice(0, 40)}”`
  if (id.trim() === '') return 'A rule has no ID. Nothing was changed.'
  if (pattern.trim() === '') return `${name} has no pattern. Nothing was changed.`
  if ([pattern, replacement ?? '', description, notes].some((text) => text.length > CHECK_LIMITS.pattern)) {
    return `${name} is too long: pattern, replacement, description and notes have at most ${count(CHECK_LIMITS.pattern)} characters each. Nothing was changed.`
  }
  if (
    tags.length > CHECK_LIMITS.tags ||
    [id, category, ...tags].some((text) => text.length > CHECK_LIMITS.name)
  ) {
    return `${name} has an ID, a category or a tag of more than ${count(CHECK_LIMITS.name)} characters, or more than ${count(CHECK_LIMITS.tags)} tags. Nothing was changed.`
  }
  return null
}

const count = (value: number): string => value.toLocaleString('en-GB')
