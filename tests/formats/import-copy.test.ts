import { describe, expect, it } from 'vitest'
import {
  plainSpans,
  BLANK_CONTENT,
  spansText,
  type Block,
  type StoryContent,
} from '../../src/domain/story-content.ts'
import { importCopy, toContent } from '../../src/formats/import-copy.ts'
import { retarget } from '../../src/formats/retarget.ts'
import { toStetJson } from '../../src/formats/stet-json.ts'
import { toHtml } from '../../src/formats/to-html.ts'
import { toMarkdown } from '../../src/formats/to-markdown.ts'
import { counter } from './tokens.ts'

const SETTINGS = { sections: ['World'], language: 'en-GB', today: '2025-09-10' }

function recognitionOf(text: string, name = '') {
  const answer = importCopy({ text, name }, SETTINGS)
  if (!answer.ok || answer.kind !== 'copy') throw new Error('This must be read as copy.')
  return answer.recognition
}

const contentOf = (text: string, name = ''): StoryContent =>
  toContent(recognitionOf(text, name), SETTINGS, counter())

const block = (
  kind: 'paragraph' | 'heading2' | 'heading3' | 'quote' | 'pullquote' | 'bullet' | 'number',
  text: string,
  level = 0,
): Block => ({
  kind,
  level,
  spans: plainSpans(text),
})

const STORY: StoryContent = {
  ...BLANK_CONTENT,
  headline: plainSpans('Bridge reopens after two years'),
  dek: plainSpans('Residents walk across at dawn'),
  authors: [{ id: 'a', name: 'Jane Doe', role: '' }],
  fields: { ...BLANK_CONTENT.fields, organisation: 'Example News', language: 'en-GB' },
  body: [
    block('paragraph', 'The harbour bridge has reopened after a repair that took two years.'),
    {
      kind: 'paragraph',
      level: 0,
      spans: [
        { text: 'It is ', marks: {} },
        { text: 'ours', marks: { bold: true } },
        { text: ' again, ', marks: {} },
        { text: 'she said', marks: { link: 'https://example.com/a?b=1&c=2' } },
        { text: ', * and 1_000 _more_.', marks: {} },
        { lineBreak: true, marks: {} },
        { text: 'So it is', marks: { italic: true } },
      ],
    },
    block('heading2', 'What it cost'),
    block('bullet', 'Steel'),
    block('bullet', 'Two thousand tonnes', 1),
    block('number', 'Of which half was new', 2),
    block('bullet', 'Time'),
    block('number', 'First'),
    block('heading3', 'What they said'),
    block('quote', 'It is ours again.'),
    { kind: 'rule' },
    block('paragraph', '# 1. Not a heading <b>at all</b>'),
  ],
}

describe('what leaves comes back', () => {
  it('as HTML, block by block', () => {
    const body = [...STORY.body, block('pullquote', 'Ours again')]
    const back = contentOf(toHtml({ ...STORY, body }), 'story.html')
    expect(back.body).toEqual(body)
    expect([back.headline, back.dek]).toEqual([STORY.headline, STORY.dek])
    expect(back.authors.map(({ name }) => name)).toEqual(['Jane Doe'])
  })

  it('as Markdown, block by block', () => {
    const back = contentOf(toMarkdown(STORY), 'story.md')
    expect(back.body).toEqual(STORY.body)
    expect(spansText(back.headline)).toBe(spansText(STORY.headline))
  })

  it('as Stet’s own JSON, with its pictures and its source', () => {
    const source = { name: 'a.txt', type: 'text/plain', text: 'a' }
    const pictures = [{ hash: 'ab', type: 'image/png', bytes: Uint8Array.from([1, 2, 255]) }]
    const answer = importCopy(
      { text: toStetJson({ content: STORY, pictures, source }), name: 'story.json' },
      SETTINGS,
    )
    expect(answer).toMatchObject({ ok: true, kind: 'story', content: STORY, source })
    expect(
      answer.ok && answer.kind === 'story' ? answer.pictures.map(({ size, type }) => [size, type]) : null,
    ).toEqual([[3, 'image/png']])
  })
})

describe('the import dialog’s one entry', () => {
  it('keeps the source verbatim', () => {
    const text = 'Head\u00a0line\r\n\r\n  Words.  '
    expect(importCopy({ text, name: 'a.txt' }, SETTINGS)).toMatchObject({
      source: { name: 'a.txt', type: 'text/plain', text },
    })
  })

  it('says how a file was read', () => {
    const bytes = Uint8Array.from('Caf\xe9 noir', (letter) => letter.charCodeAt(0))
    const answer = importCopy({ bytes, name: 'a.txt' }, SETTINGS)
    expect(answer.ok ? answer.notes.join() : '').toContain('Windows-1252')
  })

  it.each([
    ['', /empty/],
    ['<p></p><script>a()</script>', /only markup/],
    ['{"format":"stet-story","schema":1}', /missing/],
    ['{"format":"stet-story","schema":99,"content":{},"pictures":[],"source":null}', /newer/],
  ])('refuses %j', (text, message) => {
    const answer = importCopy({ text, name: '' }, SETTINGS)
    expect(answer.ok ? '' : answer.message).toMatch(message)
  })
})

describe('moving pieces', () => {
  const COPY = 'Bridge reopens\n\nBy Jane Doe\n\nPARIS, Sept 3 (Reuters) - It rained, they said, for weeks.'

  it('puts a dateline back before its paragraph as it stood', () => {
    let recognition = recognitionOf(COPY)
    for (const piece of recognition.pieces.filter(({ line }) => line === 2)) {
      recognition = retarget(recognition, piece.id, 'body', 'paragraph')
    }
    const { body, fields } = toContent(recognition, SETTINGS, counter())
    expect(body.map((one) => ('spans' in one ? spansText(one.spans) : ''))).toEqual([
      'PARIS, Sept 3 (Reuters) - It rained, they said, for weeks.',
    ])
    expect([fields.place, fields.date, fields.source]).toEqual(['', '', ''])
  })

  it('keeps in the desk note what a field can’t hold', () => {
    const recognition = recognitionOf(COPY)
    const headline = recognition.pieces.find(({ target }) => target === 'headline')
    const moved = retarget(recognition, headline?.id ?? '', 'date')
    expect(toContent(moved, SETTINGS, counter()).fields).toMatchObject({
      date: '2025-09-03',
      deskNote: 'Date: Bridge reopens',
    })
  })

  it('keeps a second, different date as words', () => {
    let recognition = recognitionOf('Bridge reopens\n\nBy AFP\n3 Sept 2025\n4 Sept 2025\n\nIt rained.')
    for (const piece of recognition.pieces.filter(({ date }) => date !== '')) {
      recognition = retarget(recognition, piece.id, 'date')
    }
    expect(toContent(recognition, SETTINGS, counter()).fields).toMatchObject({
      date: '2025-09-03',
      deskNote: 'Date: 4 Sept 2025',
    })
  })

  it('changes nothing for an id that is not there', () => {
    const recognition = recognitionOf(COPY)
    expect(retarget(recognition, 'none', 'dek')).toEqual(recognition)
  })
})
