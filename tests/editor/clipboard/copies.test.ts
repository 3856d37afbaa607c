// @vitest-environment jsdom
import type { Node } from '@tiptap/pm/model'
import { Slice } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDraft } from '../../../src/editor/clipboard/block-draft.ts'
import { blockNodes } from '../../../src/editor/clipboard/block-nodes.ts'
import { marksInside } from '../../../src/editor/clipboard/inline-marks.ts'
import { tidyLevels } from '../../../src/editor/clipboard/list-levels.ts'
import { listNumbers } from '../../../src/editor/clipboard/list-numbers.ts'
import { pictureFiles } from '../../../src/editor/clipboard/place-pictures.ts'
import { readHtml } from '../../../src/editor/clipboard/read-html.ts'
import { isLayoutTable } from '../../../src/editor/clipboard/read-table.ts'
import { readText } from '../../../src/editor/clipboard/read-text.ts'
import { isWordHidden, isWordMarker, wordItem } from '../../../src/editor/clipboard/word-list.ts'
import { writeHtml } from '../../../src/editor/clipboard/write-html.ts'
import { writeText } from '../../../src/editor/clipboard/write-text.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { bodySchema, lineSchema, rowsOf, stateOf } from '../documents.ts'

const element = (html: string): HTMLElement => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const first = page.body.firstElementChild
  if (!(first instanceof HTMLElement)) throw new Error('no element')
  return first
}
const text = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) =>
    'spans' in block ? block.spans.map((span) => ('text' in span ? span.text : '⏎')).join('') : block.kind,
  )

describe('the marks of words in an element', () => {
  test.each<readonly [string, object]>([
    ['<b>', { bold: true }],
    ['<strong style="font-weight: 400">', {}],
    ['<span style="font-weight: 600">', { bold: true }],
    ['<span style="font-weight: 500">', {}],
    ['<span style="font-weight: bolder">', { bold: true }],
    ['<b style="font-weight: inherit">', { bold: true }],
    ['<i>', { italic: true }],
    ['<em style="font-style: normal">', {}],
    ['<span style="font-style: oblique 10deg">', { italic: true }],
    ['<a href="https://a.example">', { link: 'https://a.example' }],
    ['<a href="java&#9;script:alert(1)">', {}],
    ['<a href="/relative">', {}],
    ['<a name="x">', {}],
    ['<span href="https://a.example">', {}],
  ])('%s: %j', (tag, expected) => {
    expect(marksInside(element(`${tag}x`), {})).toEqual(expected)
  })

  test.each<readonly [string, object]>([
    ['<span>', { bold: true, link: 'https://out.example' }],
    ['<span style="font-weight: normal">', { link: 'https://out.example' }],
    ['<a href="https://in.example">', { bold: true, link: 'https://in.example' }],
    ['<a href="data:x">', { bold: true, link: 'https://out.example' }],
  ])('%s within bold linked words: %j', (tag, expected) => {
    expect(marksInside(element(`${tag}x`), { bold: true, link: 'https://out.example' })).toEqual(expected)
  })
})

describe('lists as Word writes them', () => {
  const p = (style: string, marker: string): HTMLElement =>
    element(`<p style="${style}"><span style="mso-list:Ignore">${marker}<span>&nbsp; </span></span>words</p>`)

  test.each<readonly [string, string, object | null]>([
    ['mso-list:l0 level1 lfo1', '·', { kind: 'bullet', level: 0 }],
    ['mso-list:l0 level3 lfo1', 'o', { kind: 'bullet', level: 2 }],
    ['margin:0;MSO-LIST: l2 LEVEL2 lfo9', '1.', { kind: 'number', level: 1 }],
    ['mso-list:l0 level1 lfo1', '(iv)', { kind: 'number', level: 0 }],
    ['mso-list:l0 level1 lfo1', '2.1.3', { kind: 'number', level: 0 }],
    ['mso-list:l0 level1 lfo1', 'a)', { kind: 'number', level: 0 }],
    ['mso-list:l0 level0 lfo1', '–', { kind: 'bullet', level: 0 }],
    ['mso-list:none', '1.', null],
    ['margin:0', '1.', null],
  ])('%s with the marker %s', (style, marker, expected) => {
    expect(wordItem(p(style, marker))).toEqual(expected)
  })

  test('markers and hidden words are known by their style', () => {
    expect([
      isWordMarker(element('<span style="MSO-list: Ignore">')),
      isWordMarker(element('<span>')),
    ]).toEqual([true, false])
    expect([isWordHidden(element('<span style="mso-hide: all">')), isWordHidden(element('<b>'))]).toEqual([
      true,
      false,
    ])
  })
})

