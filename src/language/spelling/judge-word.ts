import type { Dialect } from '../../domain/checks/check-settings.ts'
import type { Dictionary } from './dictionary.ts'
import { isRegionalPair } from './is-regional-pair.ts'
import { CAPITAL_WORDS } from './lists/capital-words.ts'
import { COMMON_WORDS } from './lists/common-words.ts'
import { NEWS_WORDS } from './lists/news-words.ts'
import { SLIPS } from './lists/slips.ts'
import { asTwoWords, isMadeOfWords } from './made-of-words.ts'
import { NearWords } from './nearness.ts'
import { rankFixes, withCapitalsOf } from './rank-fixes.ts'
import type { SpelledWord } from './words-of-line.ts'

/** What is said of a word that is taken for a misspelling. */
export type Misspelling = {
  readonly message: string
  readonly weight: 'fault' | 'advice'
  readonly fixes: readonly string[]
}

/** What a word is judged by. `fixes` of a word in small letters that harper was asked for; undefined where harper knows it. */
export type Judges = {
  readonly dialect: Dialect
  readonly dictionary: Dictionary
  readonly fixesOf: (word: string) => readonly string[] | undefined
}

const COMMON = new NearWords(COMMON_WORDS)
const CAPITALS = new NearWords(CAPITAL_WORDS)
/** A word with a capital is taken for a misspelling from this length on; shorter ones are near too many others. */
const SHORTEST_NAME = 6
const SHORTEST_FIRST = 5
/** What is longer is hardly a word, and harper would look for seconds for what is near it. */
const LONGEST = 24
/** Nearly all words, for which no browser has to find out what is Latin. */
const PLAIN = /^[A-Za-z'’][a-z'’]*$/

/**
 * What harper has to be asked before a word is judged; null where its form or the dictionary says that it is right. `isFree`:
 * a capital says nothing here, as at the start of a sentence or in a headline where all words have one. `isPart` as in
 * `SpelledWord`. The same for the same word wherever it stands, but for `isNameBefore`.
 */
export function questionFor(
  word: string,
  isFree: boolean,
  isPart: boolean,
  dictionary: Dictionary,
): string | null {
  // One or two letters may be anything.
  if (word.length < 3 || word.length > LONGEST || !isForm(word)) return null
  const plain = word.toLowerCase()
  if (NEWS_WORDS.has(plain) || (plain.endsWith('s') && NEWS_WORDS.has(plain.slice(0, -1)))) return null
  if (plain === word) {
    if (SLIPS.has(plain)) return plain
    if (dictionary.knows(word) || (isPart && word.length < 5)) return null
    // Harper looks long for what is near a word that is near nothing.
    return isCoinage(word, dictionary) ? null : plain
  }
  if (dictionary.knows(word) || dictionary.knows(plain)) return null
  return meantByCapital(word, isFree).length > 0 ? word : null
}

/** Is it of Latin letters? A capital within says that it is a name or stands for one (NATO, McDonald, iPhone). */
function isForm(word: string): boolean {
  return PLAIN.test(word) || (!/\p{Lu}/u.test(word.slice(1)) && /^[\p{Script=Latin}\p{M}'’]+$/u.test(word))
}

/** What follows somebody's given name is their surname, whatever it looks like: is this word before it one? */
export function isNameBefore(word: string, dictionary: Dictionary): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && !CAPITAL_WORDS.has(word) && !dictionary.knows(word.toLowerCase())
}

/** Judges a word for which `questionFor` had a question that has been answered; null where nothing is wrong. */
export function judgeWord({ word }: SpelledWord, isFree: boolean, judges: Judges): Misspelling | null {
  const fixes = judges.fixesOf(word)
  const plain = word.toLowerCase()
  const slip = SLIPS.get(plain)
  if (plain !== word) {
    if (!fixes) return null
    return misspelling(word, slip ? [slip, ...meantByCapital(word, isFree)] : meantByCapital(word, isFree))
  }
  if (slip !== undefined) return misspelling(word, [slip])
  if (!fixes) return null
  const knows = (part: string): boolean => judges.dictionary.knows(part)
  const capital = withCapitalsOf('A', word)
  if (CAPITAL_WORDS.has(capital) && !COMMON_WORDS.has(word)) {
    return { message: `“${word}” needs a capital here.`, weight: 'fault', fixes: [capital] }
  }
  const near = rankFixes(word, [
    ...fixes.filter((fix) => isLikely(word, fix)),
    ...COMMON.near(word, 2),
    ...(fixes.length === 0 ? judges.dictionary.near(word) : []),
  ])
  const two = near.some((fix) => COMMON_WORDS.has(fix)) ? null : asTwoWords(word, knows)
  if (two !== null) return misspelling(word, [two, ...near])
  const regional = near.find((fix) => isRegionalPair(word, fix))
  if (regional !== undefined) {
    return {
      message: `“${word}” is not ${judges.dialect} spelling. It is “${regional}” here.`,
      weight: 'advice',
      fixes: [regional],
    }
  }
  const [best] = near
  if (best === undefined) return null
  if (COMMON_WORDS.has(best)) return misspelling(word, near)
  // A short word that is not nearly a common one is more likely foreign than misspelt.
  return word.length < 5 || isCoinage(word, judges.dictionary) ? null : misspelling(word, near)
}

const isCoinage = (word: string, dictionary: Dictionary): boolean =>
  COMMON.near(word, 1).length === 0 && isMadeOfWords(word, (part) => dictionary.knows(part))

/** Names and possessives are hardly meant by a word in small letters. */
function isLikely(word: string, fix: string): boolean {
  if (/['’]/u.test(fix)) return word.endsWith('s') && COMMON_WORDS.has(fix.replace(/['’]s?$/u, ''))
  return fix === fix.toLowerCase() || CAPITAL_WORDS.has(fix)
}

function differsAtEnd(word: string, near: string): boolean {
  const same = Math.min(word.length, near.length) - (word.length === near.length ? 1 : 0)
  return word.slice(0, same) === near.slice(0, same)
}

/** What is meant by a word with a capital that is in no dictionary, if it is hardly a name. */
function meantByCapital(word: string, isFree: boolean): readonly string[] {
  // "Defense" in the name of an American office is right anywhere.
  if (CAPITAL_WORDS.has(word)) return []
  const long = word.length >= 9 ? 1.8 : 1
  if (word.length >= SHORTEST_NAME) {
    // "Britains" lacks an apostrophe, which another check says; "Agence" and "Presidente" are foreign.
    const capitals = CAPITALS.near(word, long).filter(
      (near) => near.length >= SHORTEST_NAME && !differsAtEnd(word, near),
    )
    if (capitals.length > 0) return capitals.slice(0, 5)
  }
  const slip = SLIPS.get(word.toLowerCase())
  if (slip !== undefined && (isFree || slip !== slip.toLowerCase())) return [withCapitalsOf(word, slip)]
  if (!isFree) return []
  if (word.length < SHORTEST_FIRST) return []
  return COMMON.near(word, long)
    .filter((near) => `${near}s` !== word.toLowerCase())
    .slice(0, 5)
    .map((near) => withCapitalsOf(word, near))
}

function misspelling(word: string, fixes: readonly string[]): Misspelling | null {
  const [best] = fixes
  if (best === undefined) return null
  return {
    message: `“${word}” is in no dictionary here. It may be a slip for “${best}”.`,
    weight: 'fault',
    fixes: [...new Set(fixes.map((fix) => withCapitalsOf(word, fix)))].slice(0, 5),
  }
}
