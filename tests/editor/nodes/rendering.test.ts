// @vitest-environment jsdom
import type { Node } from '@tiptap/pm/model'
import { DOMParser as PmParser, DOMSerializer } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { bodySchema, lineSchema, stateOf } from '../documents.ts'

const html = (node: Node): string => {
  const target = document.createElement('div')
  target.append(DOMSerializer.fromSchema(node.type.schema).serializeNode(node))
  return target.innerHTML
}
const block = (attrs: object, ...content: readonly Node[]): Node => bodySchema.node('block', attrs, content)
const text = (words: string, ...marks: readonly (readonly [string, object?])[]): Node =>
  bodySchema.text(
    words,
    marks.map(([name, attrs]) => bodySchema.mark(name, { ...attrs })),
  )

describe('blocks on the page', () => {
  test.each<readonly [object, string]>([
    [{}, '<p data-kind="paragraph">a</p>'],
    [{ kind: 'heading2' }, '<h2 data-kind="heading2">a</h2>'],
    [{ kind: 'heading3' }, '<h3 data-kind="heading3">a</h3>'],
    [{ kind: 'quote' }, '<blockquote data-kind="quote">a</blockquote>'],
    [{ kind: 'pullquote' }, '<blockquote data-kind="pullquote">a</blockquote>'],
    [
      { kind: 'number', level: 2 },
      '<div role="list" data-kind="number" data-level="2"><div role="listitem" aria-level="3">a</div></div>',
    ],
    // What only the text knows never reaches the page.
    [{ implicit: true, extra: { onclick: 'alert(1)' } }, '<p data-kind="paragraph">a</p>'],
    [{ kind: 'kicker' }, '<p data-kind="kicker">a</p>'],
    [{ kind: '"><script>' }, '<p data-kind="&quot;><script>">a</p>'],
    [{ kind: 'constructor' }, '<p data-kind="constructor">a</p>'],
  ])('%j', (attrs, expected) => {
    const page = document.createElement('div')
    page.innerHTML = expected
    expect(html(block(attrs, text('a')))).toBe(page.innerHTML)
  })

  test.each<readonly [Node, string]>([
    [block({}), '<p data-kind="paragraph"></p>'],
    [bodySchema.node('rule', { extra: { wide: true } }), '<hr>'],
    [bodySchema.node('picture', { photo: 'p"1' }), '<figure data-photo="p&quot;1"></figure>'],
    [
      bodySchema.node('unknownBlock', { raw: { html: '<b>' } }),
      '<div data-unknown="">Part of a newer Stet</div>',
    ],
    [bodySchema.node('seam'), '<span data-seam=""></span>'],
    [bodySchema.node('unknownInline', { raw: '<b>' }), '<span data-unknown="">□</span>'],
    [bodySchema.node('hardBreak'), '<br>'],
  ])('%s', (node, expected) => {
    expect(html(node)).toBe(expected)
  })
})

