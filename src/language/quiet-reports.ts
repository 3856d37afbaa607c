import type { CheckReport } from '../domain/checks/check-report.ts'

/** Milliseconds without a change after which a report is taken in: of a fix, a paste, a word that came to its end. */
const QUIET = 100
/** The same in the middle of a word: one that is being typed is no misspelling, and between two keys nothing is drawn. */
const WRITTEN = 500
/** Milliseconds that a report waits at most, where changes come and come. */
const LONGEST = 5000

/**
 * Hands on the reports of a story between changes of it: drawing what they say takes longer than a key may. Of those that
 * come meanwhile only the last one counts.
 */
export class QuietReports {
  readonly #report: (report: CheckReport) => void
  #changed = Number.NEGATIVE_INFINITY
  #quiet = QUIET
  #waiting: { readonly since: number; report: CheckReport } | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(report: (report: CheckReport) => void) {
    this.#report = report
  }

  /** The story has changed now. One letter after a pause is a correction, more of them are a word that is being typed. */
  changed(isMidWord: boolean): void {
    const now = performance.now()
    this.#quiet = isMidWord && now - this.#changed < WRITTEN ? WRITTEN : QUIET
    this.#changed = now
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#look()
  }

  /** At once where nothing has changed for a while, else as soon as that is so. */
  take(report: CheckReport): void {
    if (this.#waiting) this.#waiting.report = report
    else this.#waiting = { since: performance.now(), report }
    if (this.#timer === null) this.#look()
  }

  /** Nothing is handed on any more. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#waiting = null
  }

  #look(): void {
    this.#timer = null
    if (!this.#waiting) return
    const { since, report } = this.#waiting
    const rest = Math.min(this.#changed + this.#quiet, since + LONGEST) - performance.now()
    if (rest > 0) {
      this.#timer = setTimeout(() => this.#look(), rest)
      return
    }
    this.#waiting = null
    this.#report(report)
  }
}
