import type { Person } from '../domain/person.ts'

/** Who is at work on this desk now, and on what. */
export interface Presence {
  /** Everybody who has the desk open, whoever works here too: one for each person and story, by name. */
  readonly here: readonly Here[]
  /** Calls back whenever `here` changed. Returns the way to stop it. */
  subscribe(listener: () => void): () => void
  /** Says which story this tab shows; null for none. */
  show(story: string | null): void
}

/** Somebody at work; `story` is null for whoever looks at the desk. */
export type Here = { readonly person: Person; readonly story: string | null }

/** Where everybody writes in one story. */
export interface Carets {
  /** One for each other tab that has this story open, of other people and of one's own other tabs. */
  readonly others: readonly Caret[]
  /** Calls back whenever `others` changed. Returns the way to stop it. */
  subscribe(listener: () => void): () => void
  /** Says where the caret of this tab is; null where it is in no text. */
  place(place: CaretPlace | null): void
}

/** `tab` is a number of its own for each tab. */
export type Caret = { readonly tab: number; readonly person: Person; readonly place: CaretPlace | null }

/** A selection in one of the story's texts: its name, and both ends as Yjs relative positions in JSON. */
export type CaretPlace = { readonly text: string; readonly anchor: unknown; readonly head: unknown }
