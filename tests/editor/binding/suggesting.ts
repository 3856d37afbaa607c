import { Fragment } from '@tiptap/pm/model'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { Block } from '../../../src/domain/story-content.ts'
import type { TextName } from '../../../src/domain/story-doc.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { bodyUpdate, docFrom, find, openWriter } from './writer.ts'
import type { Writer } from './writer.ts'

/** Blocks by hand: words are a paragraph, "quote: words" another kind, "[a]" a picture. */
export const blocksOf = (...rows: readonly string[]): readonly Block[] =>
  rows.map((row): Block => {
    const picture = /^\[(\w+)\]$/.exec(row)
    if (picture) return { kind: 'picture', photo: picture[1] ?? '' }
    const [, kind, words] = /^(?:(\w+): )?(.*)$/.exec(row) ?? []
    const spans = words === undefined || words === '' ? [] : [{ text: words, marks: {} }]
    return { kind: (kind ?? 'paragraph') as 'paragraph', level: 0, spans }
  })

export const storyWith = (...rows: readonly string[]): Y.Doc => docFrom(bodyUpdate(blocksOf(...rows)), 20)

/** Somebody with an editor on a document's body: it suggests, with ids 'ann1', 'ann2', unless `by` is null. */
export function atWork(doc: Y.Doc, by: string | null = 'ann', name: TextName = 'body'): Writer {
  let ids = 0
  const suggester =
    by === null
      ? null
      : new Suggester(doc, { by, now: () => '2026-11-24T09:00:00Z', newId: () => `${by}${(ids += 1)}` })
  const writer = openWriter(doc, { suggester, name })
  // Only what is asked for parts the steps of undo.
  writer.undo.manager.captureTimeout = 1e9
  return writer
}

/** Makes an edit in somebody's editor. */
export function edit(writer: Writer, change: (tr: Transaction) => Transaction): void {
  writer.editor.view.dispatch(change(writer.editor.state.tr))
}

export const type = (writer: Writer, before: string, words: string): void =>
  edit(writer, (tr) => tr.insertText(words, find(writer, before)))

/** Behind these words. */
export const typeAfter = (writer: Writer, after: string, words: string): void =>
  edit(writer, (tr) => tr.insertText(words, find(writer, after) + after.length))

export const cut = (writer: Writer, words: string): void =>
  edit(writer, (tr) => tr.delete(find(writer, words), find(writer, words) + words.length))

export const over = (writer: Writer, words: string, by: string): void =>
  edit(writer, (tr) => tr.insertText(by, find(writer, words), find(writer, words) + words.length))

/** From the first of some words to the end of others, in whatever blocks they are. */
export const cutFrom = (writer: Writer, from: string, to: string): void =>
  edit(writer, (tr) => tr.delete(find(writer, from), find(writer, to) + to.length))

export const bold = (writer: Writer, words: string): void =>
  edit(writer, (tr) => {
    const mark = writer.editor.schema.marks['bold']
    return mark ? tr.addMark(find(writer, words), find(writer, words) + words.length, mark.create()) : tr
  })

export const split = (writer: Writer, before: string): void =>
  edit(writer, (tr) => tr.split(find(writer, before)))

/** Backspace at the beginning of the block with these words. */
export const join = (writer: Writer, words: string): void =>
  edit(writer, (tr) => {
    const start = tr.doc.resolve(find(writer, words)).before(1)
    return tr.delete(start - 1, start + 1)
  })

const blockOf = (writer: Writer, words: string): { readonly pos: number; readonly node: Node } => {
  const { doc } = writer.editor.state
  let found: { pos: number; node: Node } | null = null
  doc.forEach((node, pos) => {
    const isIt = node.isTextblock
      ? node.textContent.includes(words)
      : `[${String(node.attrs['photo'])}]` === words
    if (isIt && !found) found = { pos, node }
  })
  if (!found) throw new Error(`No block ${words}`)
  return found
}

export const kind = (writer: Writer, words: string, value: string): void =>
  edit(writer, (tr) => tr.setNodeAttribute(blockOf(writer, words).pos, 'kind', value))

/** Takes the block with these words (or a picture, '[a]') and puts it before another, or last of all. */
export const move = (writer: Writer, words: string, before: string | null): void =>
  edit(writer, (tr) => {
    const { pos, node } = blockOf(writer, words)
    const target = before === null ? tr.doc.content.size : blockOf(writer, before).pos
    tr.delete(pos, pos + node.nodeSize)
    return tr.insert(tr.mapping.map(target), Fragment.from(node))
  })

/** A new paragraph before the block with other words. */
export const insertBlock = (writer: Writer, words: string, before: string): void =>
  edit(writer, (tr) => {
    const { schema } = writer.editor
    const block = schema.nodes['block']?.create({ kind: 'paragraph' }, schema.text(words))
    return block ? tr.insert(blockOf(writer, before).pos, block) : tr
  })

export const drop = (writer: Writer, words: string): void =>
  edit(writer, (tr) => {
    const { pos, node } = blockOf(writer, words)
    return tr.delete(pos, pos + node.nodeSize)
  })

export const caret = (writer: Writer, before: string, offset = 0): void =>
  edit(writer, (tr) => tr.setSelection(TextSelection.create(tr.doc, find(writer, before) + offset)))

/** What stands left and right of the caret in its block. */
export const around = ({ editor }: Writer): string => {
  const { $head } = editor.state.selection
  return `${$head.parent.textBetween(0, $head.parentOffset)}|${$head.parent.textBetween($head.parentOffset, $head.parent.content.size)}`
}
