import type { HouseRule } from '../domain/checks/house-rule.ts'
import type { RuleTrial } from '../domain/checks/try-rules.ts'
import { StyleRunner } from './style-runner.ts'

/** Tries rules in a worker of their own, which is ended when one of them runs away. */
export function tryRules(rules: readonly HouseRule[]): RuleTrial {
  const runner = new StyleRunner({
    makeWorker: () => new Worker(new URL('./style-worker.ts', import.meta.url), { type: 'module' }),
  })
  runner.set(rules)
  return runner
}
