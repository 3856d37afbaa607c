import { proposedValues, shownAuthors, shownFields, shownPhotos } from '../domain/suggestions/plain-values.ts'
import { suggestionIndex } from '../domain/suggestions/suggestion-index.ts'
import type { FieldPath } from '../domain/suggestions/suggestion.ts'
import type { OpenStory } from './desk-state.ts'
import type { StoryActions } from './story-actions.ts'

/** A stretch of a field, what stood there when somebody looked, and what is to stand there. */
export type FieldChange = {
  readonly from: number
  readonly to: number
  readonly was: string
  readonly words: string
}

/**
 * Puts words in the place of others in a plain field as it will be: as its own writing does, which suggests where that is
 * on. Where other words stand by now, or somebody's proposal is what was looked at and nothing is suggested here, nothing
 * is done. Answers how many were put right.
 */
export function writeFieldAt(
  actions: Pick<StoryActions, 'setField' | 'setAuthor' | 'setPhoto'>,
  { session: { doc }, suggesting, access }: Pick<OpenStory, 'session' | 'suggesting' | 'access'>,
  id: string,
  field: FieldPath,
  changes: readonly FieldChange[],
): number {
  const suggests = suggesting || access.right !== 'edit'
  // To write beneath what somebody proposes would change nothing of what was looked at.
  if (!suggests && proposedValues(suggestionIndex(doc)).has(field)) return 0
  const [kind, item = '', part = ''] = field.split(':')
  if (kind === 'author') {
    const name = part === 'name' ? shownAuthors(doc, 'will').find((one) => one.id === item)?.name : undefined
    return put(name, changes, (now) => actions.setAuthor(id, item, { name: now }))
  }
  if (kind === 'photo') {
    if (part !== 'alt' && part !== 'credit') return 0
    const words = shownPhotos(doc, 'will').find((one) => one.id === item)?.[part]
    return put(words, changes, (now) => actions.setPhoto(id, item, { [part]: now }))
  }
  return field === 'place'
    ? put(shownFields(doc, 'will').place, changes, (now) => actions.setField(id, 'place', now))
    : 0
}

function put(
  before: string | undefined,
  changes: readonly FieldChange[],
  write: (now: string) => void,
): number {
  if (before === undefined) return 0
  // From behind, so that the places of those before stay as they are.
  const fitting = changes
    .filter(({ from, to, was }) => before.slice(from, to) === was)
    .toSorted((a, b) => b.from - a.from)
    .filter(({ to }, index, all) => index === 0 || to <= (all[index - 1]?.from ?? 0))
  if (fitting.length === 0) return 0
  write(fitting.reduce((now, { from, to, words }) => now.slice(0, from) + words + now.slice(to), before))
  return fitting.length
}
