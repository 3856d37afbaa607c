import type { AnyExtension, Editor } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Command } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { Binding } from '../binding/create-binding.ts'
import type { EditorHost } from '../editor-host.ts'
import { readSelection } from '../fresh-selection.ts'
import { SHORTCUTS } from '../shortcuts.ts'
import { drawMarks, marksPlugin, staleness, threadsAt } from './comment-marks.ts'
import { locateWords } from './locate-words.ts'
import { pickWords } from './pick-words.ts'
import type { TextComments } from './text-comments.ts'
import { NO_COMMENTS } from './text-comments.ts'
import { readingCaret } from './reading-caret.ts'

type Source = { readonly text: Y.Text; readonly binding: Binding; readonly host: EditorHost }

/** When others have written, or words came back: so long after the last of it marks are looked up anew. */
const SETTLE_MS = 200

/**
 * Comments in one editor: their words are marked, clicked and picked. What the host says of them is drawn by
 * `showComments`; between two of these nothing here costs more than the edit itself.
 */
export function commentsExtension(source: Source): AnyExtension {
  const { host } = source
  return Extension.create({
    name: 'comments',
    // Before what writes: on a text that is only read nothing of that may happen.
    priority: 1000,
    addProseMirrorPlugins() {
      const { editor } = this
      const comment: Command = (_, dispatch) => {
        if (dispatch) host.comment()
        return true
      }
      const keys = Object.fromEntries(SHORTCUTS.comment.keys.map((each) => [each, comment]))
      return [
        readingCaret(editor, () => host.comments.mayComment, keys),
        marksPlugin(),
        new Plugin({
          view: (view) => follow(view, source),
          props: {
            handleClick(view, pos, event) {
              const onWords =
                event.target instanceof Element && event.target.closest('[data-comment]') !== null
              const threads = onWords ? threadsAt(view.state, pos) : []
              if (threads.length > 0) host.comments.onOpen(threads, 'click')
              // The caret goes where it was clicked, as everywhere.
              return false
            },
          },
        }),
      ]
    },
  })
}

/** Draws the comments as they are now. */
export function showComments(editor: Editor, source: Source, comments: TextComments): void {
  source.host.comments = comments
  if (!editor.isDestroyed && comments !== NO_COMMENTS) draw(editor.view, source)
}

/**
 * "Comment": on the selected words, the word at the caret or the whole text; where a caret stands in commented words,
 * it opens what was said of them.
 */
export function comment(editor: Editor, { text, binding, host }: Source): void {
  if (editor.isDestroyed) return
  const { state } = editor
  const { comments } = host
  const threads = state.selection.empty ? threadsAt(state, state.selection.from) : []
  if (threads.length > 0) comments.onOpen(threads, 'command')
  else if (comments.mayComment) comments.onComment(pickWords(state, text, binding))
}

function draw(view: EditorView, { text, binding, host }: Source): void {
  const { threads, active } = host.comments
  const ranges = locateWords(
    text,
    binding,
    threads.map(({ ids }) => ids),
  )
  const located = threads.map(({ id }, index) => ({ id, ranges: ranges[index] ?? [] }))
  readSelection(view)
  view.dispatch(drawMarks(view.state.tr, located, active))
}

/** Looks marks up anew a moment after they may have gone astray. */
function follow(
  created: EditorView,
  source: Source,
): { readonly update: (view: EditorView) => void; readonly destroy: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen = staleness(created.state)
  return {
    update(view) {
      const now = staleness(view.state)
      if (now === seen) return
      seen = now
      clearTimeout(timer)
      if (source.host.comments.threads.length > 0) timer = setTimeout(() => draw(view, source), SETTLE_MS)
    },
    destroy: () => clearTimeout(timer),
  }
}
