import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks, readSpans } from '../../src/domain/linear-text.ts'
import { readContent } from '../../src/domain/read-content.ts'
import type { Block, Marks, StoryContent } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS } from '../../src/domain/story-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import { placeJson, readPlace } from '../../src/domain/text-layout.ts'
import { textRuns } from '../../src/domain/text-runs.ts'
import { idAt, indexOfId } from '../../src/domain/yjs-items.ts'

type Row = readonly [insert: unknown, attributes?: Record<string, unknown>]

const start = (fields: Record<string, unknown> = { kind: 'paragraph' }): Y.Map<unknown> =>
  new Y.Map(Object.entries(fields))

function body(rows: readonly Row[]): Y.Text {
  const doc = new Y.Doc()
  doc.clientID = 1
  const text = doc.getText('body')
  for (const [insert, attributes] of rows) {
    if (typeof insert === 'string') text.insert(text.length, insert, { ...attributes })
    else text.insertEmbed(text.length, insert as object, { ...attributes })
  }
  return text
}

const paragraph = (text: string, marks: Marks = {}): Block => ({
  kind: 'paragraph',
  level: 0,
  spans: text === '' ? [] : [{ text, marks }],
})

const FULL: StoryContent = {
  ...BLANK_CONTENT,
  headline: [{ text: 'Head', marks: {} }],
  dek: [
    { text: 'De', marks: {} },
    { text: 'k', marks: { italic: true } },
  ],
  body: [
    { kind: 'heading2', level: 0, spans: [{ text: 'Council', marks: {} }] },
    {
      kind: 'paragraph',
      level: 0,
      spans: [
        { text: 'plain ', marks: {} },
        { text: 'both', marks: { bold: true, italic: true } },
        { lineBreak: true, marks: {} },
        { text: 'a link', marks: { link: 'https://x.test/' } },
        { text: ' and ', marks: { note: true } },
        { text: 'new', marks: { unknown: { sparkle: 'yes' } } },
        { unknown: { chart: 7 }, marks: {} },
      ],
    },
    { kind: 'picture', photo: 'p' },
    { kind: 'rule' },
    { kind: 'bullet', level: 2, spans: [{ text: 'deep', marks: {} }] },
    { kind: 'unknown', raw: { kind: 'kicker', size: 3 }, spans: [{ text: 'k', marks: {} }] },
    { kind: 'unknown', raw: { atom: 'hologram' }, spans: [] },
  ],
  authors: [{ id: 'a', name: 'Jane Doe', role: 'Writer' }],
  fields: { ...BLANK_FIELDS, slug: 'COUNCIL', keywords: ['one', 'two'] },
  photos: [
    { id: 'p', hash: '', alt: 'Alt', credit: 'PA', crop: null, caption: [{ text: 'Cap', marks: {} }] },
  ],
}

describe('readContent', () => {
  it.each([
    ['a full story', FULL],
    ['a blank one', BLANK_CONTENT],
  ])('gives back what was written: %s', (_, content) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedUpdate(content, 1))
    const read = readContent(doc)
    expect(read).toEqual(content)
  })
})

describe('readBlocks', () => {
  const place = (after: [number, number] | 'top', rank = 1): string => placeJson({ after, rank })
  const CASES: readonly [string, () => readonly Row[], readonly string[]][] = [
    [
      'moved down',
      () => [[start({ kind: 'paragraph', place: place([1, 4]) })], ['a'], [start()], ['b']],
      ['b', 'a'],
    ],
    [
      'moved after the next',
      () => [[start({ kind: 'paragraph', place: place([1, 5]) })], ['aa'], [start()], ['b']],
      ['b', 'aa'],
    ],
    ['a seam', () => [[start()], ['a'], [start({ kind: 'seam' })], ['b']], ['ab']],
    [
      'a seam after a picture',
      () => [[start({ atom: 'picture', photo: 'p' })], [start({ kind: 'seam' })], ['b']],
      ['', 'b'],
    ],
    [
      'moved to the top',
      () => [[start()], ['a'], [start({ kind: 'quote', place: place('top') })], ['b']],
      ['b', 'a'],
    ],
  ]

  it.each(CASES)('%s', (_, rows, texts) => {
    const blocks = readBlocks(body(rows()))
    const read = blocks.map((block) =>
      'spans' in block ? block.spans.map((span) => ('text' in span ? span.text : '')).join('') : '',
    )
    expect(read).toEqual(texts)
  })

  it('ends a leaked format at the start it runs over, until its value changes', () => {
    const text = body([
      [start()],
      ['one', { bold: true }],
      [start(), { bold: true, link: 'x' }],
      ['two', { bold: true }],
      ['three'],
      ['four', { bold: true }],
    ])
    expect(readBlocks(text)).toEqual([
      paragraph('one', { bold: true }),
      {
        kind: 'paragraph',
        level: 0,
        spans: [
          { text: 'twothree', marks: {} },
          { text: 'four', marks: { bold: true } },
        ],
      },
    ])
  })

  it('joins what Yjs keeps apart', () => {
    const text = body([['ab']])
    text.insert(1, 'x')
    expect(readSpans(text)).toEqual([{ text: 'axb', marks: {} }])
  })
})

describe('readPlace', () => {
  it.each([
    [undefined, null],
    ['{', null],
    ['null', null],
    [7, null],
    ['{"after":7}', null],
    ['{"after":[1,"x"]}', null],
    ['{"after":"top","rank":"high"}', { after: 'top', rank: 0 }],
    [
      { after: [1, 2], rank: 3 },
      { after: [1, 2], rank: 3 },
    ],
    ['{"after":[1,2],"rank":3}', { after: [1, 2], rank: 3 }],
  ])('%j is %j', (value, expected) => {
    const text = body([[start(value === undefined ? {} : { place: value })]])
    expect(textRuns(text).map(readPlace)).toEqual([expected])
  })
})

describe('ids and indexes', () => {
  it('lead to each other, whatever was typed and deleted', () => {
    const text = body([[start()], ['abcdefgh'], [{ br: 1 }], ['ijkl', { bold: true }]])
    const ids = Array.from({ length: text.length }, (_, index) => idAt(text, index))
    text.insert(4, 'xyz', {})
    text.applyDelta([{ retain: 2 }, { delete: 1 }])
    const found = ids.map((id) => (id ? indexOfId(text, id) : null))
    expect(found.map((row) => row?.index)).toEqual([0, 1, 2, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    expect(found.filter((row) => row?.live === false)).toEqual([{ index: 2, live: false }])
    for (let index = 0; index < text.length; index++) {
      const id = idAt(text, index)
      expect(id && indexOfId(text, id)).toEqual({ index, live: true })
    }
  })

  it('knows no ids of elsewhere', () => {
    const text = body([['abc']])
    text.doc?.getMap('fields').set('slug', 'x')
    expect([indexOfId(text, [1, 3]), indexOfId(text, [9, 0]), indexOfId(text, [1, -1])]).toEqual([
      null,
      null,
      null,
    ])
    expect([idAt(text, 3), idAt(text, -1)]).toEqual([null, null])
  })
})
