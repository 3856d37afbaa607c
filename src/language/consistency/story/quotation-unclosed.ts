import { flagAt } from './flag-at.ts'
import type { ReadLine, StoryCheck } from './read-story.ts'

/**
 * A quotation mark without its partner. A quotation may run over paragraphs: then each but the last leaves it open, and
 * the next one begins with a mark again.
 */
export const quotationUnclosed: StoryCheck = ({ lines }) => {
  const rows = lines.filter(({ line }) => line.part !== 'credit')
  return rows.flatMap((at, index) => {
    const { openAt, closeAt, unclosedAt } = at.facts.quotes
    if (unclosedAt >= 0) return [unclosed(at, unclosedAt, undefined)]
    if (openAt >= 0) {
      const isFine = goesOn(at, rows[index + 1]) || isDoubtful(at, openAt)
      return isFine ? [] : [unclosed(at, openAt, rows[index + 1])]
    }
    if (closeAt < 0 || isLeftOpen(rows[index - 1], at)) return []
    const stretch = { from: closeAt, to: closeAt + 1 }
    return [
      flagAt('quotation-unclosed', { at, stretch }, 'This mark closes a quotation that was never opened.'),
    ]
  })
}

/** A straight single mark in running text may stand for letters left out: "'bot", "'orrible". */
const isDoubtful = ({ line }: ReadLine, openAt: number): boolean =>
  line.part === 'body' && line.signs.charAt(openAt) === "'"

const inBody = (row: ReadLine | undefined): boolean => row?.line.part === 'body'

const goesOn = (at: ReadLine, next: ReadLine | undefined): boolean =>
  inBody(at) && next !== undefined && inBody(next) && next.facts.quotes.beginsWithMark

/** The mark before this one's paragraph is flagged already. */
const isLeftOpen = (before: ReadLine | undefined, at: ReadLine): boolean =>
  inBody(at) && before !== undefined && inBody(before) && before.facts.quotes.openAt >= 0

function unclosed(at: ReadLine, openAt: number, next: ReadLine | undefined) {
  const isLast = !inBody(at) || !next || !inBody(next)
  return flagAt(
    'quotation-unclosed',
    { at, stretch: { from: openAt, to: openAt + 1 } },
    isLast
      ? 'The quotation that begins here is never closed.'
      : 'The quotation that begins here isn’t closed, and the next paragraph doesn’t begin with a quotation mark.',
  )
}
