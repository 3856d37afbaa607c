import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { AllSelection, EditorState as State, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { isListItem, kindOf, levelOf, setKindAt } from '../../../src/editor/commands/block-kind-of.ts'
import { deleteBlock } from '../../../src/editor/commands/delete-block.ts'
import { deleteSelected } from '../../../src/editor/commands/delete-selected.ts'
import { copyOf, duplicateBlock } from '../../../src/editor/commands/duplicate-block.ts'
import { insertPictures } from '../../../src/editor/commands/insert-block.ts'
import { insertHardBreak } from '../../../src/editor/commands/insert-hard-break.ts'
import { joinBackward } from '../../../src/editor/commands/join-backward.ts'
import { joinForward } from '../../../src/editor/commands/join-forward.ts'
import { move, moveBlock } from '../../../src/editor/commands/move-block.ts'
import { selectAll } from '../../../src/editor/commands/select-all.ts'
import { blockAt, blockAtCaret, selectedBlocks } from '../../../src/editor/commands/selected-blocks.ts'
import { setKind, toggleKind } from '../../../src/editor/commands/set-kind.ts'
import { splitBlock } from '../../../src/editor/commands/split-block.ts'
import { bodySchema, lineSchema, rowsOf, run, stateOf } from '../documents.ts'

const block = (attrs: object, ...content: readonly Node[]): Node => bodySchema.node('block', attrs, content)

/** Everything selected, as Select all does where a picture stands first or last. */
const everything = (rows: readonly string[]): EditorState => {
  const state = stateOf(rows)
  return state.apply(state.tr.setSelection(new AllSelection(state.doc)))
}
const after = (next: EditorState | null): readonly string[] | null =>
  next && rowsOf(next).map((row) => row.replaceAll('|', ''))

describe('which blocks a selection touches', () => {
  test.each<readonly [readonly string[], readonly number[]]>([
    [['a|', 'b'], [0]],
    [['a', '|'], [1]],
    [
      ['a|', 'b|', 'c'],
      [0, 1],
    ],
    // A triple click ends before the first letter of the next block.
    [['|a', '|b'], [0]],
    [
      ['|a', '', '|b'],
      [0, 1],
    ],
    [['|', '|b'], [0]],
    [
      ['a|', '[p]', '---', '|b'],
      [0, 1, 2],
    ],
    [['a', '^[p]', 'b'], [1]],
    [['^---'], [0]],
    [
      ['\u{1F600}|', 'של|ום'],
      [0, 1],
    ],
  ])('%j: %j', (rows, expected) => {
    expect(selectedBlocks(stateOf(rows)).map(({ index }) => index)).toEqual(expected)
  })

  test('all of them, pictures at both ends included', () => {
    expect(selectedBlocks(everything(['[p]', 'a', '---'])).map(({ pos }) => pos)).toEqual([0, 1, 4])
  })

  test.each<readonly [readonly string[], readonly [number, number, number] | null]>([
    [
      ['a|b', 'c'],
      [0, 0, 1],
    ],
    [
      ['ab', '|'],
      [1, 4, 0],
    ],
    [['a|b|'], null],
    [['^[p]'], null],
  ])('the caret of %j is in %j', (rows, expected) => {
    const found = blockAtCaret(stateOf(rows))
    expect(found && [found.index, found.pos, found.offset]).toEqual(expected)
  })

  test.each([
    [-1, null],
    [0, 0],
    [2, 4],
    [3, null],
  ])('block %i begins at %j', (index, expected) => {
    expect(blockAt(stateOf(['a', '[p]', 'b']).doc, index)?.pos ?? null).toBe(expected)
  })
})

describe('kind and level of what may come from anywhere', () => {
  test.each<readonly [object, string, number, boolean]>([
    [{ kind: 'bullet', level: 3 }, 'bullet', 3, true],
    [{ kind: 'bullet', level: 99 }, 'bullet', 8, true],
    [{ kind: 'number', level: -2 }, 'number', 0, true],
    [{ kind: 'number', level: 'deep' }, 'number', 0, true],
    [{ kind: 'kicker', level: 2 }, 'paragraph', 0, false],
    [{ kind: 7 }, 'paragraph', 0, false],
    [{ kind: 'quote', level: 2 }, 'quote', 0, false],
    // Names that every object has are no kinds.
    [{ kind: 'constructor' }, 'paragraph', 0, false],
  ])('%j', (attrs, kind, level, item) => {
    const node = block(attrs)
    expect([kindOf(node), levelOf(node), isListItem(node)]).toEqual([kind, level, item])
  })

  test('a picture is no item', () => {
    expect(isListItem(bodySchema.node('picture', { photo: 'bullet' }))).toBe(false)
  })

  test.each<readonly [number, 'bullet' | 'paragraph', number, readonly (readonly [string, number])[]]>([
    [0, 'bullet', 0, [['kind', 0]]],
    [
      0,
      'bullet',
      2,
      [
        ['kind', 0],
        ['level', 0],
      ],
    ],
    [0, 'paragraph', 0, []],
    [3, 'paragraph', 0, []],
    [99, 'paragraph', 0, []],
  ])('at %i, %s of level %i sets only what differs', (pos, kind, level, expected) => {
    const { tr } = stateOf(['a', '[p]'])
    if (pos < 99) setKindAt(tr, pos, kind, level)
    expect(tr.steps.map((step) => step.toJSON() as unknown)).toMatchObject(
      expected.map(([attr, at]) => ({ attr, pos: at })),
    )
  })
})

describe('over everything', () => {
  test.each<readonly [string, EditorState | null, readonly string[]]>([
    ['deleting', run(deleteSelected, everything(['[p]', '## a', '---'])), ['']],
    ['deleting whole blocks', run(deleteBlock, everything(['[p]', '- a'])), ['']],
    ['duplicating', run(duplicateBlock, everything(['[p]', 'a'])), ['[p]', 'a', '^[p]', 'a']],
    ['another kind', run(setKind('quote'), everything(['[p]', 'a', '', '---'])), ['[p]', '> a', '> ', '---']],
    ['a kind that all have', run(toggleKind('quote'), everything(['[p]', '> a', '> '])), ['[p]', 'a', '']],
  ])('%s', (_, next, expected) => {
    expect(after(next)).toEqual(expected)
  })

  test.each(['up', 'down'] as const)('nothing can move %s', (direction) => {
    expect(run(moveBlock(direction), everything(['[p]', 'a', '---']))).toBeNull()
  })

  test('of nothing but pictures no kind can be changed', () => {
    expect(run(setKind('quote'), everything(['[p]', '---']))).toBeNull()
  })

  test.each<readonly [readonly string[], boolean]>([
    [['a', '[p]', 'b'], true],
    [['', ''], true],
    [['[p]', 'b'], false],
    [['a', '---'], false],
  ])('selecting all of %j is a selection of text: %s', (rows, text) => {
    const selection = run(selectAll, stateOf(rows))?.selection
    expect(selection instanceof TextSelection).toBe(text)
    expect(selection instanceof AllSelection).toBe(!text)
  })
})

describe('letters of two units, and of the other direction', () => {
  test.each<readonly [string, EditorState | null, readonly string[]]>([
    ['split behind an emoji', run(splitBlock, stateOf(['a\u{1F600}|b'])), ['a\u{1F600}', '|b']],
    ['join emoji', run(joinBackward, stateOf(['\u{1F600}', '|\u{1F601}'])), ['\u{1F600}|\u{1F601}']],
    ['join right-to-left words', run(joinForward, stateOf(['שלום|', 'לך'])), ['שלום|לך']],
    ['break before an emoji', run(insertHardBreak, stateOf(['|\u{1F600}'])), ['⏎|\u{1F600}']],
    ['delete over both', run(deleteSelected, stateOf(['של|ום', '\u{1F600}|b'])), ['של|b']],
    ['move them', run(moveBlock('up'), stateOf(['a', '\u{1F600}|'])), ['\u{1F600}|', 'a']],
  ])('%s', (_, next, expected) => {
    expect(next && rowsOf(next)).toEqual(expected)
  })
})

describe('what hangs on a block stays with its words', () => {
  const extra = { by: 'a newer Stet' }
  const two = (anchor: number): EditorState => {
    const doc = bodySchema.topNodeType.create(null, [
      block({ extra, kind: 'quote' }, bodySchema.text('ab')),
      block({}, bodySchema.text('cd')),
    ])
    const state = State.create({ doc })
    return state.apply(state.tr.setSelection(TextSelection.create(doc, anchor)))
  }
  const extras = (state: EditorState | null): readonly unknown[] =>
    state?.doc.content.content.map(({ attrs }) => (attrs['extra'] as { by?: string }).by) ?? []

  test.each<readonly [string, EditorState | null, readonly unknown[]]>([
    ['Enter before them', run(splitBlock, two(1)), [undefined, extra.by, undefined]],
    ['Enter among them', run(splitBlock, two(2)), [extra.by, undefined, undefined]],
    ['Enter behind them', run(splitBlock, two(3)), [extra.by, undefined, undefined]],
    ['joining the next to them', run(joinForward, two(3)), [extra.by]],
    ['another kind', run(setKind('heading2'), two(1)), [extra.by, undefined]],
    ['a copy has them too', run(duplicateBlock, two(1)), [extra.by, extra.by, undefined]],
  ])('%s', (_, next, expected) => {
    expect(extras(next)).toEqual(expected)
  })

  test('a copy has no seams', () => {
    const seamed = block({}, bodySchema.text('a'), bodySchema.node('seam'), bodySchema.text('b'))
    expect(copyOf(seamed).toString()).toBe('block("ab")')
    expect(copyOf(bodySchema.node('rule', { extra })).attrs['extra']).toEqual(extra)
  })
})

describe('in a line', () => {
  test('Backspace at its start and Delete at its end are taken, and do nothing', () => {
    const start = stateOf(['|a'], lineSchema)
    const end = stateOf(['a|'], lineSchema)
    expect([run(joinBackward, start), run(joinForward, end)]).toEqual([start, end])
  })

  test('all of it can go', () => {
    expect(after(run(deleteSelected, stateOf(['|a\u{1F600}|'], lineSchema)))).toEqual([''])
  })

  test('pictures have no node there', () => {
    expect(run(insertPictures(['a']), stateOf(['a|'], lineSchema))).toBeNull()
  })
})

test('no pictures are nothing to put in', () => {
  expect(run(insertPictures([]), stateOf(['a|']))).toBeNull()
})

test.each([
  [0, 8, ['b', '[p]', 'a', 'c']],
  [3, 0, ['b', 'a', '[p]', 'c']],
  [6, 10, ['a', 'b', 'c', '[p]']],
  [6, 6, ['a', 'b', '[p]', 'c']],
])('taking the block at %i to %i', (pos, target, expected) => {
  const state = stateOf(['a', 'b', '[p]', 'c'])
  const node = state.doc.nodeAt(pos)
  const { tr } = state
  if (node !== null) move(tr, [{ node, pos, index: 0 }], target === 8 ? 7 : target)
  expect(after(state.apply(tr))).toEqual(expected)
})

test('a caret stays in a block that is moved past a picture, a selected picture stays selected', () => {
  const caret = run(moveBlock('down'), stateOf(['a|b', '[p]']))
  expect(caret && rowsOf(caret)).toEqual(['[p]', 'a|b'])
  const picture = run(moveBlock('up'), stateOf(['ab', '^[p]', '---']))
  expect(picture?.selection instanceof NodeSelection && picture.selection.from).toBe(0)
})
