import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/domain/json.ts'
import { addAuthor, addPhoto, authorsOf, fieldsOf, photosOf } from '../../../src/domain/story-doc.ts'
import type { ContentView } from '../../../src/domain/suggestions/content-view.ts'
import {
  fieldAt,
  fieldValue,
  itemState,
  proposedValues,
  shownAuthors,
  shownFields,
  shownPhotos,
} from '../../../src/domain/suggestions/plain-values.ts'
import type { FieldPath } from '../../../src/domain/suggestions/suggestion.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { reviewer, storyOf } from './reviewed.ts'

describe('proposals of the wrong shape count for nothing', () => {
  it.each<readonly [FieldPath, Json]>([
    ['slug', 7],
    ['slug', null],
    ['slug', ['a']],
    ['keywords', 'a'],
    ['keywords', ['a', 7]],
    ['author:ada:name', 7],
    ['author:ada:role', null],
    ['author:ada:at', 'first'],
    ['author:nobody:name', 'Nobody'],
    ['author:ada:glow', 'x'],
    ['photo:p:alt', { text: 'x' }],
    ['photo:nothing:alt', 'x'],
    ['fields:of:future' as FieldPath, 'x'],
    ['unheard' as FieldPath, 'x'],
    ['photo:p', 'x'],
  ])('%s: %j', (path, value) => {
    const doc = storyOf('Words.')
    const all = (view: ContentView) => [
      shownFields(doc, view),
      shownAuthors(doc, view),
      shownPhotos(doc, view),
    ]
    const before = all('will')
    doc.getMap('suggestions').set('k', ['f', 's', path, value, 1])
    expect(all('will')).toEqual(before)
    expect(all('was')).toEqual(before)
  })
})

it('a crop is proposed, and taken away', () => {
  const doc = storyOf('Words.')
  const crop = { x: 0, y: 0, width: 0.5, height: 1 }
  const ann = reviewer(doc)
  ann.propose('photo:p:crop', crop)
  expect([shownPhotos(doc, 'will')[0]?.crop, shownPhotos(doc, 'was')[0]?.crop]).toEqual([crop, null])
  photosOf(doc).get('p')?.set('crop', crop)
  ann.propose('photo:p:crop', null)
  expect([shownPhotos(doc, 'will')[0]?.crop, shownPhotos(doc, 'was')[0]?.crop]).toEqual([null, crop])
})

it('another order of authors is proposed by their places', () => {
  const doc = storyOf('Words.')
  addAuthor(doc, 'ben', { name: 'Ben', role: '' })
  addAuthor(doc, 'cat', { name: 'Cat', role: '' })
  reviewer(doc).propose('author:cat:at', 0)
  expect(shownAuthors(doc, 'will').map(({ id }) => id)).toEqual(['cat', 'ada', 'ben'])
  expect(shownAuthors(doc, 'was').map(({ id }) => id)).toEqual(['ada', 'ben', 'cat'])
})

it('suggested authors and photos are only in one of the views', () => {
  const doc = storyOf('Words.')
  const { suggester } = reviewer(doc)
  doc.transact(() => {
    suggester.enter('s')
    addAuthor(doc, 'new', { name: 'New', role: '' })
    addPhoto(doc, { id: 'q', hash: '', alt: '', credit: '', crop: null, caption: [] })
    suggester.deleteItem(authorsOf(doc), 'ada', 's')
    suggester.deleteItem(photosOf(doc), 'p', 's')
  })
  const ids = (view: ContentView) =>
    [...shownAuthors(doc, view), ...shownPhotos(doc, view)].map(({ id }) => id)
  expect([ids('will'), ids('was')]).toEqual([
    ['new', 'q'],
    ['ada', 'p'],
  ])
  expect([
    itemState(doc, authorsOf(doc), 'new')?.inserted,
    itemState(doc, authorsOf(doc), 'ada')?.deleted,
  ]).toEqual(['s', ['s']])
  expect(itemState(doc, photosOf(doc), 'nothing')).toBeNull()
})

it('of several proposals the last one counts', () => {
  const doc = storyOf('Words.')
  reviewer(doc).propose('slug', 'a')
  reviewer(doc, 'ben').propose('slug', 'b')
  reviewer(doc, 'cat').propose('place', 'PARIS')
  expect([...proposedValues(suggestionIndex(doc))]).toEqual([
    ['slug', 'b'],
    ['place', 'PARIS'],
  ])
})

it.each<readonly [FieldPath, string, Json]>([
  ['slug', 'slug', 'quay'],
  ['place', 'place', null],
  ['author:ada:name', 'name', 'Ada'],
  ['photo:p:alt', 'alt', 'A quay'],
  ['photo:gone:alt', 'alt', null],
  ['author:gone:name', 'name', null],
])('%s stands at %s', (path, name, value) => {
  const doc = storyOf('Words.')
  fieldsOf(doc).set('slug', 'quay')
  expect([fieldAt(doc, path).name, fieldValue(doc, path)]).toEqual([name, value])
  expect(fieldAt(doc, path).map === null).toBe(path.includes('gone'))
})
