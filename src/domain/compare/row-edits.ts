import { editsIn } from './compare-spans.ts'
import type { BlockStart, Part } from './comparison.ts'

type Row = {
  readonly before: BlockStart | null
  readonly after: BlockStart | null
  readonly parts: readonly Part[]
}

/**
 * The places in a row of the body where words or formats changed, as ranges of its parts. A space that made room for a
 * border that only one version has, or took its place, is no edit of its own.
 */
export function rowEdits(
  { before, after, parts }: Row,
  next: Row | undefined,
): readonly (readonly [from: number, to: number])[] {
  return editsIn(parts).filter(([from, to]) => {
    const atBorder = (from === 0 && !(before && after)) || (to === parts.length && isBorderOnly(next))
    return (
      !atBorder || parts.slice(from, to).some((part) => part.unknown !== undefined || part.text.trim() !== '')
    )
  })
}

/** Does a row begin at a border that only one version has? */
const isBorderOnly = (row: Row | undefined): boolean => row !== undefined && !(row.before && row.after)
