import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../src/domain/story-content.ts'
import {
  addAuthor,
  addPhoto,
  attributesOf,
  authorsOf,
  blockEmbed,
  captionName,
  fieldsOf,
  itemIds,
  nextAt,
  photosOf,
  readAuthors,
  readFields,
  readPhoto,
  seedUpdate,
  textOf,
} from '../../src/domain/story-doc.ts'
import { copyOf, docOf, meet } from './documents.ts'

const PHOTO = { hash: 'aa', alt: 'A quay', credit: 'PA', crop: null, caption: plainSpans('The quay') }

function docWithAuthors(...rows: readonly (readonly [id: string, at: unknown])[]): Y.Doc {
  const doc = docOf(1)
  for (const [id, at] of rows) authorsOf(doc).set(id, new Y.Map<unknown>([['at', at]]))
  return doc
}

describe('the order of a byline', () => {
  const orders: readonly [string, readonly (readonly [string, unknown])[], readonly string[], number][] = [
    ['nobody', [], [], 1],
    [
      'by place, not by age',
      [
        ['c', 1],
        ['a', 3],
        ['b', 2],
      ],
      ['c', 'b', 'a'],
      4,
    ],
    [
      'of two at one place the smaller id is first',
      [
        ['b', 1],
        ['a', 1],
      ],
      ['a', 'b'],
      2,
    ],
    [
      'places between places',
      [
        ['a', 2],
        ['b', 1.5],
        ['c', 1],
      ],
      ['c', 'b', 'a'],
      3,
    ],
    [
      'before the first',
      [
        ['a', 1],
        ['b', -1],
      ],
      ['b', 'a'],
      2,
    ],
    [
      'a place that is no number is the first',
      [
        ['b', 1],
        ['a', '9'],
        ['c', null],
      ],
      ['a', 'c', 'b'],
      2,
    ],
    [
      'a place that is no place is the first',
      [
        ['b', 1],
        ['c', Number.NaN],
        ['a', 2],
      ],
      ['c', 'b', 'a'],
      3,
    ],
    [
      'nor is one beyond all others',
      [
        ['b', 1],
        ['c', Infinity],
        ['a', -Infinity],
      ],
      ['a', 'c', 'b'],
      2,
    ],
  ]
  test.each(orders)('%s', (_what, rows, ids, next) => {
    const doc = docWithAuthors(...rows)
    expect(itemIds(authorsOf(doc))).toEqual(ids)
    expect(nextAt(authorsOf(doc))).toBe(next)
    expect(readAuthors(doc).map(({ id }) => id)).toEqual(ids)
  })

  test('does not depend on who wrote first, whatever the places are', () => {
    const at = fc.oneof(fc.double(), fc.constantFrom<unknown>(Number.NaN, Infinity, '1', null, 1, 1))
    const rows = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 2 }), at), {
      selector: ([id]) => id,
      maxLength: 8,
    })
    fc.assert(
      fc.property(rows, (authors) => {
        const there = itemIds(authorsOf(docWithAuthors(...authors)))
        const elsewhere = itemIds(authorsOf(docWithAuthors(...authors.toReversed())))
        expect(elsewhere).toEqual(there)
        expect(there.toSorted()).toEqual(authors.map(([id]) => id).toSorted())
      }),
    )
  })

  test('what is no author at all is passed over, and those beside it stand', () => {
    const doc = docOf(1)
    addAuthor(doc, 'a', { name: 'Ada', role: 'Writer' })
    const strange = doc.getMap('authors')
    strange.set('0', 'Ada')
    strange.set('1', null)
    strange.set('2', { name: 'Ada', at: 99 })
    strange.set('3', new Y.Text('Ada'))
    expect(readAuthors(doc)).toEqual([{ id: 'a', name: 'Ada', role: 'Writer' }])
    addAuthor(doc, 'b', { name: 'Ben', role: '' })
    expect(readAuthors(doc).map(({ name }) => name)).toEqual(['Ada', 'Ben'])
  })

  test('two desks that each add one at the end both keep it, in one order', () => {
    const one = docWithAuthors(['first', 1])
    const two = copyOf(one, 2)
    addAuthor(one, 'x', { name: 'Xi', role: '' })
    addAuthor(two, 'w', { name: 'Wu', role: '' })
    meet(one, two)
    expect(readAuthors(one).map(({ id }) => id)).toEqual(['first', 'w', 'x'])
    expect(readAuthors(two)).toEqual(readAuthors(one))
  })

  test('one who is renamed here and taken out there is gone for both', () => {
    const one = docOf(1)
    addAuthor(one, 'a', { name: 'Ada', role: '' })
    const two = copyOf(one, 2)
    authorsOf(one).get('a')?.set('name', 'Ada King')
    authorsOf(two).delete('a')
    meet(one, two)
    expect([readAuthors(one), readAuthors(two)]).toEqual([[], []])
  })
})

