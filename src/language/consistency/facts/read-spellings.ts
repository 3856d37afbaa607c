import { SPELLINGS, type SpellingSide } from '../lists/spelling-pairs.ts'
import type { Word } from '../words.ts'
import type { Stretch } from './place.ts'

/** A word that is British or American, with what the other side writes. */
export type SpellingHit = Stretch & { readonly side: SpellingSide; readonly other: string }

/** Words that give away whose spelling a line uses; what stands in capitals may be a name and is left alone. */
export function readSpellings(words: readonly Word[]): readonly SpellingHit[] {
  return words.flatMap((word, index): readonly SpellingHit[] => {
    if (word.isCapital && !(word.startsSentence && !words[index + 1]?.isCapital)) return []
    const found = SPELLINGS.get(word.text.toLowerCase())
    if (!found) return []
    const other = word.isCapital ? found.other.charAt(0).toUpperCase() + found.other.slice(1) : found.other
    return [{ from: word.from, to: word.to, side: found.side, other }]
  })
}
