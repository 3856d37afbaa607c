// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { deletePastSeam } from '../../../src/editor/binding/seam-keys.ts'
import type { Writer } from './writer.ts'
import { find, isTrue, paragraphs, shown, writers } from './writer.ts'

/** 'efgh' with the moved 'abcd' joined to it, and the caret at the seam between the two. */
function joined(first: string, second: string): Writer {
  const [writer] = writers(1, paragraphs(second, first, 'last'))
  if (!writer) throw new Error('Nobody is there')
  const { view } = writer.editor
  const moved = view.state.doc.child(0)
  const tr = view.state.tr.delete(0, moved.nodeSize)
  const end = view.state.doc.child(1).nodeSize
  view.dispatch(tr.insert(end, moved))
  view.dispatch(view.state.tr.join(end))
  return writer
}

const caret = ({ editor: { view } }: Writer, pos: number): void => {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos)))
}

describe('beside a seam', () => {
  it.each([
    ['Backspace takes the character before it', 'efgh', 'abcd', -1, 'ef', 4, 'efgabcd'],
    ['Backspace takes a whole emoji', 'ef\u{1F600}', 'abcd', -1, 'ef', 4, 'efabcd'],
    ['Delete takes the character after it', 'efgh', 'abcd', 1, 'ef', 4, 'efghbcd'],
  ] as const)('%s', (_, first, second, direction, start, offset, expected) => {
    const writer = joined(first, second)
    const seam = find(writer, start) + offset
    caret(writer, direction < 0 ? seam + 1 : seam)
    expect(deletePastSeam(writer.editor.view, direction)).toBe(true)
    expect(shown(writer)).toEqual([expected, 'last'])
    expect(isTrue(writer)).toBe(true)
  })

  it('leaves everything else to others', () => {
    const writer = joined('efgh', 'abcd')
    caret(writer, 3)
    expect(deletePastSeam(writer.editor.view, -1)).toBe(false)
    expect(deletePastSeam(writer.editor.view, 1)).toBe(false)
    expect(shown(writer)).toEqual(['efghabcd', 'last'])
  })
})
