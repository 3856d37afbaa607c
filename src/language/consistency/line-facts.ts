import type { CheckedLine } from '../../domain/checks/checked-story.ts'
import type { NameMention } from './facts/name-mention.ts'
import { nameRuns } from './facts/name-runs.ts'
import { type AcronymFacts, readAcronyms } from './facts/read-acronyms.ts'
import { type Age, readAges } from './facts/read-ages.ts'
import { type DatedWeekday, type EventDay, readDatedWeekdays, readEventDays } from './facts/read-days.ts'
import { type Figure, readFigures } from './facts/read-figures.ts'
import { readNames } from './facts/read-names.ts'
import { type PlaceFacts, readPlaces } from './facts/read-places.ts'
import { type BarePossessive, readPossessives } from './facts/read-possessives.ts'
import { isInQuotation, type QuoteFacts, readQuotes } from './facts/read-quotes.ts'
import { readSpeech, type SpeechFacts } from './facts/read-speech.ts'
import { readSpellings, type SpellingHit } from './facts/read-spellings.ts'
import { bare, folded, type Word, wordsOf } from './words.ts'

/** A word in capitals that its sentence's beginning doesn't account for, as it is written, without a possessive ending. */
export type CapitalWord = { readonly text: string; readonly key: string }

/** Everything the story checks need to know of one line: plain data, which depends on its part, kind and signs alone. */
export type LineFacts = {
  readonly wordCount: number
  /** Every word, folded and without a possessive ending, and the parts of hyphened ones. */
  readonly keys: ReadonlySet<string>
  readonly names: readonly NameMention[]
  readonly capitals: readonly CapitalWord[]
  /** Most of its longer words begin with a capital, as in a headline in title case: capitals tell nothing here. */
  readonly isTitleCase: boolean
  readonly figures: readonly Figure[]
  readonly ages: readonly Age[]
  readonly dated: readonly DatedWeekday[]
  readonly eventDays: readonly EventDay[]
  readonly places: PlaceFacts
  readonly acronyms: AcronymFacts
  readonly quotes: QuoteFacts
  readonly spellings: readonly SpellingHit[]
  readonly possessives: readonly BarePossessive[]
  readonly speech: SpeechFacts
}

/** Gathers the facts of one line; the time grows with its length. */
export function lineFacts({ signs, part }: CheckedLine): LineFacts {
  const words = wordsOf(signs)
  const quotes = readQuotes(signs)
  const isTitleCase = isInTitleCase(words)
  const isQuoted = (at: number): boolean => isInQuotation(quotes.quotations, at)
  const names = readNames(words, nameRuns(words), isQuoted)
  return {
    wordCount: words.length,
    keys: keysOf(words),
    names,
    capitals: isTitleCase && part !== 'body' ? [] : capitalsOf(words),
    isTitleCase,
    figures: readFigures(words, signs),
    ages: readAges(words, names),
    dated: readDatedWeekdays(signs),
    eventDays: readEventDays(words),
    places: readPlaces(words),
    acronyms: readAcronyms(words, signs),
    quotes,
    spellings: readSpellings(words),
    possessives: readPossessives(words),
    speech: readSpeech(words, signs, quotes.quotations),
  }
}

function keysOf(words: readonly Word[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { text } of words) {
    const key = folded(bare(text))
    keys.add(key)
    if (key.includes('-')) for (const part of key.split('-')) keys.add(part)
  }
  return keys
}

function capitalsOf(words: readonly Word[]): readonly CapitalWord[] {
  return words
    .filter((word) => word.isCapital && !word.startsSentence)
    .map((word) => ({ text: bare(word.text), key: folded(bare(word.text)) }))
}

function isInTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(
    (word) => word.text.length > 3 && /^\p{L}/u.test(word.text) && !word.startsSentence,
  )
  return long.length > 0 && long.filter((word) => word.isCapital).length * 4 >= long.length * 3
}
