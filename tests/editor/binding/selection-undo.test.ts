// @vitest-environment jsdom
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import type { Writer } from './writer.ts'
import { bodyUpdate, docFrom, find, isTrue, openWriter, paragraphs, shown, sync, writers } from './writer.ts'

const caret = (writer: Writer, pos: number, head = pos): void => {
  const { view } = writer.editor
  const { doc } = view.state
  view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, pos, head)))
}

const type = (writer: Writer, text: string, at = writer.editor.state.selection.from): void => {
  const { view } = writer.editor
  let pos = at
  for (const character of text) {
    const tr = view.state.tr.insertText(character, pos)
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + character.length)))
    pos += character.length
  }
}

const moveFirstToEnd = ({ editor: { view } }: Writer): void => {
  const first = view.state.doc.child(0)
  view.dispatch(
    view.state.tr.delete(0, first.nodeSize).insert(view.state.doc.content.size - first.nodeSize, first),
  )
}

/** The text on both sides of the caret, in its block. */
function around({ editor }: Writer): string {
  const { $head } = editor.state.selection
  const { parent, parentOffset } = $head
  return `${parent.textBetween(0, parentOffset)}^${parent.textBetween(parentOffset, parent.content.size)}`
}

describe('a selection is personal', () => {
  const others: readonly (readonly [string, (other: Writer) => void, string])[] = [
    [
      'types before it',
      (other) => {
        type(other, 'XY', find(other, 'efgh'))
      },
      'XYef^gh',
    ],
    [
      'types at it',
      (other) => {
        type(other, 'XY', find(other, 'gh'))
      },
      'ef^XYgh',
    ],
    [
      'types after it',
      (other) => {
        type(other, 'XY', find(other, 'h'))
      },
      'ef^gXYh',
    ],
    [
      'types in another block',
      (other) => {
        type(other, 'XY', find(other, 'ab'))
      },
      'ef^gh',
    ],
    ['moves its block', moveSecondToEnd, 'ef^gh'],
    ['moves another block', moveFirstToEnd, 'ef^gh'],
    [
      'joins its block to the one before',
      (other) => {
        other.editor.view.dispatch(other.editor.state.tr.join(6))
      },
      'abcdef^gh',
    ],
    [
      'splits its block before it',
      (other) => {
        other.editor.view.dispatch(other.editor.state.tr.split(find(other, 'f')))
      },
      'f^gh',
    ],
    [
      'changes the kind of its block',
      (other) => {
        other.editor.view.dispatch(other.editor.state.tr.setNodeAttribute(6, 'kind', 'quote'))
      },
      'ef^gh',
    ],
    [
      'deletes the text around it',
      (other) => {
        other.editor.view.dispatch(other.editor.state.tr.delete(8, 10))
      },
      'e^h',
    ],
  ]

  function moveSecondToEnd({ editor: { view } }: Writer): void {
    const second = view.state.doc.child(1)
    view.dispatch(
      view.state.tr
        .delete(6, 6 + second.nodeSize)
        .insert(view.state.doc.content.size - second.nodeSize, second),
    )
  }

  it.each(others)('stays where it is when another %s', (_, act, expected) => {
    const [mine, other] = writers(2, paragraphs('abcd', 'efgh', 'ijkl'))
    if (!mine || !other) throw new Error('Nobody is there')
    caret(mine, find(mine, 'gh'))
    act(other)
    sync([mine, other])
    expect(around(mine)).toBe(expected)
    expect(shown(mine)).toEqual(shown(other))
  })

  it('keeps a selected picture selected', () => {
    const [mine, other] = writers(2, [
      ...paragraphs('abcd'),
      { kind: 'picture', photo: 'p' },
      ...paragraphs('efgh'),
    ])
    if (!mine || !other) throw new Error('Nobody is there')
    mine.editor.view.dispatch(
      mine.editor.state.tr.setSelection(NodeSelection.create(mine.editor.state.doc, 6)),
    )
    type(other, 'XY', 1)
    sync([mine, other])
    const { selection } = mine.editor.state
    expect(selection instanceof NodeSelection && selection.node.attrs['photo']).toBe('p')
  })
})

