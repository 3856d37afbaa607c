import { EVENTS } from '../lists/events.ts'
import { COUNTRY_NAMES, isPlaceName, TOWN_NAMES } from '../lists/places.ts'
import { bare, folded, type Word } from '../words.ts'
import type { Stretch } from './place.ts'

/** "Springfield, Illinois": a town with the country or state that it is said to lie in. Names folded. */
export type TownPlace = Stretch & { readonly town: string; readonly region: string }

/** "summit in Paris": where something is. Town and event folded. */
export type EventPlace = Stretch & {
  readonly event: string
  readonly place: string
  readonly isCountry: boolean
}

export type PlaceFacts = { readonly towns: readonly TownPlace[]; readonly events: readonly EventPlace[] }

/** Places of a line as far as readers know them. */
export function readPlaces(words: readonly Word[]): PlaceFacts {
  const towns: TownPlace[] = []
  const events: EventPlace[] = []
  words.forEach((word, index) => {
    if (!word.isCapital) return
    const place = placeAt(words, index)
    if (place === null) return
    const before = words[index - 1]
    const inTown = words[index - 2]
    if (
      before?.isCapital &&
      word.gap === ', ' &&
      inTown &&
      /^(?:in|at|near|from|of|outside)$/.test(townLead(words, index - 1))
    ) {
      towns.push({ from: word.from, to: place.to, town: townBefore(words, index - 1), region: place.name })
    }
    if (
      before &&
      /^(?:in|at|near|hits|hit|strikes|struck|rocks|rocked|shakes|shook)$/.test(before.text) &&
      word.gap === ' ' &&
      inTown
    ) {
      const event = before.gap === ' ' ? (EVENTS.get(inTown.text.toLowerCase()) ?? null) : null
      if (event !== null) {
        events.push({
          from: word.from,
          to: place.to,
          event,
          place: place.name,
          isCountry: COUNTRY_NAMES.has(place.name),
        })
      }
    }
  })
  return { towns, events }
}

/** The longest place that readers know from a word on. */
function placeAt(
  words: readonly Word[],
  index: number,
): { readonly name: string; readonly to: number } | null {
  const parts: string[] = []
  let found: { readonly name: string; readonly to: number } | null = null
  for (let at = index; at < Math.min(words.length, index + 3); at += 1) {
    const word = words[at]
    if (!word?.isCapital || (at > index && word.gap !== ' ')) break
    const core = bare(word.text)
    parts.push(folded(core))
    const name = parts.join(' ')
    if (isPlaceName(name)) found = { name, to: word.from + core.length }
    else if (found && !TOWN_NAMES.has(name)) found = null
  }
  return found
}

/** The capitals before a comma, back to the word that leads to them, and that word. */
function townWords(words: readonly Word[], last: number): number {
  let first = last
  while (first > 0 && words[first]?.gap === ' ' && words[first - 1]?.isCapital) first -= 1
  return first
}

const townLead = (words: readonly Word[], last: number): string =>
  words[townWords(words, last) - 1]?.text ?? ''

const townBefore = (words: readonly Word[], last: number): string =>
  words
    .slice(townWords(words, last), last + 1)
    .map((word) => folded(word.text))
    .join(' ')
