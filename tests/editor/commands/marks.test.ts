import type { EditorState } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { clearFormatting } from '../../../src/editor/commands/clear-formatting.ts'
import { linkAt, removeLink, setLink } from '../../../src/editor/commands/link.ts'
import { markActive, toggleMark } from '../../../src/editor/commands/toggle-mark.ts'
import { lineSchema, run, stateOf } from '../documents.ts'

/** The text with its marks, "b(word)" for bold and so on. */
function marked(state: EditorState | null): string {
  const parts: string[] = []
  state?.doc.descendants((node) => {
    if (!node.isText) return
    const names = node.marks.map(({ type, attrs }) => String(attrs['href'] ?? type.name[0])).join('+')
    parts.push(names === '' ? (node.text ?? '') : `${names}(${node.text ?? ''})`)
  })
  return parts.join('')
}

const select = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))

const withMark = (state: EditorState, from: number, to: number, name: string, attrs = {}): EditorState =>
  state.apply(state.tr.addMark(from, to, state.schema.mark(name, attrs)))

describe('toggling marks', () => {
  test('adds to all that is selected while some of it lacks the mark, then takes it off', () => {
    const some = withMark(stateOf(['a|bcd|']), 2, 3, 'bold')
    expect(markActive(some, 'bold')).toBe(false)
    const all = run(toggleMark('bold'), some)
    expect(marked(all)).toBe('ab(bcd)')
    expect(all && markActive(all, 'bold')).toBe(true)
    expect(all && marked(run(toggleMark('bold'), all))).toBe('abcd')
  })

  test('goes over blocks and pictures', () => {
    expect(marked(run(toggleMark('italic'), stateOf(['a|b', '[p]', 'c|d'])))).toBe('ai(b)i(c)d')
  })

  test('at a caret it is for what is typed next', () => {
    const next = run(toggleMark('note'), stateOf(['ab|']))
    expect(next && markActive(next, 'note')).toBe(true)
    expect(next && marked(next.apply(next.tr.insertText('c')))).toBe('abn(c)')
  })
})

describe('links', () => {
  test('are put on the selection, checked and completed', () => {
    expect(marked(run(setLink('example.com'), stateOf(['a|b|c'])))).toBe('ahttps://example.com(b)c')
  })

  test('are refused with an address that no story may hold', () => {
    expect(run(setLink('javascript:alert(1)'), stateOf(['a|b|c']))).toBeNull()
  })

  test('at a caret in a link change all of it', () => {
    const state = withMark(stateOf(['ab|cd']), 1, 5, 'link', { href: 'https://old.example' })
    const bold = withMark(state, 2, 3, 'bold')
    expect(linkAt(bold)).toEqual({ from: 1, to: 5, href: 'https://old.example', text: 'abcd' })
    const next = run(setLink('new.example'), bold)
    expect(next && linkAt(next)?.href).toBe('https://new.example')
    expect(next && linkAt(next)?.text).toBe('abcd')
  })

  test.each([
    [1, 'ab'],
    [3, 'ab'],
    [4, null],
  ])('a caret at %i sees %j', (pos, text) => {
    const state = withMark(stateOf(['abcd']), 1, 3, 'link', { href: 'https://a.example' })
    expect(linkAt(select(state, pos))?.text ?? null).toBe(text)
  })

  test('at a bare caret put the address in as words', () => {
    expect(marked(run(setLink('a.example'), stateOf(['x |'])))).toBe('x https://a.example(a.example)')
  })

  test('are taken off with their words left', () => {
    const state = withMark(stateOf(['ab|cd']), 1, 5, 'link', { href: 'https://a.example' })
    expect(marked(run(removeLink, state))).toBe('abcd')
    expect(run(removeLink, stateOf(['ab|cd']))).toBeNull()
  })

  test('do not go into a text of one line', () => {
    expect(run(setLink('example.com'), stateOf(['a|b|c'], lineSchema))).toBeNull()
  })
})

describe('clearing', () => {
  test('takes bold, italic and links off, and leaves notes', () => {
    let state = stateOf(['|abcd|'])
    for (const [name, attrs] of [['bold'], ['note'], ['link', { href: 'https://a.example' }]] as const) {
      state = withMark(state, 1, 5, name, attrs)
    }
    expect(marked(run(clearFormatting, state))).toBe('n(abcd)')
    expect(run(clearFormatting, stateOf(['|abcd|']))).toBeNull()
  })
})
