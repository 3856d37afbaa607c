// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, test } from 'vitest'
import type { EditorHost } from '../../src/editor/editor-host.ts'
import { editorHost } from '../../src/editor/editor-host.ts'
import { BODY_SCHEMA, LINE_SCHEMA } from '../../src/editor/schema.ts'
import { Surface } from '../../src/editor/surface.ts'

let editor: Editor | null = null
afterEach(() => {
  editor?.destroy()
  editor = null
})

function open(host: EditorHost, line = false, editable = true): Editor {
  editor = new Editor({
    element: document.createElement('div'),
    extensions: [...(line ? LINE_SCHEMA : BODY_SCHEMA), Surface.configure({ host, line })],
    editable,
    content: { type: 'doc', content: [{ type: 'block' }] },
  })
  return editor
}
const attribute = (name: string): string | null => editor?.view.dom.getAttribute(name) ?? null

describe('the editable element', () => {
  test.each<readonly [string, Partial<EditorHost>, boolean, Readonly<Record<string, string | null>>]>([
    [
      'of a body',
      { label: 'Story text', dir: 'rtl', lang: 'he' },
      false,
      { 'aria-label': 'Story text', 'aria-multiline': 'true', dir: 'rtl', lang: 'he', enterkeyhint: null },
    ],
    [
      'of a line',
      { label: 'Headline', placeholder: 'Headline' },
      true,
      { 'aria-multiline': 'false', 'aria-placeholder': 'Headline', enterkeyhint: 'next', dir: 'auto' },
    ],
    [
      'of which nothing is said',
      {},
      false,
      {
        lang: null,
        'aria-describedby': null,
        'aria-placeholder': null,
        'aria-readonly': null,
        spellcheck: 'true',
      },
    ],
    ['that something describes', { describedBy: 'length' }, true, { 'aria-describedby': 'length' }],
  ])('%s', (_, parts, line, expected) => {
    open(editorHost(parts), line)
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, attribute(name)]))).toEqual(expected)
  })

  test('says when it may only be read', () => {
    open(editorHost({ label: 'Story text' }), false, false)
    expect(attribute('aria-readonly')).toBe('true')
    editor?.setEditable(true)
    expect(attribute('aria-readonly')).toBeNull()
  })

  test('follows what the host says, from the next change on', () => {
    const host = editorHost({ lang: 'en-GB', label: 'a' })
    const { view } = open(host)
    host.lang = 'ar'
    host.label = 'b'
    view.dispatch(view.state.tr.insertText('x', 1))
    expect([attribute('lang'), attribute('aria-label')]).toEqual(['ar', 'b'])
  })
})

describe('the hint', () => {
  const hints = (): readonly (string | undefined)[] =>
    Array.from(editor?.view.dom.querySelectorAll<HTMLElement>('[data-placeholder]') ?? []).map(
      ({ dataset }) => dataset['placeholder'],
    )

  test('stands in an empty text, and goes with the first letter', () => {
    const { view } = open(editorHost({ placeholder: 'Write' }))
    expect(hints()).toEqual(['Write'])
    view.dispatch(view.state.tr.insertText('\u{1F600}', 1))
    expect(hints()).toEqual([])
    view.dispatch(view.state.tr.delete(1, 3))
    expect(hints()).toEqual(['Write'])
  })

  test('does not stand in one of several empty blocks, nor beside a rule', () => {
    const { view } = open(editorHost({ placeholder: 'Write' }))
    view.dispatch(view.state.tr.split(1))
    expect(hints()).toEqual([])
    view.dispatch(view.state.tr.delete(0, 4).insert(0, view.state.schema.node('rule')))
    expect(hints()).toEqual([])
  })

  test('is none where none was given', () => {
    open(editorHost())
    expect(hints()).toEqual([])
  })
})
