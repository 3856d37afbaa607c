// The package says nothing of its types.
declare module 'nspell' {
  type Nspell = { correct(word: string): boolean; suggest(word: string): string[] }
  export default function nspell(affixes: string, words: string): Nspell
}
