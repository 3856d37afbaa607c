import { SURNAMES } from '../lists/surnames.ts'
import { KIN, PERSON_VERBS, SPEECH_VERBS } from '../lists/speech.ts'
import type { NameMention } from '../facts/name-mention.ts'
import { likeness } from './alike.ts'
import { flagAt, type Spot } from './flag-at.ts'
import { isKnownAlone, isWhole, surnameOf } from './introductions.ts'
import { partName, type ReadLine, type ReadStory, type StoryCheck } from './read-story.ts'

/** Somebody whom the body calls by surname before it has given the whole name, or without ever giving it. */
export const surnameAlone: StoryCheck = (story) => {
  const wholes = wholeNames(story)
  const likely = likelyPeople(story)
  const met = new Set<string>()
  return story.body.flatMap((at) =>
    at.facts.names.flatMap((name) => {
      const key = surnameOf(name)
      if (isWhole(name)) {
        for (const part of name.keys) met.add(part)
        return []
      }
      if (name.isThing || met.has(key) || name.isQuoted || /^(?:the|a|an)$/.test(name.before)) return []
      if (name.lead === 'office' || name.lead === 'royal' || name.lead === 'role') {
        met.add(key)
        return []
      }
      const whole = wholes.get(key)
      // A spelling that another check speaks of.
      if (!whole && [...wholes.keys()].some((other) => likeness(other, key) !== null)) return []
      const message = whole ? withWhole(name, whole, at) : withoutWhole(name, likely)
      if (message === null) return []
      met.add(key)
      const stretch = { from: name.from, to: name.to }
      return [
        flagAt('surname-alone', { at, stretch }, message, {
          weight: 'advice',
          also: whole ? [whole.spot] : [],
        }),
      ]
    }),
  )
}

type Whole = { readonly name: NameMention; readonly spot: Spot }

/** The first whole name for each surname of a sure person, the body's before others. */
function wholeNames({ body, heads }: ReadStory): ReadonlyMap<string, Whole> {
  const found = new Map<string, Whole>()
  for (const at of [...body, ...heads]) {
    if (at.facts.isTitleCase && at.line.part === 'headline') continue
    for (const name of at.facts.names) {
      const key = surnameOf(name)
      // A list of players ("C Paterson") is no introduction that would come too late.
      if (!isWhole(name) || !name.isPerson || found.has(key) || (name.keys[0] ?? '').length < 2) continue
      found.set(key, { name, spot: { at, stretch: { from: name.from, to: name.to } } })
    }
  }
  return found
}

function withWhole(name: NameMention, whole: Whole, at: ReadLine): string | null {
  const key = surnameOf(name)
  if (name.lead === 'none' && isKnownAlone(key)) return null
  // "Brown bears" at a sentence's beginning are nobody.
  if (name.startsSentence && name.lead === 'none' && !actsLikeName(name)) return null
  const full = whole.name.parts.join(' ')
  const where = whole.spot.at
  if (where.line.part !== 'body')
    return `The body never says who “${key === '' ? '' : name.parts.join(' ')}” is; the ${partName(where.line)} has “${full}”.`
  return where === at
    ? `“${name.parts.join(' ')}” stands here before the whole name, “${full}”, is given.`
    : `“${name.parts.join(' ')}” stands here alone; the whole name, “${full}”, comes only later.`
}

const actsLikeName = (name: NameMention): boolean =>
  name.isPossessive ||
  SPEECH_VERBS.has(name.after) ||
  /^(?:has|had|was|is|will|would|who|also|did|does|could|and)$/.test(name.after)

function withoutWhole(name: NameMention, likely: ReadonlySet<string>): string | null {
  const key = surnameOf(name)
  const shown = name.parts.join(' ')
  if (isKnownAlone(key)) return null
  const isSure = name.lead === 'courtesy' || (name.age !== null && !name.startsSentence) || likely.has(key)
  return isSure ? `“${shown}” stands here by surname alone, and the body never gives the whole name.` : null
}

/** Surnames that only people could bear, by what the body says of them where they say what they think or have relatives. */
function likelyPeople({ body }: ReadStory): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { facts } of body) {
    for (const name of facts.names) {
      if (name.isThing || name.keys.length !== 1 || /^(?:the|a|an)$/.test(name.before)) continue
      const saysHe = PERSON_VERBS.has(name.after) && /^(?:he|she)$/.test(name.afterNext)
      const hasKin = name.isPossessive && KIN.has(name.after)
      const isCommon = SURNAMES.has(surnameOf(name)) && PERSON_VERBS.has(name.after)
      if (saysHe || hasKin || isCommon) found.add(surnameOf(name))
    }
  }
  return found
}
