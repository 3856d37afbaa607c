import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import * as Y from 'yjs'
import '../../../src/ui/base.css'
import type { Block } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import { seedUpdate } from '../../../src/domain/story-doc.ts'
import type { StoryUndo } from '../../../src/domain/story-undo.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import type { PickedWords, TextComments } from '../../../src/editor/comments/text-comments.ts'
import { NO_COMMENTS } from '../../../src/editor/comments/text-comments.ts'
import { FormattingToolbar } from '../../../src/editor/formatting-toolbar.tsx'
import { LineEditor } from '../../../src/editor/line-editor.tsx'
import { TextEditor } from '../../../src/editor/text-editor.tsx'

/** A body and a headline with comments, and what was told of them. */
export type CommentedDesk = {
  readonly doc: Y.Doc
  readonly undo: StoryUndo
  readonly body: () => Editor
  readonly headline: () => Editor
  readonly picked: PickedWords[]
  readonly opened: (readonly string[])[]
  /** Shows other comments on the body. */
  readonly comment: (change: Partial<TextComments>) => void
  readonly lock: (readOnly: boolean) => void
  /** The words that are marked on the page: "id: words", "*" before the one that is read. */
  readonly marked: () => readonly string[]
  readonly close: () => void
}

export async function openCommented(body: readonly Block[], readOnly = false): Promise<CommentedDesk> {
  const doc = new Y.Doc()
  doc.clientID = 11
  Y.applyUpdate(
    doc,
    seedUpdate({ ...BLANK_CONTENT, body, headline: [{ text: 'Harbour vote', marks: {} }] }, 1),
  )
  const undo = createStoryUndo(doc)
  const picked: PickedWords[] = []
  const opened: (readonly string[])[] = []
  const first: TextComments = {
    ...NO_COMMENTS,
    mayComment: true,
    onOpen: (threads, how) => opened.push([how, ...threads]),
    onComment: (words) => picked.push(words),
  }
  let editors: { body: Editor | null; headline: Editor | null } = { body: null, headline: null }
  let set: { comments: (change: Partial<TextComments>) => void; locked: (locked: boolean) => void } | null =
    null

  function Page() {
    const [comments, setComments] = useState(first)
    const [locked, setLocked] = useState(readOnly)
    const [focused, setFocused] = useState<Editor | null>(null)
    set = { comments: (change) => setComments((now) => ({ ...now, ...change })), locked: setLocked }
    return (
      <>
        <FormattingToolbar editor={focused} />
        <LineEditor
          text={doc.getText('headline')}
          undo={undo}
          label="Headline"
          readOnly={locked}
          comments={first}
          onFocus={setFocused}
          onEditor={(editor) => (editors = { ...editors, headline: editor })}
        />
        <TextEditor
          text={doc.getText('body')}
          undo={undo}
          label="Body"
          readOnly={locked}
          comments={comments}
          onFocus={setFocused}
          onEditor={(editor) => (editors = { ...editors, body: editor })}
        />
      </>
    )
  }
  const element = document.createElement('div')
  element.style.cssText = 'width: 700px; padding: 24px 40px'
  document.body.append(element)
  const root = createRoot(element)
  root.render(<Page />)
  await expect.element(page.getByRole('textbox', { name: 'Body' })).toBeVisible()
  const there = (editor: Editor | null): Editor => {
    if (editor === null) throw new Error('There is no editor')
    return editor
  }
  return {
    doc,
    undo,
    picked,
    opened,
    body: () => there(editors.body),
    headline: () => there(editors.headline),
    comment: (change) => set?.comments(change),
    lock: (locked) => set?.locked(locked),
    marked() {
      const words = new Map<string, string>()
      for (const mark of there(editors.body).view.dom.querySelectorAll<HTMLElement>('[data-comment]')) {
        const { comment: id = '', active } = mark.dataset
        const name = active === undefined ? id : `*${id}`
        words.set(name, (words.get(name) ?? '') + (mark.textContent ?? ''))
      }
      return [...words].map(([name, said]) => `${name}: ${said}`)
    },
    close() {
      root.unmount()
      element.remove()
    },
  }
}
