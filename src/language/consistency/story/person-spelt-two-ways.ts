import { CALENDAR } from '../lists/ordinary-capitals.ts'
import { GIVEN_NAMES } from '../lists/given-names.ts'
import { DEMONYMS, isPlaceName } from '../lists/places.ts'
import { SPEECH_VERBS } from '../lists/speech.ts'
import type { NameMention } from '../facts/name-mention.ts'
import { folded } from '../words.ts'
import { likeness, soundOf } from './alike.ts'
import { flagAt, type Spot } from './flag-at.ts'
import { partName, type ReadStory, type StoryCheck } from './read-story.ts'

/** One way of writing a surname, with all that the story says about whose it is. */
type Spelling = {
  readonly text: string
  readonly key: string
  readonly spots: Spot[]
  /** Given names that stand before it, as written. */
  readonly givens: Map<string, Spot[]>
  isPerson: boolean
  /** A capital in the middle of a sentence, or what only a name does: surely a name. */
  isName: boolean
}

/** One person's name that is written in two ways; the rarer one is flagged wherever it stands. */
export const personSpeltTwoWays: StoryCheck = (story) => {
  const spellings = gather(story)
  return [...surnames(spellings), ...givenNames(spellings)]
}

function gather({ lines }: ReadStory): readonly Spelling[] {
  const found = new Map<string, Spelling>()
  for (const at of lines) {
    if (at.line.part === 'credit' || at.line.part === 'place') continue
    for (const name of at.facts.names) {
      if (!name.isThing && name.lead !== 'royal')
        take(found, name, { at, stretch: { from: name.lastFrom, to: name.to } })
    }
  }
  return [...found.values()]
}

function take(found: Map<string, Spelling>, name: NameMention, spot: Spot): void {
  const text = (name.parts.at(-1) ?? '').replaceAll('’', "'")
  if (text.length < 3 || /^\p{Lu}+$/u.test(text)) return
  let spelling = found.get(text)
  if (!spelling) {
    spelling = { text, key: folded(text), spots: [], givens: new Map(), isPerson: false, isName: false }
    found.set(text, spelling)
  }
  spelling.spots.push(spot)
  if (name.isPerson) spelling.isPerson = true
  if (
    !name.startsSentence ||
    name.parts.length > 1 ||
    name.isPerson ||
    name.isPossessive ||
    SPEECH_VERBS.has(name.after)
  )
    spelling.isName = true
  if (name.parts.length < 2) return
  const given = name.parts[0] ?? ''
  const at = { at: spot.at, stretch: { from: name.from, to: name.from + given.length } }
  const spots = spelling.givens.get(given)
  if (spots) spots.push(at)
  else spelling.givens.set(given, [at])
}

function surnames(spellings: readonly Spelling[]) {
  const buckets = new Map<string, Spelling[]>()
  for (const spelling of spellings) {
    const sound = soundOf(spelling.text).charAt(0)
    const bucket = buckets.get(sound)
    if (bucket) bucket.push(spelling)
    else buckets.set(sound, [spelling])
  }
  const pairs = [...buckets.values()].flatMap((bucket) =>
    bucket.flatMap((one, index) =>
      bucket
        .slice(index + 1)
        .flatMap((two): readonly (readonly [Spelling, Spelling])[] =>
          isOnePerson(one, two) ? [[one, two]] : [],
        ),
    ),
  )
  const flagged = new Set<Spelling>()
  return pairs.flatMap(([one, two]) => {
    const [usual, rare] = inOrder(one, two)
    if (flagged.has(rare) || flagged.has(usual)) return []
    flagged.add(rare)
    return rare.spots.map((spot) =>
      flagAt(
        'person-spelt-two-ways',
        spot,
        `“${rare.text}” here, “${usual.text}” ${elsewhere(usual.spots)}: one of them is misspelt if both are the same person.`,
        { fixes: [usual.text], also: usual.spots.slice(0, 1) },
      ),
    )
  })
}

