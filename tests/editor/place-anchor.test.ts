import type { Transaction } from '@tiptap/pm/state'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { anchorAt, anchorPlugin, dropAnchor, setAnchor } from '../../src/editor/place-anchor.ts'
import { bodySchema, stateOf } from './documents.ts'

const ROWS = ['ab', '[p]', '\u{1F600}', '']
const begin = (): EditorState => EditorState.create({ doc: stateOf(ROWS).doc, plugins: [anchorPlugin()] })
const held = (id: object, pos: number): EditorState => {
  const state = begin()
  return state.apply(setAnchor(state.tr, id, pos))
}

describe('a place in the text', () => {
  test.each<readonly [string, number, (tr: Transaction) => Transaction, number]>([
    ['stays where nothing happens', 3, (tr) => tr.setMeta('other', true), 3],
    ['goes along with what is typed before it', 3, (tr) => tr.insertText('\u{1F600}', 1), 5],
    ['goes behind what is typed at it', 3, (tr) => tr.insertText('x', 3), 4],
    ['stays before what is typed after it', 1, (tr) => tr.insertText('x', 3), 1],
    ['falls to where its words were', 6, (tr) => tr.delete(4, 9), 4],
    ['falls to the start with everything before it', 5, (tr) => tr.delete(0, 5), 0],
    ['goes with a picture that comes before it', 4, (tr) => tr.insert(0, bodySchema.node('rule')), 5],
    ['at the very end', 11, (tr) => tr.insertText('xy', 1), 13],
    ['marks do not move it', 6, (tr) => tr.addMark(1, 3, bodySchema.mark('bold')), 6],
  ])('%s', (_, pos, change, expected) => {
    const id = {}
    const state = held(id, pos)
    expect(anchorAt(state.apply(change(state.tr)), id)).toBe(expected)
  })

  test('several are held apart, and dropping one leaves the others', () => {
    const [one, two] = [{}, {}]
    let state = held(one, 1)
    state = state.apply(setAnchor(state.tr.insertText('x', 1), two, 3))
    expect([anchorAt(state, one), anchorAt(state, two)]).toEqual([2, 3])
    state = state.apply(dropAnchor(state.tr.insertText('y', 1), one))
    expect([anchorAt(state, one), anchorAt(state, two)]).toEqual([null, 4])
  })

  test('the place given is one of the document after the transaction', () => {
    const id = {}
    const state = begin()
    expect(anchorAt(state.apply(setAnchor(state.tr.insertText('xyz', 1), id, 4)), id)).toBe(4)
  })

  test('can be set anew', () => {
    const id = {}
    const state = held(id, 1)
    expect(anchorAt(state.apply(setAnchor(state.tr, id, 9)), id)).toBe(9)
  })

  test('what was never held, or is held nowhere, is nowhere', () => {
    const state = begin()
    expect(anchorAt(state, {})).toBeNull()
    expect(anchorAt(state.apply(dropAnchor(state.tr, {})), {})).toBeNull()
    expect(anchorAt(stateOf(ROWS), {})).toBeNull()
  })
})
