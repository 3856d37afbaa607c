import { GIVEN_NAMES } from '../lists/given-names.ts'
import { ORGANISATION_WORDS, ORGANISATIONS } from '../lists/organisations.ts'
import { DEMONYMS, isPlaceName } from '../lists/places.ts'
import { COURTESIES, OFFICE_WORDS, TITLES } from '../lists/titles.ts'
import { bare, folded, type Word } from '../words.ts'
import type { Lead, NameMention } from './name-mention.ts'
import type { NameRun } from './name-runs.ts'

const ROYALS: ReadonlySet<string> = new Set(
  'king queen prince princess pope emperor saint st sultan emir duke duchess sister brother father'.split(
    ' ',
  ),
)
const SUFFIXES: ReadonlySet<string> = new Set('jr sr ii iii iv kc qc mp obe cbe mbe phd'.split(' '))

/** What each run of capitals names. `isQuoted` says of a place in the line whether it lies within a quotation. */
export function readNames(
  words: readonly Word[],
  runs: readonly NameRun[],
  isQuoted: (at: number) => boolean,
): readonly NameMention[] {
  return runs.flatMap((run) => {
    const mention = readName(words, run, isQuoted)
    return mention ? [mention] : []
  })
}

function readName(
  words: readonly Word[],
  run: NameRun,
  isQuoted: (at: number) => boolean,
): NameMention | null {
  const all = words.slice(run.first, run.last + 1)
  const titled = lastTitle(all)
  let first = titled + 1
  if (titled === -1) while (first < all.length - 1 && isLeading(all[first])) first += 1
  let end = all.length
  while (end > first + 1 && SUFFIXES.has((all[end - 1]?.text ?? '').toLowerCase())) end -= 1
  const named = all.slice(first, end).filter((word) => word.isCapital || word.text.includes('-'))
  const start = named[0]
  const last = named.at(-1)
  if (!start || !last) return null
  const parts = named.map((word) => bare(word.text))
  const keys = parts.map((part) => folded(part).replace(/^(?:al|el|ul|as|ash|ad|an)-/, ''))
  const before = words[run.first - 1]
  const isNext = all[0]?.gap === ' '
  const lead =
    titled >= 0
      ? leadOf(folded(all[titled]?.text ?? ''))
      : first === 0 && before && isNext && TITLES.has(before.text.toLowerCase())
        ? 'role'
        : 'none'
  const age = ageBehind(words, run.last)
  // "American Beauty": an adjective and one more word are hardly a person.
  const isDescribed = titled === -1 && first > 0 && keys.length === 1
  const isThing =
    isDescribed ||
    isNoPerson(keys, parts) ||
    (keys.length === 1 && lead === 'none' && isOrdinaryThing(keys[0] ?? ''))
  const hasGiven = keys.length > 1 && isGiven(parts[0] ?? '', keys[0] ?? '')
  const follows = words[run.last + 1]
  const lastTo = last.from + (parts.at(-1)?.length ?? 0)
  return {
    from: start.from,
    to: lastTo,
    parts,
    keys,
    lastFrom: last.from,
    lead,
    isPerson: !isThing && (lead !== 'none' || hasGiven || (age !== null && keys.length > 1)),
    isThing,
    startsSentence: start.startsSentence,
    isQuoted: isQuoted(start.from),
    isPossessive: bare(last.text) !== last.text,
    before: (before?.text ?? '').toLowerCase(),
    after: isClose(follows) ? follows.text.toLowerCase() : '',
    afterNext: (words[run.last + 2]?.text ?? '').toLowerCase(),
    age,
  }
}

const isClose = (word: Word | undefined): word is Word => word !== undefined && /^ $/.test(word.gap)

/** The index of the last word of the title in front of a name; -1 without one. */
function lastTitle(all: readonly Word[]): number {
  let end = all.length - 1
  while (end > 0 && SUFFIXES.has((all[end]?.text ?? '').toLowerCase())) end -= 1
  for (let index = end - 1; index >= 0; index -= 1) {
    if (TITLES.has(folded(all[index]?.text ?? ''))) return index
  }
  return -1
}

/** Words before a name that only describe it: "French", "British", "Former". */
function isLeading(word: Word | undefined): boolean {
  const key = folded(word?.text ?? '')
  return DEMONYMS.has(key) || (OFFICE_WORDS.has(key) && !GIVEN_NAMES.has(key))
}

function leadOf(title: string): Lead {
  return COURTESIES.has(title) ? 'courtesy' : ROYALS.has(title) ? 'royal' : 'office'
}

const isGiven = (part: string, key: string): boolean =>
  GIVEN_NAMES.has(key) ||
  (/-/.test(part) && GIVEN_NAMES.has(key.split('-')[0] ?? '')) ||
  /^\p{Lu}$|^(?:\p{Lu}\.)+$/u.test(part)

function isNoPerson(keys: readonly string[], parts: readonly string[]): boolean {
  const [first = ''] = keys
  const whole = keys.join(' ')
  if (keys.some((key) => ORGANISATION_WORDS.has(key)) || isPlaceName(whole)) return true
  // "S Korea", "N Yorkshire"
  if (keys.length === 2 && first.length === 1 && isPlaceName(keys[1] ?? '')) return true
  if (
    keys.length > 1 &&
    ((isPlaceName(first) && !GIVEN_NAMES.has(first)) || isPlaceName(`${first} ${keys[1]}`))
  )
    return true
  // In capitals throughout, a word is an acronym or shouts; neither tells a person.
  return (
    parts.some((part) => /^\p{Lu}{3,}s?$/u.test(part)) ||
    /^(?:new|saint|st|san|santa|los|las|mount|lake|fort|port|north|south|east|west)$/.test(first)
  )
}

const isOrdinaryThing = (key: string): boolean =>
  ORGANISATIONS.has(key) || DEMONYMS.has(key) || TITLES.has(key)

/** "John Smith, 43, said": the age, where the words behind are one. */
function ageBehind(words: readonly Word[], last: number): number | null {
  const next = words[last + 1]
  const isAged = next?.gap === ', ' && next.text === 'aged'
  const figure = isAged ? words[last + 2] : next
  if (!figure || (!isAged && figure.gap !== ', ') || !/^\d{1,3}$/.test(figure.text)) return null
  const behind = words[isAged ? last + 3 : last + 2]
  const age = Number(figure.text)
  const isShut =
    !behind ||
    /^[,.;)]/.test(behind.gap) ||
    (behind.gap === ' ' && /^(?:of|from|and|who|was|is)$/.test(behind.text))
  return isShut && age > 0 && age < 120 ? age : null
}
