import type { Command } from '@tiptap/pm/state'

const CLEARED = ['bold', 'italic', 'link']

/** Takes bold, italic and links off what is selected. Notes stay: without its mark a note would leave the desk. */
export const clearFormatting: Command = (state, dispatch) => {
  const { empty, from, to } = state.selection
  const types = CLEARED.flatMap((name) => state.schema.marks[name] ?? [])
  const { tr } = state
  if (empty) {
    for (const type of types) tr.removeStoredMark(type)
    if (tr.storedMarksSet) dispatch?.(tr)
    return tr.storedMarksSet
  }
  for (const type of types) tr.removeMark(from, to, type)
  if (tr.docChanged) dispatch?.(tr.scrollIntoView())
  return tr.docChanged
}
