import { BLANK_REPORT } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { RunChecks } from '../domain/checks/run-checks.ts'
import { latePart } from './late-part.ts'

/**
 * What runs the checks, loaded with the first story that is watched. Where it can't be loaded a story's report says that
 * nothing is checked, and the next story tries again.
 */
export function lateChecks(load: () => Promise<RunChecks>): RunChecks {
  let settings: CheckSettings | null = null
  const part = latePart(
    async () => {
      const checks = await load()
      if (settings) checks.set(settings)
      return checks
    },
    () => undefined,
  )
  return {
    set(now) {
      settings = now
      part.loaded()?.set(now)
    },
    watch(story, doc, report) {
      let isOver = false
      let stop: (() => void) | null = null
      void part
        .use((checks) => {
          if (!isOver) stop = checks.watch(story, doc, report)
        })
        .then(() => {
          if (!isOver && stop === null) report({ ...BLANK_REPORT, broken: 'everything' })
        })
      return () => {
        isOver = true
        stop?.()
      }
    },
  }
}
