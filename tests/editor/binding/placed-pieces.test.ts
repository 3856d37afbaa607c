import { expect, test } from 'vitest'
import type { Block } from '../../../src/domain/story-content.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { displayIndex } from '../../../src/editor/binding/positions.ts'
import type { Writer } from './writer.ts'
import { bodyUpdate, docFrom, openWriter, paragraphs } from './writer.ts'

const BODY: readonly Block[] = [
  ...paragraphs('one two', ''),
  { kind: 'rule' },
  ...paragraphs('three', 'four'),
]

/** The ids of every token, one by one: what the pieces must say together. */
function oneByOne({ editor, binding, text }: Writer): readonly string[] {
  const { doc } = editor.state
  const rows: string[] = []
  for (let pos = 0; pos < doc.content.size; pos++) {
    const id = displayIndex(doc, pos) === displayIndex(doc, pos + 1) ? null : binding.idAt(pos)
    if (id) rows.push(`${pos}=${id.join(':')}`)
  }
  expect(rows.length).toBe(text.length)
  return rows
}

function inPieces(
  { editor, binding }: Writer,
  from = 0,
  to = editor.state.doc.content.size,
): readonly string[] {
  return binding
    .piecesBetween(editor.state.doc, from, to)
    .flatMap(({ id: [client, clock], length, pos }) =>
      Array.from({ length }, (_, k) => `${pos + k}=${client}:${clock + k}`),
    )
}

test('pieces name every token once, as the text has them', () => {
  const writer = openWriter(docFrom(bodyUpdate(BODY), 11))
  expect(inPieces(writer)).toEqual(oneByOne(writer))
  const { view } = writer.editor
  view.dispatch(view.state.tr.insertText('new ', 5))
  expect(inPieces(writer)).toEqual(oneByOne(writer))
})

test('also where blocks were moved and joined', () => {
  const writer = openWriter(docFrom(bodyUpdate(BODY), 11))
  const { view } = writer.editor
  const last = view.state.doc.child(4)
  const size = view.state.doc.content.size
  view.dispatch(view.state.tr.delete(size - last.nodeSize, size).insert(0, last))
  expect(view.state.doc.child(0).textContent).toBe('four')
  expect(inPieces(writer)).toEqual(oneByOne(writer))
  view.dispatch(view.state.tr.join(6))
  expect(inPieces(writer)).toEqual(oneByOne(writer))
})

test('a part of the document has its part of them, and starts of blocks stand alone', () => {
  const writer = openWriter(docFrom(bodyUpdate(BODY), 11))
  const all = oneByOne(writer)
  const { doc } = writer.editor.state
  for (let from = 0; from <= doc.content.size; from++) {
    for (let to = from; to <= doc.content.size; to++) {
      const wanted = all.filter((row) => {
        const pos = Number.parseInt(row, 10)
        return pos >= from && pos < to
      })
      expect(inPieces(writer, from, to)).toEqual(wanted)
    }
  }
  const blocks = writer.binding.piecesBetween(doc, 0, doc.content.size).filter(({ block }) => block)
  expect(blocks.map(({ pos, length }) => [pos, length])).toEqual([
    [0, 1],
    [9, 1],
    [11, 1],
    [12, 1],
    [19, 1],
  ])
  expect(idAt(writer.text, 0)).toEqual(blocks[0]?.id)
})

test('a line has no starts', () => {
  const doc = docFrom(bodyUpdate([]), 11)
  doc.getText('headline').insert(0, 'Old', {})
  const writer = openWriter(doc, { name: 'headline' })
  expect(inPieces(writer)).toEqual(['1=11:0', '2=11:1', '3=11:2'])
})
