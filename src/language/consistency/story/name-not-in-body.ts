import { HEADLINE_VERBS } from '../lists/speech.ts'
import type { NameMention } from '../facts/name-mention.ts'
import { likeness } from './alike.ts'
import { creditFrom } from './caption-credit-place.ts'
import { flagAt, type Spot } from './flag-at.ts'
import { isKnownAlone, isWhole, surnameOf } from './introductions.ts'
import { partName, type ReadLine, type ReadStory, type StoryCheck } from './read-story.ts'

/** A body of fewer words is still being written. */
const LEAST_WORDS = 30

/** Somebody in the headline, dek or a caption whom the body never names. */
export const nameNotInBody: StoryCheck = (story) => {
  if (story.bodyWords < LEAST_WORDS) return []
  const found = new Map<string, { readonly name: NameMention; readonly spots: Spot[] }>()
  for (const at of story.heads) {
    const end = at.line.part === 'caption' ? creditFrom(at.line.signs) : at.line.signs.length
    for (const name of at.facts.names) {
      if (name.from >= end || !isSomebody(name, at) || isInBody(name, story)) continue
      const key = surnameOf(name)
      const entry = found.get(key) ?? { name, spots: [] }
      entry.spots.push({ at, stretch: { from: name.from, to: name.to } })
      found.set(key, entry)
    }
  }
  return [...found.values()].flatMap(({ name, spots: [first, ...also] }) =>
    first
      ? [
          flagAt(
            'name-not-in-body',
            first,
            `The ${partName(first.at.line)} names “${name.parts.join(' ')}”, whom the body never mentions.`,
            { weight: 'advice', also },
          ),
        ]
      : [],
  )
}

function isSomebody(name: NameMention, { line, facts }: ReadLine): boolean {
  if (name.isThing || name.lead === 'royal' || (facts.isTitleCase && line.part !== 'caption')) return false
  if (name.isPerson) return isWhole(name) || !isKnownAlone(surnameOf(name))
  // "Barnier warns of …": what speaks in a headline is somebody, where it is no place and no firm that readers know.
  return (
    name.keys.length === 1 &&
    HEADLINE_VERBS.has(name.after) &&
    surnameOf(name).length > 3 &&
    !isKnownAlone(surnameOf(name)) &&
    !/^\p{Lu}+s?$/u.test(name.parts[0] ?? '')
  )
}

/** Named in the body by surname or whole, or by a spelling that is so close that another check speaks of it. */
function isInBody(name: NameMention, { body, bodyKeys }: ReadStory): boolean {
  const key = surnameOf(name)
  if (
    bodyKeys.has(key) ||
    (name.keys.length > 1 && name.keys.slice(1).some((part) => part.length > 2 && bodyKeys.has(part)))
  )
    return true
  if (
    name.keys.length > 1 &&
    bodyKeys.has(name.keys[0] ?? '') &&
    body.some(({ facts }) => facts.names.some((other) => other.keys[0] === name.keys[0]))
  )
    return true
  return body.some(({ facts }) => facts.names.some((other) => likeness(surnameOf(other), key) !== null))
}
