import { SPEECH_NOUNS, SPEECH_VERBS } from '../lists/speech.ts'
import type { Word } from '../words.ts'
import type { Stretch } from './place.ts'
import { isInQuotation } from './read-quotes.ts'

/** What a line tells of who speaks in it. */
export type SpeechFacts = {
  /** Somebody is given words in it: outside of its quotations, a verb of saying or "according to". */
  readonly attributes: boolean
  /** The first quoted sentence, with its marks; null without one. */
  readonly sentence: Stretch | null
  /** Nothing but quotations. */
  readonly isAllQuoted: boolean
}

/** Words of a quotation that may be a sentence. */
const LEAST = 6

/** Reads who speaks in a line. */
export function readSpeech(
  words: readonly Word[],
  signs: string,
  quotations: readonly Stretch[],
): SpeechFacts {
  const outside = words.filter((word) => !isInQuotation(quotations, word.from))
  const attributes =
    outside.some(
      (word) => SPEECH_VERBS.has(word.text.toLowerCase()) || SPEECH_NOUNS.has(word.text.toLowerCase()),
    ) ||
    /:\s*["“‘]|:\s*$/.test(signs) ||
    /["”’]\s*[—–-]\s*\p{Lu}/u.test(signs)
  const sentence = quotations.find(({ from, to }) => {
    const said = signs.slice(from, to).trim()
    const before = signs.slice(0, from - 1)
    const begins = /(?:^|[.!?]["”’]?)\s*$/.test(before.slice(-4)) && /^\p{Lu}/u.test(said)
    return (
      begins &&
      /[.!?…,]["'’]?$/u.test(said) &&
      words.filter((word) => word.from >= from && word.to <= to).length >= LEAST
    )
  })
  return {
    attributes,
    sentence: sentence ? { from: sentence.from - 1, to: Math.min(signs.length, sentence.to + 1) } : null,
    isAllQuoted: quotations.length > 0 && outside.length === 0,
  }
}
