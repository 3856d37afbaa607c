import { describe, expect, it } from 'vitest'
import { importCopy } from '../../src/formats/import-copy.ts'
import { linesOfHtml } from '../../src/formats/lines-of-html.ts'
import { linesOfMarkdown } from '../../src/formats/lines-of-markdown.ts'
import { linesOfText } from '../../src/formats/lines-of-text.ts'
import { lineText, type SourceLine } from '../../src/formats/source-line.ts'

/** "bullet1 words", without the kind where it is a paragraph. */
const told = (lines: readonly SourceLine[]): readonly string[] =>
  lines.map((line) => {
    const kind = line.kind === 'paragraph' ? '' : `${line.kind}${line.level > 0 ? line.level : ''} `
    return `${kind}${lineText(line)}`.trimEnd()
  })

describe('plain text', () => {
  it.each([
    { name: 'blanks', text: ' a\u00a0 b \t\r\n\r\n\u200bc\u00ad ', lines: ['a b', 'c'] },
    { name: 'bullets', text: '• a\n    • b\n• c', lines: ['bullet • a', 'bullet1 • b', 'bullet • c'] },
    { name: 'one dash is prose', text: '- a\n\nb', lines: ['- a', 'b'] },
    { name: 'numbers that count', text: '1. a\n2. b\n\n5. c', lines: ['number 1. a', 'number 2. b', '5. c'] },
    { name: 'a number alone', text: '1. a\nb', lines: ['1. a', 'b'] },
    { name: 'emphasis is no list', text: '*a* b\n*c* d', lines: ['*a* b', '*c* d'] },
  ])('$name', ({ text, lines }) => {
    expect(told(linesOfText(text))).toEqual(lines)
  })

  it('joins lines that were wrapped at a column, and only those', () => {
    const wrapped = [
      'It had rained for three weeks when the river came over its banks and',
      'into the lower streets, where nobody had thought that it could come',
      'in spring.',
    ]
    expect(linesOfText(`By AFP\n\n${wrapped.join('\n')}`).map(lineText)).toEqual([
      'By AFP',
      wrapped.join(' '),
    ])
    expect(linesOfText('By AFP\n3 Sept 2025\nIt rained.').map(lineText)).toEqual([
      'By AFP',
      '3 Sept 2025',
      'It rained.',
    ])
  })
})

describe('HTML', () => {
  it.each([
    {
      name: 'headings',
      html: '<h1>a</h1><h2>b</h2><h4>c</h4>',
      lines: ['heading1 a', 'heading2 b', 'heading3 c'],
    },
    {
      name: 'nested lists',
      html: '<ol><li>a<ul><li>b</ul><li>c</ol>',
      lines: ['number a', 'bullet1 b', 'number c'],
    },
    {
      name: 'lists as Google Docs nests them',
      html: '<ul><li>a</li><ul><li>b</li></ul></ul>',
      lines: ['bullet a', 'bullet1 b'],
    },
    {
      name: 'quotes',
      html: '<blockquote><p>a</p></blockquote><aside class="pullquote">b</aside>',
      lines: ['quote a', 'pullquote b'],
    },
    {
      name: 'scripts are not copy',
      html: '<p>a<script>b()</script><style>c{}</style> d</p>',
      lines: ['a d'],
    },
    { name: 'entities', html: '<p>a&amp;b &lt;c&gt; &eacute;&nbsp;</p>', lines: ['a&b <c> é'] },
    {
      name: 'a table of data',
      html: '<table><tr><th>a<th>b<tr><td><p>c</p><td>d</table>',
      lines: ['a | b', 'c | d'],
    },
    { name: 'a table of layout', html: '<table><tr><td><p>a</p><p>b</p></table>', lines: ['a', 'b'] },
    { name: 'pictures', html: '<p>a</p><img alt="b"><img alt=""><p>c', lines: ['a', 'picture b', 'c'] },
    { name: 'two breaks are a paragraph', html: 'a<br> <br>b<br>c', lines: ['a', 'b\nc'] },
    { name: 'preformatted lines', html: '<pre>a\nb</pre>', lines: ['a', 'b'] },
    { name: 'unclosed and stray tags', html: '<p>a<p>b</b></i><div>c', lines: ['a', 'b', 'c'] },
    { name: 'a rule', html: 'a<hr>b', lines: ['a', 'rule', 'b'] },
    { name: 'very deep nesting', html: `${'<div>'.repeat(200_000)}a`, lines: ['a'] },
  ])('$name', ({ html, lines }) => {
    expect(told(linesOfHtml(html))).toEqual(lines)
  })

  it('reads marks from tags and styles, and only sound links', () => {
    const html =
      '<p><b style="font-weight:normal">a</b> <span style="font-weight:700;font-style:italic">b</span> ' +
      '<a href="https://example.com">c</a> <a href="javascript:d()">d</a></p>'
    expect(linesOfHtml(html)[0]?.spans).toEqual([
      { text: 'a ', marks: {} },
      { text: 'b', marks: { bold: true, italic: true } },
      { text: ' ', marks: {} },
      { text: 'c', marks: { link: 'https://example.com' } },
      { text: ' d', marks: {} },
    ])
  })
})

describe('Markdown', () => {
  it.each([
    {
      name: 'blocks',
      markdown: '# a\n\n## b\n\n> c\n\n---\n\nd',
      lines: ['heading1 a', 'heading2 b', 'quote c', 'rule', 'd'],
    },
    { name: 'lists', markdown: '- a\n  1. b\n- c', lines: ['bullet a', 'number1 b', 'bullet c'] },
    {
      name: 'pictures',
      markdown: 'a ![b](c.jpg "d") e',
      lines: ['a  e'.replace('  ', ' '), 'picture b', 'd'],
    },
    { name: 'tables', markdown: '|a|b|\n|-|-|\n|c|d|', lines: ['a | b', 'c | d'] },
    { name: 'code', markdown: '```\na\nb\n```', lines: ['a', 'b'] },
    { name: 'HTML is text', markdown: '<b>a</b>', lines: ['<b>a</b>'] },
    { name: 'front matter', markdown: '---\ntitle: a\n---\n\nb', lines: ['---', 'title: a', '---', 'b'] },
  ])('$name', ({ markdown, lines }) => {
    expect(told(linesOfMarkdown(markdown))).toEqual(lines)
  })
})

describe('text that would hang a careless reader', () => {
  const many = 200_000
  it.each([
    { name: 'a.txt', text: `a${' '.repeat(many)}b` },
    { name: 'a.txt', text: '('.repeat(many) },
    { name: 'a.txt', text: `By ${','.repeat(many)}` },
    { name: 'a.txt', text: `${'(Reporting by '.repeat(many / 10)})` },
    { name: 'a.html', text: `<p>${'a<br>'.repeat(many / 5)}` },
    { name: 'a.html', text: `<p>x</p>${'<'.repeat(many)}` },
    { name: 'a.md', text: '['.repeat(many) },
    { name: 'a.md', text: '*a '.repeat(many / 3) },
  ])('is read all the same: $name', ({ name, text }) => {
    expect(importCopy({ text, name }, { sections: [], language: 'en-GB' }).ok).toBe(true)
  })
})
