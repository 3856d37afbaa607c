import type { LinePart } from '../../domain/checks/checked-story.ts'
import type { HouseRule } from '../../domain/checks/house-rule.ts'

/** Parts of a story in which a rule runs. */
export type RuleParts = ReadonlySet<LinePart>

/** Where rules run that say nothing of it. Bylines, credits and places are names, which style has no say in. */
const EVERYWHERE: RuleParts = new Set<LinePart>(['headline', 'dek', 'body', 'caption', 'alt'])

const NAMES: readonly LinePart[] = [
  'headline',
  'dek',
  'body',
  'caption',
  'alt',
  'credit',
  'author',
  'place',
  'field',
]

/**
 * Where a rule runs: in headline, dek, body, captions and alt texts, unless it has tags like "only:headline", one for
 * each part in which it runs (that way credits, authors and the dateline's place can be had too).
 */
export function partsOfRule(rule: HouseRule): RuleParts {
  if (!rule.tags.some((tag) => tag.startsWith('only:'))) return EVERYWHERE
  const named = NAMES.filter((part) => rule.tags.includes(`only:${part}`))
  return named.length > 0 ? new Set(named) : EVERYWHERE
}