function isOnePerson(one: Spelling, two: Spelling): boolean {
  if (!one.isPerson && !two.isPerson) return false
  const like = likeness(one.text, two.text)
  // What begins a sentence may be an ordinary word, but hardly one that sounds like a long name.
  const isDoubtful = !one.isName || !two.isName
  if (like === null || (isDoubtful && (like === 'letters' || one.key.length < 6))) return false
  if (one.givens.size > 0 && two.givens.size > 0) {
    return [...one.givens.keys()].some((given) =>
      [...two.givens.keys()].some((other) => isSameGiven(given, other)),
    )
  }
  if (like === 'same') return true
  const [known, alone] = one.givens.size > 0 ? [one, two] : [two, one]
  if (isOtherWord(alone.key) || isOtherWord(known.key) || isEnding(known.key, alone.key)) return false
  return alone.key.length >= 5 || (like === 'sound' && alone.key.length >= 4 && alone.isPerson)
}

/** A word of its own, which only looks like the name: "Georgia" beside "George". */
const isOtherWord = (key: string): boolean =>
  isPlaceName(key) || DEMONYMS.has(key) || CALENDAR.has(key) || GIVEN_NAMES.has(key)

/** "Smiths", "Ivanova", "Trumpian" beside "Smith", "Ivanov", "Trump": a family, a wife, an adjective. */
function isEnding(one: string, two: string): boolean {
  const [short, long] = one.length < two.length ? [one, two] : [two, one]
  return long.startsWith(short) && /^(?:s|es|a|an|n|ian|ist|ism|ite)$/.test(long.slice(short.length))
}

function isSameGiven(one: string, two: string): boolean {
  const [a, b] = [folded(one), folded(two)]
  if (a === b || /^\p{Lu}\.?$/u.test(one) || /^\p{Lu}\.?$/u.test(two)) return a.charAt(0) === b.charAt(0)
  return soundOf(one).replace(/h/g, '') === soundOf(two).replace(/h/g, '')
}

/** The commoner spelling first; of two that are equally common the body's, then the earlier. */
function inOrder(one: Spelling, two: Spelling): readonly [Spelling, Spelling] {
  if (one.spots.length !== two.spots.length)
    return one.spots.length > two.spots.length ? [one, two] : [two, one]
  return inBody(two.spots) > inBody(one.spots) ? [two, one] : [one, two]
}

const inBody = (spots: readonly Spot[]): number => spots.filter(({ at }) => at.line.part === 'body').length

function elsewhere(spots: readonly Spot[]): string {
  const parts = [...new Set(spots.map(({ at }) => partName(at.line)))]
  const where = parts.length === 1 ? `in the ${parts[0]}` : 'elsewhere'
  return spots.length === 1 ? where : `${spots.length} times ${where}`
}

/** "Jean-Noel Barrot" beside "Jean-Noël Barrot". */
function givenNames(spellings: readonly Spelling[]) {
  const byKey = new Map<string, Map<string, Spot[]>>()
  for (const { key, givens, isPerson } of spellings) {
    if (!isPerson) continue
    const all = byKey.get(key) ?? new Map<string, Spot[]>()
    for (const [given, spots] of givens) all.set(given, [...(all.get(given) ?? []), ...spots])
    byKey.set(key, all)
  }
  return [...byKey.values()].flatMap((givens) => {
    const all = [...givens].sort(([, a], [, b]) => b.length - a.length || inBody(b) - inBody(a))
    return all.flatMap(([rare, spots], index) => {
      const usual = all.slice(0, index).find(([other]) => rare.length > 2 && isSlip(rare, other))
      if (!usual) return []
      return spots.map((spot) =>
        flagAt(
          'person-spelt-two-ways',
          spot,
          `“${rare}” here, “${usual[0]}” ${elsewhere(usual[1])}: one of them is misspelt if both are the same person.`,
          { fixes: [usual[0]], also: usual[1].slice(0, 1) },
        ),
      )
    })
  })
}

/** Two spellings of one given name: accents, hyphens, or what sounds alike ("Jon", "John"). */
function isSlip(one: string, two: string): boolean {
  const [a, b] = [folded(one).replace(/[-.]/g, ''), folded(two).replace(/[-.]/g, '')]
  if (a === b) return one !== two && !/\./.test(one + two)
  // One name of many spellings: Mohammed, Muhammad, Mohamed.
  if (/^m[ou]hamm?[ae]d$/.test(a) && /^m[ou]hamm?[ae]d$/.test(b)) return true
  return soundOf(one).replace(/h/g, '') === soundOf(two).replace(/h/g, '') && soundOf(one).length > 2
}
