import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { plainSpans } from '../../src/domain/story-content.ts'
import { addAuthor, addPhoto, authorsOf, fieldsOf, photosOf, textOf } from '../../src/domain/story-doc.ts'
import type { OpenStory } from '../../src/store/desk-state.ts'
import type { DeskStore } from '../../src/store/desk-store.ts'
import { observeStory, readCopies } from '../../src/store/story-observer.ts'
import { loneStory, sessionOf, show } from './lone-story.ts'

function shown(store: DeskStore, id = 'story'): OpenStory {
  const story = store.getState().stories[id]
  if (story?.phase !== 'open') throw new Error('It is not open')
  return story
}

/** A story with a photo, an author and words, which the store follows. */
function followed() {
  const { store, session } = loneStory()
  const { doc } = session
  doc.getText('headline').insert(0, 'Head')
  addAuthor(doc, 'ada', { name: 'Ada', role: '' })
  addPhoto(doc, { id: 'p', hash: '', alt: '', credit: '', crop: null, caption: plainSpans('Cap') })
  show(store, session)
  return { store, session, doc, stop: observeStory(store, session) }
}

const CHANGES: Readonly<Record<string, (doc: Y.Doc) => void>> = {
  headline: (doc) => doc.getText('headline').insert(0, 'New '),
  'a line break in the headline': (doc) => doc.getText('headline').insertEmbed(2, { br: 1 }),
  dek: (doc) => doc.getText('dek').insert(0, 'Dek '),
  field: (doc) => fieldsOf(doc).set('slug', `${String(fieldsOf(doc).get('slug'))}+`),
  'a field of the wrong shape': (doc) => fieldsOf(doc).set('keywords', 7),
  'author more': (doc) => addAuthor(doc, 'ben', { name: 'Ben', role: '' }),
  'author renamed': (doc) => authorsOf(doc).get('ada')?.set('name', 'Ada King'),
  'author less': (doc) => authorsOf(doc).delete('ada'),
  'no author at all': (doc) => doc.getMap('authors').set('x', 'Ben'),
  'photo more': (doc) => addPhoto(doc, { id: 'q', hash: 'b', alt: '', credit: '', crop: null, caption: [] }),
  credit: (doc) => photosOf(doc).get('p')?.set('credit', 'PA'),
  caption: (doc) => textOf(doc, 'caption:p')?.insert(0, 'The '),
  'no caption any more': (doc) => photosOf(doc).get('p')?.set('caption', 'words'),
  'photo less': (doc) => photosOf(doc).delete('p'),
}

describe('the copies follow, in the same tick', () => {
  test('any row of changes, of oneself and of others', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.boolean())
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { store, session, doc } = followed()
        for (const [name, mine] of steps) {
          doc.transact(() => CHANGES[name]?.(doc), mine ? session.undo.origin : 'another')
          expect(shown(store)).toMatchObject(readCopies(session))
        }
        session.undo.manager.undo()
        expect(shown(store)).toMatchObject(readCopies(session))
      }),
      { numRuns: 150 },
    )
  })

  test('what comes from another desk', () => {
    const { store, doc } = followed()
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
    there.getText('headline').insert(4, ' there')
    textOf(there, 'caption:p')?.insert(3, ' there')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(there))
    expect(shown(store)).toMatchObject({ headline: 'Head there', photos: [{ caption: 'Cap there' }] })
    expect(shown(store).canUndo).toBe(false)
  })
})

describe('only what changed is another object', () => {
  const rows: readonly [string, readonly (keyof OpenStory)[]][] = [
    ['headline', ['headline']],
    ['dek', ['dek']],
    ['field', ['fields']],
    ['author renamed', ['authors']],
    ['caption', ['photos']],
  ]
  test.each(rows)('%s: %o', (name, keys) => {
    const { store, doc } = followed()
    const before = shown(store)
    doc.transact(() => CHANGES[name]?.(doc), 'another')
    const after = shown(store)
    const changed = (Object.keys(after) as (keyof OpenStory)[]).filter((key) => after[key] !== before[key])
    expect(changed).toEqual(keys)
  })

  test('typing in the body changes nothing that is shown of the story, but that it can be undone: once', () => {
    const { store, session, doc } = followed()
    const seen: OpenStory[] = []
    store.subscribe(() => seen.push(shown(store)))
    for (const letter of 'words')
      doc.transact(() => doc.getText('body').insert(0, letter), session.undo.origin)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.canUndo).toBe(true)
  })
})

test('what can be undone and done again is told, also when all of it is forgotten', () => {
  const { store, session, doc } = followed()
  const can = (): readonly boolean[] => [shown(store).canUndo, shown(store).canRedo]
  doc.transact(() => doc.getText('dek').insert(0, 'x'), session.undo.origin)
  const seen = [can()]
  session.undo.manager.undo()
  seen.push(can())
  session.undo.manager.redo()
  seen.push(can())
  session.undo.manager.clear()
  seen.push(can())
  expect(seen).toEqual([
    [true, false],
    [false, true],
    [true, false],
    [false, false],
  ])
})

test('an undo that finds nothing to take back, as another overwrote it, is not offered again', () => {
  const { store, session, doc } = followed()
  doc.transact(() => addAuthor(doc, 'ben', { name: 'Ben', role: '' }), session.undo.origin)
  doc.transact(() => addAuthor(doc, 'ben', { name: 'Benedict', role: '' }), 'another')
  expect(shown(store).canUndo).toBe(true)
  session.undo.manager.undo()
  expect(shown(store).authors.map(({ name }) => name)).toEqual(['Ada', 'Benedict'])
  expect(shown(store)).toMatchObject({ canUndo: false, canRedo: false })
})

describe('an observer that is too late', () => {
  const change = (doc: Y.Doc): void => {
    for (const name of ['headline', 'field', 'author more', 'caption']) CHANGES[name]?.(doc)
  }

  test('writes nothing where its story was closed', () => {
    const { store, doc } = followed()
    store.actions.closeStory('story')
    const before = store.getState().stories
    change(doc)
    expect(store.getState().stories).toBe(before)
  })

  test('writes nothing into another session of the same story', () => {
    const { store, doc } = followed()
    show(store, sessionOf('story'))
    const before = shown(store)
    change(doc)
    expect(shown(store)).toBe(before)
  })

  test('that was stopped sees nothing, undo included', () => {
    const { store, session, doc, stop } = followed()
    const before = shown(store)
    stop()
    doc.transact(() => change(doc), session.undo.origin)
    session.undo.manager.undo()
    expect(shown(store)).toBe(before)
  })

  test('of one story leaves the other as it is', () => {
    const { store, doc } = followed()
    show(store, sessionOf('other'))
    const before = shown(store, 'other')
    change(doc)
    expect(shown(store, 'other')).toBe(before)
    expect(shown(store).headline).toBe('New Head')
  })
})
