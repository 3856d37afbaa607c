// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Span } from '../../../src/domain/story-content.ts'
import { readHtml } from '../../../src/editor/clipboard/read-html.ts'
import googleDocs from './samples/google-docs.html?raw'
import pages from './samples/pages.html?raw'
import webPage from './samples/web-page.html?raw'
import word from './samples/word.html?raw'

const SIGNS: Readonly<Record<string, string>> = {
  paragraph: '',
  heading2: '## ',
  heading3: '### ',
  quote: '> ',
  pullquote: '>> ',
  bullet: '- ',
  number: '1. ',
}

function words(span: Span): string {
  if ('lineBreak' in span) return '⏎'
  if (!('text' in span)) return '?'
  const { bold, italic, link } = span.marks
  let text = span.text
  if (italic) text = `*${text}*`
  if (bold) text = `**${text}**`
  return link === undefined ? text : `[${text}](${link})`
}

const rows = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) =>
    'level' in block
      ? '  '.repeat(block.level) + (SIGNS[block.kind] ?? '?') + block.spans.map(words).join('')
      : block.kind,
  )

const read = (html: string): readonly string[] =>
  rows(readHtml(new DOMParser().parseFromString(html, 'text/html').body))

describe('what other programs put on the clipboard', () => {
  test('Google Docs', () => {
    expect(read(googleDocs)).toEqual([
      '## Ferry talks',
      'The operator **will not** say *when*, [it said](https://example.com/ferry).',
      '- Oban',
      '  - Mull',
      '- Mallaig',
      'Route | Sailings',
      'Oban | 0',
    ])
  })

  test('Word', () => {
    expect(read(word)).toEqual([
      '## Talks resume',
      'The union **voted** to meet again on *Tuesday*.',
      '- Pay',
      '  - Night shifts',
      '1. First the crews',
      '> We are ready, he said.',
      'Port | Ships',
      'Rotterdam | **80**',
      'Bad and [good](https://example.com/)',
    ])
  })

  test('Apple Pages', () => {
    expect(read(pages)).toEqual(['One **two** three.', '- Outer', '  - Inner', '1. *First*', '1. Second'])
  })

  test('a web page', () => {
    expect(read(webPage)).toEqual([
      '## Storm hits coast',
      'By Jane Doe',
      'A wave at Brighton',
      'Winds of **90 mph** were recorded.⏎Trains stopped.',
      'Schools closed.',
      '> Stay at home.',
      '> We mean it.',
      '### What next',
      '- Rain⏎heavy in the west',
      '- Wind',
      '  1. gusts',
      'rule',
      '### Related',
      'More rain',
      'line one⏎line two',
    ])
  })
})

const CASES: readonly (readonly [html: string, rows: readonly string[]])[] = [
  ['one', ['one']],
  ['one <b>two</b>', ['one **two**']],
  ['<p>one</p>two<p>three</p>', ['one', 'two', 'three']],
  ['<div><div>one</div><div>two</div></div>', ['one', 'two']],
  ['<blockquote>said<p></p></blockquote>', ['> said']],
  ['<blockquote data-kind="pullquote"><p>said</p></blockquote>', ['>> said']],
  ['<h5>a</h5><h6>b</h6><h3>c</h3>', ['### a', '### b', '### c']],
  ['<div role="heading" aria-level="3">a</div>', ['### a']],
  ['<ul><li>a</li><ul><ul><li>b</li></ul></ul></ul>', ['- a', '  - b']],
  ['<ul><li><ul><li>deep only</li></ul></li></ul>', ['- deep only']],
  ['<ul><li aria-level="3">a</li><li aria-level="4">b</li></ul>', ['- a', '  - b']],
  ['<ul><li>a<ul><li>b</li></ul>c</li></ul>', ['- a', '  - b', '- c']],
  ['<ul><li>a<br><br>b</li></ul>', ['- a⏎b']],
  ['<ul><li><h2>a</h2></li></ul>', ['- a']],
  ['<b style="font-weight:normal">a</b>', ['a']],
  ['<span style="font-weight:600">a</span><i style="font-style:normal">b</i>', ['**a**b']],
  ['<a href="mailto:a@b.example">a</a><a name="x">b</a>', ['[a](mailto:a@b.example)b']],
  ['<p>a\u00A0b</p>', ['a\u00A0b']],
  ['<p>&nbsp;</p><p> \n </p><p><br></p>', []],
  ['<q>yes</q>', ['“yes”']],
  ['<span data-note="">desk only</span>', ['desk only']],
  ['<img src="x" onerror="alert(1)">', []],
  ['<table><tr><td>a</td><td></td><td>c</td></tr><tr><td></td><td></td></tr></table>', ['a |  | c']],
  ['<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>', ['a | b']],
  ['<table><caption>t</caption><tr><td>a<p>b</p></td><td>c</td></tr></table>', ['t', 'a b | c']],
]

test.each(CASES)('%s', (html, expected) => {
  expect(read(html)).toEqual(expected)
})

test('of any page, no visible word is lost and no block is empty', () => {
  const letters = fc.constantFrom('alpha', 'beta', 'gamma', 'delta')
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      letters,
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'div',
            'ul',
            'ol',
            'li',
            'blockquote',
            'b',
            'h2',
            'span',
            'table',
            'td',
            'tr',
            'pre',
          ),
          fc.array(tie('tree'), { maxLength: 3 }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join(' ')}</${tag}>`),
    ),
  }))
  fc.assert(
    fc.property(tree, (html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html')
      const blocks = readHtml(body)
      const count = (text: string): string => (text.match(/[a-z]+/g) ?? []).sort().join(' ')
      const said = blocks.flatMap((block) => ('spans' in block ? block.spans.map(words) : [])).join(' ')
      expect(count(said.replace(/[*]/g, ' '))).toBe(count(textOf(body)))
      for (const block of blocks) expect('spans' in block ? block.spans.length : 1).toBeGreaterThan(0)
    }),
  )
})

/** Words of a page with elements apart, as far as they are blocks. */
function textOf(root: Node): string {
  let text = ''
  for (const node of root.childNodes)
    text += node.nodeType === 3 ? (node.nodeValue ?? '') : ` ${textOf(node)} `
  return text
}
