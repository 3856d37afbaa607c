import { GIVEN_NAMES } from '../lists/given-names.ts'
import { COUNTRY_NAMES, DEMONYMS, TOWN_NAMES } from '../lists/places.ts'
import { OFFICES } from '../lists/titles.ts'
import { folded, type Word } from '../words.ts'
import type { Stretch } from './place.ts'

/** A name with a bare s before a noun: "Frances President". `sort` says how sure the name itself makes it. */
export type BarePossessive = Stretch & {
  readonly base: string
  readonly next: string
  readonly sort: 'place' | 'body' | 'unknown'
}

const BODIES: ReadonlySet<string> = new Set(
  'NATO UN EU IMF WHO FBI CIA NHS NASA FIFA UEFA OPEC BBC CNN IAEA WTO OECD ASEAN UNESCO UNICEF US UK USA UAE IOC ECB NSA Nato Nasa Fifa Uefa Opec Unesco Unicef'.split(
    ' ',
  ),
)

/** Plurals that are names of their own, folded. */
const PLURALS: ReadonlySet<string> = new Set(
  'americas virginias carolinas dakotas balkans texas kansas arkansas athens wales netherlands philippines maldives brussels paris naples reims nantes rennes'.split(
    ' ',
  ),
)

/** What states, bodies and people have, and is named behind their possessive. */
const NOUNS: ReadonlySet<string> = new Set(
  (
    'president prime foreign finance defence defense interior chancellor king queen government parliament army navy military economy capital central ambassador leader leaders minister ministry ' +
    'opposition ruling constitution border borders allies people population police security supreme national state war invasion future president’s top biggest largest oldest youngest first second third ' +
    'most new former latest own main leading chief head secretary-general membership members policy troops forces sovereignty independence territory energy exports imports currency office wife husband ' +
    'lawyer lawyers spokesman spokeswoman spokesperson team party campaign administration cabinet decision plan plans speech visit statement comments remarks remarks health death life career family ' +
    'mother father brother sister son daughter proposal victory defeat resignation coach manager mayor newest best worst'
  ).split(' '),
)

/** Words that make the plural of a name likely: "the two Germanys", "both Congos". */
const PLURAL_BEFORE: ReadonlySet<string> = new Set(
  'the two both many these those three all other several'.split(' '),
)

/** Names with a bare s that a noun follows; whether a surname of the story is meant ('unknown'), the story has to tell. */
export function readPossessives(words: readonly Word[]): readonly BarePossessive[] {
  return words.flatMap((word, index): readonly BarePossessive[] => {
    const next = words[index + 1]
    if (!word.isCapital || !/^\p{L}{2,}s$/u.test(word.text) || next?.gap !== ' ') return []
    const before = words[index - 1]
    const isBody = BODIES.has(word.text.slice(0, -1))
    if (!isBody && before && word.gap === ' ' && PLURAL_BEFORE.has(before.text.toLowerCase())) return []
    if (before?.isCapital && word.gap === ' ' && isName(before)) return []
    const follows = OFFICES.has(next.text) ? 'office' : NOUNS.has(next.text) ? 'noun' : null
    if (!follows) return []
    const base = word.text.slice(0, -1)
    const sort = sortOf(base, word.text)
    // "Frances" is a given name, too: only an office behind it makes it the country's.
    if (sort === null || (follows === 'noun' && GIVEN_NAMES.has(folded(word.text)))) return []
    return [{ from: word.from, to: word.to, base, next: next.text, sort }]
  })
}

const isName = (word: Word): boolean => !word.startsSentence || GIVEN_NAMES.has(folded(word.text))

function sortOf(base: string, whole: string): BarePossessive['sort'] | null {
  if (BODIES.has(base)) return 'body'
  const key = folded(base)
  if (PLURALS.has(folded(whole)) || TOWN_NAMES.has(folded(whole)) || COUNTRY_NAMES.has(folded(whole)))
    return null
  if (COUNTRY_NAMES.has(key) || TOWN_NAMES.has(key)) return 'place'
  if (DEMONYMS.has(key) || DEMONYMS.has(folded(whole)) || base.length < 4) return null
  return GIVEN_NAMES.has(folded(whole)) ? null : 'unknown'
}
