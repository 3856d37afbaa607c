import type { CaretPlace, Refusal } from '../backend.ts'
import type { Person } from '../../domain/person.ts'
import { asking, either, list, oneOf, orNull, record, text, truth, type Shape } from '../../rules/shape.ts'
import { REASONS } from '../wire.ts'
import { person } from './story-answers.ts'

// What goes over a live connection beside the text itself.

const anything = asking<unknown>(() => true)

/** Close code of a document's connection whose update was refused; the reason is a LiveRefusal as JSON. */
export const LIVE_REFUSED = 4403

/** Why an update was not stored. `isClosed`: this epoch takes nothing any more, now or ever. */
export type LiveRefusal = {
  readonly reason: Refusal['reason']
  readonly message: string
  readonly isClosed: boolean
}

export const liveRefusal = record<LiveRefusal>({
  reason: oneOf(...REASONS),
  message: text,
  isClosed: truth,
})

/** What the server tells everybody on the desk. 'notices' and 'session ended' go only to those whom they concern. */
export type LiveNews =
  | { readonly kind: 'changed'; readonly ids: readonly string[] }
  | { readonly kind: 'people' }
  | { readonly kind: 'checks' }
  | { readonly kind: 'notices' }
  | { readonly kind: 'session ended' }

export const liveNews: Shape<LiveNews> = either(
  record<{ readonly kind: 'changed'; readonly ids: readonly string[] }>({
    kind: oneOf('changed'),
    ids: list(text),
  }),
  record<{ readonly kind: 'people' | 'checks' | 'notices' | 'session ended' }>({
    kind: oneOf('people', 'checks', 'notices', 'session ended'),
  }),
)

/** What a tab says of itself on the desk. */
export type DeskAwareness = { readonly person: Person; readonly story: string | null }

export const deskAwareness = record<DeskAwareness>({ person, story: orNull(text) })

/** What a tab says of itself in a story. */
export type StoryAwareness = { readonly person: Person; readonly place: CaretPlace | null }

export const storyAwareness = record<StoryAwareness>({
  person,
  place: orNull(record<CaretPlace>({ text, anchor: anything, head: anything })),
})

/** Name of the document that everybody with a session may listen to. */
export const DESK_DOCUMENT = 'desk'

/** Name of the live document of one epoch of a story. */
export const documentName = (story: string, epoch: number): string => `story/${story}/${epoch}`

/** The story and epoch that a document's name says, or null where it is none of a story. */
export function storyOfDocument(name: string): { readonly story: string; readonly epoch: number } | null {
  const [, story, epoch] = /^story\/([\da-f-]{36})\/([1-9]\d{0,8})$/.exec(name) ?? []
  return story === undefined ? null : { story, epoch: Number(epoch) }
}
