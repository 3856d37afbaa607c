import { describe, expect, test, vi } from 'vitest'
import { editorHost } from '../../src/editor/editor-host.ts'
import { bindings } from '../../src/editor/keys.ts'
import { lineSchema, rowsOf, run, stateOf } from './documents.ts'

const NOTHING = () => undefined
const body = bindings({ host: editorHost(), line: false })
const line = bindings({ host: editorHost(), line: true })

type Case = readonly [key: string, before: readonly string[], after: readonly string[] | null]

describe('keys of a body', () => {
  test.each<Case>([
    ['Enter', ['a|b'], ['a', '|b']],
    ['Mod-Enter', ['a|b'], ['a', '|b']],
    ['Shift-Enter', ['a|b'], ['a⏎|b']],
    ['Backspace', ['a', '|b'], ['a|b']],
    ['Backspace', ['a|b|c'], ['a|c']],
    ['Backspace', ['a', '^[p]', 'b'], ['a', '|b']],
    ['Backspace', ['[p]', '|'], ['^[p]', '']],
    ['Backspace', ['\u{1F600}|'], null],
    ['Mod-Backspace', ['- |a'], ['|a']],
    ['Shift-Backspace', ['- a', '  - |b'], ['- a', '- |b']],
    ['Alt-Backspace', ['|a'], ['|a']],
    ['Delete', ['a|', 'b'], ['a|b']],
    ['Delete', ['|a', 'b|'], ['|']],
    ['Mod-Delete', ['a|', '---'], ['a', '^---']],
    ['Alt-Delete', ['|', '## b'], ['## |b']],
    ['Delete', ['a|\u{1F600}'], null],
    ['Mod-Alt-2', ['- a', '  - b|'], ['- a', '## b|']],
    ['Mod-Alt-2', ['## b|'], ['b|']],
    ['Mod-Alt-0', ['>> b|'], ['b|']],
    ['Mod-Alt-3', ['של|ום'], ['### של|ום']],
    ['Mod-Shift-9', ['a|'], ['> a|']],
    ['Mod-Alt-9', ['a|'], ['>> a|']],
    ['Mod-Shift-7', ['a|', '[p]', 'b|'], ['1. a|', '[p]', '1. b|']],
    ['Mod-Shift-8', ['1. a', '  1. b|'], ['1. a', '  - b|']],
    ['Alt-ArrowUp', ['[p]', 'a|'], ['a|', '[p]']],
    ['Alt-ArrowDown', ['a', 'b|'], null],
    ['Alt-Shift-ArrowDown', ['- a|'], ['- a', '- |a']],
    ['Mod-Shift-Backspace', ['a', 'b|'], ['|a']],
    ['Mod-a', ['a|', 'b'], ['|a', 'b|']],
    ['Shift-Tab', ['- a', '  - b|'], ['- a', '- b|']],
    ['Shift-Tab', ['- a|'], null],
    ['Tab', ['a|'], null],
    ['Tab', ['^[p]'], null],
    ['Tab', ['- a', '- b|'], ['- a', '  - b|']],
  ])('%s: %j gives %j', (key, before, after) => {
    const command = body[key]
    const next = command ? run(command, stateOf(before)) : null
    const rows = next && rowsOf(next)
    expect(rows).toEqual(key === 'Mod-Shift-Backspace' ? ['a|'] : after)
  })
})

describe('keys of a line', () => {
  test.each([
    'Mod-k',
    'Tab',
    'Shift-Tab',
    'Escape',
    'Mod-Alt-2',
    'Mod-Shift-8',
    'Alt-ArrowUp',
    'Alt-Shift-ArrowDown',
    'Mod-Shift-Backspace',
  ])('%s is the page’s or the browser’s', (key) => {
    expect(line[key]).toBeUndefined()
    expect(body[key]).toBeDefined()
  })

  test.each(['Enter', 'Mod-Enter', 'Shift-Enter'])('%s leaves it, once a press', (key) => {
    const leaveLine = vi.fn<() => void>()
    const command = bindings({ host: editorHost({ leaveLine }), line: true })[key]
    const state = stateOf(['a|b'], lineSchema)
    expect(command?.(state)).toBe(true)
    expect(leaveLine).not.toHaveBeenCalled()
    expect(command?.(state, NOTHING)).toBe(true)
    expect(leaveLine).toHaveBeenCalledTimes(1)
  })

  test('bold, italic and notes go into it', () => {
    for (const key of ['Mod-b', 'Mod-i', 'Mod-Alt-n']) {
      const command = line[key]
      const next = command && run(command, stateOf(['|a\u{1F600}|'], lineSchema))
      expect(next?.doc.firstChild?.firstChild?.marks).toHaveLength(1)
    }
  })
})

describe('what the page does for a body', () => {
  test.each([
    ['Mod-z', 'undo'],
    ['Mod-Shift-z', 'redo'],
    ['Mod-y', 'redo'],
    ['Mod-k', 'openLink'],
  ] as const)('%s asks it to %s, and nothing while it is only asked about', (key, name) => {
    const does = vi.fn<() => void>()
    const command = bindings({ host: editorHost({ [name]: does }), line: false })[key]
    expect([command?.(stateOf(['a|'])), does.mock.calls.length]).toEqual([true, 0])
    expect([command?.(stateOf(['a|']), NOTHING), does.mock.calls.length]).toEqual([true, 1])
  })

  test('Enter on a picture opens its panel, and below a rule goes on writing', () => {
    const openPicture = vi.fn<(photo: string) => void>()
    const enter = bindings({ host: editorHost({ openPicture }), line: false })['Enter']
    expect(enter?.(stateOf(['a', '^[p7]']), NOTHING)).toBe(true)
    expect(openPicture.mock.calls).toEqual([['p7']])
    const next = enter && run(enter, stateOf(['^---']))
    expect(next && rowsOf(next)).toEqual(['---', '|'])
    expect(openPicture).toHaveBeenCalledTimes(1)
  })

  test('what it does may be changed after the keys were made', () => {
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const host = editorHost({ undo: first })
    const keys = bindings({ host, line: false })
    host.undo = second
    keys['Mod-z']?.(stateOf(['a']), NOTHING)
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
  })
})

test('after Escape only the very next Tab leaves a list', () => {
  const keys = bindings({ host: editorHost(), line: false })
  const state = stateOf(['- a', '- b|'])
  expect(keys['Escape']?.(state)).toBe(false)
  const typed = state.apply(state.tr.insertText('x'))
  expect(keys['Tab']?.(typed, NOTHING)).toBe(true)
  expect(keys['Tab']?.(state, NOTHING)).toBe(false)
})
