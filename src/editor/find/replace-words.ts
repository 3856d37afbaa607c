import type { Command } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { Found } from './find-words.ts'

/**
 * Puts words in the place of those that were found, each with the formats of what it replaces, in one step of undo.
 * While suggesting each replacement is a suggestion of its own. False, and nothing done, where nothing was found.
 */
export function replaceWords(found: readonly Found[], by: string): Command {
  return (state, dispatch) => {
    if (found.length === 0) return false
    const { tr } = state
    const ordered = found.toSorted((a, b) => b.from - a.from)
    for (const { from, to } of ordered) {
      const marks = state.doc.nodeAt(from)?.marks ?? []
      if (by === '') tr.delete(from, to)
      else tr.replaceWith(from, to, state.schema.text(by, marks))
    }
    const [last] = ordered
    if (last) {
      const behind = tr.mapping.map(last.to, 1)
      tr.setSelection(TextSelection.near(tr.doc.resolve(behind), -1))
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
