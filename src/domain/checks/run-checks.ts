import type * as Y from 'yjs'
import type { CheckReport } from './check-report.ts'
import type { CheckSettings } from './check-settings.ts'

/** What runs the checks, somewhere off the page's thread. Whoever shows stories is given one. */
export interface RunChecks {
  /** These settings hold from now on, for all stories. */
  set(settings: CheckSettings): void
  /**
   * Checks a story from now on, and again whenever its document changes, until the answer is called. `report` gets each
   * report that says something new; never during a transaction of the document.
   */
  watch(story: string, doc: Y.Doc, report: (report: CheckReport) => void): () => void
}