test.each<readonly [string, boolean]>([
  ['<table><tr><td>a</td><td>b</td></tr></table>', false],
  ['<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', true],
  ['<table role="presentation"><tr><td>a</td><td>b</td></tr></table>', true],
  ['<table><tr><td>a</td><td><ul><li>b</li></ul></td></tr></table>', true],
  ['<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>', false],
  [`<table><tr><td><p>${'a'.repeat(200)}</p><p>${'b'.repeat(200)}</p></td><td>c</td></tr></table>`, true],
])('%.60s only places things: %s', (html, expected) => {
  expect(isLayoutTable(element(html))).toBe(expected)
})

describe('a draft of blocks', () => {
  const place = { kind: 'paragraph', level: 0, marks: {}, pre: false } as const

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['blanks collapse', ['  a \n\t b  '], ['a b']],
    ['over the ends of elements too', ['a ', ' b'], ['a b']],
    ['no-break spaces stay', ['a\u00A0 b'], ['a\u00A0 b']],
    ['blocks of nothing but blanks are none', [' ', '\u00A0'], []],
    ['control characters and signs of objects go', ['a\u0000b\uFFFCc\uFEFF'], ['abc']],
    ['emoji and joiners stay', ['\u{1F469}\u200D\u{1F680}'], ['\u{1F469}\u200D\u{1F680}']],
    ['marks of direction stay', ['\u200Fשלום\u200E'], ['\u200Fשלום\u200E']],
  ])('%s', (_, words, expected) => {
    const draft = createDraft()
    for (const each of words) draft.text(each, place)
    expect(text(draft.blocks())).toEqual(expected)
  })

  test('the second break in a row ends a block, but no item of a list', () => {
    const broken = (kind: 'paragraph' | 'bullet'): readonly string[] => {
      const draft = createDraft()
      const here = { ...place, kind }
      draft.lineBreak(here)
      draft.text('a', here)
      draft.lineBreak(here)
      draft.lineBreak(here)
      draft.text('b', here)
      draft.lineBreak(here)
      return text(draft.blocks())
    }
    expect([broken('paragraph'), broken('bullet')]).toEqual([['a', 'b'], ['a⏎b']])
  })

  test('lines as they stand, where blanks count', () => {
    const draft = createDraft()
    draft.text('a  b\r\n  c\n\nd', { ...place, pre: true })
    expect(text(draft.blocks())).toEqual(['a  b⏎c', 'd'])
  })

  test('no level is deeper than there are', () => {
    const draft = createDraft()
    draft.text('a', { ...place, kind: 'bullet', level: 40 })
    expect(draft.blocks()).toMatchObject([{ level: 8 }])
  })
})

test.each<readonly [string, readonly string[]]>([
  ['a\u2028b\u2029c', ['a', 'b', 'c']],
  ['a\u0085b', ['a', 'b']],
  ['a\rb\r\rc', ['a⏎b', 'c']],
  ['\uFEFFשלום\n\u{1F600}', ['שלום', '\u{1F600}']],
  ['  indented\n\n   lines', ['indented', 'lines']],
  ['\n\n\n', []],
])('plain text %j is %j', (given, expected) => {
  expect(text(readText(given))).toEqual(expected)
})

describe('levels and numbers of lists', () => {
  const kinds = fc.constantFrom('bullet', 'number', 'paragraph')
  const rows = fc.array(fc.tuple(kinds, fc.nat(8)), { maxLength: 12 })

  test('tidied levels can be written as nested lists, and tidying again changes nothing', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const blocks = given.map(([kind, level]) => ({
          kind,
          level: kind === 'paragraph' ? 0 : level,
          spans: [],
        }))
        const tidy = tidyLevels(blocks)
        let before = -1
        for (const block of tidy) {
          const level = 'level' in block ? block.level : 0
          expect(level >= 0 && level <= before + 1).toBe(true)
          before = block.kind === 'paragraph' ? -1 : level
        }
        expect(tidyLevels(tidy)).toEqual(tidy)
        expect(tidy.map(({ kind }) => kind)).toEqual(blocks.map(({ kind }) => kind))
      }),
    )
  })

  test.each<readonly [readonly string[], readonly (number | null)[]]>([
    [
      ['1. a', '[p]', '1. b'],
      [1, null, 1],
    ],
    [
      ['1. a', '  - x', '1. b'],
      [1, null, 2],
    ],
    [
      ['  1. deep', '1. out', '  1. deep'],
      [1, 1, 1],
    ],
    [
      ['1. a', '---', '  1. b', '  1. c'],
      [1, null, 1, 2],
    ],
    [[''], [null]],
  ])('%j are numbered %j', (given, expected) => {
    expect(listNumbers(stateOf(given).doc.content.content)).toEqual(expected)
  })
})

