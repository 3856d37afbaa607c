// @vitest-environment jsdom
import { Fragment, Slice } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { insertSlice } from '../../../src/editor/clipboard/insert-slice.ts'
import { listNumbers } from '../../../src/editor/clipboard/list-numbers.ts'
import { tidyLevels } from '../../../src/editor/clipboard/list-levels.ts'
import { readHtml } from '../../../src/editor/clipboard/read-html.ts'
import { readText } from '../../../src/editor/clipboard/read-text.ts'
import { readStetSlice, writeStetSlice } from '../../../src/editor/clipboard/stet-slice.ts'
import { writeHtml } from '../../../src/editor/clipboard/write-html.ts'
import { writeText } from '../../../src/editor/clipboard/write-text.ts'
import { blockNodes } from '../../../src/editor/clipboard/block-nodes.ts'
import { bodySchema, lineSchema, rowsOf, stateOf } from '../documents.ts'

const sliceOf = (rows: readonly string[], open = 0): Slice => new Slice(stateOf(rows).doc.content, open, open)

function htmlOf(slice: Slice): string {
  const target = document.createElement('div')
  target.append(writeHtml(slice, document))
  return target.innerHTML
}

describe('the type of our own', () => {
  test('brings back what was copied, with notes', () => {
    const { doc, tr } = stateOf(['## Head', '- one', '  1. two', '---', '[p]'])
    const noted = tr.addMark(1, 3, bodySchema.mark('note')).doc
    const slice = new Slice(noted.content, 1, 0)
    expect(readStetSlice(bodySchema, writeStetSlice(slice))?.eq(slice)).toBe(true)
    expect(noted.eq(doc)).toBe(false)
  })

  const block = (attrs: object, content: unknown[] = []) => ({ type: 'block', attrs, content })
  const slice = (...content: unknown[]): string =>
    JSON.stringify({ stet: 1, openStart: 9, openEnd: 'x', content })

  test.each([
    ['no JSON', 'nonsense'],
    ['nothing', ''],
    ['another version', JSON.stringify({ stet: 2, content: [] })],
    ['a node that is none', slice({ type: 'script' })],
    ['text where a block should be', slice(block({}, [block({})]))],
  ])('%s is no slice', (_, text) => {
    expect(readStetSlice(bodySchema, text)).toBeNull()
  })

  test('what a stranger wrote there is checked', () => {
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    const read = readStetSlice(
      bodySchema,
      slice(
        block({ kind: 'evil', level: 99, implicit: true }, [
          { type: 'text', text: 'a', marks: [link] },
          { type: 'seam' },
        ]),
      ),
    )
    expect(read?.openStart).toBe(0)
    expect(read?.content.toJSON()).toEqual([
      {
        type: 'block',
        attrs: { kind: 'paragraph', level: 0, implicit: false, extra: {} },
        content: [{ type: 'text', text: 'a' }],
      },
    ])
  })
})

test.each<[readonly string[], string, string]>([
  [['one', 'two'], '<p>one</p><p>two</p>', 'one\n\ntwo'],
  [
    ['- a', '  - b', '  1. c', '- d'],
    '<ul><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li></ul>',
    '• a\n  • b\n  1. c\n• d',
  ],
  [['1. a', '- b', '1. c'], '<ol><li>a</li></ol><ul><li>b</li></ul><ol><li>c</li></ol>', '1. a\n• b\n1. c'],
  [
    ['> a', '> b', '>> c'],
    '<blockquote><p>a</p><p>b</p></blockquote><blockquote data-kind="pullquote"><p>c</p></blockquote>',
    'a\n\nb\n\nc',
  ],
  [['## a', '---', '### b⏎c'], '<h2>a</h2><hr><h3>b<br>c</h3>', 'a\n\n---\n\nb\nc'],
])('%j is copied out as HTML and text, and read back the same', (rows, html, text) => {
  const slice = sliceOf(rows)
  expect(htmlOf(slice)).toBe(html)
  expect(writeText(slice)).toBe(text)
  const body = new DOMParser().parseFromString(html, 'text/html').body
  const back = bodySchema.topNodeType.create(null, [...blockNodes(bodySchema, readHtml(body))])
  expect(back.eq(stateOf(rows).doc)).toBe(true)
})

