import * as z from 'zod/mini'
import type { FieldPath, SuggestionKind } from '../../domain/suggestions/suggestion.ts'
import type { NoticeKind } from '../../domain/notices.ts'
import type { TextName } from '../../domain/story-doc.ts'
import type { Notice, StoryEvent, Verdict, Version, VersionHead } from '../backend.ts'
import { base64 } from '../wire.ts'
import { content, role, status } from './story-answers.ts'

// What the server answers about a story's past. Names of kinds that a newer server may add are taken as they are: what is
// drawn of them falls back to something plain.

const words = <Word extends string>(): z.ZodMiniType<Word> => z.string() as unknown as z.ZodMiniType<Word>

const doer = z.object({ id: z.string(), name: z.string(), role })
const eventType = words<StoryEvent['type']>()
const noticeKind = words<NoticeKind>()

const event: z.ZodMiniType<StoryEvent> = z.object({
  sequence: z.number(),
  at: z.string(),
  by: doer,
  type: eventType,
  note: z.string(),
  from: z.nullable(status),
  to: status,
  version: z.exactOptional(z.number()),
  told: z.array(z.object({ person: z.string(), kind: noticeKind })),
  selfApproved: z.exactOptional(z.literal(true)),
  thread: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
})

export const events: z.ZodMiniType<readonly StoryEvent[]> = z.array(event)

const verdict: z.ZodMiniType<Verdict> = z.object({
  sequence: z.number(),
  suggestion: z.string(),
  verdict: z.enum(['accepted', 'rejected', 'reopened']),
  by: doer,
  at: z.string(),
  reason: z.string(),
  what: z.object({
    id: z.string(),
    by: z.string(),
    at: z.string(),
    kind: words<SuggestionKind>(),
    place: z.union([z.object({ text: words<TextName>() }), z.object({ field: words<FieldPath>() })]),
    before: z.string(),
    after: z.string(),
    what: z.string(),
  }),
})

export const verdicts: z.ZodMiniType<readonly Verdict[]> = z.array(verdict)

/** Verdicts that were made, and what they did to the document as one update; null where they did nothing to it. */
export type DecisionAnswer = { readonly verdicts: readonly Verdict[]; readonly effect: Uint8Array | null }

export const decisionAnswer: z.ZodMiniType<DecisionAnswer> = z.object({
  verdicts,
  effect: z.nullable(base64),
})

const headKeys = {
  number: z.number(),
  name: z.string(),
  hash: z.string(),
  at: z.string(),
  by: doer,
  why: eventType,
  note: z.string(),
  status,
  epoch: z.number(),
  words: z.number(),
  suggestions: z.number(),
}

export const versionHeads: z.ZodMiniType<readonly VersionHead[]> = z.array(z.object(headKeys))

export const version: z.ZodMiniType<Version> = z.object({ ...headKeys, content, state: base64 })

export const notices: z.ZodMiniType<readonly Notice[]> = z.array(
  z.object({
    sequence: z.number(),
    story: z.string(),
    headline: z.string(),
    slug: z.string(),
    kind: noticeKind,
    by: doer,
    at: z.string(),
    note: z.string(),
    read: z.boolean(),
  }),
)
