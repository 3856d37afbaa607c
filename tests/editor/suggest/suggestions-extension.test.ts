import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { suggestionKey } from '../../../src/editor/suggest/drawn-suggestions.ts'
import type { SuggestingWriter } from './suggesting-writer.ts'
import { drawn, openSuggesting, paragraphs, place, storyDoc } from './suggesting-writer.ts'

const type = ({ editor }: SuggestingWriter, words: string, at: number): void => {
  for (const [k, letter] of words.split('').entries())
    editor.view.dispatch(editor.state.tr.insertText(letter, at + k))
}
const strike = (writer: SuggestingWriter, words: string): void => {
  const from = place(writer, words)
  writer.editor.view.dispatch(writer.editor.state.tr.delete(from, from + words.length))
}
const decideAll = (doc: Y.Doc, verdict: 'accept' | 'reject', origin?: unknown): void => {
  const requests = openSuggestions(doc).map(({ id, mark }) => ({ suggestion: id, verdict, mark }))
  expect(decideSuggestions(doc, requests, origin).ok).toBe(true)
}

/** What is drawn must be what drawing anew gives. */
function expectTrue(writer: SuggestingWriter): void {
  const anew = openSuggesting(writer.doc)
  expect(drawn(writer)).toEqual(drawn(anew))
  anew.close()
}

describe('words', () => {
  test('what is typed is underlined, what is deleted struck, each at once', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha beta') }))
    type(writer, 'new ', place(writer, 'beta'))
    expect(drawn(writer)).toEqual(['alpha ins(new )beta'])
    strike(writer, 'alp')
    expect(drawn(writer)).toEqual(['del(alp)ha ins(new )beta'])
    expectTrue(writer)
  })

  test('a key in a pending insertion makes no transaction but its own', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha beta') }))
    type(writer, 'ne', place(writer, 'beta'))
    let count = 0
    writer.editor.on('transaction', () => (count += 1))
    type(writer, 'w', place(writer, 'ne', true))
    expect(count).toBe(1)
    expect(drawn(writer)).toEqual(['alpha ins(new)beta'])
  })

  test('typing plainly into what somebody suggests is plain, and cuts it in two', () => {
    const doc = storyDoc({ body: paragraphs('alpha beta') })
    const kit = openSuggesting(doc)
    const ida = openSuggesting(doc, { by: 'ida', suggesting: false })
    type(kit, 'brand', place(kit, 'beta'))
    strike(kit, 'alpha')
    type(ida, 'xy', place(ida, 'and'))
    type(ida, 'z', place(ida, 'pha'))
    for (const writer of [kit, ida]) {
      expect(drawn(writer)).toEqual(['del(al)zdel(pha) ins(br)xyins(and)beta'])
      expectTrue(writer)
    }
  })

  test('one’s own pending words just go, somebody else’s are struck', () => {
    const doc = storyDoc({ body: paragraphs('alpha beta') })
    const kit = openSuggesting(doc)
    const ida = openSuggesting(doc, { by: 'ida' })
    type(kit, 'brand new ', place(kit, 'beta'))
    strike(kit, 'brand ')
    strike(ida, 'new')
    expect(drawn(kit)).toEqual(['alpha ins(del(new))ins( )beta'])
    expect(drawn(ida)).toEqual(drawn(kit))
  })

  test('formats are shown with what they are', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha beta') }))
    const { editor } = writer
    const from = place(writer, 'beta')
    const bold = editor.schema.marks['bold']
    if (!bold) throw new Error('no bold')
    editor.view.dispatch(editor.state.tr.addMark(from, from + 4, bold.create()))
    expect(drawn(writer)).toEqual(['alpha span(beta)'])
    expect(editor.view.dom.querySelector('[data-change=format]')?.getAttribute('title')).toBe('kit: Bold')
  })
})

describe('blocks', () => {
  test('split, joined, changed and moved blocks say so', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha beta', 'gamma', 'delta', 'epsilon') }))
    const { view } = writer.editor
    view.dispatch(view.state.tr.split(place(writer, 'beta')))
    expect(drawn(writer)).toEqual(['alpha ', '{New paragraph} beta', 'gamma', 'delta', 'epsilon'])
    view.dispatch(view.state.tr.join(place(writer, 'delta') - 1))
    expect(drawn(writer)[3]).toBe('{Joined to the one above} delta')
    view.dispatch(view.state.tr.setNodeAttribute(place(writer, 'gamma') - 1, 'kind', 'heading2'))
    expect(drawn(writer)[2]).toBe('{Heading 2 instead of paragraph} gamma')
    const last = view.state.doc.child(4)
    view.dispatch(
      view.state.tr
        .delete(view.state.doc.content.size - last.nodeSize, view.state.doc.content.size)
        .insert(0, last),
    )
    expect(drawn(writer)[0]).toBe('{Moved} epsilon')
    expectTrue(writer)
  })

  test('pictures and rules', () => {
    const writer = openSuggesting(storyDoc({ body: [{ kind: 'rule' }, ...paragraphs('alpha')] }))
    const { view } = writer.editor
    const { schema } = writer.editor
    view.dispatch(view.state.tr.delete(0, 1))
    view.dispatch(view.state.tr.insert(view.state.doc.content.size, schema.node('picture', { photo: 'p' })))
    expect(drawn(writer)).toEqual(['{Rule taken out} ', 'alpha', expect.stringContaining('{Picture added}')])
    expectTrue(writer)
  })
})

describe('news', () => {
  test('of decisions, of their undo, and from elsewhere', () => {
    const doc = storyDoc({ body: paragraphs('alpha beta', 'gamma') })
    const writer = openSuggesting(doc)
    const other = openSuggesting(storyDoc({ body: paragraphs('alpha beta', 'gamma') }, 12), { by: 'ida' })
    const meet = (): void => {
      Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(doc), 'network')
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'network')
    }
    type(writer, 'new ', place(writer, 'beta'))
    strike(other, 'gam')
    meet()
    const open = ['alpha ins(new )beta', 'del(gam)ma']
    expect(drawn(writer)).toEqual(open)
    expect(drawn(other)).toEqual(open)
    writer.undo.manager.stopCapturing()
    decideAll(doc, 'accept', writer.undo.origin)
    meet()
    expect(drawn(writer)).toEqual(['alpha new beta', 'ma'])
    expect(drawn(other)).toEqual(['alpha new beta', 'ma'])
    writer.undo.manager.undo()
    meet()
    expect(drawn(writer)).toEqual(open)
    expect(drawn(other)).toEqual(open)
    decideAll(doc, 'reject')
    meet()
    expect(drawn(other)).toEqual(['alpha beta', 'gamma'])
  })

  test('the suggestion at the caret is the active one, and another when the host says so', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha beta', 'gamma') }))
    const { editor } = writer
    type(writer, 'new', place(writer, 'beta'))
    strike(writer, 'gam')
    const active = (): string =>
      [...editor.view.dom.querySelectorAll('[data-active]')].map((each) => each.textContent).join()
    editor.commands.setTextSelection(place(writer, 'ew'))
    expect(active()).toBe('new')
    editor.commands.setTextSelection(1)
    expect(active()).toBe('')
    editor.commands.setTextSelection(place(writer, 'am'))
    expect(active()).toBe('gam')
    expect(suggestionKey.getState(editor.state)?.active).toBe('kit2')
  })
})
