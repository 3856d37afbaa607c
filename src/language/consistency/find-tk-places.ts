import { findTks } from '../../domain/count-words.ts'
import type { LineCheck } from '../line-check.ts'

/** Places that are marked as still to come. */
export const findTkPlaces: LineCheck = ({ signs }) =>
  findTks(signs).map(({ from, to }) => ({
    kind: 'consistency' as const,
    check: 'tk',
    rule: 'tk',
    from,
    to,
    words: signs.slice(from, to),
    message: 'Something is still to come here.',
    weight: 'fault' as const,
    fixes: [],
  }))
