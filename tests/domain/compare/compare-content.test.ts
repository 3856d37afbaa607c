import { describe, expect, test } from 'vitest'
import { compareContent } from '../../../src/domain/compare/compare-content.ts'
import type { Author, Fields, Photo, StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'
import { storyOf, written, writtenRows } from './versions.ts'

const author = (id: string, name: string, role = ''): Author => ({ id, name, role })
const photo = (id: string, own: Partial<Photo> = {}): Photo => ({
  id,
  hash: '',
  alt: '',
  caption: [],
  credit: '',
  crop: null,
  ...own,
})
const withFields = (fields: Partial<Fields>): StoryContent => ({
  ...BLANK_CONTENT,
  fields: { ...BLANK_FIELDS, ...fields },
})

type FieldCase = readonly [
  what: string,
  before: Partial<Fields>,
  after: Partial<Fields>,
  changes: readonly (readonly [path: string, shown: string])[],
]
const fields: readonly FieldCase[] = [
  ['nothing', { slug: 'A' }, { slug: 'A' }, []],
  [
    'words of a place',
    { place: 'Oban, Argyll' },
    { place: 'Mull, Argyll' },
    [['place', '[-Oban-]{+Mull+}, Argyll']],
  ],
  [
    'a date, as a whole',
    { date: '2025-09-03' },
    { date: '2025-09-04' },
    [['date', '[-2025-09-03-]{+2025-09-04+}']],
  ],
  [
    'a language, as a whole',
    { language: 'en-GB' },
    { language: 'en-US' },
    [['language', '[-en-GB-]{+en-US+}']],
  ],
  ['a date that was missing', {}, { date: '2025-09-03' }, [['date', '{+2025-09-03+}']]],
  [
    'keywords',
    { keywords: ['ferry', 'winter'] },
    { keywords: ['ferry', 'fuel', 'winter'] },
    [['keywords', 'ferry, {+fuel, +}winter']],
  ],
  [
    'two at once, in the order of the fields',
    { slug: 'A', organisation: 'AFP' },
    { slug: 'B', organisation: 'PA' },
    [
      ['organisation', '[-AFP-]{+PA+}'],
      ['slug', '[-A-]{+B+}'],
    ],
  ],
  ['the desk note', {}, { deskNote: 'Ring back' }, [['deskNote', '{+Ring back+}']]],
  ['the lead', { lead: 'p' }, { lead: 'q' }, [['lead', '']]],
]
test.each(fields)('fields: %s', (_what, before, after, changes) => {
  const comparison = compareContent(withFields(before), withFields(after))
  expect(comparison.fields.map(({ path, parts }) => [path, written(parts)])).toEqual(changes)
  expect(comparison.changed).toBe(changes.length)
})

type AuthorCase = readonly [
  what: string,
  before: readonly Author[],
  after: readonly Author[],
  rows: readonly string[],
  changed: number,
]
const authors: readonly AuthorCase[] = [
  ['the same', [author('a', 'Jo')], [author('a', 'Jo')], ['same a a'], 0],
  ['a name', [author('a', 'Jo Rix')], [author('a', 'Jo Ricks')], ['changed a a name'], 1],
  [
    'name and role',
    [author('a', 'Jo', 'Writer')],
    [author('a', 'Joe', 'Editor')],
    ['changed a a name role'],
    2,
  ],
  ['one more', [author('a', 'Jo')], [author('b', 'Kim'), author('a', 'Jo')], ['inserted - b', 'same a a'], 1],
  [
    'one less, behind its neighbour',
    [author('a', 'Jo'), author('b', 'Kim'), author('c', 'Lu')],
    [author('c', 'Lu'), author('a', 'Jo')],
    ['moved same c c', 'same a a', 'deleted b -'],
    2,
  ],
  [
    'another id, the same name',
    [author('a', 'Jo', 'Writer')],
    [author('x', 'Jo', 'Editor')],
    ['changed a x role'],
    1,
  ],
  [
    'another id, a name that two have',
    [author('a', 'Jo'), author('b', 'Jo')],
    [author('x', 'Jo')],
    ['deleted a -', 'deleted b -', 'inserted - x'],
    3,
  ],
  ['another id, no name', [author('a', '')], [author('x', '')], ['deleted a -', 'inserted - x'], 2],
]
test.each(authors)('authors: %s', (_what, before, after, rows, changed) => {
  const comparison = compareContent(
    { ...BLANK_CONTENT, authors: before },
    { ...BLANK_CONTENT, authors: after },
  )
  const shown = comparison.authors.map(({ kind, before, after, moved, fields }) =>
    [
      ...(moved ? ['moved'] : []),
      kind,
      before?.id ?? '-',
      after?.id ?? '-',
      ...fields.map((field) => field.path.split(':')[2]),
    ].join(' '),
  )
  expect(shown).toEqual(rows)
  expect(comparison.changed).toBe(changed)
})

describe('photos', () => {
  const change = (before: readonly Photo[], after: readonly Photo[]) =>
    compareContent({ ...BLANK_CONTENT, photos: before }, { ...BLANK_CONTENT, photos: after })

  test('field by field, the caption word by word', () => {
    const before = photo('p', {
      hash: 'h',
      alt: 'A ship',
      caption: plainSpans('The ferry on Monday'),
      credit: 'AP',
    })
    const after = photo('p', {
      hash: 'i',
      alt: 'A ferry',
      caption: plainSpans('The ferry on Tuesday'),
      credit: 'AP',
      crop: { x: 0, y: 0, width: 1, height: 0.5 },
    })
    const { photos, changed } = change([before], [after])
    expect(photos[0]?.fields.map(({ path, parts }) => [path, written(parts)])).toEqual([
      ['photo:p:hash', ''],
      ['photo:p:alt', 'A [-ship-]{+ferry+}'],
      ['photo:p:crop', ''],
    ])
    expect(written(photos[0]?.caption.parts ?? [])).toBe('The ferry on [-Monday-]{+Tuesday+}')
    expect([photos[0]?.kind, changed]).toEqual(['changed', 4])
  })

  test('one more and one less', () => {
    const { photos, changed } = change(
      [photo('p', { alt: 'A ship' })],
      [photo('q', { alt: 'A pier', caption: plainSpans('Pier') })],
    )
    expect(photos.map(({ kind, caption }) => [kind, written(caption.parts)])).toEqual([
      ['deleted', ''],
      ['inserted', '{+Pier+}'],
    ])
    expect(changed).toBe(2)
  })

  type Case = readonly [what: string, before: Partial<Photo>, after: Partial<Photo>, same: boolean]
  const keyed: readonly Case[] = [
    ['the same file', { hash: 'h', alt: 'A' }, { hash: 'h', alt: 'B' }, true],
    [
      'the same caption',
      { hash: 'h', caption: plainSpans('Pier') },
      { hash: 'i', caption: plainSpans('Pier') },
      true,
    ],
    ['the same alt text', { alt: 'A pier' }, { alt: 'A pier', hash: 'h' }, true],
    ['nothing of the same', { hash: 'h', alt: 'A' }, { hash: 'i', alt: 'B' }, false],
  ]
  test.each(keyed)('under another id, with %s', (_what, before, after, same) => {
    const was = {
      ...storyOf({ kind: 'picture', photo: 'p' }, 'One two three'),
      photos: [photo('p', before)],
      fields: { ...BLANK_FIELDS, lead: 'p' },
    }
    const is = {
      ...storyOf({ kind: 'picture', photo: 'q' }, 'One two three'),
      photos: [photo('q', after)],
      fields: { ...BLANK_FIELDS, lead: 'q' },
    }
    const { photos, body, fields } = compareContent(was, is)
    expect(photos.length).toBe(same ? 1 : 2)
    expect(writtenRows(body)[0]).toBe(same ? 'same:' : 'deleted:')
    expect(fields.length).toBe(same ? 0 : 1)
  })
})

test('everything counts: headline, dek, body, authors, photos, fields', () => {
  const before = {
    ...storyOf('One two three'),
    headline: plainSpans('A b'),
    dek: plainSpans('C d'),
    authors: [author('a', 'Jo')],
    photos: [photo('p', { caption: plainSpans('x') })],
  }
  const after = {
    ...storyOf('One two four'),
    headline: plainSpans('A c'),
    dek: plainSpans('C e'),
    authors: [author('a', 'Jo Rix')],
    photos: [photo('p', { caption: plainSpans('y') })],
    fields: { ...BLANK_FIELDS, slug: 'S' },
  }
  const comparison = compareContent(before, after)
  expect([comparison.headline.changed, comparison.dek.changed]).toEqual([1, 1])
  expect(comparison.changed).toBe(6)
})

test('a comparison is JSON: it can go through a worker as it is', () => {
  const comparison = compareContent(
    storyOf('One two', { kind: 'rule' }),
    storyOf('One six', { kind: 'picture', photo: 'p' }),
  )
  expect(structuredClone(comparison)).toEqual(comparison)
  expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison)
})

