import type { RuleImport } from './rule-import.ts'
import { readRuleJson } from './rule-json.ts'
import { readRuleSheet } from './rule-sheet.ts'

/** Reads a file of rules: what it is, its content says. The name is for the message where it is neither sheet nor JSON. */
export function readRules(fileName: string, text: string): RuleImport {
  const isJson = /^\uFEFF?\s*[[{]/u.test(text)
  const read = isJson ? readRuleJson(text) : readRuleSheet(text)
  if (read.ok) return read
  const isEmpty = text.trim() === ''
  const message = isEmpty
    ? `“${fileName}” is empty. No rule was changed.`
    : `Stet can’t read rules from “${fileName}”, so no rule was changed. It takes a sheet as CSV with the headings Type, Pattern, Replacement, Category, Description and ID, or JSON with a list named “rules”.`
  return { ok: false, message }
}
