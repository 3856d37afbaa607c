import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rangesOf } from '../../../src/domain/suggestions/id-ranges.ts'
import type { UnitId } from '../../../src/domain/yjs-items.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { moveBlock } from '../../../src/editor/commands/move-block.ts'
import { locateWords } from '../../../src/editor/comments/locate-words.ts'
import { pickWords } from '../../../src/editor/comments/pick-words.ts'
import { runCommand } from '../../../src/editor/run-command.ts'
import type { Writer } from '../binding/writer.ts'
import { bodyUpdate, docFrom, openWriter, paragraphs, writers } from '../binding/writer.ts'

const BODY = paragraphs('The quay was empty.', 'Don’t ask Zoë.', '')

function writer(): Writer {
  return openWriter(docFrom(bodyUpdate(BODY), 11))
}

function select({ editor }: Writer, from: number, to = from): void {
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))))
}

const pick = ({ editor, text, binding }: Writer) => pickWords(editor.state, text, binding)

describe('what a comment is about', () => {
  test.each<readonly [string, number, number, string]>([
    ['the selected words', 5, 13, 'quay was'],
    ['words of two blocks', 14, 28, 'empty. Don’t'],
    ['the word at the caret', 6, 6, 'quay'],
    ['the word before the caret', 9, 9, 'quay'],
    ['a word with an apostrophe', 25, 25, 'Don’t'],
    ['a word that ends in a sign with dots', 35, 35, 'Zoë'],
    ['the whole text where no word is', 38, 38, ''],
  ])('%s', (_, from, to, quote) => {
    const one = writer()
    select(one, from, to)
    expect(pick(one).quote).toBe(quote)
    expect(pick(one).ids.length > 0).toBe(quote !== '')
  })

  test('a long quote is cut, the anchor is not', () => {
    const one = openWriter(docFrom(bodyUpdate(paragraphs('word '.repeat(200))), 11))
    select(one, 1, 1001)
    const { quote, ids } = pick(one)
    expect(quote).toMatch(/word…$/u)
    expect(quote.length).toBeLessThanOrEqual(401)
    expect(ids.reduce((sum, [, , length]) => sum + length, 0)).toBe(1000)
  })

  test('what undo made anew goes by its first ids', () => {
    const one = writer()
    const first = one.binding.idAt(5)
    one.doc.getMap('origins').set('1:3=', [77, 20, 40])
    select(one, 5, 9)
    expect(first?.[0]).toBe(1)
    expect(pick(one).ids.every(([client]) => client === 77)).toBe(true)
  })
})

test('words that were picked are found where they were, with blocks moved as they please', () => {
  const move = fc.record({ block: fc.nat(2), down: fc.boolean() })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 4 }), fc.nat(), fc.nat(), (moves, a, b) => {
      const one = writer()
      const { editor, text, binding } = one
      for (const { block, down } of moves) {
        const { doc } = editor.state
        let pos = 1
        for (let k = 0; k < block; k++) pos += doc.child(k).nodeSize
        select(one, pos)
        runCommand(editor, moveBlock(down ? 'down' : 'up'))
      }
      const { size } = editor.state.doc.content
      const [from, to] = [a % size, b % size].toSorted((x, y) => x - y)
      select(one, from ?? 0, to ?? 0)
      const { selection } = editor.state
      const { ids } = pick(one)
      // One by one, as slow as it can be.
      const slow: UnitId[] = []
      for (let pos = selection.from; pos < selection.to; pos++) {
        const id = editor.state.doc.resolve(pos).nodeAfter?.isText ? binding.idAt(pos) : null
        if (id) slow.push(id)
      }
      if (selection.empty) return
      expect(rangesOf(slow)).toEqual(ids)
      const [ranges = []] = locateWords(text, binding, [ids])
      const all = Array.from({ length: text.length }, (_, index) => index)
      const alone = all.map((index) => binding.positionOf(idAt(text, index) ?? [0, 0])?.pos)
      expect(binding.positionsAt(all)).toEqual(alone)
      const words = editor.state.doc.textBetween(selection.from, selection.to)
      expect(
        ranges.map(({ from: start, to: end }) => editor.state.doc.textBetween(start, end)).join(''),
      ).toBe(words)
      one.close()
    }),
    { numRuns: 60 },
  )
})

test('words are found in every editor of the text, and nowhere when they are gone', () => {
  const [mine, yours] = writers(2, BODY)
  if (!mine || !yours) throw new Error('There are two')
  select(mine, 5, 9)
  const { ids } = pick(mine)
  expect(locateWords(yours.text, yours.binding, [ids, []])).toEqual([[{ from: 5, to: 9 }], []])
  yours.editor.view.dispatch(yours.editor.state.tr.insertText('old ', 1))
  expect(locateWords(yours.text, yours.binding, [ids])).toEqual([[{ from: 9, to: 13 }]])
  yours.editor.view.dispatch(yours.editor.state.tr.delete(8, 14))
  expect(locateWords(yours.text, yours.binding, [ids])).toEqual([[]])
})