describe('marks on the page', () => {
  test.each<readonly [Node, string]>([
    [text('a', ['bold']), '<strong>a</strong>'],
    [text('a', ['italic'], ['bold']), '<strong><em>a</em></strong>'],
    [text('שלום', ['note']), '<span data-note="" title="Note for the desk">שלום</span>'],
    [
      text('\u{1F600}', ['link', { href: 'https://a.example/?a=1&b="' }]),
      '<a href="https://a.example/?a=1&amp;b=&quot;" title="https://a.example/?a=1&amp;b=&quot;" rel="noopener noreferrer">\u{1F600}</a>',
    ],
    [text('a', ['unknownMark', { name: 'onclick', value: 'x' }]), '<span data-unknown="">a</span>'],
    [
      text('a', ['unknownMark', { name: 'x', value: 1 }], ['unknownMark', { name: 'y', value: 2 }]),
      '<span data-unknown=""><span data-unknown="">a</span></span>',
    ],
  ])('%s', (node, expected) => {
    expect(html(block({}, node))).toBe(`<p data-kind="paragraph">${expected}</p>`)
  })

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    '/relative',
    '',
    'https://a@b.example',
  ])('a link to %j is drawn, but leads nowhere', (href) => {
    const page = document.createElement('div')
    page.innerHTML = html(block({}, text('a', ['link', { href }])))
    const link = page.querySelector('a')
    expect([link?.textContent, link?.hasAttribute('href'), link?.hasAttribute('data-refused')]).toEqual([
      'a',
      false,
      true,
    ])
    expect(link?.title).not.toBe('')
  })

  test.each([
    [
      'a link over bold and plain words is one',
      [
        text('a', ['bold'], ['link', { href: 'https://a.example' }]),
        text('b', ['link', { href: 'https://a.example' }]),
      ],
      'a',
      1,
    ],
    [
      'a note over a link and what follows is one',
      [text('a', ['note'], ['link', { href: 'https://a.example' }]), text('b', ['note'])],
      '[data-note]',
      1,
    ],
    [
      'two links beside each other are two',
      [
        text('a', ['link', { href: 'https://a.example' }]),
        text('b', ['link', { href: 'https://b.example' }]),
      ],
      'a',
      2,
    ],
  ] as const)('%s', (_, content, selector, count) => {
    const page = document.createElement('div')
    page.innerHTML = html(block({}, ...content))
    expect(page.querySelectorAll(selector)).toHaveLength(count)
  })
})

describe('what is read from a page', () => {
  const read = (page: string, schema = bodySchema): Node =>
    PmParser.fromSchema(schema).parse(new DOMParser().parseFromString(page, 'text/html').body)
  const rows = (node: Node): readonly string[] =>
    node.content.content.map((each) =>
      each.content.content
        .map(
          ({ text: words, marks }) =>
            marks.map(({ type, attrs }) => `${String(attrs['href'] ?? type.name)}:`).join('') +
            (words ?? '⏎'),
        )
        .join('|'),
    )

  test.each<readonly [string, readonly string[]]>([
    ['<p>a<br>b</p>', ['a|⏎|b']],
    ['<p><b>a</b><b style="font-weight:normal">b</b></p>', ['bold:a|b']],
    ['<p><span style="font-weight:700">a</span><span style="font-weight:500">b</span></p>', ['bold:a|b']],
    [
      '<p><i>a</i><i style="font-style:normal">b</i><span style="font-style:italic">c</span></p>',
      ['italic:a|b|italic:c'],
    ],
    ['<p><a href="a.example">a</a><a href="javascript:x">b</a><a>c</a></p>', ['https://a.example:a|bc']],
    // Nothing from outside is a note, a seam, or anything else of the desk's own.
    ['<p><span data-note="">a</span><span data-seam=""></span><span data-unknown="">b</span></p>', ['ab']],
    ['<p>a</p><hr><p></p>', ['a', '', '']],
  ])('%s', (page, expected) => {
    expect(rows(read(page))).toEqual(expected)
  })

  test('a line takes one block and no rule', () => {
    expect(lineSchema.nodes['rule']).toBeUndefined()
    expect(read('<p>a</p>', lineSchema).childCount).toBe(1)
  })
})

test('a break is a line end in plain text, a seam nothing', () => {
  const odd = block({}, text('a'), bodySchema.node('hardBreak'), bodySchema.node('seam'), text('b'))
  const leaf = (node: Node): string => (node.type.name === 'hardBreak' ? '\n' : '')
  expect(odd.textBetween(0, odd.content.size, '', leaf)).toBe('a\nb')
  expect(stateOf(['a⏎b']).doc.child(0).content.size).toBe(3)
})

test('what is written behind a link or a newer format is not part of it; behind a note it is', () => {
  const inclusive = ['link', 'unknownMark', 'note', 'bold', 'italic'].map(
    (name) => bodySchema.marks[name]?.spec.inclusive !== false,
  )
  expect(inclusive).toEqual([false, false, true, true, true])
})
