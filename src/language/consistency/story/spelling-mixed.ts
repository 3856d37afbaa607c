import type { Dialect } from '../../../domain/checks/check-settings.ts'
import type { SpellingHit } from '../facts/read-spellings.ts'
import type { SpellingSide } from '../lists/spelling-pairs.ts'
import { flagAt, type Spot } from './flag-at.ts'
import type { ReadStory, StoryCheck } from './read-story.ts'

type Hit = SpellingHit & { readonly spot: Spot }

/**
 * British and American spellings in one story, and -ise and -ize; the rarer side is flagged. British copy may write -ize,
 * American never writes -ise.
 */
export const spellingMixed: StoryCheck = (story) => {
  const hits = story.lines.flatMap((at) =>
    at.facts.spellings.map((hit): Hit => ({ ...hit, spot: { at, stretch: hit } })),
  )
  const of = (side: SpellingSide): readonly Hit[] => hits.filter((hit) => hit.side === side)
  const [british, american, ise, ize] = [of('British'), of('American'), of('-ise'), of('-ize')]
  const endings = ise.length > 0 && ize.length > 0
  if (american.length === 0 || british.length + ise.length === 0) return endings ? rarer(ise, ize, story) : []
  const isBritish = british.length + ise.length > american.length
  const flags = rarer([...british, ...ise], british.length === 0 ? [...american, ...ize] : american, story)
  return isBritish && british.length > 0 && endings ? [...flags, ...rarer(ise, ize, story)] : flags
}

function rarer(british: readonly Hit[], american: readonly Hit[], { settings }: ReadStory) {
  const isBritish =
    british.length === american.length ? !isAmerican(settings.dialect) : british.length > american.length
  const [wrong, right] = isBritish ? [american, british] : [british, american]
  const [model] = right
  return wrong.map((hit) => {
    const words = hit.spot.at.line.signs.slice(hit.from, hit.to)
    const other = model ? model.spot.at.line.signs.slice(model.from, model.to) : ''
    return flagAt(
      'spelling-mixed',
      hit.spot,
      `“${words}” is ${sideName(hit.side)}, and elsewhere the story is written in ${isBritish ? 'British' : 'American'} spelling (“${other}”).`,
      { fixes: [hit.other], also: model ? [model.spot] : [] },
    )
  })
}

const isAmerican = (dialect: Dialect): boolean => dialect === 'American'

const sideName = (side: SpellingSide): string =>
  side === '-ise' ? 'a British form' : side === '-ize' ? 'an -ize form' : `${side} spelling`
