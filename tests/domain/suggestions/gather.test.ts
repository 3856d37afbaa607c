import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addAuthor, authorsOf } from '../../../src/domain/story-doc.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { enterMode, Suggester } from '../../../src/domain/suggestions/suggester.ts'
import type { Passage } from '../../../src/domain/suggestions/story-texts.ts'
import { Gathering, markOf } from '../../../src/domain/suggestions/gather.ts'
import { Origins } from '../../../src/domain/suggestions/origins.ts'
import type { SetEntry, UnitState } from '../../../src/domain/suggestions/suggestion-index.ts'
import { bodyOf, docOf, head } from '../documents.ts'

const origins = () => new Origins(docOf(1).getMap('origins'))
const state = (of: Partial<UnitState>): UnitState => ({ inserted: null, deleted: [], sets: [], ...of })
const passage = (text: string, clock: number, of: Partial<UnitState> | null): Passage => ({
  id: [1, clock],
  length: text.length,
  text,
  head: null,
  attributes: {},
  state: of && state(of),
})
const bold: SetEntry = { type: 'set', suggestion: 'b', ids: [[1, 0, 9]], name: 'bold', was: null, to: true }

it('what belongs to a suggestion is collected, in the order in which each is first met', () => {
  const found = new Gathering(origins())
  found.passage('body', passage('one', 0, { deleted: ['a'] }))
  found.passage('body', passage('two', 3, null))
  found.passage('body', passage('three', 5, { inserted: 'b', sets: [{ key: 'k', entry: bold }] }))
  found.passage('body', passage('four', 10, { inserted: 'a', deleted: ['b', 'c'] }))
  expect(
    found.all().map(({ id, inserted, deleted, before, after, words }) => ({
      id,
      inserted,
      deleted,
      before,
      after,
      words,
    })),
  ).toEqual([
    { id: 'a', inserted: [[1, 10, 4]], deleted: [[1, 0, 3]], before: 'one', after: 'four', words: '' },
    { id: 'b', inserted: [[1, 5, 5]], deleted: [[1, 10, 4]], before: 'four', after: 'three', words: 'three' },
    { id: 'c', inserted: [], deleted: [[1, 10, 4]], before: 'four', after: '', words: '' },
  ])
})

it('a mark is the same however the words were cut, and another for other words, formats or values', () => {
  const markOfAll = (...passages: readonly Passage[]) => {
    const found = new Gathering(origins())
    for (const each of passages) found.passage('body', each)
    return found.all().map(markOf).join()
  }
  const whole = markOfAll(passage('abcd', 0, { deleted: ['a'] }))
  expect(markOfAll(passage('ab', 0, { deleted: ['a'] }), passage('cd', 2, { deleted: ['a'] }))).toBe(whole)
  expect(markOfAll(passage('cd', 2, { deleted: ['a'] }), passage('ab', 0, { deleted: ['a'] }))).toBe(whole)
  const others = [
    markOfAll(passage('abc', 0, { deleted: ['a'] })),
    markOfAll(passage('abcd', 1, { deleted: ['a'] })),
    markOfAll(passage('abcd', 0, { inserted: 'a' })),
    markOfAll(passage('abcd', 0, { sets: [{ key: 'k', entry: bold }] })),
    markOfAll(passage('abcd', 0, { sets: [{ key: 'k', entry: { ...bold, to: false } }] })),
    // Brought back twice, the same units are there twice.
    markOfAll(passage('abcd', 0, { deleted: ['a'] }), passage('abcd', 0, { deleted: ['a'] })),
  ]
  expect(new Set([whole, ...others]).size).toBe(others.length + 1)
})

it('the beginning of a block stands for what is set in its start', () => {
  const found = new Gathering(origins())
  const start = (bodyOf([head()]).toDelta() as { insert: Y.Map<unknown> }[])[0]?.insert ?? null
  const first = {
    ...passage('\n', 0, { sets: [{ key: 'k', entry: { ...bold, name: 'kind' } }] }),
    head: start,
  }
  found.passage('body', first)
  found.passage('body', passage('The first words', 1, null))
  found.passage('body', { ...passage('\n', 16, null), head: start })
  found.passage('body', passage('of another block', 17, null))
  expect(found.all().map(({ words }) => words)).toEqual(['The first words'])
})

it('fields, authors and photos are collected beside texts', () => {
  const found = new Gathering(origins())
  found.passage('body', passage('one', 0, { deleted: ['a'] }))
  found.item('photo:p:', [1, 9], 'photo', 'A quay', state({ inserted: 'a', deleted: ['b'] }))
  found.field('a', 'slug', null, 'quay')
  found.field('c', 'place', 'ROME', 'PARIS')
  expect(found.all().map(({ id, place, things, fields }) => ({ id, place, things, fields }))).toEqual([
    {
      id: 'a',
      place: { text: 'body' },
      things: [{ thing: 'photo', does: 'insert' }],
      fields: [{ path: 'slug', was: null, to: 'quay' }],
    },
    { id: 'b', place: { field: 'photo:p:' }, things: [{ thing: 'photo', does: 'delete' }], fields: [] },
    { id: 'c', place: { field: 'place' }, things: [], fields: [{ path: 'place', was: 'ROME', to: 'PARIS' }] },
  ])
})

it('a mark is another once what is inserted looks otherwise, or is otherwise named, with the same ids', () => {
  const doc = docOf(1)
  doc.getText('headline').insert(0, 'Harbour ')
  const suggester = new Suggester(doc, { by: 'ann', now: () => '', newId: () => 's' })
  const paragraph = new Y.Map<unknown>()
  doc.transact(() => {
    suggester.enter('s')
    doc.getText('headline').insert(8, 'reopens')
    addAuthor(doc, 'new', { name: 'Ann', role: '' })
    doc.getText('body').insertEmbed(0, paragraph)
    enterMode(doc, null)
  })
  const marks = [openSuggestions(doc)[0]?.mark]
  const changes = [
    () => doc.getText('headline').format(8, 3, { link: 'https://example.org' }),
    () => doc.getText('headline').format(8, 7, { link: null, bold: true }),
    () => paragraph.set('kind', 'pullquote'),
    () => authorsOf(doc).get('new')?.set('name', 'Ben'),
  ]
  for (const change of changes) {
    change()
    expect(openSuggestions(doc)).toHaveLength(1)
    marks.push(openSuggestions(doc)[0]?.mark)
  }
  expect(new Set(marks).size).toBe(marks.length)
  doc.getText('headline').format(0, 3, { bold: true })
  expect(openSuggestions(doc)[0]?.mark).toBe(marks.at(-1))
  const cut = new Y.Doc()
  Y.applyUpdate(cut, Y.encodeStateAsUpdate(doc))
  expect(openSuggestions(cut)[0]?.mark).toBe(marks.at(-1))
})
