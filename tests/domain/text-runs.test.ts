import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { embedJson, isAtom, lineInline, textRuns, type TextRun } from '../../src/domain/text-runs.ts'
import { idAt } from '../../src/domain/yjs-items.ts'
import { bodyOf, docOf, head, type Row } from './documents.ts'

/** A run in short: what its head is, what leaked over it, and its words with their formats. */
function brief({ head: start, leaked, inline, size }: TextRun): readonly unknown[] {
  const parts = inline.map((part) => ['text' in part ? part.text : embedJson(part.embed), part.attributes])
  return [start?.get('kind') ?? start?.get('atom') ?? null, leaked, parts, size]
}

describe('runs', () => {
  const cases: readonly [string, () => readonly Row[], readonly (readonly unknown[])[]][] = [
    ['nothing', () => [], []],
    ['words before any head', () => [['ab']], [[null, {}, [['ab', {}]], 2]]],
    ['a head alone', () => [[head()]], [['paragraph', {}, [], 1]]],
    [
      'a block and a block',
      () => [[head()], ['ab'], [head({ kind: 'quote' })], ['c']],
      [
        ['paragraph', {}, [['ab', {}]], 3],
        ['quote', {}, [['c', {}]], 2],
      ],
    ],
    [
      'words behind a picture are not in it',
      () => [[head({ atom: 'picture' })], ['ab'], ['c', { bold: true }]],
      [
        ['picture', {}, [], 1],
        [
          null,
          {},
          [
            ['ab', {}],
            ['c', { bold: true }],
          ],
          3,
        ],
      ],
    ],
    [
      'a picture behind a picture',
      () => [[head({ atom: 'picture' })], [head({ atom: 'rule' })]],
      [
        ['picture', {}, [], 1],
        ['rule', {}, [], 1],
      ],
    ],
    [
      'a line break and a thing of a newer Stet',
      () => [[head()], ['a'], [{ br: 1 }], [{ poll: 7 }, { note: true }]],
      [
        [
          'paragraph',
          {},
          [
            ['a', {}],
            [{ br: 1 }, {}],
            [{ poll: 7 }, { note: true }],
          ],
          4,
        ],
      ],
    ],
  ]
  test.each(cases)('%s', (_what, rows, runs) => expect(textRuns(bodyOf(...rows())).map(brief)).toEqual(runs))
})

describe('a format that runs over a head', () => {
  const bold = { bold: true }
  const cases: readonly [string, () => readonly Row[], readonly unknown[]][] = [
    [
      'is of no word behind it',
      () => [
        [head(), bold],
        ['ab', bold],
      ],
      [['ab', {}]],
    ],
    [
      'ends for good where it stops',
      () => [[head(), bold], ['a', bold], ['b'], ['c', bold]],
      [
        ['a', {}],
        ['b', {}],
        ['c', bold],
      ],
    ],
    [
      'ends where its value changes',
      () => [
        [head(), { link: 'x' }],
        ['a', { link: 'y' }],
      ],
      [['a', { link: 'y' }]],
    ],
    [
      'takes no other format along',
      () => [
        [head(), { bold: true, italic: true }],
        ['a', { bold: true, note: true }],
        ['b', { bold: true, italic: true }],
      ],
      [
        ['a', { note: true }],
        ['b', { italic: true }],
      ],
    ],
    [
      'runs on over an embed',
      () => [
        [head(), bold],
        [{ br: 1 }, bold],
        ['a', bold],
      ],
      [
        [{ br: 1 }, {}],
        ['a', {}],
      ],
    ],
    ['that begins behind the head is a format', () => [[head()], ['a', bold]], [['a', bold]]],
  ]
  test.each(cases)('%s', (_what, rows, parts) => {
    expect(textRuns(bodyOf(...rows())).map(brief)[0]?.[2]).toEqual(parts)
  })

  test('runs on behind a picture', () => {
    const [picture, words] = textRuns(bodyOf([head({ atom: 'picture' }), bold], ['ab', bold]))
    expect(picture?.leaked).toEqual(bold)
    expect(words && brief(words)).toEqual([null, bold, [['ab', {}]], 2])
  })

  test('is left by two who write at once: one makes words bold, the other breaks the block in them', () => {
    const here = bodyOf([head()], ['onetwo']).doc
    if (!here) throw new Error('no document')
    const there = docOf(2)
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    here.getText('body').format(1, 6, { bold: true })
    there.getText('body').insertEmbed(4, head({ kind: 'quote' }), {})
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    const runs = textRuns(here.getText('body')).map(brief)
    expect(runs.map(([kind]) => kind)).toEqual(['paragraph', 'quote'])
    expect(textRuns(there.getText('body')).map(brief)).toEqual(runs)
    expect(runs[0]?.[2]).toEqual([['one', bold]])
  })
})