test('long stories that have nothing in common, or stand in one block, come to an end', () => {
  const words = (letter: string) => Array.from({ length: 5_000 }, (_, k) => `${letter}${k % 1_500}`)
  const pairs: readonly (readonly [StoryContent, StoryContent])[] = [
    [storyOf(...words('v')), storyOf(...words('w'))],
    [storyOf(words('v').join(' ')), storyOf(words('w').join(' '))],
    [storyOf(words('v').join(' ')), storyOf(words('v').toReversed().join(' '))],
    [storyOf(words('v').join(' ')), storyOf(...words('v'))],
  ]
  for (const [before, after] of pairs) expect(compareContent(before, after).changed).toBeGreaterThan(0)
})

test('a block that was moved and became another kind at once is one place to go through', () => {
  const block = (kind: 'heading2' | 'paragraph', text: string) => ({
    kind,
    level: 0,
    spans: plainSpans(text),
  })
  const still = ['One two three four.', 'Five six seven eight.'].map((text) => block('paragraph', text))
  const before = { ...BLANK_CONTENT, body: [block('heading2', 'The harbour vote'), ...still] }
  const after = { ...BLANK_CONTENT, body: [...still, block('paragraph', 'The harbour vote')] }
  expect(compareContent(before, after).changed).toBe(1)
})