test('a part of one block goes out as its words, without notes', () => {
  const { tr } = stateOf(['one two'])
  const { doc } = tr.addMark(4, 8, bodySchema.mark('note')).addMark(1, 4, bodySchema.mark('bold'))
  const slice = doc.slice(1, 8, true)
  expect(htmlOf(slice)).toBe('<strong>one</strong>')
  expect(writeText(slice)).toBe('one')
})

test.each<[string, readonly string[]]>([
  ['one\ntwo', ['one', 'two']],
  ['one\ntwo\n\nthree\n', ['one⏎two', 'three']],
  ['\n\none\n\n\n\ntwo', ['one', 'two']],
  ['- not a list\r\n**nor bold**', ['- not a list', '**nor bold**']],
  ['', []],
  [' \n\t', []],
])('plain text %j becomes %j', (text, rows) => {
  const said = readText(text).map((block) =>
    'spans' in block ? block.spans.map((span) => ('text' in span ? span.text : '⏎')).join('') : '',
  )
  expect(said).toEqual(rows)
})

test('levels become such as nested lists can have', () => {
  const levels = (...given: readonly number[]): readonly number[] =>
    tidyLevels(given.map((level) => ({ kind: 'bullet', level, spans: [] }))).map((block) =>
      'level' in block ? block.level : -1,
    )
  expect(levels(2, 3, 5, 2)).toEqual([0, 1, 2, 0])
  expect(levels(1, 0, 1)).toEqual([0, 0, 1])
})

test('numbers go on over deeper items and begin anew after anything else', () => {
  const { doc } = stateOf(['1. a', '  1. b', '  1. c', '1. d', '  1. e', '- f', '1. g', 'h', '1. i'])
  const blocks = Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
  expect(listNumbers(blocks)).toEqual([1, 1, 2, 2, 1, null, 1, null, 1])
})

describe('putting in', () => {
  const put = (state: EditorState, slice: Slice): readonly string[] => {
    const next = state.apply(insertSlice(state, state.tr, slice))
    next.doc.check()
    return rowsOf(next)
  }

  test.each<[readonly string[], readonly string[], number, readonly string[]]>([
    [['a|b'], ['x'], 0, ['ax|b']],
    [['a|b'], ['## x'], 0, ['ax|b']],
    [['|'], ['## x'], 0, ['## x|']],
    [['- |'], ['x'], 0, ['- x|']],
    [['a|b'], ['x', 'y'], 0, ['ax', 'y|b']],
    [['|ab'], ['## x', 'y'], 0, ['## x', 'y|ab']],
    [['ab|'], ['x', '## y'], 0, ['abx', '## y|']],
    [['a|b'], ['## x', '## y'], 1, ['ax', '## y|b']],
    [['a|', 'b'], ['[p]', 'y'], 0, ['a', '[p]', 'y|', 'b']],
    [['a|bc|d'], ['x'], 0, ['ax|d']],
    [['a|b', 'c|d'], ['x', 'y'], 0, ['ax', 'y|d']],
    [['^[p]', 'b'], ['x'], 0, ['x|b']],
  ])('%j takes %j (open: %i)', (rows, blocks, open, after) => {
    expect(put(stateOf(rows), sliceOf(blocks, open))).toEqual(after)
  })

  test('into one line, all in one line and without links', () => {
    const state = stateOf(['a|b'], lineSchema)
    const link = lineSchema.text('x', [lineSchema.mark('link', { href: 'https://a.example' })])
    const block = lineSchema.node('block', null, [link, lineSchema.node('hardBreak')])
    const slice = new Slice(
      Fragment.from([block, lineSchema.node('block', null, lineSchema.text('y'))]),
      0,
      0,
    )
    const next = state.apply(insertSlice(state, state.tr, slice))
    expect(rowsOf(next)).toEqual(['ax  y|b'])
    expect(next.doc.firstChild?.firstChild?.marks).toEqual([])
  })
})
