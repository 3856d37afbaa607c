import { countWords } from '../count-words.ts'
import type { Person } from '../person.ts'
import type { StoryContent } from '../story-content.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'
import { compareContent } from './compare-content.ts'
import { creditChanges } from './credit-changes.ts'
import type { DigestArea, DigestChange } from './digest-change.ts'
import { DIGEST_AREAS } from './digest-change.ts'
import { digestChanges } from './digest-changes.ts'

/** A decision on a suggestion, as the backend keeps it; `sequence` orders them. */
export type DigestVerdict = {
  readonly sequence: number
  readonly suggestion: string
  readonly verdict: 'accepted' | 'rejected' | 'reopened'
  readonly reason: string
  readonly what: Omit<Suggestion, 'mark'>
}

/** Where a change came from: a suggestion that was accepted, who made it and why ('' where nobody said). */
export type DigestSource = {
  readonly suggestion: string
  readonly by: { readonly id: string; readonly name: string }
  readonly reason: string
}

/** How much changed in one part of a story: places, and words taken away and put there (none for moves, splits, formats). */
export type DigestCount = {
  readonly area: DigestArea
  readonly changes: number
  readonly deleted: number
  readonly inserted: number
}

/** "What the desk changed": for a story's reporters. Counts only of parts that changed; both in reading order. */
export type Digest = {
  readonly counts: readonly DigestCount[]
  readonly changes: readonly (DigestChange & { readonly sources: readonly DigestSource[] })[]
}

/**
 * What became of a story between two versions (as it was submitted, as it was approved). The changes come from comparing
 * the two, never from what clients said; verdicts only add who suggested a change and why, where place and words match.
 * `reasons` has what was said with a suggestion, by its id; where it has nothing, the decision's reason is given.
 */
export function digestOf({
  from,
  to,
  verdicts,
  people,
  reasons = {},
}: {
  readonly from: StoryContent
  readonly to: StoryContent
  readonly verdicts: readonly DigestVerdict[]
  readonly people: readonly Pick<Person, 'id' | 'name'>[]
  readonly reasons?: Readonly<Record<string, string>>
}): Digest {
  const placed = digestChanges(compareContent(from, to))
  // The last word on each suggestion counts.
  const last = new Map(
    verdicts.toSorted((a, b) => a.sequence - b.sequence).map((verdict) => [verdict.suggestion, verdict]),
  )
  const accepted = Array.from(last.values()).filter(({ verdict }) => verdict === 'accepted')
  const credits = creditChanges(
    placed,
    accepted.map(({ what }) => what),
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const changes = placed.map(({ change }, index) => {
    const sources = (credits[index] ?? []).map(({ id, by }) => ({
      suggestion: id,
      by: { id: by, name: names.get(by) ?? '' },
      reason: (Object.hasOwn(reasons, id) && reasons[id]) || (last.get(id)?.reason ?? ''),
    }))
    return Object.assign({}, change, { sources })
  })
  const counts = DIGEST_AREAS.map((area) => countOf(area, changes)).filter((count) => count.changes > 0)
  return { counts, changes }
}

function countOf(area: DigestArea, changes: readonly DigestChange[]): DigestCount {
  let [count, deleted, inserted] = [0, 0, 0]
  for (const change of changes) {
    if (change.area !== area) continue
    count += 1
    if (!WORDY.has(change.what)) continue
    deleted += countWords(change.before)
    inserted += countWords(change.after)
  }
  return { area, changes: count, deleted, inserted }
}

const WORDY: ReadonlySet<DigestChange['what']> = new Set(['words', 'field', 'inserted', 'deleted'])
