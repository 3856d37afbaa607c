// The package says nothing of its types.
declare module 'nspell' {
  type Nspell = {
    correct(word: string): boolean
    suggest(word: string): string[]
    /** Adds a list of words, whose first line says how many there are and is not read. */
    dictionary(words: string): Nspell
  }
  export default function nspell(affixes: string, words: string): Nspell
}