describe('undo', () => {
  it('takes back only what this person did, and puts the caret where it was', () => {
    const [mine, other] = writers(2, paragraphs('abcd', 'efgh'))
    if (!mine || !other) throw new Error('Nobody is there')
    caret(mine, find(mine, 'cd'))
    type(mine, '12')
    sync([mine, other])
    type(other, '89', find(other, 'gh'))
    sync([mine, other])
    caret(mine, find(mine, 'ab'))
    mine.undo.manager.undo()
    sync([mine, other])
    expect(shown(other)).toEqual(['abcd', 'ef89gh'])
    expect(around(mine)).toBe('ab^cd')
    mine.undo.manager.redo()
    expect(around(mine)).toBe('ab12^cd')
    mine.undo.manager.undo()
    expect(around(mine)).toBe('ab^cd')
  })

  it('takes back words, not letters: typing on is one step, another place or kind of edit a new one', () => {
    const [writer] = writers(1, paragraphs('abcd', 'efgh'))
    if (!writer) throw new Error('Nobody is there')
    type(writer, '123', 3)
    type(writer, '45', find(writer, 'gh'))
    writer.editor.view.dispatch(writer.editor.state.tr.delete(find(writer, 'h'), find(writer, 'h') + 1))
    const states = [shown(writer)]
    while (writer.undo.manager.undo()) states.push(shown(writer))
    expect(states).toEqual([
      ['ab123cd', 'ef45g'],
      ['ab123cd', 'ef45gh'],
      ['ab123cd', 'efgh'],
      ['abcd', 'efgh'],
    ])
  })

  it('goes on as one step while others type elsewhere', () => {
    const [mine, other] = writers(2, paragraphs('abcd', 'efgh'))
    if (!mine || !other) throw new Error('Nobody is there')
    caret(mine, find(mine, 'gh'))
    for (const character of '123') {
      type(mine, character)
      type(other, '9', 1)
      sync([mine, other])
    }
    mine.undo.manager.undo()
    expect(shown(mine)).toEqual(['999abcd', 'efgh'])
  })

  it('takes back a move, with what others typed in the moved block', () => {
    const [mine, other] = writers(2, paragraphs('abcd', 'efgh', 'ijkl'))
    if (!mine || !other) throw new Error('Nobody is there')
    moveFirstToEnd(mine)
    sync([mine, other])
    type(other, '12', find(other, 'cd'))
    sync([mine, other])
    expect(shown(mine)).toEqual(['efgh', 'ijkl', 'ab12cd'])
    mine.undo.manager.undo()
    sync([mine, other])
    expect(shown(other)).toEqual(['ab12cd', 'efgh', 'ijkl'])
  })

  it('is one history over all texts of a story', () => {
    const doc = docFrom(bodyUpdate(paragraphs('abcd')), 5)
    const undo = createStoryUndo(doc)
    const [body, headline] = [openWriter(doc, { undo }), openWriter(doc, { undo, name: 'headline' })]
    type(headline, 'News', 1)
    type(body, 'XY', 3)
    undo.manager.undo()
    expect([shown(headline), shown(body)]).toEqual([['News'], ['abcd']])
    undo.manager.undo()
    expect([shown(headline), shown(body)]).toEqual([[''], ['abcd']])
    undo.manager.redo()
    expect(around(headline)).toBe('News^')
    expect([isTrue(headline), isTrue(body)]).toEqual([true, true])
  })
})

describe('two editors on one text', () => {
  it('show the same, and each keeps its caret', () => {
    const doc = docFrom(bodyUpdate(paragraphs('abcd', 'efgh')), 5)
    const undo = createStoryUndo(doc)
    const [left, right] = [openWriter(doc, { undo }), openWriter(doc, { undo })]
    caret(right, find(right, 'gh'))
    type(left, '12', find(left, 'efgh'))
    moveFirstToEnd(left)
    expect(shown(right)).toEqual(['12efgh', 'abcd'])
    expect(around(right)).toBe('12ef^gh')
    expect([isTrue(left), isTrue(right)]).toEqual([true, true])
    left.close()
    type(right, '3', 1)
    expect(shown(right)).toEqual(['312efgh', 'abcd'])
  })
})

describe('ids', () => {
  it('lead from positions to units and back, through moves', () => {
    const [writer] = writers(1, paragraphs('abcd', 'efgh', 'ijkl'))
    if (!writer) throw new Error('Nobody is there')
    const id = writer.binding.idAt(find(writer, 'cd'))
    moveFirstToEnd(writer)
    type(writer, 'XY', 1)
    expect(id && writer.binding.positionOf(id)).toEqual({ pos: find(writer, 'cd'), live: true })
    writer.editor.view.dispatch(writer.editor.state.tr.delete(find(writer, 'cd'), find(writer, 'cd') + 1))
    expect(id && writer.binding.positionOf(id)).toEqual({ pos: find(writer, 'ab') + 2, live: false })
    expect(writer.binding.positionOf([99, 0])).toBeNull()
  })

  it('a line has them too', () => {
    const line = openWriter(new Y.Doc(), { name: 'headline' })
    type(line, 'abc', 1)
    const id = line.binding.idAt(2)
    expect(id && line.binding.positionOf(id)).toEqual({ pos: 2, live: true })
    expect(line.binding.idAt(4)).toBeNull()
  })
})
