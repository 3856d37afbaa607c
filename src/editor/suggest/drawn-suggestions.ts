import type { EditorState } from '@tiptap/pm/state'
import { PluginKey } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import type { BlockRange } from '../changed-blocks.ts'
import { struckIn } from './suggestion-marks.ts'

/** What is drawn of suggestions in an editor. */
export type SuggestionState = {
  readonly set: DecorationSet
  /** The suggestion that is looked at: the one at the caret, or the one chosen in a list, whichever came last. */
  readonly active: string | null
  /** Was it chosen in a list? */
  readonly chosen: boolean
  /** Blocks with local edits that weren't in the text yet when they were drawn. */
  readonly dirty: readonly BlockRange[]
  /** Counts local edits. */
  readonly turn: number
}

export const suggestionKey = new PluginKey<SuggestionState>('suggestions')

/** What is drawn in this state; nothing where suggestions aren't drawn at all. */
export const drawnSuggestions = (state: EditorState): DecorationSet =>
  suggestionKey.getState(state)?.set ?? DecorationSet.empty

/** Is the start of the block at this position, or the picture or rule there, to be deleted? */
export function isStruckBlock(state: EditorState, pos: number): boolean {
  const set = drawnSuggestions(state)
  return (
    set !== DecorationSet.empty &&
    struckIn(set, pos, pos + 1).some(({ from, layer }) => layer === 'block' && from === pos)
  )
}
