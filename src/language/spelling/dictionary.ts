import nspell from 'nspell'
import { linesOfWords } from './lines-of-words.ts'
import { stemsOf } from './stems-of.ts'

/** The words of a language. */
export type Dictionary = {
  /** Is it a word, in this spelling and with these capitals? */
  readonly knows: (word: string) => boolean
  /** Words that it might have been meant to be, the likeliest first. */
  readonly near: (word: string) => readonly string[]
}

/** Beyond this a search for what is near takes long, and finds nothing. */
const LONGEST = 24
/** Words whose answers are remembered; all are forgotten when there are more. */
const MOST = 20_000
/** Rules for words made of others. In English these are figures alone ("21st"). */
const COMPOUNDS = /^COMPOUNDRULE .*$/gm

/**
 * A Hunspell dictionary from the text of its two files. Throws where they are none. All its words with all their forms take a
 * fifth of a second to be read: that is put off until what is near is asked for, and else only what is asked for is read.
 */
export function openDictionary(affixes: string, words: string): Dictionary {
  let whole: ReturnType<typeof nspell> | null = null
  const readWhole = (): ReturnType<typeof nspell> => (whole ??= nspell(affixes, words))
  // With these nspell can't be given words one after the other.
  const part = nspell(affixes.replaceAll(COMPOUNDS, ''), '')
  const stems = stemsOf(affixes)
  const lines = linesOfWords(words)
  const read = new Set<string>()
  const known = new Map<string, boolean>()
  const knows = (word: string): boolean => {
    if (/\d/.test(word)) return readWhole().correct(word)
    for (const stem of formsOf(word).flatMap(stems)) {
      if (read.has(stem)) continue
      const found = lines(stem)
      if (found.length === 0) continue
      read.add(stem)
      part.dictionary(`\n${found.join('\n')}`)
    }
    return part.correct(word)
  }
  return {
    knows(word) {
      const plain = straight(word)
      let answer = known.get(plain)
      if (answer === undefined) {
        answer = knows(plain)
        if (known.size >= MOST) known.clear()
        known.set(plain, answer)
      }
      return answer
    },
    near: (word) => (word.length > LONGEST ? [] : readWhole().suggest(straight(word))),
  }
}

/** A word as it may stand in a dictionary: as it is, in small letters, and where it is in capitals with one at its start. */
function formsOf(word: string): readonly string[] {
  const small = word.toLowerCase()
  if (small === word) return [word]
  return word === word.toUpperCase() ? [word, small, word.slice(0, 1) + small.slice(1)] : [word, small]
}

const straight = (word: string): string => word.replaceAll('’', "'")

/** Stands in for a dictionary that could not be loaded. */
export const NO_DICTIONARY: Dictionary = { knows: () => false, near: () => [] }
