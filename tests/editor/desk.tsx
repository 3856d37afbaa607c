import type { Editor } from '@tiptap/core'
import { createRoot } from 'react-dom/client'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import * as Y from 'yjs'
import '../../src/ui/base.css'
import { readBlocks, readSpans } from '../../src/domain/linear-text.ts'
import type { Block } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, spansText } from '../../src/domain/story-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import type { StoryUndo } from '../../src/domain/story-undo.ts'
import { createStoryUndo } from '../../src/domain/story-undo.ts'
import { LineEditor } from '../../src/editor/line-editor.tsx'
import type { BodyEditorProps } from '../../src/editor/text-editor.tsx'
import { TextEditor } from '../../src/editor/text-editor.tsx'

/** A story on the page: its body and its headline in real editors, and somebody else with the same story elsewhere. */
export type Desk = {
  readonly doc: Y.Doc
  readonly undo: StoryUndo
  readonly body: Editor
  readonly headline: Editor
  /** The other person's copy; what they do arrives at once, as over a fast line. */
  readonly other: Y.Doc
  readonly close: () => void
}

export const paragraphs = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ kind: 'paragraph', level: 0, spans: text === '' ? [] : [{ text, marks: {} }] }))

export async function openDesk(
  body: readonly Block[],
  { headline = 'Old headline', ...props }: Partial<BodyEditorProps> & { headline?: string } = {},
): Promise<Desk> {
  const update = seedUpdate({ ...BLANK_CONTENT, body, headline: [{ text: headline, marks: {} }] }, 1)
  const doc = docFrom(update, 11)
  const other = docFrom(update, 22)
  doc.on('update', (change: Uint8Array, origin) => {
    if (origin !== 'network') Y.applyUpdate(other, change, 'network')
  })
  other.on('update', (change: Uint8Array, origin) => {
    if (origin !== 'network') Y.applyUpdate(doc, change, 'network')
  })
  const undo = createStoryUndo(doc)
  const element = document.createElement('div')
  element.style.cssText = 'width: 700px; padding: 24px 40px'
  document.body.append(element)
  const root = createRoot(element)
  const editors = await new Promise<{ body: Editor; headline: Editor }>((resolve) => {
    let line: Editor | null = null
    root.render(
      <>
        <LineEditor
          text={doc.getText('headline')}
          undo={undo}
          label="Headline"
          look="headline"
          onEditor={(editor) => {
            line = editor
          }}
        />
        <TextEditor
          text={doc.getText('body')}
          undo={undo}
          label="Body"
          lang="en-GB"
          onEditor={(editor) => {
            if (editor !== null && line !== null) resolve({ body: editor, headline: line })
          }}
          {...props}
        />
      </>,
    )
  })
  await expect.element(page.getByRole('textbox', { name: 'Body' })).toBeVisible()
  return {
    doc,
    undo,
    ...editors,
    other,
    close() {
      root.unmount()
      element.remove()
    },
  }
}

function docFrom(update: Uint8Array, clientID: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, update)
  return doc
}

const MARKS: Readonly<Record<string, string>> = { bullet: '- ', number: '1. ', heading2: '## ', quote: '> ' }

function rowOf(kind: string, level: number, text: string): string {
  return '  '.repeat(level) + (MARKS[kind] ?? '') + text
}

/** The body as rows, as the text, the document and the page each have it, here and elsewhere: they must agree. */
export function rowsOf({ doc, body, other }: Desk): readonly string[] {
  body.state.doc.check()
  const inText = (from: Y.Doc): readonly string[] =>
    readBlocks(from.getText('body')).map((block) =>
      'level' in block
        ? rowOf(block.kind, block.level, spansText(block.spans))
        : block.kind === 'picture'
          ? `[${block.photo}]`
          : block.kind,
    )
  const inDocument: string[] = []
  const onPage: string[] = []
  body.state.doc.forEach((node, pos) => {
    if (!node.isTextblock) {
      const name = node.type.name === 'picture' ? `[${String(node.attrs['photo'])}]` : node.type.name
      inDocument.push(name)
      onPage.push(name)
      return
    }
    const { kind, level } = node.attrs
    const text = node.textBetween(0, node.content.size, '', (leaf) =>
      leaf.type.name === 'hardBreak' ? '\n' : '',
    )
    inDocument.push(rowOf(String(kind), Number(level), text))
    const element = body.view.nodeDOM(pos)
    if (element instanceof HTMLElement) {
      onPage.push(
        rowOf(element.dataset['kind'] ?? '', Number(element.dataset['level'] ?? 0), textOn(element)),
      )
    }
  })
  const shown = inText(doc)
  expect(inDocument).toEqual(shown.length === 0 ? [''] : shown)
  expect(onPage).toEqual(inDocument)
  expect(inText(other)).toEqual(shown)
  return shown
}

/** What an element of the editor says: ProseMirror's own pieces (a trailing break, say) are no words. */
function textOn(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const extra of copy.querySelectorAll(
    '.ProseMirror-trailingBreak, .ProseMirror-separator, .ProseMirror-widget',
  )) {
    extra.remove()
  }
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n')
  return copy.textContent ?? ''
}

/** The headline, agreed by text, document and page, here and elsewhere. */
export function headlineOf({ doc, headline, other }: Desk): string {
  const text = spansText(readSpans(doc.getText('headline')))
  expect(headline.state.doc.textContent).toBe(text)
  expect(headline.view.dom.textContent).toBe(text)
  expect(spansText(readSpans(other.getText('headline')))).toBe(text)
  return text
}

/** Puts the caret, or a selection, of an editor at the first place of these words; `end` puts it behind them. */
export function selectWords(editor: Editor, words: string, { end = false, all = false } = {}): void {
  let from = -1
  editor.state.doc.descendants((node, pos) => {
    const at = from < 0 && node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0) from = pos + at
  })
  if (from < 0) throw new Error(`No “${words}”`)
  const to = from + words.length
  editor.view.focus()
  editor.commands.setTextSelection(all ? { from, to } : end ? to : from)
}

/** The other person types into the body, right behind these words. */
export function otherTypes({ other }: Desk, behind: string, typed: string): void {
  const text = other.getText('body')
  let index = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    const at = typeof insert === 'string' ? insert.indexOf(behind) : -1
    if (at >= 0) {
      text.insert(index + at + behind.length, typed)
      return
    }
    index += typeof insert === 'string' ? insert.length : 1
  }
  throw new Error(`The other sees no “${behind}”`)
}

/** The screen has been drawn, and what waited for that is done. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
