import { describe, expect, test } from 'vitest'
import { deleteBlock } from '../../../src/editor/commands/delete-block.ts'
import { deletePictures } from '../../../src/editor/commands/delete-pictures.ts'
import { deleteSelected } from '../../../src/editor/commands/delete-selected.ts'
import { duplicateBlock } from '../../../src/editor/commands/duplicate-block.ts'
import { indent, outdent } from '../../../src/editor/commands/indent.ts'
import { insertPictures, insertRule } from '../../../src/editor/commands/insert-block.ts'
import { insertHardBreak } from '../../../src/editor/commands/insert-hard-break.ts'
import { joinBackward } from '../../../src/editor/commands/join-backward.ts'
import { joinForward } from '../../../src/editor/commands/join-forward.ts'
import { moveBlock } from '../../../src/editor/commands/move-block.ts'
import { selectAll } from '../../../src/editor/commands/select-all.ts'
import { setKind, toggleKind } from '../../../src/editor/commands/set-kind.ts'
import { splitBlock } from '../../../src/editor/commands/split-block.ts'
import { lineSchema, rowsOf, run, stateOf } from '../documents.ts'

const COMMANDS = {
  split: splitBlock,
  backspace: joinBackward,
  delete: joinForward,
  deleteSelected,
  deleteBlock,
  deletePictures: deletePictures('a'),
  duplicate: duplicateBlock,
  indent,
  outdent,
  rule: insertRule,
  pictures: insertPictures(['a', 'b']),
  break: insertHardBreak,
  up: moveBlock('up'),
  down: moveBlock('down'),
  all: selectAll,
  heading2: toggleKind('heading2'),
  bullet: toggleKind('bullet'),
  number: toggleKind('number'),
  paragraph: setKind('paragraph'),
}

type Case = readonly [name: keyof typeof COMMANDS, before: readonly string[], after: readonly string[] | null]

const CASES: readonly Case[] = [
  // A photo that was removed
  ['deletePictures', ['o|ne', '[a]', 'two'], ['o|ne', 'two']],
  ['deletePictures', ['[a]', '[b]', 'one|', '[a]'], ['[b]', 'one|']],
  ['deletePictures', ['^[a]'], ['|']],
  ['deletePictures', ['one|', '[b]'], null],
  // Enter
  ['split', ['on|e'], ['on', '|e']],
  ['split', ['one|'], ['one', '|']],
  ['split', ['|one'], ['', '|one']],
  ['split', ['o|n|e'], ['o', '|e']],
  ['split', ['on|e', 'tw|o'], ['on', '|o']],
  ['split', ['## Head|'], ['## Head', '|']],
  ['split', ['## He|ad'], ['## He', '## |ad']],
  ['split', ['## |Head'], ['', '## |Head']],
  ['split', ['> said|'], ['> said', '|']],
  ['split', ['>> said|'], ['>> said', '|']],
  ['split', ['> |'], ['|']],
  ['split', ['## |'], ['|']],
  ['split', ['- a', '  - b|'], ['- a', '  - b', '  - |']],
  ['split', ['- a', '  - b|c'], ['- a', '  - b', '  - |c']],
  ['split', ['1. |a'], ['1. ', '1. |a']],
  ['split', ['- a', '  - |'], ['- a', '- |']],
  ['split', ['- a', '- |'], ['- a', '|']],
  ['split', ['a', '^[p]'], ['a', '[p]', '|']],
  ['split', ['^---', 'b'], ['---', '|', 'b']],
  // Backspace at the start
  ['backspace', ['one', '|two'], ['one|two']],
  ['backspace', ['## one', '|two'], ['## one|two']],
  ['backspace', ['one', '## |two'], ['one', '|two']],
  ['backspace', ['one', '> |two'], ['one', '|two']],
  ['backspace', ['- a', '  - |b'], ['- a', '- |b']],
  ['backspace', ['- a', '- |b'], ['- a', '|b']],
  ['backspace', ['- a', '|b'], ['- a|b']],
  ['backspace', ['[p]', '|b'], ['^[p]', 'b']],
  ['backspace', ['---', '|'], ['^---', '']],
  ['backspace', ['|one'], ['|one']],
  ['backspace', ['o|ne'], null],
  ['backspace', ['a', '|b|'], null],
  // Delete at the end
  ['delete', ['one|', 'two'], ['one|two']],
  ['delete', ['one|', '## two'], ['one|two']],
  ['delete', ['|', '## two'], ['## |two']],
  ['delete', ['one|', '[p]'], ['one', '^[p]']],
  ['delete', ['one|'], ['one|']],
  ['delete', ['on|e'], null],
  // With a selection
  ['deleteSelected', ['o|ne', 'tw|o'], ['o|o']],
  ['deleteSelected', ['## |one', 'two|'], ['|']],
  ['deleteSelected', ['## |one|', 'two'], ['## |', 'two']],
  ['deleteSelected', ['a', '^[p]', 'b'], ['a', '|b']],
  ['deleteSelected', ['a|'], null],
  // Whole blocks
  ['deleteBlock', ['a', 'b|', 'c'], ['a', '|c']],
  ['deleteBlock', ['a|', 'b|', 'c'], ['|c']],
  ['deleteBlock', ['## a|'], ['|']],
  ['duplicate', ['a', '## b|', 'c'], ['a', '## b', '## |b', 'c']],
  ['duplicate', ['^[p]', 'c'], ['[p]', '^[p]', 'c']],
  ['duplicate', ['a|', 'b|'], ['a', 'b', '|a', 'b']],
  ['up', ['a', '## b|c', 'd'], ['## b|c', 'a', 'd']],
  ['down', ['a|', '[p]', 'd'], ['[p]', 'a|', 'd']],
  ['up', ['a', 'b|', 'c|', 'd'], ['b|', 'c|', 'a', 'd']],
  ['down', ['a|', 'b|', '---'], ['---', 'a|', 'b|']],
  ['up', ['a|', 'b'], null],
  ['down', ['a', 'b|'], null],
  ['up', ['a', '^[p]'], ['^[p]', 'a']],
  // Levels
  ['indent', ['- a', '- b|'], ['- a', '  - b|']],
  ['indent', ['- a', '1. b|'], ['- a', '  1. b|']],
  ['indent', ['- a', '- b|', '  - c', '- d'], ['- a', '  - b|', '    - c', '- d']],
  ['indent', ['- a', '- b|', '- c|'], ['- a', '  - b|', '  - c|']],
  ['indent', ['- a|', '- b'], null],
  ['indent', ['- a', '  - b|'], null],
  ['indent', ['a', '- b|'], null],
  ['indent', ['a|'], null],
  ['outdent', ['- a', '  - b|', '    - c'], ['- a', '- b|', '  - c']],
  ['outdent', ['- a|'], null],
  ['outdent', ['a|'], null],
  // Kinds
  ['heading2', ['a|', 'b|'], ['## a|', '## b|']],
  ['heading2', ['## a|'], ['a|']],
  ['heading2', ['a|', '## b|'], ['## a|', '## b|']],
  ['bullet', ['- a', '  1. b|'], ['- a', '  - b|']],
  ['bullet', ['  - b|'], ['b|']],
  ['number', ['a|b', '[p]', 'c|'], ['1. a|b', '[p]', '1. c|']],
  ['heading2', ['- a', '  - b|'], ['- a', '## b|']],
  ['paragraph', ['>> a|'], ['a|']],
  ['paragraph', ['^[p]', 'b'], null],
  // Insertions
  ['rule', ['a|b', 'c'], ['ab', '---', '|c']],
  ['rule', ['ab|'], ['ab', '---', '|']],
  ['rule', ['a', '|', 'c'], ['a', '---', '|c']],
  ['rule', ['a', '|'], ['a', '---', '|']],
  ['pictures', ['a|b', 'c'], ['ab', '[a]', '^[b]', 'c']],
  ['pictures', ['a', '|'], ['a', '[a]', '^[b]', '']],
  ['pictures', ['a', '^---', 'b'], ['a', '---', '[a]', '^[b]', 'b']],
  ['break', ['a|b'], ['a⏎|b']],
  ['break', ['a|b|c'], ['a⏎|c']],
  ['all', ['a|b', '[p]', 'c'], ['|ab', '[p]', 'c|']],
]

