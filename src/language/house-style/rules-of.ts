import type { CheckSettings } from '../../domain/checks/check-settings.ts'
import type { HouseRule } from '../../domain/checks/house-rule.ts'
import { STARTER_RULES } from './starter/starter-rules.ts'

/**
 * The rules that run for a newsroom: its starter set without what it switched off, and then its own. One of its own with the
 * id of a starter rule stands in that rule's place, even when it is switched off.
 */
export function rulesOf({
  starter,
  rules,
  rulesOff,
}: Pick<CheckSettings, 'starter' | 'rules' | 'rulesOff'>): readonly HouseRule[] {
  const off = new Set(rulesOff)
  const own = new Set(rules.map(({ id }) => id))
  const started = starter === 'none' ? [] : STARTER_RULES[starter].filter(({ id }) => !own.has(id))
  return [...started, ...rules].filter(({ id, isOff }) => !isOff && !off.has(id))
}
