import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareContent } from '../../../src/domain/compare/compare-content.ts'
import type { Block, StoryContent } from '../../../src/domain/story-content.ts'
import { plainSpans } from '../../../src/domain/story-content.ts'
import { comparisonRows, type Row } from '../../../src/screens/history/comparison-rows.ts'
import { partGroups, rowPlace, type Side } from '../../../src/screens/history/part-groups.ts'
import { paragraph, said } from './history-stage.tsx'

const rowsOf = (before: StoryContent, after: StoryContent): readonly Row[] =>
  comparisonRows(compareContent(before, after), before, after)
const changedRows = (before: StoryContent, after: StoryContent): readonly Row[] =>
  rowsOf(before, after).filter(({ changed }) => changed > 0)
/** What a row says, in short: "Slug: -old +new [about]". */
const short = ({ label, about, parts }: Row): string => {
  const words = parts
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, text }) => `${kind === 'deleted' ? '-' : kind === 'inserted' ? '+' : '~'}${text}`)
  return [`${label}:`, ...words, ...(about === '' ? [] : [`[${about}]`])].join(' ')
}

const PHOTO = {
  id: 'p',
  hash: 'aa',
  alt: 'Cranes',
  caption: plainSpans('At dawn'),
  credit: 'AFP',
  crop: null,
}
const BASE: StoryContent = {
  ...said('Harbor vote', 'One voted on Tuesday.', 'Two waited in the roads.', 'Three stood idle all week.'),
  authors: [
    { id: 'a', name: 'Jane Doe', role: '' },
    { id: 'b', name: 'John Row', role: 'Pictures' },
  ],
  photos: [PHOTO],
}
const withBody = (...body: readonly Block[]): StoryContent => ({ ...BASE, body })
const [one, two, three] = BASE.body as readonly [Block, Block, Block]

describe('each thing that can change is a row that says it in words', () => {
  test.each<[string, StoryContent, readonly string[]]>([
    ['a word', { ...BASE, headline: plainSpans('Harbour vote') }, ['Headline: -Harbor +Harbour']],
    ['a slug', { ...BASE, fields: { ...BASE.fields, slug: 'port' } }, ['Slug: +port']],
    ['keywords', { ...BASE, fields: { ...BASE.fields, keywords: ['sea'] } }, ['Keywords: +sea']],
    ['the lead photo', { ...BASE, fields: { ...BASE.fields, lead: 'p' } }, ['Lead photo: [none → “Cranes”]']],
    [
      'a caption and a credit',
      { ...BASE, photos: [{ ...PHOTO, caption: plainSpans('At dusk'), credit: 'dpa' }] },
      ['Photo “Cranes”: caption: -dawn +dusk', 'Photo “Cranes”: credit: -AFP +dpa'],
    ],
    [
      'a crop',
      { ...BASE, photos: [{ ...PHOTO, crop: { x: 0, y: 0, width: 0.5, height: 1 } }] },
      ['Photo “Cranes”: crop: [whole picture → a part of it]'],
    ],
    ['a photo that goes', { ...BASE, photos: [] }, ['Photo: -Cranes · At dawn · AFP [Removed]']],
    [
      'an author who comes',
      { ...BASE, authors: [...BASE.authors, { id: 'c', name: 'Ida Berg', role: '' }] },
      ['Author: +Ida Berg [Added]'],
    ],
    [
      'an author who goes',
      { ...BASE, authors: BASE.authors.slice(0, 1) },
      ['Author: -John Row, Pictures [Removed]'],
    ],
    [
      'a block that comes',
      withBody(one, two, three, paragraph('Four came late.')),
      ['Paragraph: +Four came late. [Added]'],
    ],
    ['a block that goes', withBody(one, two), ['Paragraph: -Three stood idle all week. [Removed]']],
    [
      'a kind',
      withBody({ kind: 'heading2', level: 0, spans: plainSpans('One voted on Tuesday.') }, two, three),
      ['Heading 2: [Was Paragraph]'],
    ],
    [
      'a picture',
      withBody(one, { kind: 'picture', photo: 'p' }, two, three),
      ['Picture: +Picture: Cranes [Added]'],
    ],
    ['a rule', withBody(one, two, three, { kind: 'rule' }), ['Rule: +Rule [Added]']],
  ])('%s', (_what, after, expected) => {
    expect(changedRows(BASE, after).map(short)).toEqual(expected)
  })

  test('a moved block says where it came from, and stands where it was as well', () => {
    const rows = rowsOf(BASE, withBody(three, one, two)).filter(({ about }) => about !== '')
    expect(rows.map(({ about, missing }) => [about, missing])).toEqual([
      ['Moved up, from after “Two waited in the roads.”', 'before'],
      ['Moved up from here', 'after'],
    ])
    const down = rowsOf(BASE, withBody(two, three, one)).filter(({ about }) => about !== '')
    expect(down.map(({ about }) => about)).toEqual(['Moved down from here', 'Moved down, from the beginning'])
  })

  test('fields over the body come before it, all others after', () => {
    const fields = { ...BASE.fields, slug: 'port', place: 'Rotterdam' }
    const labels = changedRows(BASE, { ...BASE, fields, body: [one, two] }).map(({ label }) => label)
    expect(labels).toEqual(['Dateline place', 'Paragraph', 'Slug'])
  })

  test('a split says so', () => {
    const after = withBody(one, paragraph('Two waited'), paragraph('in the roads.'), three)
    expect(changedRows(BASE, after).map(({ about }) => about)).toEqual(['Split from the block above'])
  })
})

