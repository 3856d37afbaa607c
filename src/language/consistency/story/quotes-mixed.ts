import type { QuoteFacts, QuoteSign } from '../facts/read-quotes.ts'
import { flagAt, type Spot } from './flag-at.ts'
import type { ReadStory, StoryCheck } from './read-story.ts'

type Found = { readonly sign: QuoteSign; readonly spot: Spot }

/** Straight and curly marks in one story: one flag for quotation marks, one for apostrophes, at the rarer form's first place. */
export const quotesMixed: StoryCheck = (story) => [
  ...mixed(story, ({ doubles }) => doubles, 'quotation marks'),
  ...mixed(story, ({ singles }) => singles, 'apostrophes'),
]

function mixed({ lines }: ReadStory, read: (quotes: QuoteFacts) => readonly QuoteSign[], what: string) {
  const all = lines.flatMap((at): readonly Found[] =>
    read(at.facts.quotes).map((sign) => ({
      sign,
      spot: { at, stretch: { from: sign.at, to: sign.at + 1 } },
    })),
  )
  const curly = all.filter(({ sign }) => sign.isCurly)
  const straight = all.filter(({ sign }) => !sign.isCurly)
  const isStraightRarer = straight.length <= curly.length
  const [rarer, other] = isStraightRarer ? [straight, curly] : [curly, straight]
  const [first, ...rest] = rarer
  if (!first || other.length === 0) return []
  const form = isStraightRarer ? 'Straight' : 'Curly'
  const places = rarer.length === 1 ? 'here' : `in ${rarer.length} places, here first`
  return [
    flagAt(
      'quotes-mixed',
      first.spot,
      `${form} ${what} ${places}; the rest of the story has ${isStraightRarer ? 'curly' : 'straight'} ones.`,
      { fixes: [first.sign.instead], also: rest.map(({ spot }) => spot) },
    ),
  ]
}
