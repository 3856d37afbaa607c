import type { CheckSettings } from '../../domain/checks/check-settings.ts'
import type { HouseRule } from '../../domain/checks/house-rule.ts'
import { STARTER_RULES } from './starter/starter-rules.ts'

/** The rules that run for a newsroom: its starter set without what it switched off, and its own. */
export function rulesOf({
  starter,
  rules,
  rulesOff,
}: Pick<CheckSettings, 'starter' | 'rules' | 'rulesOff'>): readonly HouseRule[] {
  const off = new Set(rulesOff)
  const started = starter === 'none' ? [] : STARTER_RULES[starter]
  return [...started, ...rules].filter(({ id, isOff }) => !isOff && !off.has(id))
}
