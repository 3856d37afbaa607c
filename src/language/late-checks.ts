import type * as Y from 'yjs'
import type { CheckReport } from '../domain/checks/check-report.ts'
import { BLANK_REPORT } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { RunChecks } from '../domain/checks/run-checks.ts'

/**
 * What runs the checks, loaded with the first story that is watched. Where it can't be loaded a story's report says that
 * nothing is checked, and the next story tries again.
 */
export class LateChecks implements RunChecks {
  readonly #load: () => Promise<RunChecks>
  #loading: Promise<RunChecks> | null = null
  #checks: RunChecks | null = null
  #settings: CheckSettings | null = null

  constructor(load: () => Promise<RunChecks>) {
    this.#load = load
  }

  set(settings: CheckSettings): void {
    this.#settings = settings
    this.#checks?.set(settings)
  }

  watch(story: string, doc: Y.Doc, report: (report: CheckReport) => void): () => void {
    let isOver = false
    let stop = (): void => undefined
    void this.#ready().then((checks) => {
      if (isOver) return
      if (checks) stop = checks.watch(story, doc, report)
      else report({ ...BLANK_REPORT, broken: 'everything' })
    })
    return () => {
      isOver = true
      stop()
    }
  }

  async #ready(): Promise<RunChecks | null> {
    this.#loading ??= this.#load()
    try {
      const checks = await this.#loading
      if (this.#checks !== checks && this.#settings) checks.set(this.#settings)
      this.#checks = checks
      return checks
    } catch {
      this.#loading = null
      return null
    }
  }
}
