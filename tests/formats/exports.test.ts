import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Span, StoryContent } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../src/domain/story-content.ts'
import { toHtml } from '../../src/formats/to-html.ts'
import { toMarkdown } from '../../src/formats/to-markdown.ts'
import { toWireText } from '../../src/formats/to-wire-text.ts'
import { storyContent } from './story-arbitrary.ts'

const block = (
  kind: 'paragraph' | 'heading2' | 'quote' | 'pullquote' | 'bullet' | 'number',
  text: string,
  level = 0,
): Block => ({
  kind,
  level,
  spans: plainSpans(text),
})
const paragraph = (...spans: Span[]): Block => ({ kind: 'paragraph', level: 0, spans })
const body = (...blocks: Block[]): StoryContent => ({ ...BLANK_CONTENT, body: blocks })

type Case = { name: string; story: StoryContent; html: string; markdown: string; wire: string }

const CASES: readonly Case[] = [
  { name: 'a blank story', story: BLANK_CONTENT, html: '', markdown: '', wire: '' },
  {
    name: 'marks, links and a line break',
    story: body(
      paragraph(
        { text: 'One ', marks: {} },
        { text: 'bold', marks: { bold: true } },
        { text: ' and ', marks: {} },
        { text: 'linked', marks: { link: 'https://example.test/?a=1&b=2', italic: true } },
        { lineBreak: true, marks: {} },
        { text: '2 < 3', marks: {} },
      ),
    ),
    html: '<p>One <strong>bold</strong> and <a href="https://example.test/?a=1&amp;b=2"><em>linked</em></a><br>2 &lt; 3</p>',
    markdown: 'One **bold** and [*linked*](<https://example.test/?a=1&b=2>)\\\n2 \\< 3',
    wire: 'One bold and linked\n2 < 3',
  },
  {
    name: 'a link that may not leave',
    story: body(paragraph({ text: 'click', marks: { link: 'javascript:alert(1)' } })),
    html: '<p>click</p>',
    markdown: 'click',
    wire: 'click',
  },
  {
    name: 'nested lists of two kinds',
    story: body(
      block('bullet', 'a'),
      block('number', 'a one', 1),
      block('number', 'a two', 1),
      block('bullet', 'b'),
      block('number', 'first'),
    ),
    html: '<ul><li>a<ol><li>a one</li><li>a two</li></ol></li><li>b</li></ul>\n<ol><li>first</li></ol>',
    markdown: '- a\n  1. a one\n  2. a two\n- b\n\n1. first',
    wire: '- a\n\n  1. a one\n\n  2. a two\n\n- b\n\n1. first',
  },
  {
    name: 'notes, which stay at home',
    story: body(
      paragraph({ text: 'Public', marks: {} }, { text: ' SECRET', marks: { note: true } }),
      paragraph({ text: 'SECRET only', marks: { note: true } }),
      block('heading2', 'End'),
    ),
    html: '<p>Public</p>\n<h2>End</h2>',
    markdown: 'Public\n\n## End',
    wire: 'Public\n\nEnd',
  },
  {
    name: 'text that looks like Markdown',
    story: body(
      block('paragraph', '# not a heading'),
      block('paragraph', '1. not a list'),
      block('paragraph', 'a*b*_c_[d]'),
    ),
    html: '<p># not a heading</p>\n<p>1. not a list</p>\n<p>a*b*_c_[d]</p>',
    markdown: '\\# not a heading\n\n1\\. not a list\n\na\\*b\\*\\_c\\_\\[d\\]',
    wire: '# not a heading\n\n1. not a list\n\na*b*_c_[d]',
  },
  {
    name: 'quotes, a rule and a picture',
    story: {
      ...body(
        block('quote', 'Said'),
        block('pullquote', 'Pulled'),
        { kind: 'rule' },
        { kind: 'picture', photo: 'p' },
      ),
      photos: [
        { id: 'p', hash: 'ab12', alt: 'A "ship"', caption: plainSpans('A ship.'), credit: 'EN', crop: null },
      ],
    },
    html: '<blockquote><p>Said</p></blockquote>\n<aside class="pullquote"><p>Pulled</p></aside>\n<hr>\n<figure><img src="ab12" alt="A &quot;ship&quot;"><figcaption>A ship. <span class="credit">EN</span></figcaption></figure>',
    markdown: '> Said\n\n> Pulled\n\n---\n\n![A "ship"](ab12)\nA ship. (EN)',
    wire: 'Said\n\nPulled\n\n* * *\n\nA ship. — EN',
  },
]

describe.each(CASES)('$name', ({ story, html, markdown, wire }) => {
  test('as HTML', () => {
    expect(toHtml(story)).toBe(
      html === ''
        ? '<article>\n\n</article>\n'
        : `<article>\n<div itemprop="articleBody">\n${html}\n</div>\n</article>\n`,
    )
  })
  test('as Markdown', () => expect(toMarkdown(story)).toBe(`${markdown}\n`))
  test('as wire text', () => expect(toWireText(story, 'AP')).toBe(`${wire}\n`))
})

test('the head of a story in each format', () => {
  const story: StoryContent = {
    ...body(block('paragraph', 'Dockworkers voted.')),
    headline: plainSpans('Vote ends walkout'),
    dek: plainSpans('Narrow margin'),
    authors: [{ id: 'a', name: 'Jane Doe', role: '' }],
    fields: {
      ...BLANK_FIELDS,
      organisation: 'Example News',
      section: 'World',
      place: 'Rotterdam, Netherlands',
      date: '2026-11-24',
      source: 'EN',
      language: 'en-GB',
      deskNote: 'SECRET',
    },
  }
  expect(toHtml(story)).toBe(`<article lang="en-GB">
<h1>Vote ends walkout</h1>
<p class="dek">Narrow margin</p>
<p class="byline">By Jane Doe, Example News</p>
<p class="dateline">Rotterdam, Netherlands, <time datetime="2026-11-24">2026-11-24</time>, EN</p>
<div itemprop="articleBody">
<p>Dockworkers voted.</p>
</div>
</article>
`)
  expect(toMarkdown(story)).toContain('# Vote ends walkout\n\n*Narrow margin*\n\nBy Jane Doe, Example News')
  expect(toWireText(story, 'AP')).toBe(
    'World\n\nVote ends walkout\n\nNarrow margin\n\nBy Jane Doe, Example News\n2026-11-24\n\nROTTERDAM, Netherlands (EN) — Dockworkers voted.\n',
  )
})

test('no note and no desk note leaves in any format', () => {
  const secret = 'ZZSECRETZZ'
  const hide = (spans: readonly Span[]): readonly Span[] =>
    spans.map((span) => ('text' in span && span.marks.note ? { ...span, text: secret } : span))
  fc.assert(
    fc.property(storyContent, (content) => {
      const story: StoryContent = {
        ...content,
        headline: hide(content.headline),
        dek: hide(content.dek),
        body: content.body.map((one) => ('spans' in one ? { ...one, spans: hide(one.spans) } : one)),
        photos: content.photos.map((photo) => ({ ...photo, caption: hide(photo.caption) })),
        fields: { ...content.fields, deskNote: secret },
      }
      for (const text of [toHtml(story), toMarkdown(story), toWireText(story, 'Reuters')]) {
        expect(text).not.toContain(secret)
      }
    }),
  )
})
