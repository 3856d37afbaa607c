import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { readContent } from '../../src/domain/read-content.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { plainSpans } from '../../src/domain/story-content.ts'
import { addAuthor, addPhoto, authorsOf, fieldsOf, photosOf, textOf } from '../../src/domain/story-doc.ts'
import { createStoryUndo } from '../../src/domain/story-undo.ts'
import { copyOf, docOf, head, meet } from './documents.ts'

/** A story in which everything stands that can be changed. */
function storyDoc(): Y.Doc {
  const doc = docOf(1)
  doc.getText('headline').insert(0, 'Head')
  doc.getText('dek').insert(0, 'Dek')
  doc.getText('body').insertEmbed(0, head())
  doc.getText('body').insert(1, 'Body')
  addAuthor(doc, 'ada', { name: 'Ada', role: '' })
  addPhoto(doc, { id: 'p', hash: 'aa', alt: '', credit: '', crop: null, caption: plainSpans('Cap') })
  fieldsOf(doc).set('slug', 'harbour')
  return doc
}

const CHANGES: Readonly<Record<string, (doc: Y.Doc) => void>> = {
  'words of the headline': (doc) => doc.getText('headline').insert(0, 'New '),
  'words of the dek': (doc) => doc.getText('dek').delete(0, doc.getText('dek').length),
  'words of the body': (doc) => doc.getText('body').insert(1, 'More '),
  'a format': (doc) => doc.getText('body').format(1, 2, { bold: true }),
  'a new block': (doc) => doc.getText('body').insertEmbed(0, head({ kind: 'quote' })),
  'the kind of a block': (doc) => {
    const first: unknown = (doc.getText('body').toDelta() as { insert: unknown }[])[0]?.insert
    ;(first as Y.Map<unknown>).set('kind', 'heading2')
  },
  'a field': (doc) => fieldsOf(doc).set('slug', 'strike'),
  keywords: (doc) => fieldsOf(doc).set('keywords', ['docks']),
  'an author more': (doc) => addAuthor(doc, 'ben', { name: 'Ben', role: '' }),
  'an author less': (doc) => authorsOf(doc).delete('ada'),
  'the name of an author': (doc) => authorsOf(doc).get('ada')?.set('name', 'Ada King'),
  'a photo less': (doc) => photosOf(doc).delete('p'),
  'the credit of a photo': (doc) => photosOf(doc).get('p')?.set('credit', 'PA'),
  'words of a caption': (doc) => textOf(doc, 'caption:p')?.insert(0, 'A '),
}
const NAMES = Object.keys(CHANGES)

for (const name of NAMES) {
  test(`${name}: undone and done again`, () => {
    const doc = storyDoc()
    const { manager, origin } = createStoryUndo(doc)
    const before = readContent(doc)
    doc.transact(() => CHANGES[name]?.(doc), origin)
    const after = readContent(doc)
    expect(after).not.toEqual(before)
    manager.undo()
    expect(readContent(doc)).toEqual(before)
    manager.redo()
    expect(readContent(doc)).toEqual(after)
  })
}

test('nothing that was there, or that anybody else does, can be undone', () => {
  const doc = storyDoc()
  const { manager } = createStoryUndo(doc)
  expect(manager.canUndo()).toBe(false)
  doc.getText('headline').insert(0, 'Without an origin ')
  doc.transact(() => doc.getText('dek').insert(0, 'Of another '), { name: 'local' })
  expect(manager.canUndo()).toBe(false)
})

test('of two people at one document each undoes their own', () => {
  const doc = storyDoc()
  const [mine, yours] = [createStoryUndo(doc), createStoryUndo(doc)]
  doc.transact(() => doc.getText('headline').insert(4, ' mine'), mine.origin)
  doc.transact(() => doc.getText('headline').insert(0, 'Yours '), yours.origin)
  mine.manager.undo()
  expect(doc.getText('headline').toJSON()).toBe('Yours Head')
  yours.manager.undo()
  expect(doc.getText('headline').toJSON()).toBe('Head')
})

test('typing without a pause is one step, over texts and fields; a pause that is asked for parts it', () => {
  const doc = storyDoc()
  const { manager, origin } = createStoryUndo(doc)
  for (const letter of 'abc') doc.transact(() => doc.getText('headline').insert(0, letter), origin)
  doc.transact(() => fieldsOf(doc).set('place', 'PARIS'), origin)
  manager.stopCapturing()
  doc.transact(() => doc.getText('dek').insert(0, 'x'), origin)
  manager.undo()
  expect([doc.getText('dek').toJSON(), fieldsOf(doc).get('place')]).toEqual(['Dek', 'PARIS'])
  manager.undo()
  expect([doc.getText('headline').toJSON(), fieldsOf(doc).get('place')]).toEqual(['Head', undefined])
  expect(manager.canUndo()).toBe(false)
})

test('what a colleague wrote meanwhile in the words that are taken back stays', () => {
  const here = storyDoc()
  const { manager, origin } = createStoryUndo(here)
  here.transact(() => here.getText('body').insert(5, ' of mine'), origin)
  const there = copyOf(here, 2)
  there.getText('body').insert(8, 'THEIRS')
  meet(here, there)
  manager.undo()
  meet(here, there)
  const read = readContent(here)
  expect(read).toEqual(readContent(there))
  expect(read.body).toMatchObject([{ kind: 'paragraph', spans: [{ text: 'BodyTHEIRS' }] }])
})

test('a photo that an undo brings back has what its caption held', () => {
  const doc = storyDoc()
  const { manager, origin } = createStoryUndo(doc)
  doc.transact(() => textOf(doc, 'caption:p')?.insert(3, 'tion'), origin)
  manager.stopCapturing()
  doc.transact(() => photosOf(doc).delete('p'), origin)
  expect(readContent(doc).photos).toEqual([])
  manager.undo()
  expect(readContent(doc).photos[0]?.caption).toEqual(plainSpans('Caption'))
  manager.undo()
  expect(readContent(doc).photos[0]?.caption).toEqual(plainSpans('Cap'))
})

test('any row of changes is undone step by step, through everything that it said, and done again', () => {
  // A photo or author that is taken out and changed afterwards is no change: each name once.
  const row = fc.shuffledSubarray(
    NAMES.filter((name) => !name.includes('less')),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(row, (names) => {
      const doc = storyDoc()
      const { manager, origin } = createStoryUndo(doc)
      const said: StoryContent[] = [readContent(doc)]
      for (const name of names) {
        manager.stopCapturing()
        doc.transact(() => CHANGES[name]?.(doc), origin)
        said.push(readContent(doc))
      }
      for (const content of said.slice(0, -1).toReversed()) {
        manager.undo()
        expect(readContent(doc)).toEqual(content)
      }
      expect(manager.canUndo()).toBe(false)
      for (const content of said.slice(1)) {
        manager.redo()
        expect(readContent(doc)).toEqual(content)
      }
      expect(manager.canRedo()).toBe(false)
    }),
    { numRuns: 60 },
  )
})
