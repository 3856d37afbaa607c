import type { EditorState } from '@tiptap/pm/state'
import { AllSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { TOOLBAR_GROUPS } from '../../src/editor/toolbar-items.ts'
import type { ToolbarState } from '../../src/editor/toolbar-state.ts'
import { NO_EDITOR, sameToolbarState, toolbarState } from '../../src/editor/toolbar-state.ts'
import { lineSchema, stateOf } from './documents.ts'

const ITEMS = TOOLBAR_GROUPS.flat()

/** Labels of the buttons that are on. */
const pressed = (state: ToolbarState): readonly string[] =>
  ITEMS.filter((item) => item.pressed?.(state) === true).map(({ label }) => label)
const enabled = (state: ToolbarState): readonly string[] =>
  ITEMS.filter((item) => item.enabled(state)).map(({ label }) => label)

const select = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))

/** "abcdef" with bold from b to c, a link from c to e, a note over f. */
function marked(from: number, to = from): EditorState {
  const state = stateOf(['abcdef'])
  const { schema, tr } = state
  tr.addMark(2, 4, schema.mark('bold')).addMark(3, 6, schema.mark('link', { href: 'https://a.example' }))
  return select(state.apply(tr.addMark(6, 7, schema.mark('note'))), from, to)
}

describe('the kind that a toolbar shows', () => {
  test.each<readonly [readonly string[], string | null]>([
    [['a|'], 'paragraph'],
    [['## |'], 'heading2'],
    [['- a|', '  - b|'], 'bullet'],
    [['- a|', '1. b|'], null],
    [['> a|', '[p]', '> b|'], 'quote'],
    [['>> |a', '|b'], 'pullquote'],
    [['a', '^[p]'], null],
    [['^---'], null],
    [['### שלום|', '### \u{1F600}|'], 'heading3'],
  ])('of %j is %j', (rows, kind) => {
    expect(toolbarState(stateOf(rows), true).kind).toBe(kind)
  })

  test('of everything, between pictures, is that of the text', () => {
    const state = stateOf(['[p]', '1. a', '---'])
    expect(toolbarState(state.apply(state.tr.setSelection(new AllSelection(state.doc))), true).kind).toBe(
      'number',
    )
  })

  test('one that this Stet does not know reads as a paragraph', () => {
    const state = stateOf(['a|'])
    expect(toolbarState(state.apply(state.tr.setNodeAttribute(0, 'kind', 'kicker')), true).kind).toBe(
      'paragraph',
    )
  })
})

describe('the buttons that are on', () => {
  test.each<readonly [number, number, readonly string[]]>([
    [1, 1, []],
    [2, 2, []],
    [3, 3, ['Bold', 'Link']],
    [2, 3, ['Bold']],
    [2, 4, ['Bold']],
    [3, 4, ['Bold', 'Link']],
    [3, 6, ['Link']],
    [1, 4, []],
    // A link does not go on behind its end, but there its address can be changed.
    [6, 6, ['Link']],
    [6, 7, ['Note for the desk']],
    [7, 7, ['Note for the desk']],
  ])('from %i to %i', (from, to, expected) => {
    expect(pressed(toolbarState(marked(from, to), true))).toEqual(expected)
  })

  test('what is chosen for the next letter counts', () => {
    const state = stateOf(['|'])
    const next = state.apply(state.tr.addStoredMark(state.schema.mark('italic')))
    expect(pressed(toolbarState(next, true))).toEqual(['Italic'])
  })

  test('kinds are switches: one is on at most', () => {
    expect(pressed(toolbarState(stateOf(['1. a|']), true))).toEqual(['Numbered list'])
  })
})

describe('the buttons that can be used', () => {
  test.each<readonly [string, ToolbarState, readonly string[]]>([
    ['in a body', toolbarState(stateOf(['a|']), true, true), ITEMS.map(({ label }) => label)],
    [
      'in a line',
      toolbarState(stateOf(['a|'], lineSchema), true),
      ['Bold', 'Italic', 'Note for the desk', 'Clear formatting'],
    ],
    ['in what may only be read', toolbarState(stateOf(['a|']), false), []],
    ['in what may be commented on', toolbarState(stateOf(['a|']), false, true), ['Comment']],
    ['without an editor', NO_EDITOR, []],
  ])('%s', (_, state, expected) => {
    expect(enabled(state)).toEqual(expected)
  })
})

test('a state is the same only where nothing is different to look at', () => {
  const state = toolbarState(marked(3), true)
  expect(sameToolbarState(state, toolbarState(marked(3), true))).toBe(true)
  for (const key of Object.keys(state) as (keyof ToolbarState)[]) {
    const other = { ...state, [key]: key === 'kind' ? null : !state[key] } as ToolbarState
    expect([key, sameToolbarState(state, other)]).toEqual([key, false])
  }
})
