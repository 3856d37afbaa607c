import * as z from 'zod/mini'
import { STATUSES } from '../../domain/story-record.ts'
import type { Action } from '../../domain/workflow.ts'
import type { DecisionRequest } from '../../domain/suggestions/decide.ts'
import type { Source } from '../backend.ts'
import { LIMITS } from '../wire.ts'

// What browsers ask of the server about stories. Strict: a key that is not known is a mistake, and refused. Only the server
// loads this, and the library that checks it.

/** No NUL, which no database keeps. */
export const hasNoNul = z.refine<string>((text) => !text.includes('\0'))

export const role = z.enum(['reporter', 'sub-editor', 'chief'])
export const status = z.enum(STATUSES)
export const id = z.string().check(z.minLength(1), z.maxLength(LIMITS.id), hasNoNul)

const note = z.string().check(z.maxLength(LIMITS.note))
const epoch = z.int().check(z.positive())

const plainStep = z.strictObject({
  type: z.enum(['submit', 'withdraw', 'claim', 'release', 'take over', 'spike', 'restore']),
})

export const action: z.ZodMiniType<Action> = z.union([
  plainStep,
  z.strictObject({ type: z.enum(['request changes', 'reopen']), note }),
  z.strictObject({
    type: z.literal('approve'),
    hash: z.string().check(z.maxLength(128)),
    reason: note,
    flags: z.optional(
      z
        .array(
          z.strictObject({ check: z.string().check(z.maxLength(64)), count: z.int().check(z.positive()) }),
        )
        .check(z.maxLength(100)),
    ),
  }),
  z.strictObject({
    type: z.literal('set embargo'),
    embargo: z.nullable(
      z.strictObject({
        at: z.string().check(z.maxLength(64)),
        zone: z.string().check(z.maxLength(64)),
      }),
    ),
  }),
  z.strictObject({ type: z.literal('keep version'), name: note }),
  z.strictObject({
    type: z.literal('comment'),
    thread: id,
    message: id,
    mentions: z.array(id).check(z.maxLength(LIMITS.page)),
    text: note,
  }),
])

/** A new story. The server checks what it says by itself (`formats/story-shape.ts`), and its id. */
export type NewStoryRequest = {
  readonly id: string
  readonly content: unknown
  readonly source: Source | null
  /** What the browser that made it has of it already, as one update in base64: where it was made far from the server. */
  readonly seed?: string | undefined
}

export const newStory: z.ZodMiniType<NewStoryRequest> = z.strictObject({
  id,
  content: z.unknown(),
  source: z.nullable(
    z.strictObject({
      name: z.string().check(z.maxLength(1000)),
      type: z.string().check(z.maxLength(100)),
      text: z.string(),
    }),
  ),
  seed: z.optional(z.string()),
})

export type Decisions = {
  readonly epoch: number
  readonly requests: readonly (DecisionRequest & { readonly reason?: string })[]
}

export const decisions: z.ZodMiniType<Decisions> = z.strictObject({
  epoch,
  requests: z
    .array(
      z.strictObject({
        suggestion: id,
        verdict: z.enum(['accept', 'reject']),
        mark: z.string(),
        reason: z.exactOptional(note),
      }),
    )
    .check(z.maxLength(LIMITS.decisions)),
})

export type Redecisions = {
  readonly epoch: number
  readonly how: 'undone' | 'redone'
  readonly suggestions: readonly string[]
}

export const redecisions: z.ZodMiniType<Redecisions> = z.strictObject({
  epoch,
  how: z.enum(['undone', 'redone']),
  suggestions: z.array(id).check(z.maxLength(LIMITS.decisions)),
})

export type NoticesRead = { readonly upTo: number; readonly story?: string }

export const noticesRead: z.ZodMiniType<NoticesRead> = z.strictObject({
  upTo: z.int().check(z.nonnegative()),
  story: z.exactOptional(id),
})

/** SHA-256, in hex. */
const hash = z.string().check(z.regex(/^[\da-f]{64}$/))

/** A picture that somebody has and would like to send. Asked again, it goes on where it was. */
export const uploadRequest = z.strictObject({ hash, size: z.int().check(z.positive()) })
