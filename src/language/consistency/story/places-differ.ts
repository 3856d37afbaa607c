import type { Flag } from '../../../domain/checks/flag.ts'
import type { EventPlace, TownPlace } from '../facts/read-places.ts'
import { folded } from '../words.ts'
import { flagAt, type Spot } from './flag-at.ts'
import { readDateline } from './read-dateline.ts'
import { partName, type ReadLine, type ReadStory, type StoryCheck } from './read-story.ts'

/** A town with two countries, an event with two places, or a dateline in the text that isn't the story's own. */
export const placesDiffer: StoryCheck = (story) => [...towns(story), ...events(story), ...datelines(story)]

type Town = TownPlace & { readonly spot: Spot }
type Happening = EventPlace & { readonly spot: Spot }

function towns({ lines }: ReadStory): readonly Flag[] {
  const all = spotted<TownPlace>(
    lines.filter(({ line }) => line.part !== 'alt'),
    (at) => at.facts.places.towns,
  )
  const firsts = new Map<string, Town>()
  for (const town of [...all.filter(isBody), ...all]) if (!firsts.has(town.town)) firsts.set(town.town, town)
  return all.flatMap((town) => {
    const first = firsts.get(town.town)
    if (!first || first.region === town.region || first.spot.at.line.part === town.spot.at.line.part)
      return []
    return [
      flagAt(
        'places-differ',
        town.spot,
        `${shown(town)} is put elsewhere in the ${partName(first.spot.at.line)}: “${shown(first)}”.`,
        { also: [first.spot] },
      ),
    ]
  })
}

function events({ heads, body, bodyKeys }: ReadStory): readonly Flag[] {
  const inBody = spotted<EventPlace>(body, (at) => at.facts.places.events)
  return spotted<EventPlace>(heads, (at) => at.facts.places.events).flatMap((head) => {
    const others = inBody.filter(({ event }) => event === head.event)
    const [other] = others
    if (!other || others.some(({ place }) => place !== other.place)) return []
    if (other.place === head.place || other.isCountry !== head.isCountry) return []
    // The body knows the head's place as well: it may be about two.
    if (head.place.split(' ').every((word) => bodyKeys.has(word))) return []
    return [
      flagAt(
        'places-differ',
        head.spot,
        `The ${head.event} is in ${shown(head)} here in the ${partName(head.spot.at.line)}, and in ${shown(other)} in the body.`,
        { also: [other.spot] },
      ),
    ]
  })
}

function datelines({ body, story }: ReadStory): readonly Flag[] {
  const [first] = body
  const written = first ? readDateline(first.line.signs) : null
  const [town = ''] = story.content.fields.place.split(',')
  const [here = ''] = (written?.place ?? '').split(',')
  if (!first || !written || town.trim() === '' || folded(town.trim()) === folded(here.trim())) return []
  return [
    flagAt(
      'places-differ',
      { at: first, stretch: { from: 0, to: here.length } },
      `The text begins with a dateline from ${here}, and the story’s own dateline says ${town.trim()}.`,
    ),
  ]
}

const isBody = ({ spot }: Town): boolean => spot.at.line.part === 'body'

const shown = ({ spot, from, to }: Town | Happening): string => spot.at.line.signs.slice(from, to)

function spotted<Found extends { readonly from: number; readonly to: number }>(
  lines: readonly ReadLine[],
  read: (at: ReadLine) => readonly Found[],
): readonly (Found & { readonly spot: Spot })[] {
  return lines.flatMap((at) =>
    read(at).map((found) => Object.assign({ spot: { at, stretch: found } }, found)),
  )
}
