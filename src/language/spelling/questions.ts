import type { Dictionary } from './dictionary.ts'
import { isNameBefore, questionFor } from './judge-word.ts'
import type { SpelledWord } from './words-of-line.ts'

/** Words that are remembered; all are forgotten when there are more. */
const MOST = 20_000

/** What harper has to be asked before words are judged, found out once for each word, however often it stands somewhere. */
export class Questions {
  readonly #dictionary: Dictionary
  /** By word, for those with a free capital and without, and parts of something with hyphens and others. */
  readonly #known = Array.from({ length: 4 }, () => new Map<string, string | null>())

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
  }

  /** See `questionFor`; null as well for somebody's surname. */
  of({ word, after, isPart }: SpelledWord, isFree: boolean): string | null {
    const question = this.#ofForm(word, isFree, isPart)
    return question === null || (question !== question.toLowerCase() && isNameBefore(after, this.#dictionary))
      ? null
      : question
  }

  #ofForm(word: string, isFree: boolean, isPart: boolean): string | null {
    const known = this.#known[(isFree ? 1 : 0) + (isPart ? 2 : 0)]
    const before = known?.get(word)
    if (before !== undefined) return before
    const question = questionFor(word, isFree, isPart, this.#dictionary)
    if (known && known.size >= MOST) known.clear()
    known?.set(word, question)
    return question
  }
}
