import type * as Y from 'yjs'
import type { TextName } from '../story-doc.ts'
import type { IdRange } from '../suggestions/id-ranges.ts'

/**
 * What a thread is about.
 * words: these units of a text, by canonical Yjs ids; what is typed between the first and the last of them belongs to it.
 * field: a plain field by its path, or 'headline', 'dek', 'byline', 'dateline', 'section', 'more', 'body', 'photo:<id>' as a whole.
 * suggestion: the reason for one, and the replies to it; no open comment of the story.
 */
export type ThreadAnchor =
  | { readonly kind: 'words'; readonly text: TextName; readonly ids: readonly IdRange[] }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'suggestion'; readonly suggestion: string }

export type Message = {
  readonly id: string
  /** Id of the person who wrote it. */
  readonly by: string
  /** ISO instant, for people's eyes: the order comes from the document. */
  readonly at: string
  readonly text: string
  /** Ids of the people whom it names. */
  readonly mentions: readonly string[]
}

/** A conversation beside the story. The first message is what opened it. */
export type Thread = {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly anchor: ThreadAnchor
  /** The words as they stood when it was opened: what is left to see of them once they are gone. */
  readonly quote: string
  readonly resolved: { readonly by: string; readonly at: string } | null
  readonly messages: readonly Message[]
}

/**
 * How threads lie in a story's document, outside of its undo:
 *
 *   Y.Map 'threads'  id -> Y.Map  {by, at, anchor: JSON, quote, resolved: '' or JSON {by, at}, messages: Y.Map}
 *   messages         id -> JSON   {by, at, text, mentions, n}; `n` orders them, ties broken by id
 */
export const threadsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('threads')
