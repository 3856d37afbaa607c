// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { BODY_SCHEMA } from '../../src/editor/schema.ts'
import { placePosition, showPlace } from '../../src/editor/show-place.ts'
import { stateOf } from './documents.ts'

// jsdom lays nothing out; an editor that shows its caret asks where it is.
Object.defineProperties(Range.prototype, {
  getClientRects: { configurable: true, value: () => [] },
  getBoundingClientRect: { configurable: true, value: () => document.body.getBoundingClientRect() },
})

const NOTHING = (): boolean => false
/** Two blocks: positions 0 to 5 are the first one's start, its three letters and its end. */
const { doc } = stateOf(['one', 'four', 'six'])

const places: readonly [string, number, number, number][] = [
  ['the start of the first block', 0, 0, 1],
  ['inside it', 0, 2, 3],
  ['its end', 0, 3, 4],
  ['the start of the next', 1, 0, 6],
  ['past a block’s end', 1, 9, 10],
  ['past the last block', 9, 0, 15],
]
test.each(places)('%s', (_what, block, offset, position) => {
  expect(placePosition(doc, { block, offset }, NOTHING)).toBe(position)
})

const gone = (...positions: readonly number[]) => {
  const set = new Set(positions)
  return (position: number): boolean => set.has(position)
}
const hidden: readonly [string, readonly number[], number, number, number][] = [
  ['letters that are gone before it', [6, 7], 1, 1, 9],
  ['letters that are gone after it', [9], 1, 1, 7],
  ['a start that is gone: its words go on with the block before', [5], 0, 4, 7],
  ['a start that is gone: the block after it counts one less', [5], 1, 0, 12],
  ['a first start that is gone, which begins the text all the same', [0], 0, 1, 2],
  ['all words of the block gone', [6, 7, 8, 9], 1, 0, 10],
]
test.each(hidden)('with %s', (_what, positions, block, offset, position) => {
  expect(placePosition(doc, { block, offset }, gone(...positions))).toBe(position)
})

test('an editor gets the focus, and its caret is there', () => {
  const home = document.createElement('div')
  document.body.append(home)
  const editor = new Editor({ element: home, extensions: [...BODY_SCHEMA], content: doc.toJSON() })
  const element = home.querySelector<HTMLElement>('[contenteditable]')
  showPlace(element, { block: 1, offset: 2 })
  expect(editor.state.selection.from).toBe(8)
  expect(document.activeElement).toBe(element)
  editor.destroy()
})

test('what is no editor is left alone', () => {
  expect(() => showPlace(document.createElement('p'), { block: 0, offset: 0 })).not.toThrow()
  expect(() => showPlace(null, { block: 0, offset: 0 })).not.toThrow()
})
