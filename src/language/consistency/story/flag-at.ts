import type { Flag, FlagRange } from '../../../domain/checks/flag.ts'
import type { Stretch } from '../facts/place.ts'
import type { ReadLine } from './read-story.ts'

/** A place of the story: a line and a stretch of it. */
export type Spot = { readonly at: ReadLine; readonly stretch: Stretch }

/** A stretch of a line as flags name it. */
export const rangeOf = ({ at, stretch }: Spot): FlagRange => ({
  place: at.line.place,
  from: stretch.from,
  to: stretch.to,
})

/** A flag of a consistency check; a fault without fixes or other places unless `more` says so. */
export function flagAt(
  check: string,
  spot: Spot,
  message: string,
  more: Partial<Pick<Flag, 'weight' | 'fixes'>> & { readonly also?: readonly Spot[] } = {},
): Flag {
  const { also = [], ...rest } = more
  return {
    kind: 'consistency',
    check,
    rule: check,
    range: rangeOf(spot),
    words: spot.at.line.signs.slice(spot.stretch.from, spot.stretch.to),
    message,
    weight: 'fault',
    fixes: [],
    ...rest,
    also: also.map(rangeOf),
  }
}
