import type * as Y from 'yjs'
import type { TextName } from '../story-doc.ts'
import { textOf } from '../story-doc.ts'
import { passages } from './story-texts.ts'
import { suggestionIndex } from './suggestion-index.ts'

/** A stretch of a line of text and where in it that begins, with the ids of the people who suggest to put it in or to take it out; '' for nobody. */
export type LinePiece = {
  readonly at: number
  readonly text: string
  readonly inserted: string
  readonly deleted: string
}

/** A text of one line as it stands, with what is suggested in it: what a reader of the changes is shown. */
export function lineChanges(doc: Y.Doc, name: TextName): readonly LinePiece[] {
  const text = textOf(doc, name)
  if (!text) return []
  const index = suggestionIndex(doc)
  const maker = (suggestion: string | null | undefined): string =>
    typeof suggestion === 'string' ? index.origins.maker(suggestion).by || '?' : ''
  const pieces: (Omit<LinePiece, 'text'> & { text: string })[] = []
  let at = 0
  for (const { text: words, state } of passages(text, name, index)) {
    const inserted = maker(state?.inserted)
    const deleted = maker(state?.deleted[0])
    const last = pieces.at(-1)
    if (last?.inserted === inserted && last.deleted === deleted) last.text += words
    else pieces.push({ at, text: words, inserted, deleted })
    at += words.length
  }
  return pieces
}
