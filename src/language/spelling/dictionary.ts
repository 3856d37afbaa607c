import nspell from 'nspell'

/** The words of a language. */
export type Dictionary = {
  /** Is it a word, in this spelling and with these capitals? */
  readonly knows: (word: string) => boolean
  /** Words that it might have been meant to be, the likeliest first. */
  readonly near: (word: string) => readonly string[]
}

/** Beyond this a search for what is near takes long, and finds nothing. */
const LONGEST = 24

/** A Hunspell dictionary from the text of its two files. Throws where they are none. */
export function openDictionary(affixes: string, words: string): Dictionary {
  const spell = nspell(affixes, words)
  const straight = (word: string): string => word.replaceAll('’', "'")
  return {
    knows: (word) => spell.correct(straight(word)),
    near: (word) => (word.length > LONGEST ? [] : spell.suggest(straight(word))),
  }
}

/** Stands in for a dictionary that could not be loaded. */
export const NO_DICTIONARY: Dictionary = { knows: () => false, near: () => [] }
