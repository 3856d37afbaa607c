import type { Allowed, CheckSettings } from '../domain/checks/check-settings.ts'
import { CHECK_SETTINGS, DIALECTS } from '../domain/checks/check-settings.ts'
import type { HouseRule } from '../domain/checks/house-rule.ts'
import type { Shape } from './shape.ts'
import { checked, list, number, oneOf, orNull, record, text, truth, WRONG } from './shape.ts'

// How check settings lie in the store "meta": one row for all but the rules, and the rules in parts, so that a rule that is
// edited rewrites one part. Whatever of it can't be understood is as if it were not there, and stays where it is.

/** Into so many parts rules are divided. Never to be changed: it says where each rule is. */
export const PARTS = 64

/** Rows of parts have names that begin with this. */
export const PART_PREFIX = 'house-rules/'

/** Everything but the rules. `changes` and `at` tell one state of all settings from another. */
export type ChecksRow = Omit<CheckSettings, 'rules'> & {
  readonly name: 'checks'
  readonly changes: number
  /** ISO instant of the last change. */
  readonly at: string
}

/** A rule with what orders it among all. */
export type PlacedRule = { readonly place: number; readonly rule: HouseRule }

/** Some of the rules. `rest`: what stood in the part and could not be understood. */
export type PartRow = {
  readonly name: `${typeof PART_PREFIX}${number}`
  readonly rules: readonly PlacedRule[]
  readonly rest?: readonly unknown[]
}

/** The row in which the rule with this id is. */
export function partOf(id: string): PartRow['name'] {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0
  }
  return `${PART_PREFIX}${hash % PARTS}`
}

const rule = record<HouseRule>({
  id: text,
  type: oneOf('regex', 'dictionary', 'languageToolXML', 'languageToolCore'),
  pattern: text,
  replacement: orNull(text),
  category: text,
  tags: list(text),
  description: text,
  notes: text,
  isOff: truth,
  isForced: truth,
  isAdvisory: truth,
  inQuotations: truth,
})
const placed = record<PlacedRule>({ place: number, rule })
const allowed = record<Allowed>({ check: text, rule: text, words: text })
const dialect = oneOf(...DIALECTS)
const starter = oneOf('British', 'American', 'none')
const datelineStyle = oneOf('AP', 'Reuters', 'AFP', 'PA')

/** Settings as they are answered: all of them, and nothing that can't be understood. */
export const checkSettings = record<CheckSettings>({
  dialect,
  starter,
  datelineStyle,
  rules: list(rule),
  rulesOff: list(text),
  checksOff: list(text),
  deskWords: list(text),
  allowed: list(allowed),
})

/** The row as it is understood; each setting that isn't is the one that holds until a newsroom says otherwise. */
export function asChecksRow(stored: unknown): ChecksRow {
  const row = objectOf(stored)
  const setting = <Value>(name: keyof ChecksRow, shape: Shape<Value>, otherwise: Value): Value =>
    (checked(shape, row[name]) as Value | null) ?? otherwise
  return {
    name: 'checks',
    dialect: setting('dialect', dialect, CHECK_SETTINGS.dialect),
    starter: setting('starter', starter, CHECK_SETTINGS.starter),
    datelineStyle: setting('datelineStyle', datelineStyle, CHECK_SETTINGS.datelineStyle),
    rulesOff: understood(row['rulesOff'], text),
    checksOff: understood(row['checksOff'], text),
    deskWords: understood(row['deskWords'], text),
    allowed: understood(row['allowed'], allowed),
    changes: setting('changes', number, 0),
    at: setting('at', text, ''),
  }
}

/** The part as it is understood. */
export function asPartRow(name: PartRow['name'], stored: unknown): PartRow {
  if (stored === undefined || stored === null) return { name, rules: [] }
  const row = objectOf(stored)
  const entries = Array.isArray(row['rules']) ? (row['rules'] as readonly unknown[]) : null
  const before = Array.isArray(row['rest']) ? (row['rest'] as readonly unknown[]) : []
  const wrong = entries ? entries.filter((entry) => placed(entry) === WRONG) : [stored]
  const rest = [...before, ...wrong]
  const rules = understood(entries, placed)
  return rest.length > 0 ? { name, rules, rest } : { name, rules }
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

function understood<Value>(stored: unknown, shape: Shape<Value>): readonly Value[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry) => {
    const found = shape(entry)
    return found === WRONG ? [] : [found]
  })
}
