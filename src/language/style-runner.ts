import type { StoppedRule } from '../domain/checks/check-report.ts'
import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { LineFlag } from '../domain/checks/flag.ts'
import type { HouseRule } from '../domain/checks/house-rule.ts'
import type { LineRunner } from './line-runner.ts'
import type { StyleAnswer, StyleQuestion } from './style-messages.ts'

/** As much of a worker as is needed of one. */
export type StyleWorker = {
  postMessage(question: StyleQuestion): void
  addEventListener(type: 'message', listener: (event: { readonly data: StyleAnswer }) => void): void
  terminate(): void
}

export type StyleRunnerParts = {
  readonly makeWorker: () => StyleWorker
  /** Milliseconds that a batch may take before its rules are looked at one by one. */
  readonly batchLimit?: number
  /** Milliseconds that one rule may take on one line. */
  readonly ruleLimit?: number
  /** A rule was stopped, or rules can't run here. */
  readonly onChange?: () => void
}

/** What a worker said last, or that it said nothing in time. */
type Heard = StyleAnswer | 'late'

/**
 * Runs house rules in a worker of their own. A rule that doesn't come to an end in time is found, stopped, left out from
 * then on and reported; nothing else waits for it longer than the limits say, and all other rules go on.
 */
export class StyleRunner implements LineRunner {
  /** Rules that were stopped, and the words on which they were; until other rules are set. */
  stopped: readonly StoppedRule[] = []
  /** Rules that can't run here, each with its reason. */
  skipped: readonly { readonly rule: string; readonly reason: string }[] = []
  readonly #parts: StyleRunnerParts
  #rules: readonly HouseRule[] = []
  #worker: StyleWorker | null = null
  #hear: ((answer: Heard) => void) | null = null
  #isClosed = false
  /** One thing after the other. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: StyleRunnerParts) {
    this.#parts = parts
  }

  /** These rules run from now on. */
  set(rules: readonly HouseRule[]): void {
    this.#rules = rules
    this.stopped = []
    this.skipped = []
    this.#end()
  }

  check(lines: readonly CheckedLine[]): Promise<readonly (readonly LineFlag[])[]> {
    const rules = this.#rules
    const answer = this.#last.then(() => this.#checkBatch(lines, rules))
    this.#last = answer
    return answer
  }

  close(): void {
    this.#isClosed = true
    this.#end()
  }

  async #checkBatch(
    lines: readonly CheckedLine[],
    rules: readonly HouseRule[],
  ): Promise<readonly (readonly LineFlag[])[]> {
    const isOver = (): boolean => this.#isClosed || rules !== this.#rules
    if (lines.length === 0 || rules.length === 0 || isOver()) return lines.map(() => [])
    const flags = await this.#ask(lines, false, this.#parts.batchLimit ?? 1000)
    if (flags !== null && typeof flags !== 'string') return flags
    const found: (readonly LineFlag[])[] = []
    for (const line of lines) found.push(isOver() ? [] : await this.#checkCarefully(line, isOver))
    return found
  }

  /** One line, without the rules that don't come to an end on it. */
  async #checkCarefully(line: CheckedLine, isOver: () => boolean): Promise<readonly LineFlag[]> {
    while (!isOver()) {
      const flags = await this.#ask([line], true, this.#parts.ruleLimit ?? 200)
      if (flags === null) break
      if (typeof flags !== 'string') return flags[0] ?? []
      this.stopped = [...this.stopped, { rule: flags, words: line.signs.slice(0, 200) }]
      this.#parts.onChange?.()
    }
    return []
  }

  /** The flags of the lines; else the rule during which the time ran out, null where none had begun. */
  async #ask(
    lines: readonly CheckedLine[],
    isCareful: boolean,
    limit: number,
  ): Promise<readonly (readonly LineFlag[])[] | string | null> {
    const worker = await this.#ready()
    if (!worker) return null
    worker.postMessage({ kind: 'check', lines, isCareful })
    let rule: string | null = null
    for (;;) {
      // Before its first rule a worker may be busy with what no rule is to blame for.
      const heard = await this.#next(isCareful && rule === null ? Math.max(limit, 1000) : limit)
      if (heard === 'late') {
        this.#end()
        return rule
      }
      if (heard.kind === 'flags') return heard.flags
      if (heard.kind === 'rule') rule = heard.rule
    }
  }

  /** A worker that has read the rules, but for those that were stopped. Reading may take as long as it takes. */
  async #ready(): Promise<StyleWorker | null> {
    if (this.#worker) return this.#worker
    if (this.#isClosed) return null
    const worker = this.#parts.makeWorker()
    this.#worker = worker
    worker.addEventListener('message', ({ data }) => {
      if (this.#worker === worker) this.#hear?.(data)
    })
    const stopped = new Set(this.stopped.map(({ rule }) => rule))
    worker.postMessage({ kind: 'rules', rules: this.#rules.filter(({ id }) => !stopped.has(id)) })
    const heard = await this.#next(null)
    if (heard === 'late' || heard.kind !== 'ready') return null
    if (heard.skipped.length > 0) {
      this.skipped = heard.skipped
      this.#parts.onChange?.()
    }
    return worker
  }

  #next(limit: number | null): Promise<Heard> {
    return new Promise((resolve) => {
      const timer = limit === null ? null : setTimeout(() => this.#hear?.('late'), limit)
      this.#hear = (heard) => {
        if (timer !== null) clearTimeout(timer)
        this.#hear = null
        resolve(heard)
      }
    })
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = null
    // Whoever waits for it hears nothing more.
    this.#hear?.('late')
  }
}
