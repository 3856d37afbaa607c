import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/domain/read-content.ts'
import { openSuggestions } from '../../src/domain/suggestions/open-suggestions.ts'
import type { FieldPath } from '../../src/domain/suggestions/suggestion.ts'
import type { DeskStore } from '../../src/store/desk-store.ts'
import type { StorySession } from '../../src/store/story-session.ts'
import { loneStory } from './lone-story.ts'

type Stage = {
  readonly store: DeskStore
  readonly session: StorySession
  readonly author: string
  readonly photo: string
}

/** A story with a place, an author and a photo, and a person who may write it. */
function stage(): Stage {
  const { store, session } = loneStory()
  store.setState({ me: { id: 'me', name: 'Jane Doe', role: 'reporter' } })
  const { actions } = store
  actions.setField('story', 'place', 'teh Hague, teh Netherlands')
  actions.addAuthor('story')
  const author = readContent(session.doc).authors[0]?.id ?? ''
  actions.setAuthor('story', author, { name: 'Jane Deo' })
  const photo = actions.addPhoto('story', null, 'lead') ?? ''
  actions.setPhoto('story', photo, { alt: 'A shpi', credit: 'EN/Ann Smti' })
  session.undo.manager.clear()
  return { store, session, author, photo }
}
const set = (store: DeskStore, change: object): void =>
  store.setState(({ stories }) => {
    const { story } = stories
    if (story?.phase !== 'open') throw new Error('The story is not open')
    return { stories: { ...stories, story: { ...story, ...change } } }
  })

const FIRST = { from: 0, to: 3, was: 'teh', words: 'The' }
const SECOND = { from: 11, to: 14, was: 'teh', words: 'the' }

describe('words in the place of others', () => {
  test.each([
    ['the place', () => 'place', FIRST, ['The Hague, teh Netherlands', 'Jane Deo', 'A shpi', 'EN/Ann Smti']],
    [
      'an author’s name',
      ({ author }: Stage) => `author:${author}:name`,
      { from: 5, to: 8, was: 'Deo', words: 'Doe' },
      ['teh Hague, teh Netherlands', 'Jane Doe', 'A shpi', 'EN/Ann Smti'],
    ],
    [
      'an alt text',
      ({ photo }: Stage) => `photo:${photo}:alt`,
      { from: 2, to: 6, was: 'shpi', words: 'ship' },
      ['teh Hague, teh Netherlands', 'Jane Deo', 'A ship', 'EN/Ann Smti'],
    ],
    [
      'a credit',
      ({ photo }: Stage) => `photo:${photo}:credit`,
      { from: 7, to: 11, was: 'Smti', words: 'Smit' },
      ['teh Hague, teh Netherlands', 'Jane Deo', 'A shpi', 'EN/Ann Smit'],
    ],
  ] as const)('are put into %s and nowhere else, in one step of undo', (_name, path, change, says) => {
    const at = stage()
    const { store, session } = at
    expect(store.actions.replaceInField('story', path(at) as FieldPath, [change])).toBe(1)
    const said = (): readonly unknown[] => {
      const { fields, authors, photos } = readContent(session.doc)
      return [fields.place, authors[0]?.name, photos[0]?.alt, photos[0]?.credit]
    }
    expect(said()).toEqual(says)
    store.actions.undo('story')
    expect(said()).toEqual(['teh Hague, teh Netherlands', 'Jane Deo', 'A shpi', 'EN/Ann Smti'])
  })

  test('several in one field all count, in whatever order; what overlaps, or stands there no more, is left', () => {
    const { store, session } = stage()
    const changes = [
      SECOND,
      FIRST,
      { from: 12, to: 15, was: 'eh ', words: '!' },
      { from: 4, to: 9, was: 'Haag', words: '?' },
    ]
    expect(store.actions.replaceInField('story', 'place', changes)).toBe(2)
    const { place } = readContent(session.doc).fields
    expect(place.startsWith('The Hague, t')).toBe(true)
    expect(place).not.toContain('?')
  })

  test('of other fields, unknown items and other parts are none of its', () => {
    const { store, session, author } = stage()
    const before = readContent(session.doc)
    for (const field of [
      'slug',
      'author:none:name',
      `author:${author}:role`,
      'photo:none:alt',
      'photo:none:crop',
    ])
      expect(store.actions.replaceInField('story', field as FieldPath, [FIRST])).toBe(0)
    expect(readContent(session.doc)).toEqual(before)
  })
})

describe('while suggesting', () => {
  test('it is proposed, also over one’s own earlier proposal, and what stands stays', () => {
    const { store, session } = stage()
    set(store, { suggesting: true })
    expect(store.actions.replaceInField('story', 'place', [FIRST])).toBe(1)
    expect(readContent(session.doc, 'was').fields.place).toBe('teh Hague, teh Netherlands')
    expect(store.actions.replaceInField('story', 'place', [SECOND])).toBe(1)
    expect(readContent(session.doc).fields.place).toBe('The Hague, the Netherlands')
    expect(openSuggestions(session.doc)).toHaveLength(1)
  })

  test('and where writing is plain, what is only proposed is left to whoever decides on it', () => {
    const { store, session } = stage()
    set(store, { suggesting: true })
    store.actions.replaceInField('story', 'place', [FIRST])
    set(store, { suggesting: false })
    expect(store.actions.replaceInField('story', 'place', [SECOND])).toBe(0)
    expect(readContent(session.doc, 'was').fields.place).toBe('teh Hague, teh Netherlands')
  })
})

describe('whoever may not', () => {
  test.each(['comment', 'read'] as const)('writes nothing with the right to %s', (right) => {
    const { store, session } = stage()
    set(store, { access: { right, why: 'Read only' } })
    expect(store.actions.replaceInField('story', 'place', [FIRST])).toBe(0)
    expect(readContent(session.doc).fields.place).toBe('teh Hague, teh Netherlands')
  })

  test('nor in a story that is not open', () => {
    expect(stage().store.actions.replaceInField('another', 'place', [FIRST])).toBe(0)
  })
})
