import type { FactsQuestion, StoryFacts } from './story-facts.ts'

/** What the worker is to take over into its copy of the document, in this order, and then to say. */
export type FactsWork = { readonly news: readonly Uint8Array[]; readonly question: FactsQuestion }

export type FactsAnswer = StoryFacts
