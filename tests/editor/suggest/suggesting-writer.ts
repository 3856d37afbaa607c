import '../../fuzz/dom.ts'
import { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { Block, StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import { seedUpdate } from '../../../src/domain/story-doc.ts'
import type { StoryUndo } from '../../../src/domain/story-undo.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import type { Binding } from '../../../src/editor/binding/create-binding.ts'
import { createBinding } from '../../../src/editor/binding/create-binding.ts'
import type { EditorHost } from '../../../src/editor/editor-host.ts'
import { editorHost } from '../../../src/editor/editor-host.ts'
import { BODY_SCHEMA, LINE_SCHEMA } from '../../../src/editor/schema.ts'
import { suggestionsExtension } from '../../../src/editor/suggest/suggestions-extension.ts'
import { NO_SUGGESTING } from '../../../src/editor/suggest/text-suggestions.ts'
import { docFrom } from '../binding/writer.ts'

/** Somebody at work with an editor that draws suggestions; several may share a document. */
export type SuggestingWriter = {
  readonly doc: Y.Doc
  readonly undo: StoryUndo
  readonly editor: Editor
  readonly binding: Binding
  readonly host: EditorHost
  readonly suggest: (on: boolean) => void
  readonly close: () => void
}

const opened = new Set<SuggestingWriter>()

// ProseMirror looks at the page a little later than a test ends: an editor that is left open would find none.
if (process.env['VITEST'] !== undefined) {
  const { afterEach } = await import('vitest')
  afterEach(() => {
    for (const writer of opened) writer.close()
  })
}

export const storyDoc = (content: Partial<StoryContent>, client = 11): Y.Doc =>
  docFrom(seedUpdate({ ...BLANK_CONTENT, ...content }, 1), client)

/** A suggester with ids like "ida1", "ida2" and one instant for all. */
export function suggesterOf(doc: Y.Doc, by: string): Suggester {
  let count = 0
  return new Suggester(doc, {
    by,
    now: () => '2026-11-26T09:00:00.000Z',
    newId: () => `${by}${(count += 1)}`,
  })
}

export function openSuggesting(
  doc: Y.Doc,
  {
    by = 'kit',
    name = 'body',
    suggesting = true,
    undo = createStoryUndo(doc),
  }: { by?: string; name?: string; suggesting?: boolean; undo?: StoryUndo } = {},
): SuggestingWriter {
  const suggester = suggesterOf(doc, by)
  const host = editorHost({
    suggestions: { ...NO_SUGGESTING, suggester: suggesting ? suggester : null, nameOf: (id) => id },
  })
  const text = doc.getText(name)
  const binding = createBinding({ text, undo, suggester: () => host.suggestions.suggester })
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...(name === 'body' ? BODY_SCHEMA : LINE_SCHEMA),
      binding.extension,
      suggestionsExtension({ text, binding, host }),
    ],
    enableCoreExtensions: { keymap: false },
  })
  const writer: SuggestingWriter = {
    doc,
    undo,
    editor,
    binding,
    host,
    suggest(on) {
      host.suggestions = { ...host.suggestions, suggester: on ? suggester : null }
    },
    close() {
      opened.delete(writer)
      binding.destroy()
      editor.destroy()
    },
  }
  opened.add(writer)
  return writer
}

/** What is drawn, read off the page: `ins(words)`, `del(words)`, `span(words)`, and "{label}" before a block that changes. */
export function drawn({ editor }: Pick<SuggestingWriter, 'editor'>): readonly string[] {
  const rows: string[] = []
  editor.state.doc.forEach((_, pos) => {
    const element = editor.view.nodeDOM(pos)
    if (!(element instanceof HTMLElement)) return
    const label = element.dataset['changeLabel']
    rows.push((label === undefined ? '' : `{${label}} `) + wordsOf(element))
  })
  return rows
}

function wordsOf(element: Element): string {
  let words = ''
  for (const child of element.childNodes) {
    if (child instanceof HTMLElement && child.dataset['change'] !== undefined)
      words += `${child.tagName.toLowerCase()}(${wordsOf(child)})`
    else words += child instanceof Element ? wordsOf(child) : (child.textContent ?? '')
  }
  return words
}

/** The position of these words, or behind them. */
export function place({ editor }: Pick<SuggestingWriter, 'editor'>, words: string, end = false): number {
  let found = -1
  editor.state.doc.descendants((node, pos) => {
    if (!node.isTextblock || found >= 0) return
    const at = node.textBetween(0, node.content.size, '\n', '\n').indexOf(words)
    if (at >= 0) found = pos + 1 + at
  })
  if (found < 0) throw new Error(`No “${words}”`)
  return end ? found + words.length : found
}

export const paragraphs = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ kind: 'paragraph', level: 0, spans: text === '' ? [] : [{ text, marks: {} }] }))
