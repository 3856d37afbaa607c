import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { updateReach } from '../../src/rules/update-reach.ts'
import type { Person } from '../../src/domain/person.ts'
import { addAuthor, seedUpdate } from '../../src/domain/story-doc.ts'
import { decideSuggestions } from '../../src/domain/suggestions/decide.ts'
import { addMessage, resolveThread } from '../../src/domain/threads/write-threads.ts'
import { commentOn, readyContent, suggest, suggestDeletion, verdictOn } from '../backends/review-stage.ts'
import { NOW, REPORTER, SUB, type } from '../backends/test-desk.ts'

let doc: Y.Doc
beforeEach(() => {
  doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(readyContent(), 5))
  suggest(doc, SUB, 'open', ' today')
  commentOn(doc, SUB, 'thread', 'Sure?')
})

/** How far somebody's edit of a copy of the story reaches. */
function reachOf(edit: (copy: Y.Doc) => void, person: Person): string | null {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  edit(copy)
  return updateReach(doc, Y.encodeStateAsUpdate(copy, before), person.id)
}

const at = NOW().toISOString()
const edits: readonly [string, (copy: Y.Doc) => void, string, Person?][] = [
  ['nothing', () => {}, 'comments'],
  ['a new thread', (copy) => commentOn(copy, REPORTER, 'another', 'Yes?'), 'comments', REPORTER],
  [
    'an answer',
    (copy) => addMessage(copy, 'thread', { id: 'a', by: REPORTER.id, at, text: 'Yes.', mentions: [] }),
    'comments',
    REPORTER,
  ],
  ['settling a thread', (copy) => resolveThread(copy, 'thread', { by: SUB.id, at }), 'comments'],
  ['what a newer Stet keeps beside the story', (copy) => copy.getMap('later').set('x', 1), 'comments'],
  ['a suggested insertion', (copy) => suggest(copy, SUB, 'more', '!'), 'suggestions'],
  ['a suggested deletion', (copy) => suggestDeletion(copy, SUB, 'less', 3), 'suggestions'],
  ['a rejection', (copy) => decideSuggestions(copy, [verdictOn(copy, 'open', 'reject')]), 'suggestions'],
  ['an acceptance', (copy) => decideSuggestions(copy, [verdictOn(copy, 'open', 'accept')]), 'copy'],
  ['a word', (copy) => type(copy, '!'), 'copy'],
  [
    'a fact about what somebody else has yet to write',
    (copy) => copy.getMap('origins').set('5:1000', { s: 'planted' }),
    'suggestions',
  ],
  [
    'that what somebody else has yet to write stands for what is there',
    (copy) => copy.getMap('origins').set('5:1000=', [5, 0, 10]),
    'suggestions',
  ],
  [
    'a deletion of what somebody else has yet to write',
    (copy) => copy.getMap('suggestions').set('x', ['d', 'planted', [[5, 1000, 100]]]),
    'suggestions',
  ],
  [
    'words that their own writer suggested and took back',
    (copy) => {
      suggest(copy, SUB, 'vain', '!')
      copy.getText('headline').delete(copy.getText('headline').length - 1, 1)
    },
    'comments',
  ],
  ['a field', (copy) => copy.getMap('fields').set('slug', 'other'), 'copy'],
  ['an author', (copy) => addAuthor(copy, 'x', { name: 'X', role: '' }), 'copy'],
  ['a format', (copy) => copy.getText('headline').format(0, 3, { bold: true }), 'copy'],
  [
    'a comment and a word',
    (copy) => {
      commentOn(copy, REPORTER, 'another', 'Yes?')
      type(copy, '!')
    },
    'copy',
    REPORTER,
  ],
  [
    'a comment and a word in somebody else’s name',
    (copy) => {
      commentOn(copy, REPORTER, 'another', 'Yes?')
      type(copy, '!')
    },
    'not theirs',
  ],
]
test.each(edits)('%s', (_what, edit, reach, person = SUB) => {
  expect(reachOf(edit, person)).toBe(reach)
})

test('what is no update, or builds on what is missing, has no reach that could be told', () => {
  expect(updateReach(doc, new Uint8Array([255, 1, 2]), SUB.id)).toBeNull()
  const copy = new Y.Doc()
  type(copy, 'lost')
  const before = Y.encodeStateVector(copy)
  type(copy, 'builds on it')
  expect(updateReach(doc, Y.encodeStateAsUpdate(copy, before), SUB.id)).toBeNull()
})
