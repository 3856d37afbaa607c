import { checkStyle } from '../../../../src/language/house-style/check-style.ts'
import { compileRules } from '../../../../src/language/house-style/compile-rules.ts'
import type { StyleAnswer, StyleQuestion } from '../../../../src/language/style-messages.ts'

type Listener = (event: { readonly data: StyleAnswer }) => void

/** How many of them were begun and not ended. */
export const living = new Set<HereWorker>()

/** Does what the style worker does, in this thread: jsdom has no workers. */
export class HereWorker {
  readonly #listeners: Listener[] = []
  #compiled = compileRules([])

  constructor() {
    living.add(this)
  }

  addEventListener(type: string, listener: Listener): void {
    if (type === 'message') this.#listeners.push(listener)
  }

  postMessage(question: StyleQuestion): void {
    if (question.kind === 'rules') {
      this.#compiled = compileRules(question.rules)
      const skipped = this.#compiled.skipped.map(({ rule, reason }) => ({ rule: rule.id, reason }))
      return this.#answer({ kind: 'ready', skipped })
    }
    const flags = question.lines.map((line) => checkStyle(line, this.#compiled))
    return this.#answer({ kind: 'flags', flags })
  }

  terminate(): void {
    living.delete(this)
  }

  #answer(data: StyleAnswer): void {
    queueMicrotask(() => {
      if (living.has(this)) for (const listener of this.#listeners) listener({ data })
    })
  }
}
