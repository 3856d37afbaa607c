import * as Y from 'yjs'
import type { CheckReport } from '../domain/checks/check-report.ts'
import { BLANK_REPORT } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import { CHECK_SETTINGS } from '../domain/checks/check-settings.ts'
import type { RunChecks } from '../domain/checks/run-checks.ts'
import type { CheckAnswer, CheckQuestion } from './check-messages.ts'
import { isMidWord } from './is-mid-word.ts'
import { QuietReports } from './quiet-reports.ts'

/** As much of a worker as is needed of one. */
export type CheckWorker = {
  postMessage(question: CheckQuestion): void
  addEventListener(type: 'message', listener: (event: { readonly data: CheckAnswer }) => void): void
  addEventListener(type: 'error', listener: () => void): void
  terminate(): void
}

type Watched = {
  readonly doc: Y.Doc
  readonly reports: QuietReports
  readonly stop: () => void
}

/**
 * The page's side of the checks. The worker is begun with the first story, gets each change of its document as it is
 * made, and nothing else happens on the page's thread. One that fails is begun anew once; where there is none to be
 * had, stories have no flags and their report says so.
 */
export class StoryChecker implements RunChecks {
  readonly #makeWorker: () => CheckWorker
  #worker: CheckWorker | null = null
  #settings: CheckSettings = CHECK_SETTINGS
  readonly #watched = new Map<string, Watched>()
  #failures = 0

  constructor(makeWorker: () => CheckWorker = newWorker) {
    this.#makeWorker = makeWorker
  }

  set(settings: CheckSettings): void {
    this.#settings = settings
    this.#worker?.postMessage({ kind: 'settings', settings })
  }

  watch(story: string, doc: Y.Doc, report: (report: CheckReport) => void): () => void {
    this.#watched.get(story)?.stop()
    const reports = new QuietReports(report)
    const onUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, change: Y.Transaction): void => {
      reports.changed(isMidWord(change))
      this.#worker?.postMessage({ kind: 'news', story, update })
    }
    doc.on('update', onUpdate)
    const stop = (): void => {
      doc.off('update', onUpdate)
      reports.close()
      if (this.#watched.get(story)?.stop !== stop) return
      this.#watched.delete(story)
      this.#worker?.postMessage({ kind: 'close', story })
    }
    this.#watched.set(story, { doc, reports, stop })
    if (this.#worker) this.#open(this.#worker, story, doc)
    else this.#begin()
    return stop
  }

  #begin(): void {
    if (this.#failures > 1) {
      for (const { reports } of this.#watched.values())
        reports.take({ ...BLANK_REPORT, broken: 'everything' })
      return
    }
    const worker = this.#makeWorker()
    this.#worker = worker
    worker.addEventListener('message', ({ data }) => this.#watched.get(data.story)?.reports.take(data.report))
    worker.addEventListener('error', () => {
      if (this.#worker !== worker) return
      worker.terminate()
      this.#worker = null
      this.#failures += 1
      this.#begin()
    })
    worker.postMessage({ kind: 'settings', settings: this.#settings })
    for (const [story, { doc }] of this.#watched) this.#open(worker, story, doc)
  }

  #open(worker: CheckWorker, story: string, doc: Y.Doc): void {
    worker.postMessage({ kind: 'open', story, state: Y.encodeStateAsUpdate(doc) })
  }
}

const newWorker = (): CheckWorker =>
  new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
