import type { Finding } from './harper.ts'

/** What harper's worker is asked; each question has one answer, in their order. Before them comes one when it has loaded. */
export type HarperQuestion =
  | { readonly kind: 'spell'; readonly words: readonly string[] }
  | { readonly kind: 'grammar'; readonly texts: readonly string[] }

export type HarperAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'spelled'; readonly fixes: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'found'; readonly findings: readonly (readonly Finding[])[] }
  /** Harper could not be loaded, or has broken down: it answers nothing any more. */
  | { readonly kind: 'broken' }
