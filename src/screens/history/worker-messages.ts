import type { StoryContent } from '../../domain/story-content.ts'
import type { Row } from './comparison-rows.ts'

/** Two contents to be compared, the older one first. */
export type Pair = { readonly before: StoryContent; readonly after: StoryContent }

export type ComparisonAnswer =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly message: string }

/** What the page asks the worker that compares, and what that answers; `id` belongs one to the other. */
export type WorkerQuestion = { readonly id: number; readonly pair: Pair }
export type WorkerAnswer = { readonly id: number; readonly answer: ComparisonAnswer }
