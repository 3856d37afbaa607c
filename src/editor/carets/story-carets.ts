/** A selection in one of a story's texts: its name, and both ends as Yjs relative positions in JSON. */
export type CaretPlace = { readonly text: string; readonly anchor: unknown; readonly head: unknown }

/** Where somebody else writes. `tab` is a number of its own for each of their tabs. */
export type OtherCaret = {
  readonly tab: number
  readonly person: { readonly id: string; readonly name: string }
  readonly place: CaretPlace | null
}

/** Where everybody writes in one story; one object for all of its editors. */
export type StoryCarets = {
  readonly others: readonly OtherCaret[]
  /** Calls back whenever `others` changed. Returns the way to stop it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Says where one's own caret is; null where it is in no text. */
  readonly place: (place: CaretPlace | null) => void
}

/** The carets of a story for the editor of one of its texts. */
export type TextCarets = { readonly name: string; readonly story: StoryCarets }
