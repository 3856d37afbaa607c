import * as z from 'zod/mini'
import type { CaretPlace, Refusal } from '../backend.ts'
import type { Person } from '../../domain/person.ts'
import { LIMITS, REASONS } from '../wire.ts'
import { id, person } from './story-answers.ts'

// What goes over a live connection beside the text itself.

/** Close code of a document's connection whose update was refused; the reason is a LiveRefusal as JSON. */
export const LIVE_REFUSED = 4403

/** Why an update was not stored. `isClosed`: this epoch takes nothing any more, now or ever. */
export type LiveRefusal = {
  readonly reason: Refusal['reason']
  readonly message: string
  readonly isClosed: boolean
}

export const liveRefusal: z.ZodMiniType<LiveRefusal> = z.object({
  reason: z.enum(REASONS),
  message: z.string(),
  isClosed: z.boolean(),
})

/** What the server tells everybody on the desk. 'notices' and 'session ended' go only to those whom they concern. */
export type LiveNews =
  | { readonly kind: 'changed'; readonly ids: readonly string[] }
  | { readonly kind: 'people' }
  | { readonly kind: 'notices' }
  | { readonly kind: 'session ended' }

export const liveNews: z.ZodMiniType<LiveNews> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), ids: z.array(z.string()) }),
  z.object({ kind: z.literal('people') }),
  z.object({ kind: z.literal('notices') }),
  z.object({ kind: z.literal('session ended') }),
])

/** What a tab says of itself on the desk. */
export type DeskAwareness = { readonly person: Person; readonly story: string | null }

export const deskAwareness: z.ZodMiniType<DeskAwareness> = z.object({ person, story: z.nullable(id) })

/** What a tab says of itself in a story. */
export type StoryAwareness = { readonly person: Person; readonly place: CaretPlace | null }

export const storyAwareness: z.ZodMiniType<StoryAwareness> = z.object({
  person,
  place: z.nullable(
    z.object({ text: z.string().check(z.maxLength(LIMITS.id)), anchor: z.unknown(), head: z.unknown() }),
  ),
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
