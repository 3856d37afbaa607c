import type { Mark } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { LinkCheck } from '../check-link.ts'
import { checkLink } from '../check-link.ts'
import { isLine } from './selected-blocks.ts'

/** A link in a text: from where to where it runs, and what it says. */
export type PlacedLink = {
  readonly from: number
  readonly to: number
  readonly href: string
  readonly text: string
}

/** The link that the caret is in or beside, or that the selection begins in. */
export function linkAt(state: EditorState): PlacedLink | null {
  const { $from } = state.selection
  const type = state.schema.marks['link']
  if (type === undefined || $from.depth !== 1) return null
  const find = (marks: readonly Mark[] | undefined): Mark | undefined => marks && type.isInSet(marks)
  const mark =
    find($from.nodeAfter?.marks) ?? (state.selection.empty ? find($from.nodeBefore?.marks) : undefined)
  if (mark === undefined) return null
  let run: { from: number; to: number } | null = null
  let found: { from: number; to: number } | null = null
  $from.parent.forEach((child, offset) => {
    if (!mark.isInSet(child.marks)) {
      run = null
      return
    }
    const from = $from.start() + offset
    run = { from: run?.from ?? from, to: from + child.nodeSize }
    if (run.from <= $from.pos && run.to >= $from.pos) found = run
  })
  if (found === null) return null
  const { from, to }: { from: number; to: number } = found
  return { from, to, href: String(mark.attrs['href']), text: state.doc.textBetween(from, to, ' ') }
}

/**
 * Links the selection, or the whole link at the caret anew, or where there is neither, puts `address` in as linked
 * text. False, and nothing done, where `checkLink` refuses the address or the text takes no links.
 */
export function setLink(address: string): Command {
  return (state, dispatch) => {
    const link: LinkCheck = checkLink(address)
    const type = state.schema.marks['link']
    if (!link.ok || type === undefined || isLine(state)) return false
    const { selection, tr } = state
    const mark = type.create({ href: link.href })
    const old = linkAt(state)
    if (!selection.empty)
      tr.removeMark(selection.from, selection.to, type).addMark(selection.from, selection.to, mark)
    else if (old !== null) tr.removeMark(old.from, old.to, type).addMark(old.from, old.to, mark)
    else if (selection.$from.depth === 1) {
      const marks = mark.addToSet(state.storedMarks ?? selection.$from.marks())
      tr.insert(selection.from, state.schema.text(address.trim(), marks))
    } else return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Takes the link off the selection, or the whole link at the caret; its words stay. */
export const removeLink: Command = (state, dispatch) => {
  const type = state.schema.marks['link']
  if (type === undefined) return false
  const { empty, from, to } = state.selection
  const range = empty ? linkAt(state) : { from, to }
  if (range === null || !state.doc.rangeHasMark(range.from, range.to, type)) return false
  dispatch?.(state.tr.removeMark(range.from, range.to, type).scrollIntoView())
  return true
}
