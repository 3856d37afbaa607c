import fc from 'fast-check'
import { BLOCK_KINDS, LIST_KINDS } from '../../src/domain/block-kind.ts'
import type { Block, Marks, Span, StoryContent } from '../../src/domain/story-content.ts'

// Stories as fast-check makes them: any text, marks, blocks, authors and photos.

const words = fc.stringMatching(
  /^[A-Za-z0-9“”‘’äé*_[\]<>&#.-]{1,9}( [A-Za-z0-9“”‘’äé*_[\]<>&#.-]{1,9}){0,3}$/,
)

const marks: fc.Arbitrary<Marks> = fc.record(
  {
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constantFrom('https://example.test/a', 'mailto:desk@example.test'),
    note: fc.constant(true as const),
  },
  { requiredKeys: [] },
)

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ text: words, marks }) },
  { weight: 1, arbitrary: fc.record({ lineBreak: fc.constant(true as const), marks: fc.constant({}) }) },
)

export const spans: fc.Arbitrary<readonly Span[]> = fc.array(span, { maxLength: 4 })

const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ kind: fc.constantFrom(...BLOCK_KINDS), level: fc.integer({ min: 0, max: 3 }), spans })
      .map(({ kind, level, spans }) => ({ kind, level: LIST_KINDS.has(kind) ? level : 0, spans })),
  },
  { weight: 1, arbitrary: fc.constant<Block>({ kind: 'rule' }) },
  { weight: 1, arbitrary: fc.constant<Block>({ kind: 'picture', photo: 'p1' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unknown' as const),
      raw: fc.constant({ kind: 'kicker', x: [1] }),
      spans,
    }),
  },
)

const photo = (id: string) =>
  fc.record({
    id: fc.constant(id),
    hash: fc.constantFrom('', 'ab12'),
    alt: words,
    caption: spans,
    credit: words,
    crop: fc.constantFrom(null, { x: 0, y: 0.1, width: 1, height: 0.5 }),
  })

export const storyContent: fc.Arbitrary<StoryContent> = fc.record({
  headline: spans,
  dek: spans,
  body: fc.array(block, { maxLength: 8 }),
  authors: fc.array(fc.record({ id: fc.uuid(), name: words, role: words }), { maxLength: 3 }),
  fields: fc.record({
    organisation: words,
    place: words,
    date: fc.constantFrom('', '2026-11-24'),
    source: words,
    section: words,
    slug: words,
    keywords: fc.array(words, { maxLength: 3 }),
    language: fc.constantFrom('', 'en-GB', 'ar'),
    deskNote: words,
    lead: fc.constantFrom('', 'p1'),
  }),
  photos: fc.tuple(photo('p1'), photo('p2')),
})
