import type { LinePlace } from '../domain/checks/flag.ts'

/** A line's place as one word: equal where the places are. */
export const placeKey = (place: LinePlace): string =>
  place.to === 'text' ? `text ${place.text} ${place.block}` : `field ${place.field}`
