import type { RuleTrial } from '../../src/domain/checks/try-rules.ts'
import type { HouseRule } from '../../src/domain/checks/house-rule.ts'
import { checkStyle } from '../../src/language/house-style/check-style.ts'
import { compileRules } from '../../src/language/house-style/compile-rules.ts'

/** Tries rules as the app does, in this thread: there is no worker in Node. */
export function tryHere(rules: readonly HouseRule[]): Promise<RuleTrial> {
  const compiled = compileRules(rules)
  return Promise.resolve({
    check: (lines) => Promise.resolve(lines.map((line) => checkStyle(line, compiled))),
    stopped: [],
    skipped: compiled.skipped.map(({ rule, reason }) => ({ rule: rule.id, reason })),
    hasFailed: false,
    close() {},
  })
}
