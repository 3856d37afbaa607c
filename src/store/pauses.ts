import type { Later } from './follow-counts.ts'

/** Milliseconds from a request until its work is done, where nobody types. */
const SOON = 200
/** Milliseconds without a key that are a pause. */
const PAUSE = 700
/** Milliseconds after which work is done also where somebody types on and on. */
const LONGEST = 5000

/** Puts work off until whoever types makes a pause, so that nothing that grows with a story comes between two keys. */
export class Pauses {
  #typed = Number.NEGATIVE_INFINITY

  /** A key was pressed, or something else was put in. */
  readonly typed = (): void => {
    this.#typed = performance.now()
  }

  readonly later: Later = (work) => {
    const asked = performance.now()
    const look = (): void => {
      const rest = Math.min(this.#typed + PAUSE, asked + LONGEST) - performance.now()
      if (rest > 0) timer = setTimeout(look, rest)
      else work()
    }
    let timer = setTimeout(look, SOON)
    return () => clearTimeout(timer)
  }
}
