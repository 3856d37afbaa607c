import type { FieldPath, SuggestionKind } from '../../domain/suggestions/suggestion.ts'
import type { NoticeKind } from '../../domain/notices.ts'
import type { TextName } from '../../domain/story-doc.ts'
import {
  either,
  list,
  number,
  oneOf,
  orMissing,
  orNull,
  record,
  text,
  truth,
  type Shape,
} from '../../rules/shape.ts'
import type { Notice, StoryEvent, Verdict, Version, VersionHead } from '../backend.ts'
import { base64 } from '../wire.ts'
import { content, role, status } from './story-answers.ts'

// What the server answers about a story's past. Names of kinds that a newer server may add are taken as they are: what is
// drawn of them falls back to something plain.

const words = <Word extends string>(): Shape<Word> => text as Shape<Word>

const doer = record({ id: text, name: text, role })
const eventType = words<StoryEvent['type']>()
const noticeKind = words<NoticeKind>()

const event = record<StoryEvent>({
  sequence: number,
  at: text,
  by: doer,
  type: eventType,
  note: text,
  from: orNull(status),
  to: status,
  version: orMissing(number),
  told: list(record({ person: text, kind: noticeKind })),
  selfApproved: orMissing(oneOf(true)),
  flags: orMissing(list(record({ check: text, count: number }))),
  thread: orMissing(text),
  message: orMissing(text),
})

export const events: Shape<readonly StoryEvent[]> = list(event)

const verdict = record<Verdict>({
  sequence: number,
  suggestion: text,
  verdict: oneOf('accepted', 'rejected', 'reopened'),
  by: doer,
  at: text,
  reason: text,
  what: record({
    id: text,
    by: text,
    at: text,
    kind: words<SuggestionKind>(),
    place: either(record({ text: words<TextName>() }), record({ field: words<FieldPath>() })),
    before: text,
    after: text,
    what: text,
  }),
})

export const verdicts: Shape<readonly Verdict[]> = list(verdict)

/** Verdicts that were made, and what they did to the document as one update; null where they did nothing to it. */
export type DecisionAnswer = { readonly verdicts: readonly Verdict[]; readonly effect: Uint8Array | null }

export const decisionAnswer = record<DecisionAnswer>({
  verdicts,
  effect: orNull(base64),
})

const headKeys = {
  number: number,
  name: text,
  hash: text,
  at: text,
  by: doer,
  why: eventType,
  note: text,
  status,
  epoch: number,
  words: number,
  suggestions: number,
}

export const versionHeads: Shape<readonly VersionHead[]> = list(record(headKeys))

export const version = record<Version>({ ...headKeys, content, state: base64 })

export const notices: Shape<readonly Notice[]> = list(
  record({
    sequence: number,
    story: text,
    headline: text,
    slug: text,
    kind: noticeKind,
    by: doer,
    at: text,
    note: text,
    read: truth,
  }),
)
