/** What may stand before any word. Shorter ones ("co", "pro") begin too many misspellings. */
const PREFIXES =
  'anti auto counter cyber eco hyper inter mega micro mid mini mis multi non out over petro post pre re semi super ultra un under'.split(
    ' ',
  )
/** Small words that nothing is made of: where one is in front or behind, a space is missing. */
const SMALL = new Set(
  'the and for that with from this was were has have had not are his her its their who which said also when but they would'.split(
    ' ',
  ),
)
const SHORTEST = 4
/** Words of three letters that others are made with. */
const SHORT = new Set(
  'air bus car cup day gas ice job law man men oil pay sea sky sun tax top war web'.split(' '),
)

/** Is a word in no dictionary made of two that are ("gasfield"), or of a common beginning and one that is ("reoffending")? */
export function isMadeOfWords(word: string, knows: (word: string) => boolean): boolean {
  return (
    PREFIXES.some(
      (prefix) =>
        word.startsWith(prefix) &&
        word.length - prefix.length >= SHORTEST + 1 &&
        knows(word.slice(prefix.length)),
    ) || placesIn(word).some((at) => isHalf(word.slice(0, at)) && isHalf(word.slice(at)))
  )
  function isHalf(half: string): boolean {
    return half.length >= SHORTEST ? !SMALL.has(half) && knows(half) : SHORT.has(half)
  }
}

/** "alsosaid" as "also said", where a small word is one half and the other is a word; null where none is. */
export function asTwoWords(word: string, knows: (word: string) => boolean): string | null {
  for (let at = 2; at <= word.length - 2; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)]
    if ((SMALL.has(one) && isWord(other)) || (SMALL.has(other) && isWord(one))) return `${one} ${other}`
  }
  return null
  function isWord(half: string): boolean {
    return half.length >= SHORTEST && knows(half)
  }
}

function placesIn(word: string): readonly number[] {
  return Array.from({ length: Math.max(0, word.length - 6) }, (_, index) => index + 3)
}
