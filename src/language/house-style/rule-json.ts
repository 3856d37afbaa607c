import { z } from 'zod/mini'
import type { HouseRule } from '../../domain/checks/house-rule.ts'
import { collectRules, type ReadRow } from './collect-rules.ts'
import type { RuleImport } from './rule-import.ts'
import { typeNamed } from './rule-types.ts'

const Words = z.nullish(z.string())
const Yes = z.nullish(z.boolean())
const Suggestion = z.object({ text: z.string() })

/** A rule of the artefact or a row of the rule manager: both name the same things differently, and leave out what they don't have. */
const Rule = z.object({
  _type: Words,
  ruleType: Words,
  id: z.nullish(z.union([z.string(), z.number()])),
  externalId: Words,
  category: z.nullish(z.union([z.string(), z.object({ id: z.string(), name: Words })])),
  description: Words,
  suggestions: z.nullish(z.array(Suggestion)),
  replacement: z.nullish(z.union([z.string(), Suggestion])),
  regex: Words,
  xml: Words,
  languageToolRuleId: Words,
  word: Words,
  pattern: Words,
  tags: z.nullish(z.union([z.string(), z.array(z.union([z.string(), z.number()]))])),
  notes: Words,
  ignore: Yes,
  forceRedRule: Yes,
  advisoryRule: Yes,
  inQuotations: Yes,
})
type RawRule = z.infer<typeof Rule>

/** Where the artefact keeps the pattern of each type, and the class that it names. */
const SHAPES = {
  regex: { key: 'regex', name: 'RegexRule' },
  languageToolXML: { key: 'xml', name: 'LTRuleXML' },
  languageToolCore: { key: 'languageToolRuleId', name: 'LTRuleCore' },
  dictionary: { key: 'word', name: 'DictionaryRule' },
} as const

/** What Stet keeps, and what it may lose without saying so. */
const KNOWN = new Set([...Object.keys(Rule.shape), 'type', 'priority', 'ruleOrder', 'revisionId'])
const MADE_BY_MANAGER = /^(?:created|updated)(?:At|By)$|^is|^hasUnpublishedChanges$|^reason$/u

/** Reads rules as JSON: Typerighter's artefact, rows of its rule manager, or a bare list of either. */
export function readRuleJson(text: string): RuleImport {
  const list = listOf(parsed(text))
  if (!list) {
    return {
      ok: false,
      message: 'This is not a file of rules: it should be JSON with a list named “rules”.',
    }
  }
  return { ok: true, ...collectRules(list.map((raw, at) => readRule(raw, at + 1))), notKept: notKept(list) }
}

/** Writes rules as Typerighter's artefact, with what that has no place for beside it, under the rule manager's names. */
export function writeRuleJson(rules: readonly HouseRule[]): string {
  return `${JSON.stringify({ rules: rules.map(rawRule) }, null, 2)}\n`
}

function rawRule(rule: HouseRule): Record<string, unknown> {
  const { key, name } = SHAPES[rule.type]
  return {
    _type: `com.gu.typerighter.model.${name}`,
    id: rule.id,
    category: { id: rule.category, name: rule.category },
    description: rule.description,
    suggestions: [],
    ...(rule.replacement === null
      ? {}
      : { replacement: { type: 'TEXT_SUGGESTION', text: rule.replacement } }),
    [key]: rule.pattern,
    ruleType: rule.type,
    tags: rule.tags,
    notes: rule.notes,
    ignore: rule.isOff,
    forceRedRule: rule.isForced,
    advisoryRule: rule.isAdvisory,
    inQuotations: rule.inQuotations,
  }
}

function readRule(value: unknown, row: number): ReadRow {
  const read = Rule.safeParse(value)
  if (!read.success) {
    const place = read.error.issues[0]?.path.join('.') ?? ''
    const reason =
      place === '' ? 'It is not a rule.' : `It has something in “${place}” that a rule doesn’t have there.`
    return { row, ok: false, reason }
  }
  const raw = read.data
  const type = typeOf(raw)
  if (!type) return { row, ok: false, reason: 'It doesn’t say what type of rule it is.' }
  const { replacement, remark } = replacementOf(raw)
  return {
    row,
    ok: true,
    id: String(raw.externalId ?? raw.id ?? '').trim(),
    rule: {
      type,
      pattern: raw[SHAPES[type].key] ?? raw.pattern ?? '',
      replacement,
      category:
        typeof raw.category === 'string' ? raw.category : (raw.category?.name ?? raw.category?.id ?? ''),
      description: raw.description ?? '',
      tags: tagsOf(raw.tags),
      notes: raw.notes ?? '',
      isOff: raw.ignore ?? false,
      isForced: raw.forceRedRule ?? false,
      isAdvisory: raw.advisoryRule ?? false,
      inQuotations: raw.inQuotations ?? false,
    },
    ...(remark === null ? {} : { remark }),
  }
}

function typeOf(raw: RawRule): HouseRule['type'] | null {
  const { ruleType, _type: className } = raw
  const named = typeNamed(ruleType ?? '')
  if (named) return named
  const types = ['regex', 'languageToolXML', 'languageToolCore', 'dictionary'] as const
  const byClass = types.find((type) => className?.split('.').at(-1) === SHAPES[type].name)
  return byClass ?? types.find((type) => typeof raw[SHAPES[type].key] === 'string') ?? null
}

/** A suggestion is words as they are; where there is no replacement, the first one stands for it. */
function replacementOf({ replacement, suggestions }: RawRule): {
  readonly replacement: string | null
  readonly remark: string | null
} {
  const [first, ...more] = suggestions ?? []
  const kept =
    typeof replacement === 'string'
      ? replacement
      : (replacement?.text ?? first?.text.replace(/[$\\]/gu, String.raw`\$&`) ?? null)
  const isLost = more.length > 0 || (first !== undefined && replacement && first.text !== kept)
  return {
    replacement: kept,
    remark: isLost ? 'Only its replacement is kept, not its further suggestions.' : null,
  }
}

function tagsOf(tags: RawRule['tags']): readonly string[] {
  return (typeof tags === 'string' ? [tags] : (tags ?? []).map(String))
    .flatMap((tag) => tag.split(','))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

function notKept(list: readonly unknown[]): readonly string[] {
  const names = new Set<string>()
  for (const raw of list) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) continue
    for (const [name, value] of Object.entries(raw)) {
      if (!KNOWN.has(name) && !MADE_BY_MANAGER.test(name) && value !== null && value !== '') names.add(name)
    }
  }
  return [...names]
}

function listOf(value: unknown): readonly unknown[] | null {
  const list = typeof value === 'object' && value !== null && 'rules' in value ? value.rules : value
  return Array.isArray(list) ? list : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return null
  }
}