const words = fc.array(fc.constantFrom('port', 'crane', 'ship', 'vote', 'union', 'pay'), { maxLength: 8 })
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: words.map((list) => paragraph(list.join(' '))) },
  {
    weight: 1,
    arbitrary: words.map(
      (list) => ({ kind: 'heading2', level: 0, spans: plainSpans(list.join(' ')) }) as const,
    ),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'rule' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'picture', photo: 'p' } as const) },
)
const story = fc
  .record({
    headline: words,
    body: fc.array(block, { maxLength: 6 }),
    slug: fc.constantFrom('', 'port', 'port-vote'),
  })
  .map(({ headline, body, slug }): StoryContent =>
    Object.assign({}, BASE, {
      headline: plainSpans(headline.join(' ')),
      body,
      fields: { ...BASE.fields, slug },
    }),
  )

const textOf = (row: Row, side: Side): string =>
  partGroups(row, side)
    .flatMap(({ parts }) => parts)
    .map(({ text }) => text)
    .join('')

test('any two stories: the places are numbered on and on, as many as the comparison counts, each to be gone to', () => {
  fc.assert(
    fc.property(story, story, (before, after) => {
      const comparison = compareContent(before, after)
      const rows = comparisonRows(comparison, before, after)
      expect(rows.reduce((sum, { changed }) => sum + changed, 0)).toBe(comparison.changed)
      const places = new Set(
        rows.flatMap((row) => [rowPlace(row)].concat(partGroups(row, 'both').map(({ change }) => change))),
      )
      places.delete(0)
      const all = Array.from({ length: comparison.changed }, (_, index) => index + 1)
      expect([...places].toSorted((a, b) => a - b)).toEqual(all)
    }),
  )
})

test('any two stories: the side before says what was, the side after what is, word for word', () => {
  fc.assert(
    fc.property(story, story, (before, after) => {
      const rows = rowsOf(before, after).filter(({ area }) => area === 'body')
      const side = (which: 'before' | 'after'): string =>
        rows
          .filter(
            ({ missing, parts: [first] }) =>
              missing !== which && first && !/^(?:Picture|Rule)/u.test(first.text),
          )
          .map((row) => textOf(row, which))
          .join('')
          .replaceAll(/\s/gu, '')
      const said = (content: StoryContent): string =>
        content.body
          .flatMap((one) => ('spans' in one ? one.spans : []))
          .map((span) => ('text' in span ? span.text : ''))
          .join('')
          .replaceAll(/\s/gu, '')
      expect(side('before')).toBe(said(before))
      expect(side('after')).toBe(said(after))
    }),
  )
})
