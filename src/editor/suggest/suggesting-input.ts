import { undoInputRule } from '@tiptap/pm/inputrules'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Direction } from './standing-walk.ts'
import { deletionEnd, overStruck } from './standing-walk.ts'
import { struckIn } from './suggestion-marks.ts'
import { drawnSuggestions } from './drawn-suggestions.ts'

type DeletedUnit = 'character' | 'word' | 'line' | 'block'

/**
 * Keys and input while suggesting: what deletes first steps over words that are to be deleted anyway, so that they
 * are never in the way; what the browser would replace in the page by itself is done in the document.
 */
export function suggestingInput(isSuggesting: () => boolean): Plugin {
  const isOn = (view: EditorView): boolean => view.editable && isSuggesting()
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (!isOn(view) || view.composing || event.isComposing) return false
        const direction = event.key === 'Backspace' ? -1 : event.key === 'Delete' ? 1 : null
        if (direction === null || (event.shiftKey && (event.ctrlKey || event.metaKey))) return false
        // Backspace right behind a shorthand takes its effect back.
        if (direction < 0 && undoInputRule(view.state)) return false
        return deleteStanding(view, direction, unitOf(event))
      },
      handleDOMEvents: {
        beforeinput: (view, event) => isOn(view) && nativeInput(view, event),
        compositionstart(view) {
          if (isOn(view) && !view.state.selection.empty) strikeSelection(view)
          if (view.editable) standApart(view)
          return false
        },
      },
    },
  })
}

function unitOf(event: KeyboardEvent): DeletedUnit {
  if (event.metaKey) return 'line'
  return event.ctrlKey || event.altKey ? 'word' : 'character'
}

/** Deletes what stands beside the caret. False where something is selected, and at the edge of a block: others know what to do. */
function deleteStanding(view: EditorView, direction: Direction, unit: DeletedUnit): boolean {
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false
  const at = overStruck(view.state, selection.head, direction)
  if (at !== selection.head) {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)))
  }
  const end =
    unit === 'line'
      ? (lineEnd(view, direction) ?? deletionEnd(view.state, at, direction, 'block'))
      : deletionEnd(view.state, at, direction, unit)
  if (end === null) return false
  view.dispatch(view.state.tr.delete(Math.min(at, end), Math.max(at, end)).scrollIntoView())
  return true
}

/** Where the line ends that the caret is in, as the page has it; null where that can't be said. */
function lineEnd(view: EditorView, direction: Direction): number | null {
  const selection = view.dom.ownerDocument.getSelection()
  const { head } = view.state.selection
  if (selection === null || !('modify' in selection) || !view.hasFocus()) return null
  selection.modify('extend', direction < 0 ? 'backward' : 'forward', 'lineboundary')
  const { focusNode, focusOffset } = selection
  const pos = focusNode && view.dom.contains(focusNode) ? view.posAtDOM(focusNode, focusOffset) : head
  return pos === head ? null : pos
}

/** What comes from menus, spell checkers and keyboards without keys. True where it was done here. */
function nativeInput(view: EditorView, event: InputEvent): boolean {
  if (view.composing || !event.cancelable) return false
  const { inputType } = event
  if (inputType === 'insertReplacementText') return replaceWords(view, event)
  if (!inputType.startsWith('delete')) return false
  const found = /^delete(?:Content|Word|SoftLine|HardLine)(Backward|Forward)$/.exec(inputType)
  if (!found) return false
  const unit = inputType.includes('Word') ? 'word' : inputType.includes('Line') ? 'line' : 'character'
  const done = view.state.selection.empty
    ? deleteStanding(view, found[1] === 'Backward' ? -1 : 1, unit)
    : deleteSelection(view)
  if (done) event.preventDefault()
  return done
}

function deleteSelection(view: EditorView): boolean {
  view.dispatch(view.state.tr.deleteSelection().scrollIntoView())
  return true
}

/** A word of a spell checker, or of autocorrection, in place of the one that is there. */
function replaceWords(view: EditorView, event: InputEvent): boolean {
  const [range] = event.getTargetRanges()
  const words = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
  if (!range || words === '' || !view.dom.contains(range.startContainer)) return false
  const from = view.posAtDOM(range.startContainer, range.startOffset)
  const to = view.posAtDOM(range.endContainer, range.endOffset)
  if (from >= to) return false
  event.preventDefault()
  view.dispatch(view.state.tr.insertText(words, from, to).scrollIntoView())
  return true
}

/**
 * Suggests to delete what is selected and leaves the caret before it: an input method then only inserts, and where the
 * selection began is where Chromium takes the composition to begin.
 */
function strikeSelection(view: EditorView): void {
  const { from } = view.state.selection
  view.dispatch(view.state.tr.deleteSelection())
  const { state } = view
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(from), -1)))
}

/**
 * The browser would compose within struck words where the caret touches them, and drawing what was composed beside
 * them would break it off. With formats of its own the caret gets a piece of text of its own from ProseMirror.
 */
function standApart(view: EditorView): void {
  const { state } = view
  const { selection, storedMarks } = state
  const { $head, empty, head } = selection
  if (!empty || storedMarks !== null) return
  const struck = struckIn(drawnSuggestions(state), head, head).some(({ layer }) => layer === 'delete')
  if (struck) view.dispatch(state.tr.setStoredMarks($head.marks()))
}
