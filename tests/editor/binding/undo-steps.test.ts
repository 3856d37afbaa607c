import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { EditPlan, TextOperation } from '../../../src/editor/binding/edit-plan.ts'
import { groupUndo } from '../../../src/editor/binding/undo-steps.ts'
import { writePlan } from '../../../src/editor/binding/write-plan.ts'
import { paragraph, start, textOf, units, written } from './texts.ts'

const type = (at: number, words: string): TextOperation => ({
  type: 'insert',
  at,
  units: units(words),
  plain: true,
  range: 0,
})
const take = (at: number, count = 1): TextOperation => ({ type: 'delete', at, count })
const bold = (at: number, count: number): TextOperation => ({
  type: 'format',
  at,
  count,
  change: { bold: true },
  was: {},
})
const split = (at: number): TextOperation => ({ type: 'insert', at, units: [start], plain: false, range: 0 })
const replace = (at: number, words: string): readonly TextOperation[] => [type(at, words), take(at)]

/** How many steps of undo these edits of "¶abcdef" are. */
function steps(...edits: readonly (readonly TextOperation[])[]): number {
  const text = textOf(paragraph, 'abcdef')
  const { doc } = text
  if (!doc) throw new Error('no document')
  const origin = {}
  // Time alone never begins a step here.
  const manager = new Y.UndoManager([text], { trackedOrigins: new Set([origin]), captureTimeout: 1e9 })
  for (const operations of edits) {
    const plan: EditPlan = {
      operations,
      pending: [],
      kept: new Map(),
      fields: [],
      order: null,
      redraw: false,
    }
    doc.transact(() => {
      const done = groupUndo(manager, text, plan)
      writePlan(text, plan)
      done()
    }, origin)
  }
  return manager.undoStack.length
}

describe('steps of undo', () => {
  it.each<readonly [string, readonly (readonly TextOperation[])[], number]>([
    ['typing on', [[type(7, 'g')], [type(8, 'h')], [type(9, 'i')]], 1],
    ['typing on behind an emoji', [[type(7, '\u{1F600}')], [type(9, 'h')]], 1],
    ['typing on first of all', [[type(1, 'x')], [type(2, 'y')]], 1],
    ['typing right-to-left words, which go on the same', [[type(7, 'ש')], [type(8, 'ל')]], 1],
    ['typing elsewhere', [[type(7, 'g')], [type(2, 'x')]], 2],
    ['typing before what was typed', [[type(3, 'x')], [type(3, 'y')]], 2],
    ['typing over one letter is typing', [[type(7, 'g')], replace(8, 'h')], 1],
    ['Backspace again', [[take(6)], [take(5)], [take(4)]], 1],
    ['Delete again', [[take(2)], [take(2)], [take(2)]], 1],
    ['deleting elsewhere', [[take(6)], [take(2)]], 2],
    ['typing, then deleting', [[type(7, 'g')], [take(7)]], 2],
    ['deleting, then typing', [[take(6)], [type(6, 'x')]], 2],
    ['a format', [[type(7, 'g')], [bold(1, 3)]], 2],
    ['the same format twice', [[bold(1, 3)], [bold(1, 3)], [bold(4, 3)]], 2],
    ['a new block, and words in it', [[type(7, 'g')], [split(8)], [type(9, 'h')]], 3],
    ['two places at once', [[type(7, 'g')], [type(8, 'h'), type(1, 'x')]], 2],
    ['a selection typed over', [[type(7, 'g')], [type(2, 'x'), take(2, 3)]], 2],
  ])('%s', (_, edits, expected) => {
    expect(steps(...edits)).toBe(expected)
  })

  it('what others write between does not end a step', () => {
    const text = textOf(paragraph, 'ab')
    const { doc } = text
    const origin = {}
    const manager = new Y.UndoManager([text], { trackedOrigins: new Set([origin]), captureTimeout: 1e9 })
    const edit = (operation: TextOperation): void => {
      const plan: EditPlan = {
        operations: [operation],
        pending: [],
        kept: new Map(),
        fields: [],
        order: null,
        redraw: false,
      }
      doc?.transact(() => {
        const done = groupUndo(manager, text, plan)
        writePlan(text, plan)
        done()
      }, origin)
    }
    edit(type(3, 'c'))
    doc?.transact(() => {
      text.insert(1, 'XYZ', {})
    })
    edit(type(7, 'd'))
    manager.undo()
    expect([written(text), manager.undoStack.length]).toEqual(['¶XYZab', 0])
  })
})
