import type { Digest, digestOf } from '../../domain/compare/digest.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import type { Row } from './comparison-rows.ts'

/** What is asked for: the rows of a comparison, the older content first, or what the desk changed. */
export type Questions = {
  readonly rows: { readonly before: StoryContent; readonly after: StoryContent }
  readonly digest: Parameters<typeof digestOf>[0]
}

export type Answers = { readonly rows: readonly Row[]; readonly digest: Digest }

export type Question = {
  readonly [Kind in keyof Questions]: { readonly kind: Kind; readonly of: Questions[Kind] }
}[keyof Questions]

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string }
