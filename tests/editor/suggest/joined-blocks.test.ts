import type { Command } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { spansText } from '../../../src/domain/story-content.ts'
import { deleteBlock } from '../../../src/editor/commands/delete-block.ts'
import { duplicateBlock } from '../../../src/editor/commands/duplicate-block.ts'
import { indent } from '../../../src/editor/commands/indent.ts'
import { joinBackward } from '../../../src/editor/commands/join-backward.ts'
import { joinForward } from '../../../src/editor/commands/join-forward.ts'
import { moveBlock } from '../../../src/editor/commands/move-block.ts'
import { setKind, toggleKind } from '../../../src/editor/commands/set-kind.ts'
import { splitBlock } from '../../../src/editor/commands/split-block.ts'
import { copyStanding } from '../../../src/editor/suggest/copy-standing.ts'
import { deletionEnd, overStruck } from '../../../src/editor/suggest/standing-walk.ts'
import type { SuggestingWriter } from './suggesting-writer.ts'
import { openSuggesting, paragraphs, place, storyDoc } from './suggesting-writer.ts'

const item = (text: string, level = 0): Block => ({ kind: 'bullet', level, spans: [{ text, marks: {} }] })
const SIGNS: Readonly<Record<string, string>> = { heading2: '## ', bullet: '- ' }

const rowsOf = ({ doc }: SuggestingWriter, view: 'was' | 'will'): readonly string[] =>
  readContent(doc, view).body.map((block) =>
    'level' in block
      ? `${'  '.repeat(block.level)}${SIGNS[block.kind] ?? ''}${spansText(block.spans)}`
      : block.kind,
  )

function caret({ editor }: SuggestingWriter, pos: number): void {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos)))
}
function run({ editor }: SuggestingWriter, command: Command): boolean {
  return command(editor.state, (tr) => editor.view.dispatch(tr))
}
/** Suggests to join the block with these words to the one above. */
function join(writer: SuggestingWriter, words: string): void {
  writer.editor.view.dispatch(writer.editor.state.tr.join(place(writer, words) - 1))
}

type Case = readonly [
  name: string,
  body: readonly Block[],
  joined: string,
  at: string,
  command: Command,
  will: readonly string[],
]

const FOUR = paragraphs('one', 'two', 'three', 'four')

const CASES: readonly Case[] = [
  ['moves up as one', FOUR, 'three', 'three', moveBlock('up'), ['twothree', 'one', 'four']],
  [
    'moves down as one, from its first part',
    FOUR,
    'two',
    'one',
    moveBlock('down'),
    ['three', 'onetwo', 'four'],
  ],
  ['is gone round as one', FOUR, 'three', 'one', moveBlock('down'), ['twothree', 'one', 'four']],
  ['is gone round upwards', FOUR, 'two', 'three', moveBlock('up'), ['three', 'onetwo', 'four']],
  ['is deleted as one', FOUR, 'three', 'three', deleteBlock, ['one', 'four']],
  ['is doubled as one', FOUR, 'two', 'two', duplicateBlock, ['onetwo', 'onetwo', 'three', 'four']],
  ['gets a kind as one', FOUR, 'two', 'two', setKind('heading2'), ['## onetwo', 'three', 'four']],
  [
    'loses its kind as one',
    [item('one'), ...paragraphs('two')],
    'two',
    'two',
    toggleKind('bullet'),
    ['onetwo'],
  ],
  [
    'moves in as one',
    [item('zero'), item('one'), ...paragraphs('two')],
    'two',
    'two',
    indent,
    ['- zero', '  - onetwo'],
  ],
  [
    'is split where the parts meet',
    [item('one'), ...paragraphs('two')],
    'two',
    'two',
    splitBlock,
    ['- one', '- two'],
  ],
  [
    'is split within its second part',
    [item('one'), ...paragraphs('two')],
    'two',
    'wo',
    splitBlock,
    ['- onet', '- wo'],
  ],
]

