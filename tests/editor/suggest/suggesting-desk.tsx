import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import * as Y from 'yjs'
import '../../../src/ui/base.css'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, spansText } from '../../../src/domain/story-content.ts'
import { seedUpdate } from '../../../src/domain/story-doc.ts'
import type { StoryUndo } from '../../../src/domain/story-undo.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { LineEditor } from '../../../src/editor/line-editor.tsx'
import { NO_SUGGESTING } from '../../../src/editor/suggest/text-suggestions.ts'
import { TextEditor } from '../../../src/editor/text-editor.tsx'

/** A story whose body and headline are edited as suggestions, in a real page. */
export type SuggestingDesk = {
  readonly doc: Y.Doc
  readonly undo: StoryUndo
  readonly body: Editor
  readonly headline: Editor
  /** Ids of the suggestions that the caret came into. */
  readonly told: (string | null)[]
  readonly suggest: (on: boolean) => void
  readonly choose: (suggestion: string | null) => void
  readonly close: () => void
}

export async function openSuggestingDesk(
  body: readonly Block[],
  { headline = 'Old headline', by = 'kit' }: { headline?: string; by?: string } = {},
): Promise<SuggestingDesk> {
  const doc = new Y.Doc()
  doc.clientID = 11
  Y.applyUpdate(doc, seedUpdate({ ...BLANK_CONTENT, body, headline: [{ text: headline, marks: {} }] }, 1))
  const undo = createStoryUndo(doc)
  let count = 0
  const suggester = new Suggester(doc, {
    by,
    now: () => '2026-11-26T09:00:00.000Z',
    newId: () => `${by}${(count += 1)}`,
  })
  const told: (string | null)[] = []
  const first = {
    ...NO_SUGGESTING,
    suggester,
    nameOf: (id: string) => (id === 'kit' ? 'Kit Marsh' : 'Ida Berg'),
    onSuggestion: (id: string | null) => told.push(id),
  }
  const element = document.createElement('div')
  element.style.cssText = 'width: 700px; padding: 24px 40px'
  document.body.append(element)
  const root = createRoot(element)
  let change: (part: Partial<typeof NO_SUGGESTING>) => void = () => undefined
  const editors = await new Promise<{ body: Editor; headline: Editor }>((resolve) => {
    let line: Editor | null = null
    function Page() {
      const [suggestions, set] = useState<typeof NO_SUGGESTING>(first)
      change = (part) => set((now) => ({ ...now, ...part }))
      return (
        <>
          <LineEditor
            text={doc.getText('headline')}
            undo={undo}
            label="Headline"
            look="headline"
            suggestions={suggestions}
            onEditor={(editor) => {
              line = editor
            }}
          />
          <TextEditor
            text={doc.getText('body')}
            undo={undo}
            label="Body"
            lang="en-GB"
            suggestions={suggestions}
            onEditor={(editor) => {
              if (editor !== null && line !== null) resolve({ body: editor, headline: line })
            }}
          />
        </>
      )
    }
    root.render(<Page />)
  })
  await expect.element(page.getByRole('textbox', { name: 'Body' })).toBeVisible()
  return {
    doc,
    undo,
    ...editors,
    told,
    suggest: (on) => change({ suggester: on ? suggester : null }),
    choose: (active) => change({ active }),
    close() {
      root.unmount()
      element.remove()
    },
  }
}

/** The body as it was, or as it will be, one row a block. */
export const bodyRows = (doc: Y.Doc, view: 'was' | 'will'): readonly string[] =>
  readContent(doc, view).body.map((block) => ('spans' in block ? spansText(block.spans) : block.kind))

/** The words of an editor as they are drawn: `ins(words)`, `del(words)`, "¶" for a start that goes, "+" for a new one. */
export function shownOn(editor: Editor): string {
  const rows: string[] = []
  for (const element of editor.view.dom.children) {
    const { blockChange } = (element as HTMLElement).dataset
    const sign = { inserted: '+', deleted: '¶', changed: '~' }[blockChange ?? ''] ?? ''
    rows.push(sign + wordsOf(element))
  }
  return rows.join(' / ')
}

function wordsOf(element: Element): string {
  let words = ''
  for (const child of element.childNodes) {
    if (child instanceof HTMLElement && child.dataset['change'] !== undefined)
      words += `${child.tagName.toLowerCase()}(${wordsOf(child)})`
    else words += child instanceof Element ? wordsOf(child) : (child.textContent ?? '')
  }
  return words.replaceAll('\u00A0', ' ')
}