test('heads are atoms by their word for it alone', () => {
  const heads: readonly [Record<string, unknown>, boolean][] = [
    [{ atom: 'picture' }, true],
    [{ atom: 'hologram', kind: 'quote' }, true],
    [{ atom: '' }, true],
    [{ kind: 'quote' }, false],
    [{ atom: null }, false],
    [{ atom: ['rule'] }, false],
  ]
  for (const [fields, atom] of heads) {
    const start = textRuns(bodyOf([head(fields)]))[0]?.head
    expect(start && isAtom(start)).toBe(atom)
  }
})

test('in a line of text there are no heads: one that is there is a thing among the words', () => {
  const text = bodyOf(['a'], [head({ kind: 'quote' })], ['b', { bold: true }])
  expect(lineInline(text).map((part) => ('text' in part ? part.text : embedJson(part.embed)))).toEqual([
    'a',
    { kind: 'quote' },
    'b',
  ])
})

const embeds: readonly [string, () => unknown, unknown][] = [
  ['a map', () => head({ a: 1 }), { a: 1 }],
  ['a list', () => Y.Array.from([1, 'x']), [1, 'x']],
  ['a text', () => new Y.Text('words'), 'words'],
  ['a document', () => new Y.Doc(), {}],
  ['bytes', () => new Uint8Array([1, 2]), {}],
  ['a plain object', () => ({ br: 1 }), { br: 1 }],
]
test.each(embeds)('%s in a line is carried as JSON', (_what, make, json) => {
  const read = lineInline(bodyOf([make()])).map((part) =>
    'embed' in part ? embedJson(part.embed) : part.text,
  )
  expect(read).toEqual([json])
})

const row: fc.Arbitrary<() => Row> = fc.oneof(
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }), fc.boolean())
    .map(([text, bold]) => (): Row => [text, bold ? { bold } : {}]),
  fc
    .tuple(fc.constantFrom('kind', 'atom', 'else'), fc.constantFrom('quote', 'rule'), fc.boolean())
    .map(([key, value, bold]) => (): Row => [head({ [key]: value }), bold ? { bold } : {}]),
  fc.constant((): Row => [{ br: 1 }]),
)

test('runs cover a text without gap or overlap, and each begins at its id, whatever is cut out', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), fc.nat(), fc.nat(6), (rows, from, length) => {
      const text = bodyOf(...rows.map((make) => make()))
      const at = from % (text.length + 1)
      text.delete(at, Math.min(length, text.length - at))
      const runs = textRuns(text)
      let begin = 0
      for (const { id, size } of runs) {
        expect(idAt(text, begin)).toEqual(id)
        begin += size
      }
      expect(begin).toBe(text.length)
      const words = runs.flatMap(({ inline }) => inline.map((part) => ('text' in part ? part.text : '')))
      expect(words.join('')).toBe(
        lineInline(text)
          .map((part) => ('text' in part ? part.text : ''))
          .join(''),
      )
    }),
    { numRuns: 500 },
  )
})
