import type { VersionName } from '../../store/story-history.ts'
import type { VersionHead } from './version-words.ts'

/** From which state of a story to which its digest goes. `heads` that name its ends are null where that is "now". */
export type DigestSpan = {
  readonly from: VersionHead
  readonly to: VersionName
  readonly approval: VersionHead | null
}

/**
 * What the desk had to do with a story last: from its first submission to its approval, or to now while it isn't
 * approved. A story that was reopened begins again where it was approved. Null for one that was never submitted.
 * `heads` are newest first.
 */
export function digestSpan(heads: readonly VersionHead[], isApproved: boolean): DigestSpan | null {
  const last = heads.findIndex(({ why }) => why === 'approve')
  const approval = isApproved ? (heads[last] ?? null) : null
  const done = approval ? heads.slice(last + 1) : heads
  const before = done.findIndex(({ why }) => why === 'approve')
  const round = before === -1 ? done : done.slice(0, before)
  const from = round.findLast(({ why }) => why === 'submit') ?? done[before]
  return from ? { from, to: approval?.number ?? 'now', approval } : null
}
