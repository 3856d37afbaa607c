import { expect, test } from 'vitest'
import { TextSelection } from '@tiptap/pm/state'
import { bodyUpdate, docFrom, find, openWriter, paragraphs, sync } from './writer.ts'

test.each([
  ['before the selection', 1, 'beta', 'gamma'],
  ['directly before it, where the caret sticks to the words on its left', 6, 'beta', 'gamma'],
  ['behind it', 23, 'beta', 'gamma'],
])('what somebody else types %s leaves the selection at its words', (_, index, from, to) => {
  const update = bodyUpdate(paragraphs('alpha beta', 'gone', 'gamma delta'))
  const [mine, theirs] = [openWriter(docFrom(update, 11)), openWriter(docFrom(update, 22))]
  mine.editor.commands.setTextSelection({ from: find(mine, from), to: find(mine, to) })
  theirs.text.insert(index, 'typed')
  sync([mine, theirs])
  const { selection } = mine.editor.state
  expect(selection).toBeInstanceOf(TextSelection)
  expect([selection.from, selection.to]).toEqual([find(mine, from), find(mine, to)])
  mine.close()
  theirs.close()
})
