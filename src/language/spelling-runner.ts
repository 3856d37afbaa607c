import type { SpellerState } from '../domain/checks/check-report.ts'
import type { Dialect } from '../domain/checks/check-settings.ts'
import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { LineFlag } from '../domain/checks/flag.ts'
import type { LineRunner } from './line-runner.ts'
import type { SpellingAnswer, SpellingQuestion } from './spelling-messages.ts'

/** As much of a worker as is needed of one. */
export type SpellingWorker = {
  postMessage(question: SpellingQuestion): void
  addEventListener(type: 'message', listener: (event: { readonly data: SpellingAnswer }) => void): void
  addEventListener(type: 'error', listener: (event: { preventDefault(): void }) => void): void
  terminate(): void
}

export type SpellingRunnerParts = {
  /** Begins a worker under the name of the dialect that it will be asked for first. */
  readonly makeWorker: (dialect: Dialect) => SpellingWorker
}

/**
 * Asks a speller in a worker of its own, which is begun with the first line at the latest. Where none can be had, lines come back
 * without flags, and `state` says so.
 */
export class SpellingRunner implements LineRunner {
  state: SpellerState = 'loading'
  readonly #parts: SpellingRunnerParts
  #worker: SpellingWorker | null = null
  #isClosed = false
  #opened: Promise<unknown> | null = null
  #asked: ((answer: SpellingAnswer | null) => void)[] = []
  #how: { readonly dialect: Dialect; readonly words: readonly string[] }

  constructor(dialect: Dialect, words: readonly string[], parts: SpellingRunnerParts) {
    this.#how = { dialect, words }
    this.#parts = parts
  }

  /** Whose spelling is right from now on, and which words besides. */
  set(dialect: Dialect, words: readonly string[]): void {
    this.#how = { dialect, words }
    if (this.#worker && this.#opened) this.#opened = this.#open(this.#worker)
  }

  async check(lines: readonly CheckedLine[]): Promise<readonly (readonly LineFlag[])[]> {
    this.begin()
    if (this.#worker) this.#opened ??= this.#open(this.#worker)
    // Opened anew while it was waited for: that counts too.
    for (let opened: unknown = null; opened !== this.#opened; await opened) opened = this.#opened
    const worker = this.#worker
    if (!worker || this.state === 'failed') return lines.map(() => [])
    const answer = await this.#ask(worker, { kind: 'check', lines })
    if (answer?.kind !== 'flags') return lines.map(() => [])
    this.state = answer.state
    return answer.flags
  }

  close(): void {
    this.#isClosed = true
    this.#end()
  }

  /** Begins the worker before anybody asks for anything: what takes longest to load is loaded from then on. */
  begin(): void {
    if (this.#worker || this.state === 'failed' || this.#isClosed) return
    try {
      const worker = this.#parts.makeWorker(this.#how.dialect)
      this.#worker = worker
      worker.addEventListener('message', ({ data }) => {
        if (this.#worker === worker) this.#asked.shift()?.(data)
      })
      worker.addEventListener('error', (event) => {
        // It is dealt with here: whoever runs this goes on.
        event.preventDefault()
        if (this.#worker !== worker) return
        this.#end()
        this.state = 'failed'
      })
    } catch {
      this.state = 'failed'
    }
  }

  async #open(worker: SpellingWorker): Promise<void> {
    const answer = await this.#ask(worker, { kind: 'open', ...this.#how })
    if (answer?.kind === 'opened') this.state = answer.state
  }

  #ask(worker: SpellingWorker, question: SpellingQuestion): Promise<SpellingAnswer | null> {
    return new Promise((resolve) => {
      this.#asked.push(resolve)
      worker.postMessage(question)
    })
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = null
    for (const resolve of this.#asked.splice(0)) resolve(null)
  }
}
