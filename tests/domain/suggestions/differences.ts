import fc from 'fast-check'
import * as Y from 'yjs'
import { placeBlocks } from '../../../src/domain/place-blocks.ts'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Block, Marks, Photo, Span, StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, plainSpans, spansText } from '../../../src/domain/story-content.ts'
import { seedUpdate } from '../../../src/domain/story-doc.ts'
import type { DecisionRequest } from '../../../src/domain/suggestions/decide.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { displayOrder } from '../../../src/domain/text-layout.ts'
import { textRuns } from '../../../src/domain/text-runs.ts'
import { docOf } from '../documents.ts'

/** A document that says this, at the desk of `client`. */
export function docSaying(content: StoryContent, client = 7): Y.Doc {
  const doc = docOf(client)
  Y.applyUpdate(doc, seedUpdate(content, 1))
  return doc
}

/** Content as it is read back: neighbouring spans of equal formats are one. */
const asRead = (content: StoryContent): StoryContent => readContent(docSaying(content))

/** Somebody who suggests, with ids like "kit1", "kit2" and one instant for all. */
export function suggesterOf(doc: Y.Doc, by = 'kit'): Suggester {
  let count = 0
  return new Suggester(doc, {
    by,
    now: () => '2026-11-26T09:00:00.000Z',
    newId: () => `${by}${(count += 1)}`,
  })
}

export function decideAll(doc: Y.Doc, verdict: DecisionRequest['verdict']): void {
  const requests = openSuggestions(doc).map(({ id, mark }) => ({ suggestion: id, mark, verdict }))
  const { ok } = decideSuggestions(doc, requests)
  if (!ok) throw new Error('A suggestion that is open could not be decided.')
}

/** Shows the body's blocks in another order, written as places. */
export function shuffle(doc: Y.Doc, picks: readonly number[]): void {
  const body = doc.getText('body')
  const runs = textRuns(body)
  const order = [...displayOrder(body, runs)]
  for (const pick of picks) {
    if (order.length < 2) return
    const [taken] = order.splice(pick % order.length, 1)
    if (taken !== undefined) order.splice((pick * 7) % (order.length + 1), 0, taken)
  }
  const ids = order.flatMap((run) => (runs[run] ? [runs[run].id] : []))
  doc.transact(() => {
    placeBlocks(body, ids, [], (head, name, value) => {
      if (value === null) head.delete(name)
      else head.set(name, value)
    })
  })
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', level: 0, spans: plainSpans(text) })

export const storyOf = (...body: readonly (Block | string)[]): StoryContent => ({
  ...BLANK_CONTENT,
  body: body.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
})

/** The body as lines: a kind that is no paragraph before its words. */
export const linesOf = ({ body }: StoryContent): readonly string[] =>
  body.map((block) => {
    const words = 'spans' in block ? spansText(block.spans) : 'photo' in block ? block.photo : ''
    return block.kind === 'paragraph' ? words : `${block.kind}: ${words}`.trimEnd()
  })

const word = fc.constantFrom(
  'the',
  'ferry',
  'deal',
  'a',
  'quay',
  'wasn’t',
  '1,200',
  '文章',
  '👩‍👩‍👧',
  '.',
  '“so”',
)
const words = fc.array(word, { maxLength: 6 }).map((list) => list.join(' '))

const marks: fc.Arbitrary<Marks> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record(
    {
      bold: fc.constant(true as const),
      link: fc.constantFrom('https://example.test/a', 'https://example.test/b'),
      unknown: fc.constant({ glow: { by: 2 } }),
    },
    { requiredKeys: [] },
  ),
)

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ text: words.filter((text) => text !== ''), marks }) },
  fc.record({ lineBreak: fc.constant(true as const), marks }),
  fc.record({ unknown: fc.constantFrom({ chart: 1 }, { chart: 2 }), marks }),
)
const spans = fc.array(span, { maxLength: 3 })

const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('paragraph' as const, 'heading2' as const, 'quote' as const),
      level: fc.constant(0),
      spans,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('bullet' as const), level: fc.nat(2), spans }) },
  fc.constant<Block>({ kind: 'rule' }),
  fc.record({ kind: fc.constant('picture' as const), photo: fc.constantFrom('p1', 'p2') }),
  fc.record({
    kind: fc.constant('unknown' as const),
    raw: fc.constantFrom({ kind: 'kicker', x: [1] }, { kind: 'kicker', y: 2 }),
    spans,
  }),
  fc.constant<Block>({ kind: 'unknown', raw: { atom: 'map', at: 'Ullapool' }, spans: [] }),
)

const photo = (id: string): fc.Arbitrary<Photo> =>
  fc.record({
    id: fc.constant(id),
    hash: fc.constantFrom('', 'ab12'),
    alt: words,
    caption: spans,
    credit: words,
    crop: fc.constantFrom(null, { x: 0, y: 0.1, width: 1, height: 0.5 }),
  })

const author = fc.record({ id: fc.constantFrom('a1', 'a2', 'a3', 'a4'), name: words, role: words })

/** Any content, with few different words, so that versions have much in common; photos keep one order. */
export const anyContent: fc.Arbitrary<StoryContent> = fc
  .record({
    headline: spans,
    dek: spans,
    body: fc.array(block, { maxLength: 6 }),
    authors: fc.uniqueArray(author, { maxLength: 4, selector: ({ id }) => id }),
    fields: fc.record({
      organisation: words,
      place: words,
      date: fc.constantFrom('', '2026-11-24'),
      source: words,
      section: words,
      slug: words,
      keywords: fc.array(word, { maxLength: 2 }),
      language: fc.constantFrom('', 'en-GB', 'ar'),
      deskNote: words,
      lead: fc.constantFrom('', 'p1'),
    }),
    photos: fc.tuple(photo('p1'), photo('p2'), photo('p3')).chain((photos) => fc.subarray(photos)),
  })
  .map(asRead)
