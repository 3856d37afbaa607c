import type { IdRange } from '../../domain/suggestions/id-ranges.ts'

/** A thread on words of one text, by canonical ids. */
export type WordsThread = { readonly id: string; readonly ids: readonly IdRange[] }

/** Words that were picked to be commented on: their canonical ids and how they read. Without ids: the whole text. */
export type PickedWords = { readonly ids: readonly IdRange[]; readonly quote: string }

/** The comments on one text, and what an editor tells of them. */
export type TextComments = {
  /** Those whose words are to be marked. */
  readonly threads: readonly WordsThread[]
  /** Id of the thread that is being read, or null. */
  readonly active: string | null
  /** May the person at work comment? Then words can be picked, also where the text can't be written. */
  readonly mayComment: boolean
  /** Commented words were clicked, or asked for by command: these threads are on them. A click is for the text first. */
  readonly onOpen: (threads: readonly string[], how: 'click' | 'command') => void
  /** "Comment" was pressed on these words. */
  readonly onComment: (picked: PickedWords) => void
}

/** A text on which nobody comments. */
export const NO_COMMENTS: TextComments = {
  threads: [],
  active: null,
  mayComment: false,
  onOpen: () => undefined,
  onComment: () => undefined,
}
