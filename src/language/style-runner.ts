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
  addEventListener(type: 'error', listener: (event: { preventDefault(): void }) => void): void
  terminate(): void
}

export type StyleRunnerParts = {
  readonly makeWorker: () => StyleWorker
  /** Milliseconds that a batch may take before its rules are looked at one by one. */
  readonly batchLimit?: number
  /** Milliseconds that one rule may take on one line. */
  readonly ruleLimit?: number
}

/** What a worker said last, or that it said nothing in time and was ended, or that it broke. */
type Heard = StyleAnswer | 'late' | 'broken'

/** Workers that break before they are ready, one after the other, until no further one is begun. */
const TRIES = 3

/** Milliseconds that an answer may still be on its way when the time is up: this thread itself may have been busy. */
const GRACE = 25

/**
 * Runs house rules in a worker of their own. A rule that doesn't come to an end in time is found, stopped, left out from
 * then on and reported; nothing else waits for it longer than the limits say, and all other rules go on.
 */
export class StyleRunner implements LineRunner {
  /** Rules that were stopped, and the words on which they were; until other rules are set. */
  stopped: readonly StoppedRule[] = []
  /** Rules that can't run here, each with its reason. */
  skipped: readonly { readonly rule: string; readonly reason: string }[] = []
  /** No rule can be run: the worker can't be begun, or breaks before it has read the rules. */
  hasFailed = false
  #broken = 0
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
    this.hasFailed = false
    this.#broken = 0
    this.#end('late')
  }

  check(lines: readonly CheckedLine[]): Promise<readonly (readonly LineFlag[])[]> {
    const rules = this.#rules
    const answer = this.#last.then(() => this.#checkBatch(lines, rules))
    this.#last = answer
    return answer
  }

  close(): void {
    this.#isClosed = true
    this.#end('late')
  }

  async #checkBatch(
    lines: readonly CheckedLine[],
    rules: readonly HouseRule[],
  ): Promise<readonly (readonly LineFlag[])[]> {
    const isOver = (): boolean => this.#isClosed || rules !== this.#rules
    if (lines.length === 0 || rules.length === 0 || isOver()) return lines.map(() => [])
    const flags = await this.#ask(lines, false, this.#parts.batchLimit ?? 500)
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
      if (typeof heard === 'string') {
        this.#end('late')
        return rule
      }
      if (heard.kind === 'flags') return heard.flags
      if (heard.kind === 'rule') rule = heard.rule
    }
  }

  /** A worker that has read the rules, but for those that were stopped. Reading may take as long as it takes. */
  async #ready(): Promise<StyleWorker | null> {
    if (this.#worker) return this.#worker
    if (this.#isClosed || this.hasFailed) return null
    const worker = this.#begin()
    const stopped = new Set(this.stopped.map(({ rule }) => rule))
    worker?.postMessage({ kind: 'rules', rules: this.#rules.filter(({ id }) => !stopped.has(id)) })
    const heard = worker ? await this.#next(null) : 'broken'
    if (heard === 'broken') {
      this.#broken += 1
      if (this.#broken < TRIES) return this.#ready()
      this.hasFailed = true
    }
    if (typeof heard === 'string' || heard.kind !== 'ready') return null
    this.#broken = 0
    this.skipped = heard.skipped
    return worker
  }

  #begin(): StyleWorker | null {
    try {
      const worker = this.#parts.makeWorker()
      this.#worker = worker
      worker.addEventListener('message', ({ data }) => {
        if (this.#worker === worker) this.#hear?.(data)
      })
      worker.addEventListener('error', (event) => {
        // It is dealt with here: whoever runs this goes on.
        event.preventDefault()
        if (this.#worker === worker) this.#end('broken')
      })
      return worker
    } catch {
      return null
    }
  }

  #next(limit: number | null): Promise<Heard> {
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | null = null
      if (limit !== null)
        timer = setTimeout(() => {
          timer = setTimeout(() => this.#hear?.('late'), GRACE)
        }, limit)
      this.#hear = (heard) => {
        if (timer !== null) clearTimeout(timer)
        this.#hear = null
        resolve(heard)
      }
    })
  }

  /** Ends the worker; whoever waits for it hears only that. */
  #end(why: 'late' | 'broken'): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#hear?.(why)
  }
}