describe('what will be one block', () => {
  test.each(CASES)('%s', (_, body, joined, at, command, will) => {
    const writer = openSuggesting(storyDoc({ body }))
    const was = rowsOf(writer, 'was')
    join(writer, joined)
    caret(writer, place(writer, at))
    expect(run(writer, command)).toBe(true)
    expect(rowsOf(writer, 'will')).toEqual(will)
    expect(rowsOf(writer, 'was')).toEqual(was)
  })

  test('a picture that will go is no obstacle to joining', () => {
    for (const [at, command] of [
      ['two', joinBackward],
      ['one', joinForward],
    ] as const) {
      const writer = openSuggesting(
        storyDoc({ body: [...paragraphs('one'), { kind: 'rule' }, ...paragraphs('two')] }),
      )
      writer.editor.view.dispatch(writer.editor.state.tr.delete(5, 6))
      caret(writer, place(writer, at, at === 'one'))
      expect(run(writer, command)).toBe(true)
      expect(rowsOf(writer, 'will')).toEqual(['onetwo'])
      expect(rowsOf(writer, 'was')).toEqual(['one', 'rule', 'two'])
    }
  })
})

describe('walking over what is struck', () => {
  const struck = (texts: readonly string[], words: readonly string[]): SuggestingWriter => {
    const writer = openSuggesting(storyDoc({ body: paragraphs(...texts) }))
    for (const each of words) {
      const from = place(writer, each)
      writer.editor.view.dispatch(writer.editor.state.tr.delete(from, from + each.length))
    }
    return writer
  }

  test.each([
    ['a character', 'abc def', 'c ', 'def', -1, 'character', 'b'],
    ['what stands of a word', 'abc def ghi', 'ef', ' ghi', -1, 'word', 'd'],
    ['a word that is struck in its middle', 'abcdef x', 'cd', ' x', -1, 'word', 'abcdef'],
    ['forwards', 'abc def', 'abc', 'abc', 1, 'word', ' def'],
    ['an emoji as one', 'a👩‍👩‍👧b x', 'b', ' x', -1, 'character', '👩‍👩‍👧'],
    ['to the end of the block', 'abc def', 'ef', ' def', -1, 'block', 'abc'],
  ] as const)('%s', (_, text, gone, from, direction, unit, expected) => {
    const writer = struck([text], [gone])
    const { state } = writer.editor
    const at = overStruck(state, place(writer, from), direction)
    const end = deletionEnd(state, at, direction, unit) ?? at
    expect(state.doc.textBetween(Math.min(at, end), Math.max(at, end))).toBe(expected)
  })

  test('over the start of a block that will be joined, and not over one that stays', () => {
    const writer = struck(['one', 'two', 'three'], [])
    join(writer, 'two')
    const { state } = writer.editor
    expect(overStruck(state, place(writer, 'two'), -1)).toBe(place(writer, 'one', true))
    expect(overStruck(state, place(writer, 'one', true), 1)).toBe(place(writer, 'two'))
    expect(deletionEnd(state, place(writer, 'three'), -1, 'character')).toBeNull()
    expect(deletionEnd(state, place(writer, 'one'), -1, 'word')).toBeNull()
  })

  test('what is copied is what will be', () => {
    const writer = struck(['one two', 'three'], ['two'])
    join(writer, 'three')
    const { editor } = writer
    const { doc } = editor.state
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(doc, 2, doc.content.size - 1)))
    const slice = copyStanding(editor.state.selection.content(), editor.view)
    expect(slice.content.childCount).toBe(1)
    expect(slice.content.textBetween(0, slice.content.size)).toBe('ne three')
    expect([slice.openStart, slice.openEnd]).toEqual([1, 1])
    // Another slice than what is selected is not ours to change.
    const other = doc.slice(1, 3)
    expect(copyStanding(other, editor.view)).toBe(other)
  })
})
