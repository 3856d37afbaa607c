import type { Command } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'

/** Words that are to stand in the place of those in a range; '' takes them out. */
export type Replacement = { readonly from: number; readonly to: number; readonly words: string }

/**
 * Puts words in the place of others, all in one transaction, each with the formats of what it replaces; while suggesting
 * each is a suggestion of its own. Of ranges that overlap the first one counts. False, and nothing done, for none.
 */
export function replaceEach(replacements: readonly Replacement[]): Command {
  return (state, dispatch) => {
    const ordered = replacements
      .toSorted((a, b) => a.from - b.from || a.to - b.to)
      .filter(({ from }, index, all) => !all.slice(0, index).some((earlier) => earlier.to > from))
    if (ordered.length === 0) return false
    const { tr } = state
    for (const { from, to, words } of ordered.toReversed()) {
      const marks = state.doc.nodeAt(from)?.marks ?? []
      if (words === '') tr.delete(from, to)
      else tr.replaceWith(from, to, state.schema.text(words, marks))
    }
    const behind = tr.mapping.map(ordered.at(-1)?.to ?? 0, 1)
    tr.setSelection(TextSelection.near(tr.doc.resolve(behind), -1))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
