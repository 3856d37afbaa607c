import type { CheckSettings } from '../../domain/checks/check-settings.ts'

/** Words that are right for a newsroom: those that it always allows, and those that its dictionary rules name. */
export function wordsOf({
  deskWords,
  rules,
  rulesOff,
}: Pick<CheckSettings, 'deskWords' | 'rules' | 'rulesOff'>): readonly string[] {
  const off = new Set(rulesOff)
  const named = rules.filter(({ type, isOff, id }) => type === 'dictionary' && !isOff && !off.has(id))
  return [...deskWords, ...named.map(({ pattern }) => pattern.trim())]
}
