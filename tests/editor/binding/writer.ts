import '../../fuzz/dom.ts'
import { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import type { Block } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import type { TextName } from '../../../src/domain/story-doc.ts'
import { seedUpdate, textOf } from '../../../src/domain/story-doc.ts'
import type { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import type { StoryUndo } from '../../../src/domain/story-undo.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import type { Binding } from '../../../src/editor/binding/create-binding.ts'
import { createBinding } from '../../../src/editor/binding/create-binding.ts'
import { BODY_SCHEMA, LINE_SCHEMA } from '../../../src/editor/schema.ts'

/** One person with an editor on one text of a document of their own. */
export type Writer = {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly undo: StoryUndo
  readonly editor: Editor
  readonly binding: Binding
  readonly close: () => void
}

const opened = new Set<Writer>()

// ProseMirror looks at the page a little later than a test ends: an editor that is left open would find none.
if (process.env['VITEST'] !== undefined) {
  const { afterEach } = await import('vitest')
  afterEach(() => {
    for (const writer of opened) writer.close()
  })
}

/** Opens an editor on a text; on the body unless said otherwise. */
export function openWriter(
  doc: Y.Doc,
  {
    name = 'body',
    undo = createStoryUndo(doc),
    suggester = null,
  }: { name?: TextName; undo?: StoryUndo; suggester?: Suggester | null } = {},
): Writer {
  const text = textOf(doc, name)
  if (!text) throw new Error(`No text ${name}`)
  const binding = createBinding({ text, undo, suggester: () => suggester })
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...(name === 'body' ? BODY_SCHEMA : LINE_SCHEMA), binding.extension],
    enableCoreExtensions: { keymap: false },
  })
  const writer: Writer = {
    doc,
    text,
    undo,
    editor,
    binding,
    close() {
      opened.delete(writer)
      binding.destroy()
      editor.destroy()
    },
  }
  opened.add(writer)
  return writer
}

/** A document that holds an update, with a client id of its own. */
export function docFrom(update: Uint8Array, clientID: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, update)
  return doc
}

/** A story with this body, as an update. */
export const bodyUpdate = (body: readonly Block[]): Uint8Array => seedUpdate({ ...BLANK_CONTENT, body }, 1)

/** Paragraphs, one a word. */
export const paragraphs = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ kind: 'paragraph', level: 0, spans: text === '' ? [] : [{ text, marks: {} }] }))

/** Several people on one story. */
export function writers(count: number, body: readonly Block[]): readonly Writer[] {
  const update = bodyUpdate(body)
  return Array.from({ length: count }, (_, index) => openWriter(docFrom(update, 11 + index)))
}

/** Gives everybody everything, in the order of `from`. */
export function sync(all: readonly Writer[], from: readonly number[] = all.map((_, index) => index)): void {
  const updates = all.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  all.forEach(({ doc }, to) => {
    for (const index of from) {
      const update = updates[index]
      if (update && index !== to) Y.applyUpdate(doc, update, 'network')
    }
  })
}

/** What an editor shows, block by block: kind, level, text; a picture as [photo]. */
export function shown({ editor }: Writer): string[] {
  const rows: string[] = []
  editor.state.doc.forEach((node) => {
    if (!node.isTextblock) rows.push(`[${String(node.attrs['photo'] ?? node.type.name)}]`)
    else
      rows.push(
        node.textBetween(0, node.content.size, '', (leaf) => (leaf.type.name === 'hardBreak' ? '⏎' : '')),
      )
  })
  return rows
}

/** Is the document what its text would be drawn as, and valid? */
export function isTrue({ editor, binding }: Writer): boolean {
  const { doc } = editor.state
  doc.check()
  return doc.eq(binding.initialDoc(editor.schema))
}

/** The position of the first of these characters in an editor. */
export function find({ editor }: Writer, text: string): number {
  let found = -1
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText && found < 0 ? (node.text ?? '').indexOf(text) : -1
    if (at >= 0) found = pos + at
  })
  if (found < 0) throw new Error(`No "${text}" in ${JSON.stringify(shown({ editor } as Writer))}`)
  return found
}

/** The characters of a text in the order in which they lie. */
export const plainText = (text: Y.Text): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
