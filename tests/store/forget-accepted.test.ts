import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStoryUndo } from '../../src/domain/story-undo.ts'
import { decideSuggestions } from '../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../src/domain/suggestions/open-suggestions.ts'
import { Suggester } from '../../src/domain/suggestions/suggester.ts'
import { forgetAccepted } from '../../src/store/forget-accepted.ts'

/** Jane suggests "Stet " in the headline; somebody else decides, and she undoes. What the headline then says. */
function headlineAfterUndo(verdict: 'accept' | 'reject', mayOnlySuggest: boolean): string {
  const doc = new Y.Doc()
  doc.getText('headline').insert(0, 'stands')
  const undo = createStoryUndo(doc)
  const suggester = new Suggester(doc, { by: 'jane', now: () => '', newId: () => 's' })
  const stop = forgetAccepted({ id: 'x', doc, undo, suggester }, () => mayOnlySuggest)
  doc.transact(() => {
    suggester.enter('s')
    doc.getText('headline').insert(0, 'Stet ')
  }, undo.origin)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const requests = openSuggestions(other).map(({ id, mark }) => ({ suggestion: id, verdict, mark }))
  decideSuggestions(other, requests)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'the backend')
  undo.manager.undo()
  stop()
  return doc.getText('headline').toJSON()
}

test.each([
  ['accept', true, 'Stet stands'],
  ['accept', false, 'stands'],
  ['reject', true, 'stands'],
  ['reject', false, 'stands'],
] as const)('after somebody else said %s, while one may only suggest: %s', (verdict, only, expected) => {
  expect(headlineAfterUndo(verdict, only)).toBe(expected)
})

test('a format that somebody else accepted stays, too', () => {
  const doc = new Y.Doc()
  doc.getText('headline').insert(0, 'stands')
  const undo = createStoryUndo(doc)
  const suggester = new Suggester(doc, { by: 'jane', now: () => '', newId: () => 's' })
  forgetAccepted({ id: 'x', doc, undo, suggester }, () => true)
  doc.transact(() => {
    suggester.format(doc.getText('headline'), { at: 0, count: 6 }, { bold: true }, {}, 's')
  }, undo.origin)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const requests = openSuggestions(other).map(({ id, mark }) => ({
    suggestion: id,
    verdict: 'accept' as const,
    mark,
  }))
  expect(decideSuggestions(other, requests)).toMatchObject({ ok: true })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'the backend')
  undo.manager.undo()
  expect(doc.getText('headline').toDelta()).toEqual([{ insert: 'stands', attributes: { bold: true } }])
})
