import type { Editor } from '@tiptap/core'
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { TextName } from '../../../domain/story-doc.ts'
import type { ThreadAnchor } from '../../../domain/threads/thread.ts'
import { useActions } from '../../../store/use-desk.ts'
import { showWords } from '../../../editor/comments/show-words.ts'
import { announce } from '../../../ui/announce.ts'
import { useShowTab } from '../side-tab.tsx'

/** A comment that is being written: on what, and how the words read. Each time it is another object. */
export type Draft = { readonly anchor: ThreadAnchor; readonly quote: string }

type Desk = {
  readonly storyId: string
  /** Id of the thread that is being read. */
  readonly active: string | null
  readonly draft: Draft | null
}

type DeskWays = {
  /** Goes to threads in their tab, to the first of them. */
  readonly open: (threads: readonly string[]) => void
  /** Shows threads beside a text, where that can stay as it is: it keeps the focus. */
  readonly show: (threads: readonly string[], text: TextName) => void
  readonly activate: (thread: string | null) => void
  /** Begins a comment; the tab has the field for its words. */
  readonly begin: (draft: Draft) => void
  readonly end: () => void
  /** The editor of a text came, or went. */
  readonly register: (text: TextName, editor: Editor | null) => void
  /** Selects the words of a thread; false where none is left. */
  readonly goToWords: (text: TextName, thread: string) => boolean
  readonly goToText: (text: TextName) => void
  /** The editor of a text, brought on the page; null where there is none. */
  readonly editorOf: (text: TextName) => Editor | null
}

const DeskState = createContext<Desk | null>(null)
const Ways = createContext<DeskWays | null>(null)

/** What texts, fields and the tab of comments share: which thread is read, and what is about to be said. */
export function CommentDesk({
  id,
  children,
}: {
  readonly id: string
  readonly children: ReactNode
}): ReactElement {
  const [active, activate] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const editors = useRef(new Map<TextName, Editor>())
  const showTab = useShowTab()
  const actions = useActions()

  /** The editor of a text; only the body's is always on the page. */
  const editorOf = useCallback(
    (text: TextName): Editor | null => {
      // Editors are there only where the story is shown with its changes.
      flushSync(() => actions.showView(id, 'changes'))
      if (text !== 'body') showTab('story')
      return editors.current.get(text) ?? null
    },
    [actions, id, showTab],
  )
  const ways = useMemo((): DeskWays => {
    return {
      activate,
      open(threads) {
        const [first] = threads
        if (first === undefined) return
        activate(first)
        showTab('comments', { kind: 'thread', id: first })
        if (threads.length > 1) announce(`${threads.length} comments are on these words`)
      },
      show([first], text) {
        if (first === undefined) return
        activate(first)
        // The other texts stand in the side themselves.
        if (text === 'body') showTab('comments')
      },
      begin(next) {
        // The field for its words may have to be loaded: what is typed until then must not go into the text.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        setDraft(next)
        showTab('comments')
      },
      end: () => setDraft(null),
      register(text, editor) {
        if (editor === null) editors.current.delete(text)
        else editors.current.set(text, editor)
      },
      goToWords(text, thread) {
        const editor = editorOf(text)
        return editor !== null && showWords(editor, thread)
      },
      goToText: (text) => editorOf(text)?.view.dom.focus(),
      editorOf,
    }
  }, [editorOf, showTab])
  const desk = useMemo(() => ({ storyId: id, active, draft }), [id, active, draft])
  return (
    <Ways value={ways}>
      <DeskState value={desk}>{children}</DeskState>
    </Ways>
  )
}

/** Null where nobody comments: a panel that stands alone. */
export const useCommentDesk = (): Desk | null => useContext(DeskState)

/** Never changes while the page stands. Null where nobody comments. */
export const useCommentWays = (): DeskWays | null => useContext(Ways)
