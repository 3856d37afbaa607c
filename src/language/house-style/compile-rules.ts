import type { HouseRule } from '../../domain/checks/house-rule.ts'
import { candidateIndex } from './candidate-index.ts'
import { narrowPattern } from '../narrow-pattern.ts'
import { readJava, translateJava } from './java/translate-java.ts'
import { partsOfRule, type RuleParts } from './parts-of-rule.ts'
import { plainDescription } from './plain-description.ts'
import { readReplacement, type Replacement } from './replacement.ts'

/** A rule that runs. */
export type CompiledRule = {
  readonly rule: HouseRule
  readonly replacement: Replacement | null
  readonly parts: RuleParts
  /** The description, as plain words. */
  readonly why: string
  /**
   * The expression, made when it is first asked for, and where each of Java's groups is in a hit; null where the browser
   * refuses it. `isForNarrow`: one that is only for texts that are (`isNarrow`).
   */
  expression(isForNarrow: boolean): { readonly regex: RegExp; readonly groups: readonly number[] } | null
}

/** A newsroom's rules, ready to run. */
export type CompiledRules = {
  readonly rules: readonly CompiledRule[]
  /** Rules that can't run here, each with the reason, for people. Rules that are switched off are not among them. */
  readonly skipped: readonly { readonly rule: HouseRule; readonly reason: string }[]
  /** The rules that can have a hit in a text in folded letters (`foldCase`), in their order. */
  candidates(folded: string): readonly CompiledRule[]
}

/**
 * Makes rules ready to run. Patterns are translated at once, so that every rule that can't run is known, and compiled when
 * they are first needed. What this Stet doesn't run (LanguageTool's rules) is listed, never dropped silently.
 */
export function compileRules(rules: readonly HouseRule[]): CompiledRules {
  const compiled: CompiledRule[] = []
  const needs: (readonly string[] | null)[] = []
  const skipped: { rule: HouseRule; reason: string }[] = []
  const translations = new Map<string, ReturnType<typeof readJava>>()
  for (const rule of rules) {
    // Words of the dictionary are for spelling: see words-of.ts.
    if (rule.isOff || rule.type === 'dictionary') continue
    if (rule.type !== 'regex') {
      skipped.push({ rule, reason: LANGUAGE_TOOL[rule.type] })
      continue
    }
    const known = translations.get(rule.pattern)
    const translated = known ?? readJava(rule.pattern)
    if (!known) translations.set(rule.pattern, translated)
    if (!translated.ok) {
      skipped.push({ rule, reason: translated.reason })
      continue
    }
    const replacement = rule.replacement === null ? null : readReplacement(rule.replacement, translated)
    if (replacement && !replacement.ok) {
      skipped.push({ rule, reason: replacement.reason })
      continue
    }
    compiled.push(new LazyRule(rule, replacement?.parts ?? null))
    needs.push(translated.needs)
  }
  const index = candidateIndex(needs)
  return {
    rules: compiled,
    skipped,
    candidates: (folded) =>
      index.candidates(folded).flatMap((at) => {
        const rule = compiled[at]
        return rule ? [rule] : []
      }),
  }
}

const LANGUAGE_TOOL = {
  languageToolXML:
    'It is a rule for LanguageTool, which Stet doesn’t run. It is kept, and exported as it came.',
  languageToolCore:
    'It switches on a rule inside of LanguageTool, which Stet doesn’t run. It is kept, and exported as it came.',
}

/** A rule whose expressions and plain words are made when they are asked for. */
class LazyRule implements CompiledRule {
  readonly rule: HouseRule
  readonly replacement: Replacement | null
  readonly parts: RuleParts
  #why: string | null = null
  #whole: ReturnType<CompiledRule['expression']> | undefined
  #narrow: ReturnType<CompiledRule['expression']> | undefined

  constructor(rule: HouseRule, replacement: Replacement | null) {
    this.rule = rule
    this.replacement = replacement
    this.parts = partsOfRule(rule)
  }

  get why(): string {
    this.#why ??= plainDescription(this.rule.description)
    return this.#why
  }

  expression(isForNarrow: boolean): ReturnType<CompiledRule['expression']> {
    if (isForNarrow) {
      if (this.#narrow === undefined) this.#narrow = expressionOf(this.rule.pattern, true)
      return this.#narrow
    }
    if (this.#whole === undefined) this.#whole = expressionOf(this.rule.pattern, false)
    return this.#whole
  }
}

function expressionOf(pattern: string, isForNarrow: boolean): ReturnType<CompiledRule['expression']> {
  const translated = translateJava(pattern)
  if (!translated.ok) return null
  const { source, flags, groups } = translated
  try {
    return { regex: new RegExp(isForNarrow ? narrowPattern(source, flags) : source, flags), groups }
  } catch {
    return null
  }
}