describe('what is copied out', () => {
  const link = (href: string): Node =>
    bodySchema.node('block', null, [
      bodySchema.text('a', [bodySchema.mark('link', { href }), bodySchema.mark('bold')]),
    ])
  const html = (...blocks: readonly Node[]): string => {
    const target = document.createElement('div')
    target.append(
      writeHtml(new Slice(bodySchema.topNodeType.create(null, [...blocks]).content, 0, 0), document),
    )
    return target.innerHTML
  }
  const rowsToHtml = (rows: readonly string[]): string => html(...stateOf(rows).doc.content.content)

  test.each<readonly [readonly string[], string]>([
    [['a', '', 'b'], '<p>a</p><p></p><p>b</p>'],
    [['<b>&"'], '<p>&lt;b&gt;&amp;"</p>'],
    [['[p]', 'a'], '<p>a</p>'],
    [['    - deep'], '<ul><li>deep</li></ul>'],
    [['- a', 'b', '- c'], '<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul>'],
    [['> a', 'b', '> c'], '<blockquote><p>a</p></blockquote><p>b</p><blockquote><p>c</p></blockquote>'],
    [['שלום \u{1F600}'], '<p>שלום \u{1F600}</p>'],
  ])('%j as HTML', (rows, expected) => {
    expect(rowsToHtml(rows)).toBe(expected)
  })

  test.each<readonly [string, string]>([
    ['https://a.example', '<p><a href="https://a.example"><strong>a</strong></a></p>'],
    ['javascript:alert(1)', '<p><strong>a</strong></p>'],
  ])('a link to %s', (href, expected) => {
    expect(html(link(href))).toBe(expected)
  })

  test.each<readonly [readonly string[], string]>([
    [['- only'], 'only'],
    [['1. a', '1. b', '', '1. c'], '1. a\n2. b\n\n\n\n1. c'],
    [['[p]', 'a', '[p]', 'b'], 'a\n\nb'],
    [['- a⏎b', '  - c'], '• a\nb\n  • c'],
    [['---'], '---'],
    [['[p]'], ''],
  ])('%j as text', (rows, expected) => {
    expect(writeText(new Slice(stateOf(rows).doc.content, 0, 0))).toBe(expected)
  })

  test('nothing of a newer Stet, and no seam, goes out', () => {
    const odd = bodySchema.node('block', null, [
      bodySchema.text('a'),
      bodySchema.node('seam'),
      bodySchema.node('unknownInline', { raw: { secret: 1 } }),
      bodySchema.text('b'),
    ])
    const unknown = bodySchema.node('unknownBlock', { raw: { secret: 2 } })
    expect(html(odd, unknown)).toBe('<p>ab</p>')
  })

  test('any text goes out as HTML and comes back', () => {
    const row = fc.constantFrom(
      'a',
      '## a',
      '### b',
      '> c',
      '>> d',
      '- e',
      '1. f',
      '---',
      'g⏎h',
      '\u{1F600}',
      'שלום',
    )
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const page = new DOMParser().parseFromString(rowsToHtml(rows), 'text/html')
        const nodes = blockNodes(bodySchema, readHtml(page.body))
        expect(bodySchema.topNodeType.create(null, [...nodes]).toJSON()).toEqual(stateOf(rows).doc.toJSON())
      }),
    )
  })
})

test('a line has no node for rules, and none for pictures anywhere', () => {
  const blocks: readonly Block[] = [
    { kind: 'rule' },
    { kind: 'picture', photo: 'p' },
    { kind: 'unknown', raw: {}, spans: [] },
    {
      kind: 'quote',
      level: 0,
      spans: [
        { text: 'a', marks: { bold: true, note: true } },
        { lineBreak: true, marks: {} },
      ],
    },
  ]
  const nodes = blockNodes(bodySchema, blocks)
  expect(rowsOf(stateOf(['x']).apply(stateOf(['x']).tr.replaceWith(0, 3, nodes)))).toEqual(['---', '> a⏎|'])
  expect(nodes[1]?.firstChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
  expect(blockNodes(lineSchema, blocks)).toHaveLength(1)
})

test('of files, only pictures are taken', () => {
  const files = ['image/png', 'text/plain', '', 'image/svg+xml'].map(
    (type) => new File(['x'], `${type}.bin`, { type }),
  )
  expect(pictureFiles({ files } as unknown as DataTransfer).map(({ type }) => type)).toEqual([
    'image/png',
    'image/svg+xml',
  ])
  expect(pictureFiles(null)).toEqual([])
})
