import type { Json } from '../../../domain/json.ts'
import type { Author } from '../../../domain/story-content.ts'
import type { Proposals } from '../../../store/suggesting.ts'

/** Whose proposals count: one person's, or for null everybody's. */
type Whose = string | null

/** What a field says with what is proposed for it, of several the last; a proposal of another shape counts for nothing. */
export function shownValue<Value extends Json>(
  proposals: Proposals,
  path: string,
  whose: Whose,
  standing: Value,
): Value {
  const last = proposals[path]?.findLast((proposal) => whose === null || proposal.by === whose)
  if (last?.does !== 'set') return standing
  const isLike = Array.isArray(standing) ? Array.isArray(last.to) : typeof last.to === typeof standing
  return isLike ? (last.to as Value) : standing
}

/** The authors in the order, and with the words, that they have with what is proposed; those to be taken out stay. */
export function shownAuthors(
  authors: readonly Author[],
  proposals: Proposals,
  whose: Whose,
): readonly Author[] {
  return authors
    .map(({ id, name, role }, index) => ({
      author: {
        id,
        name: shownValue(proposals, `author:${id}:name`, whose, name),
        role: shownValue(proposals, `author:${id}:role`, whose, role),
      },
      at: shownValue(proposals, `author:${id}:at`, whose, index + 1),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ author }) => author)
}

/** Whether an author or a photo as a whole is suggested to be taken out, by whomever. */
export const isToGo = (proposals: Proposals, kind: 'author' | 'photo', id: string): boolean =>
  proposals[`${kind}:${id}:`]?.some(({ does }) => does === 'delete') === true
