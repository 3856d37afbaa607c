import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { addAuthor, addPhoto, authorsOf, photosOf } from '../../../src/domain/story-doc.ts'
import type { Reviewer } from './reviewed.ts'
import { decide, openIds, reviewer, slugOf, storyOf } from './reviewed.ts'

describe('plain fields, authors and photos', () => {
  type FieldCase = readonly [
    string,
    (ann: Reviewer, doc: Y.Doc) => unknown,
    (doc: Y.Doc) => unknown,
    unknown,
    unknown,
  ]
  it.each<FieldCase>([
    ['a field', (ann) => ann.propose('slug', 'quay'), (doc) => readContent(doc).fields.slug, '', 'quay'],
    [
      'a list',
      (ann) => ann.propose('keywords', ['a', 'b']),
      (doc) => readContent(doc).fields.keywords,
      [],
      ['a', 'b'],
    ],
    [
      'a name',
      (ann) => ann.propose('author:ada:name', 'Ada King'),
      (doc) => readContent(doc).authors[0]?.name,
      'Ada',
      'Ada King',
    ],
    [
      'an alt text',
      (ann) => ann.propose('photo:p:alt', 'Empty'),
      (doc) => readContent(doc).photos[0]?.alt,
      'A quay',
      'Empty',
    ],
    [
      'an author more',
      (ann, doc) =>
        doc.transact(() => {
          ann.suggester.enter(ann.suggester.newSuggestion())
          addAuthor(doc, 'ben', { name: 'Ben', role: '' })
        }),
      (doc) => readContent(doc).authors.map(({ id }) => id),
      ['ada'],
      ['ada', 'ben'],
    ],
    [
      'an author less',
      (ann, doc) =>
        doc.transact(() => ann.suggester.deleteItem(authorsOf(doc), 'ada', ann.suggester.newSuggestion())),
      (doc) => readContent(doc).authors.map(({ id }) => id),
      ['ada'],
      [],
    ],
    [
      'a photo more',
      (ann, doc) =>
        doc.transact(() => {
          ann.suggester.enter(ann.suggester.newSuggestion())
          addPhoto(doc, {
            id: 'q',
            hash: 'bb',
            alt: '',
            credit: '',
            crop: null,
            caption: [{ text: 'Dock', marks: {} }],
          })
        }),
      (doc) => readContent(doc).photos.map(({ id, caption }) => [id, caption.length]),
      [['p', 1]],
      [
        ['p', 1],
        ['q', 1],
      ],
    ],
    [
      'a photo less',
      (ann, doc) =>
        doc.transact(() => ann.suggester.deleteItem(photosOf(doc), 'p', ann.suggester.newSuggestion())),
      (doc) => readContent(doc).photos.map(({ id }) => id),
      ['p'],
      [],
    ],
  ])('%s', (_, write, read, was, will) => {
    for (const [verdict, expected] of [
      ['accept', will],
      ['reject', was],
    ] as const) {
      const doc = storyOf('Words.')
      write(reviewer(doc), doc)
      expect([read(doc), openIds(doc)]).toEqual([will, ['ann1']])
      expect(decide(doc, verdict).ok).toBe(true)
      expect([read(doc), openIds(doc)]).toEqual([expected, []])
      expect(readContent(doc, 'was')).toEqual(readContent(doc))
    }
  })

  it.each<readonly [string, 'accept' | 'reject', string, unknown, string, readonly string[]]>([
    ['the last one accepted overtakes the first', 'accept', 'ben1', 'ben', 'ben', []],
    ['the last one rejected leaves the first', 'reject', 'ben1', undefined, 'ann', ['ann1']],
    ['the first one accepted leaves the last', 'accept', 'ann1', 'ann', 'ben', ['ben1']],
    ['the first one rejected leaves the last', 'reject', 'ann1', undefined, 'ben', ['ben1']],
  ])('of two proposals for one field %s', (_, verdict, id, written, shows, left) => {
    const doc = storyOf('Words.')
    reviewer(doc).propose('slug', 'ann')
    reviewer(doc, 'ben').propose('slug', 'ben')
    expect([readContent(doc).fields.slug, openIds(doc)]).toEqual(['ben', ['ann1', 'ben1']])
    expect(decide(doc, verdict, [id]).ok).toBe(true)
    expect([slugOf(doc), readContent(doc).fields.slug, openIds(doc)]).toEqual([written, shows, left])
  })

  it('a proposal about an author who is gone is decided, and does nothing', () => {
    const doc = storyOf('Words.')
    reviewer(doc).propose('author:ada:name', 'Ada King')
    authorsOf(doc).delete('ada')
    expect(decide(doc, 'accept').ok).toBe(true)
    expect([openIds(doc), readContent(doc).authors]).toEqual([[], []])
  })
})