describe('plain fields', () => {
  test('a blank story has none, and none is written for it', () => {
    const doc = docOf(9)
    Y.applyUpdate(doc, seedUpdate({ ...BLANK_CONTENT, fields: { ...BLANK_FIELDS, keywords: [] } }, 1))
    expect(readFields(doc)).toEqual(BLANK_FIELDS)
    expect([...fieldsOf(doc).keys()]).toEqual([])
  })

  const strange: readonly unknown[] = [7, true, null, [], {}, ['a'], { slug: 'x' }, new Uint8Array(2)]
  test.each(strange.map((value) => [value]))(
    '%j in a field of text reads as blank, and stays there',
    (value) => {
      const doc = docOf(1)
      for (const name of ['slug', 'date', 'language', 'lead', 'deskNote']) fieldsOf(doc).set(name, value)
      expect(readFields(doc)).toEqual(BLANK_FIELDS)
      expect(fieldsOf(doc).get('slug')).toEqual(value)
    },
  )

  const keywords: readonly [unknown, readonly string[]][] = [
    [
      ['harbour', 'strike'],
      ['harbour', 'strike'],
    ],
    [
      ['harbour', 7, null, ['x'], ''],
      ['harbour', ''],
    ],
    ['harbour', []],
    [{ 0: 'harbour', length: 1 }, []],
    [null, []],
  ]
  test.each(keywords)('keywords %j read as %j', (value, read) => {
    const doc = docOf(1)
    fieldsOf(doc).set('keywords', value)
    expect(readFields(doc).keywords).toEqual(read)
  })

  test('two who fill different fields lose nothing; of one field one value stands for both', () => {
    const one = docOf(1)
    const two = docOf(2)
    fieldsOf(one).set('slug', 'one')
    fieldsOf(one).set('place', 'PARIS')
    fieldsOf(two).set('slug', 'two')
    fieldsOf(two).set('source', 'AFP')
    meet(one, two)
    expect(readFields(one)).toEqual(readFields(two))
    expect(readFields(one)).toMatchObject({ place: 'PARIS', source: 'AFP' })
    expect(['one', 'two']).toContain(readFields(one).slug)
  })
})

describe('photos', () => {
  const crops: readonly [unknown, boolean][] = [
    [{ x: 0, y: 0.25, width: 1, height: 0.5 }, true],
    [undefined, false],
    [null, false],
    ['0 0 1 1', false],
    [[0, 0, 1, 1], false],
    [{ x: 0, y: 0, width: 1 }, false],
    [{ x: '0', y: 0, width: 1, height: 1 }, false],
  ]
  test.each(crops)('a crop of %j is one: %s', (crop, isOne) => {
    const doc = docOf(1)
    addPhoto(doc, { id: 'p', ...PHOTO })
    photosOf(doc).get('p')?.set('crop', crop)
    expect(readPhoto(doc, 'p')?.crop).toEqual(isOne ? crop : null)
  })

  test('words that are no words read as blank', () => {
    const doc = docOf(1)
    photosOf(doc).set(
      'p',
      new Y.Map<unknown>([
        ['hash', 7],
        ['alt', null],
        ['credit', ['PA']],
      ]),
    )
    expect(readPhoto(doc, 'p')).toEqual({ id: 'p', hash: '', alt: '', credit: '', crop: null })
  })

  test('what is no photo has neither words nor a caption', () => {
    const doc = docOf(1)
    const strange: Y.Map<unknown> = doc.getMap('photos')
    for (const value of ['photo', null, 7, { caption: 'x' }, new Y.Text('x')]) {
      strange.set('p', value)
      expect(readPhoto(doc, 'p')).toBeNull()
      expect(textOf(doc, 'caption:p')).toBeNull()
    }
    expect(readPhoto(doc, 'another')).toBeNull()
  })

  test('a caption is a text of its own; one that is no text is none', () => {
    const doc = docOf(1)
    addPhoto(doc, { id: 'p:1', ...PHOTO })
    expect(textOf(doc, captionName('p:1'))?.toJSON()).toBe('The quay')
    photosOf(doc).get('p:1')?.set('caption', 'The quay')
    expect(textOf(doc, captionName('p:1'))).toBeNull()
    expect(textOf(doc, captionName(''))).toBeNull()
    expect(textOf(doc, 'body')).toBe(doc.getText('body'))
  })
})

describe('what is written', () => {
  test('formats that a newer Stet knows never take the place of those that this one knows', () => {
    const marks = { bold: true, unknown: { bold: 'very', sparkle: 1 } } as const
    expect(attributesOf(marks)).toEqual({ bold: true, sparkle: 1 })
    expect(attributesOf({})).toEqual({})
  })

  const raws: readonly [unknown, Record<string, unknown>][] = [
    [
      { kind: 'kicker', size: 3 },
      { kind: 'kicker', size: 3 },
    ],
    [{ poll: { yes: [1, 2] } }, { poll: { yes: [1, 2] } }],
    [null, {}],
    ['a word', {}],
    [7, {}],
  ]
  test.each(raws)('an unknown block of %j lies there as %j', (raw, written) => {
    const text = docOf(1).getText('body')
    const embed = blockEmbed({ kind: 'unknown', raw: raw as null, spans: [] })
    text.insertEmbed(0, embed)
    expect(embed.toJSON()).toEqual(written)
  })

  test('a seed is the same bytes each time, of its own writer and no other', () => {
    const content = { ...BLANK_CONTENT, headline: plainSpans('Two lines'), photos: [{ id: 'p', ...PHOTO }] }
    expect(seedUpdate(content, 5)).toEqual(seedUpdate(content, 5))
    const doc = docOf(6)
    Y.applyUpdate(doc, seedUpdate(content, 5))
    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([5])
  })
})
