import { expect, test } from 'vitest'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../src/domain/story-content.ts'
import { BLANK_SUMMARY } from '../../src/domain/story-record.ts'
import { summarise } from '../../src/domain/summary.ts'

test('a blank story has a blank summary', () => {
  expect(summarise(BLANK_CONTENT)).toEqual(BLANK_SUMMARY)
})

test('a summary says in one line each what the story is', () => {
  const summary = summarise({
    headline: [
      { text: ' Two ', marks: { bold: true } },
      { lineBreak: true, marks: {} },
      { text: 'lines', marks: {} },
    ],
    dek: plainSpans('What it says'),
    body: [{ kind: 'paragraph', level: 0, spans: plainSpans('Three words TK') }],
    authors: [],
    fields: { ...BLANK_FIELDS, slug: ' harbour ', section: 'World', organisation: 'AFP' },
    photos: [],
  })
  expect(summary).toEqual({
    headline: 'Two lines',
    dek: 'What it says',
    slug: 'harbour',
    section: 'World',
    byline: 'AFP',
    words: 3,
    tks: 1,
    suggestions: 0,
    comments: 0,
  })
})

const bylines: readonly [readonly string[], string, string][] = [
  [['Jane Doe'], '', 'Jane Doe'],
  [['Jane Doe', 'John Roe'], 'Example News', 'Jane Doe and John Roe, Example News'],
]
test.each(bylines)('byline of %o at %o', (names, organisation, byline) => {
  const authors = names.map((name, index) => ({ id: String(index), name, role: 'Writer' }))
  const fields = { ...BLANK_FIELDS, organisation }
  expect(summarise({ ...BLANK_CONTENT, authors, fields }).byline).toBe(byline)
})

test('how much is open is told beside the content', () => {
  const summary = summarise(BLANK_CONTENT, { suggestions: 3, comments: 1 })
  expect(summary).toEqual({ ...BLANK_SUMMARY, suggestions: 3, comments: 1 })
})