describe('commands on blocks', () => {
  test.each(CASES)('%s: %j gives %j', (name, before, after) => {
    const next = run(COMMANDS[name], stateOf(before))
    expect(next === null ? null : rowsOf(next)).toEqual(after)
  })

  const IN_LINES = [
    'split',
    'rule',
    'pictures',
    'break',
    'up',
    'down',
    'duplicate',
    'deleteBlock',
    'heading2',
    'bullet',
    'indent',
  ] as const

  test.each(IN_LINES)('%s does nothing in a text of one line', (name) => {
    expect(run(COMMANDS[name], stateOf(['wo|rds'], lineSchema))).toBeNull()
  })

  test('Backspace at the start of a line is taken, so that the browser does nothing either', () => {
    const state = stateOf(['|words'], lineSchema)
    expect(run(joinBackward, state)).toBe(state)
  })

  test.each(['up', 'down'] as const)('moving %s puts the very same node elsewhere', (name) => {
    const state = stateOf(['a', '## b|', 'c'])
    const moved = state.doc.child(1)
    const next = run(COMMANDS[name], state)
    expect(next?.doc.child(name === 'up' ? 0 : 2)).toBe(moved)
  })

  test('a copy is another node, with a start of its own', () => {
    const state = stateOf(['a|'])
    const implicit = state.apply(state.tr.setNodeAttribute(0, 'implicit', true))
    const next = run(duplicateBlock, implicit)
    expect(next?.doc.child(1).attrs['implicit']).toBe(false)
    expect(next?.doc.child(0).attrs['implicit']).toBe(true)
  })

  test('a selection that ends before the first letter of a block leaves that block alone', () => {
    const next = run(COMMANDS.heading2, stateOf(['|one', '|two']))
    expect(next && rowsOf(next)).toEqual(['## |one', '|two'])
  })

  test('bold goes on in the next paragraph', () => {
    const { schema } = stateOf(['a'])
    const state = stateOf(['ab|'])
    const bold = state.apply(state.tr.addMark(1, 3, schema.mark('bold')))
    expect(run(splitBlock, bold)?.storedMarks?.map(({ type }) => type.name)).toEqual(['bold'])
  })
})
