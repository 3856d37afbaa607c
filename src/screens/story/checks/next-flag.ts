import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import type { LinePlace } from '../../../domain/checks/flag.ts'

/** Where somebody is who goes round the flags. */
export type Standpoint =
  | { readonly at: 'nowhere' }
  | { readonly at: 'flag'; readonly id: string }
  /** In a text or a field, with the flags of it before the caret, at it or behind it; null for one that can't be found there. */
  | {
      readonly at: 'line'
      readonly line: string
      readonly side: (flag: ReportedFlag) => 'before' | 'here' | 'behind' | null
    }

/** The text or the field that a flag is in, as one word. */
export const lineOf = (place: LinePlace): string => (place.to === 'text' ? place.text : place.field)

/**
 * Which flag is the next one, or the one before, in reading order from where somebody is; at the ends it goes on round.
 * -1 where there is none at all.
 */
export function nextFlag(flags: readonly ReportedFlag[], from: Standpoint, way: 'next' | 'previous'): number {
  const { length } = flags
  if (length === 0) return -1
  const step = way === 'next' ? 1 : -1
  const round = (index: number): number => (index + length) % length
  const start = way === 'next' ? 0 : length - 1
  if (from.at === 'nowhere') return start
  if (from.at === 'flag') {
    const at = flags.findIndex(({ id }) => id === from.id)
    return at === -1 ? start : round(at + step)
  }
  const here = flags.flatMap((flag, index) => {
    const side = lineOf(flag.range.place) === from.line ? from.side(flag) : null
    return side === null ? [] : [{ index, side }]
  })
  const passed = way === 'next' ? 'before' : 'behind'
  const last = (way === 'next' ? here : here.toReversed()).findLast(
    ({ side }) => side === passed || side === 'here',
  )
  if (last) return round(last.index + step)
  // All of this text lie ahead: the nearest of them.
  const [nearest] = way === 'next' ? here : here.toReversed()
  if (nearest) return nearest.index
  const rank = rankOf(from.line)
  const ahead = (flag: ReportedFlag): boolean => (rankOf(lineOf(flag.range.place)) - rank) * step > 0
  const found = way === 'next' ? flags.findIndex(ahead) : flags.findLastIndex(ahead)
  return found === -1 ? start : found
}

const RANKS = ['headline', 'dek', 'author', 'place']

/** In which order texts and fields are read; pictures may stand anywhere in the body. */
function rankOf(line: string): number {
  const [kind = ''] = line.split(':')
  const rank = RANKS.indexOf(kind)
  return rank === -1 ? (line === 'body' ? RANKS.length + 1 : RANKS.length) : rank
}
