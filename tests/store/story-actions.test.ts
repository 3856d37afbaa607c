import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { until } from '../backends/test-desk.ts'
import type { OpenStory } from '../../src/store/desk-state.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
let id: string
beforeEach(async () => {
  desk = await stage()
  id = await desk.opened()
})
afterEach(() => desk.end())

const story = (): OpenStory => desk.story(id)
const names = (): readonly string[] => story().authors.map(({ name }) => name)

function addAuthors(...added: readonly string[]): void {
  for (const name of added) {
    desk.actions.addAuthor(id)
    const author = story().authors.at(-1)
    if (author) desk.actions.setAuthor(id, author.id, { name })
  }
}

describe('fields', () => {
  const fields = [
    ['slug', 'europe-ukraine'],
    ['place', 'PARIS'],
    ['date', '2025-09-03'],
    ['keywords', ['europe', 'ukraine']],
    ['deskNote', 'Reporting by Jane'],
  ] as const
  for (const [name, value] of fields) {
    test(`${name} is shown in the same tick, undone and done again`, () => {
      const before = story().fields[name]
      desk.actions.setField(id, name, value)
      expect(story().fields[name]).toEqual(value)
      desk.actions.undo(id)
      expect(story().fields[name]).toEqual(before)
      desk.actions.redo(id)
      expect(story().fields[name]).toEqual(value)
    })
  }

  test('typing on in a field is one step of undo; the next field is another', () => {
    for (const slug of ['e', 'eu', 'eur']) desk.actions.setField(id, 'slug', slug)
    desk.actions.setField(id, 'place', 'PARIS')
    desk.actions.undo(id)
    expect(story().fields).toMatchObject({ slug: 'eur', place: '' })
    desk.actions.undo(id)
    expect(story().fields).toMatchObject({ slug: '', place: '' })
    expect(story()).toMatchObject({ canUndo: false, canRedo: true })
  })

  test('a field that is set to what it holds is no change', () => {
    desk.actions.setField(id, 'slug', 'same')
    const before = story()
    desk.actions.setField(id, 'slug', 'same')
    expect(story().fields).toBe(before.fields)
  })

  test('what another tab writes into a field is not mine to undo', async () => {
    const other = await desk.tab()
    other.actions.openStory(id)
    await until(() => other.store.getState().stories[id]?.phase, 'open')
    desk.actions.setField(id, 'slug', 'mine')
    other.actions.setField(id, 'place', 'THEIRS')
    await until(() => story().fields.place, 'THEIRS')
    await until(() => other.story(id).fields.slug, 'mine')
    expect(other.story(id).canUndo).toBe(true)
    desk.actions.undo(id)
    expect(story().fields).toMatchObject({ slug: '', place: 'THEIRS' })
    expect(story().canUndo).toBe(false)
  })
})

describe('authors', () => {
  test('stand in the order in which they were added, and can be raised', () => {
    addAuthors('Ada', 'Ben', 'Cy')
    const cy = story().authors[2]?.id ?? ''
    desk.actions.raiseAuthor(id, cy)
    expect(names()).toEqual(['Ada', 'Cy', 'Ben'])
    desk.actions.raiseAuthor(id, cy)
    desk.actions.raiseAuthor(id, cy)
    expect(names()).toEqual(['Cy', 'Ada', 'Ben'])
    desk.actions.undo(id)
    expect(names()).toEqual(['Ada', 'Cy', 'Ben'])
  })

  test('are raised past the one that is shown before them, whatever else stands among them', () => {
    addAuthors('Ada', 'Ben', 'Cy')
    const map = story().session.doc.getMap('authors')
    map.set('0', 'no author')
    const cy = map.get(story().authors[2]?.id ?? '') as Y.Map<unknown>
    cy.set('at', '7')
    expect(names()).toEqual(['Cy', 'Ada', 'Ben'])
    desk.actions.raiseAuthor(id, story().authors[2]?.id ?? '')
    expect(names()).toEqual(['Cy', 'Ben', 'Ada'])
    desk.actions.raiseAuthor(id, story().authors[0]?.id ?? '')
    desk.actions.raiseAuthor(id, '0')
    expect(names()).toEqual(['Cy', 'Ben', 'Ada'])
  })

  test('one that is removed comes back whole with undo', () => {
    addAuthors('Ada', 'Ben')
    desk.actions.removeAuthor(id, story().authors[0]?.id ?? '')
    expect(names()).toEqual(['Ben'])
    desk.actions.undo(id)
    expect(names()).toEqual(['Ada', 'Ben'])
  })

  test('two that are added at once in two tabs both stay', async () => {
    const other = await desk.tab()
    other.actions.openStory(id)
    await until(() => other.store.getState().stories[id]?.phase, 'open')
    addAuthors('Ada')
    other.actions.addAuthor(id)
    await until(() => [story().authors.length, other.story(id).authors.length], [2, 2])
    expect(story().authors).toEqual(other.story(id).authors)
  })
})

describe('photos', () => {
  test('a caption is filled only where it is empty', () => {
    const photoId = desk.actions.addPhoto(id, null, 'body') ?? ''
    desk.actions.fillCaption(id, photoId, 'From the file')
    desk.actions.fillCaption(id, photoId, 'Another')
    expect(story().photos).toMatchObject([{ id: photoId, hash: '', caption: 'From the file' }])
    expect(story().fields.lead).toBe('')
    expect(desk.store.getState().tasks).toEqual([])
  })

  test('a lead photo that is removed is no longer the lead, and comes back as it with undo', () => {
    const photoId = desk.actions.addPhoto(id, null, 'lead') ?? ''
    desk.actions.setPhoto(id, photoId, { alt: 'Two people' })
    expect(story().fields.lead).toBe(photoId)
    desk.actions.removePhoto(id, photoId)
    expect(story().photos).toEqual([])
    expect(story().fields.lead).toBe('')
    desk.actions.undo(id)
    expect(story().photos).toMatchObject([{ id: photoId, alt: 'Two people' }])
    expect(story().fields.lead).toBe(photoId)
  })
})

test('on a story that may not be edited, or is not open, nothing is written', async () => {
  desk.actions.setField(id, 'slug', 'before')
  desk.actions.act(id, { type: 'submit' }, '')
  await desk.effects.settle()
  const before = story()
  desk.actions.setField(id, 'slug', 'after')
  desk.actions.addAuthor(id)
  desk.actions.undo(id)
  expect(desk.actions.addPhoto(id, new Blob(['x']), 'lead')).toBeNull()
  desk.actions.replacePhotoFile(id, 'none', new Blob(['x']))
  desk.actions.retryUpload('none')
  desk.actions.setField('not open', 'slug', 'x')
  expect(story()).toBe(before)
  expect(desk.store.getState()).toMatchObject({ uploads: {}, tasks: [] })
})

test('the counts follow the body', async () => {
  const { doc, undo } = story().session
  doc.transact(() => doc.getText('body').insert(0, 'Three words TK'), undo.origin)
  await until(() => story().counts.words, 3)
  expect(story().counts).toEqual({ words: 3, characters: 14, minutes: 1, tks: 1 })
})
