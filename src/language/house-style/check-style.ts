import { UNREAD, type CheckedLine } from '../../domain/checks/checked-story.ts'
import type { FlagWeight, LineFlag } from '../../domain/checks/flag.ts'
import type { CompiledRule, CompiledRules } from './compile-rules.ts'
import { foldCase } from './fold-case.ts'
import { isNarrow } from '../narrow-pattern.ts'
import { quotationRanges, type Quotation } from './quotation-ranges.ts'
import { replacementFor } from './replacement.ts'
import { isSentenceStart } from './sentence-start.ts'
import { withoutOverlaps } from './without-overlaps.ts'

/** More hits of one rule in one line say nothing more. */
const MOST_HITS = 100

/**
 * What a newsroom's rules say of one line. Notes are never matched, quotations only by rules that say so. Where hits overlap,
 * one stays (see `withoutOverlaps`). `onRule` hears of each rule before it runs, so that one that doesn't come to an end is known.
 */
export function checkStyle(
  line: CheckedLine,
  compiled: CompiledRules,
  onRule?: (id: string) => void,
): readonly LineFlag[] {
  const { signs, part, kind } = line
  const quotations =
    kind === 'quote' || kind === 'pullquote' ? [{ from: 0, to: signs.length }] : quotationRanges(signs)
  const isForNarrow = isNarrow(signs)
  const flags: LineFlag[] = []
  for (const rule of compiled.candidates(foldCase(signs))) {
    if (!rule.parts.has(part)) continue
    onRule?.(rule.rule.id)
    flags.push(...flagsOf(rule, rule.expression(isForNarrow), signs, quotations))
  }
  return withoutOverlaps(flags)
}

function flagsOf(
  rule: CompiledRule,
  expression: ReturnType<CompiledRule['expression']>,
  signs: string,
  quotations: readonly Quotation[],
): readonly LineFlag[] {
  if (!expression) return []
  const flags: LineFlag[] = []
  // Hits and quotations both come in the order of the text.
  let quoted = 0
  for (const hit of hitsOf(expression.regex, signs)) {
    const [words] = hit
    const from = hit.index
    const to = from + words.length
    if (words === '' || words.includes(UNREAD)) continue
    while ((quotations[quoted]?.to ?? Infinity) <= from) quoted += 1
    if (!rule.rule.inQuotations && to > (quotations[quoted]?.from ?? Infinity)) continue
    const plain = rule.replacement && replacementFor(rule.replacement, expression.groups, hit)
    flags.push(flagOf(rule, signs, from, words, plain))
    if (flags.length === MOST_HITS) break
  }
  return flags
}

/** Hits one after the other. A browser can give up on a pattern while it runs; then there are no more. */
function* hitsOf(expression: RegExp, signs: string): Generator<RegExpExecArray> {
  expression.lastIndex = 0
  for (;;) {
    let hit: RegExpExecArray | null = null
    try {
      hit = expression.exec(signs)
    } catch {
      return
    }
    if (!hit) return
    if (hit[0] === '') expression.lastIndex += 1
    yield hit
  }
}

function flagOf(
  rule: CompiledRule,
  signs: string,
  from: number,
  words: string,
  plain: string | null,
): LineFlag {
  const { id, isForced, isAdvisory } = rule.rule
  const fix = plain === null || plain === words ? plain : inPlace(plain, signs, from)
  const isRight = fix === words
  const weight: FlagWeight = isRight ? 'right' : isForced ? 'forced' : isAdvisory ? 'advice' : 'fault'
  return {
    kind: 'style',
    check: 'house-style',
    rule: id,
    from,
    to: from + words.length,
    words,
    message: messageOf(rule, words, fix, isRight),
    weight,
    fixes: fix === null || isRight ? [] : [fix],
  }
}

/** At a sentence's start a replacement has a capital, however the rule has it. */
function inPlace(fix: string, signs: string, from: number): string {
  const [first = ''] = fix
  return isSentenceStart(signs, from) ? first.toUpperCase() + fix.slice(first.length) : fix
}

function messageOf({ rule, why }: CompiledRule, words: string, fix: string | null, isRight: boolean): string {
  if (isRight) return why === '' ? `“${words}” is right.` : why
  if (why !== '') return why
  const name = rule.category === '' ? 'House style' : `House style (${rule.category})`
  if (fix === null) return `${name} has a rule about “${words}”.`
  return fix === '' ? `${name}: leave out “${words}”.` : `${name}: “${fix}”, not “${words}”.`
}
