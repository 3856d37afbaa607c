import { spansText } from '../domain/story-content.ts'
import type { Piece, RecognitionSettings, Target } from './recognition.ts'
import { withYear } from './rules/dates.ts'

const SINGLE: ReadonlySet<Target> = new Set(['place', 'date', 'source'])

/**
 * Settles what only all pieces together can: dates without a year get one (from another date of the copy, else from
 * `today`), and of several places, dates or sources the dateline keeps one: the first, but of places the last, which stands nearest to the text.
 * The others are left out where they say the same, else they become a desk note.
 */
export function settleFields(pieces: readonly Piece[], settings: RecognitionSettings): readonly Piece[] {
  const full = pieces.filter((piece) => piece.target === 'date' && /^\d/.test(piece.date))
  const dated = pieces.map((piece): Piece => {
    if (piece.target !== 'date' || !piece.date.startsWith('--')) return piece
    const other = full.find(({ date }) => date.endsWith(piece.date.slice(1)))
    const date = other?.date ?? withYear(piece.date, settings.today ?? '')
    return { ...piece, date: date.startsWith('--') ? '' : date }
  })
  const kept = new Map<Target, Piece>()
  for (const piece of dated) {
    if (!SINGLE.has(piece.target) || (piece.target === 'date' && piece.date === '')) continue
    if (piece.target !== 'place' && kept.has(piece.target)) continue
    kept.set(piece.target, piece)
  }
  return dated.map((piece) => {
    const winner = kept.get(piece.target)
    if (winner === undefined || winner === piece || !SINGLE.has(piece.target)) return piece
    return says(winner) === says(piece) ? sent(piece, 'left out', 'Said again') : sent(piece, 'deskNote', '')
  })
}

const sent = (piece: Piece, target: Target, reason: string): Piece => ({ ...piece, target, reason })

const says = (piece: Piece): string =>
  piece.target === 'date' ? piece.date : spansText(piece.spans).toLowerCase()
