import { EditorState } from '@tiptap/pm/state'
import { expect, test, vi } from 'vitest'
import { changedBlocks } from '../../src/editor/changed-blocks.ts'
import { anchorAt, anchorPlugin, dropAnchor, setAnchor } from '../../src/editor/place-anchor.ts'
import { ariaShortcut, SHORTCUTS, shortcutText } from '../../src/editor/shortcuts.ts'
import { bindings } from '../../src/editor/keys.ts'
import { editorHost } from '../../src/editor/editor-host.ts'
import { tkPlugin } from '../../src/editor/tk-marks.ts'
import { stateOf } from './documents.ts'

const withPlugin = (
  rows: readonly string[],
  ...plugins: NonNullable<Parameters<typeof EditorState.create>[0]['plugins']>
) => EditorState.create({ doc: stateOf(rows).doc, plugins })

test('TKs are marked from the start, as they come and as they go', () => {
  const plugin = tkPlugin()
  const shown = (state: EditorState): readonly string[] =>
    (plugin.getState(state)?.find() ?? []).map(({ from, to }) => state.doc.textBetween(from, to))
  let state = withPlugin(['a TK b', 'none', 'TK TK'], plugin)
  expect(shown(state)).toEqual(['TK', 'TK TK'])
  state = state.apply(state.tr.insertText('TKTK ', 9))
  expect(shown(state)).toEqual(['TK', 'TKTK', 'TK TK'])
  state = state.apply(state.tr.insertText('x', 3))
  expect(shown(state)).toEqual(['TKTK', 'TK TK'])
  state = state.apply(state.tr.addMark(9, 14, state.schema.mark('note')))
  expect(shown(state)).toEqual(['TKTK', 'TK TK'])
})

test('only the blocks that a change touched are read again', () => {
  const state = stateOf(['one', 'two', 'three', 'four'])
  expect(changedBlocks(state.tr.insertText('x', 7))).toEqual([{ from: 5, to: 11 }])
  expect(changedBlocks(state.tr.insertText('x', 7).insertText('y', 2))).toEqual([{ from: 0, to: 12 }])
  expect(changedBlocks(state.tr.setNodeAttribute(0, 'kind', 'quote'))).toEqual([])
})

test('a remembered place goes along with edits until it is dropped', () => {
  const id = {}
  let state = withPlugin(['one', 'two'], anchorPlugin())
  state = state.apply(setAnchor(state.tr, id, 7))
  state = state.apply(state.tr.insertText('xx', 1))
  expect(anchorAt(state, id)).toBe(9)
  state = state.apply(dropAnchor(state.tr, id))
  expect(anchorAt(state, id)).toBeNull()
})

test('no two shortcuts have the same keys, and each has a name', () => {
  const keys = Object.values(SHORTCUTS).flatMap<string>(({ keys }) => keys)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { label } of Object.values(SHORTCUTS)) expect(label).not.toBe('')
})

test.each([
  ['Mod-b', 'Ctrl+B', '⌘B', 'Control+b'],
  ['Mod-Shift-7', 'Ctrl+Shift+7', '⌘⇧7', 'Control+Shift+7'],
  ['Alt-ArrowUp', 'Alt+↑', '⌥↑', 'Alt+ArrowUp'],
])('%s reads %s, on a Mac %s', (keys, elsewhere, mac, aria) => {
  expect(shortcutText(keys, false)).toBe(elsewhere)
  expect(shortcutText(keys, true)).toBe(mac)
  expect(ariaShortcut(keys, false)).toBe(aria)
})

test('undo and redo go to the story, once a press', () => {
  const undo = vi.fn<() => void>()
  const keys = bindings({ host: editorHost({ undo }), line: true })
  const state = stateOf(['a'])
  expect(keys['Mod-z']?.(state)).toBe(true)
  expect(undo).not.toHaveBeenCalled()
  expect(keys['Mod-z']?.(state, () => undefined)).toBe(true)
  expect(undo).toHaveBeenCalledTimes(1)
  expect(keys['Tab']).toBeUndefined()
})

test('Tab stays in a list at its deepest level, and leaves after Escape', () => {
  const keys = bindings({ host: editorHost(), line: false })
  const state = stateOf(['- a|'])
  expect(keys['Tab']?.(state, () => undefined)).toBe(true)
  expect(keys['Escape']?.(state)).toBe(false)
  expect(keys['Tab']?.(state, () => undefined)).toBe(false)
  expect(keys['Tab']?.(stateOf(['a|']), () => undefined)).toBe(false)
})
