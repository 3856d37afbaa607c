import fc from 'fast-check'
import { sideBySide } from '../../../src/domain/compare/side-by-side.ts'
import type { BlockChange, Part } from '../../../src/domain/compare/comparison.ts'
import type { Block, Marks, Span, StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, plainSpans } from '../../../src/domain/story-content.ts'

/** Parts as one line of text: [-deleted-]{+inserted+}, <formatted>, ? for an unknown thing. */
export function written(parts: readonly Part[]): string {
  const frame = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'], formatted: ['<', '>'] }
  return parts
    .map(({ kind, text, unknown }) => {
      const [open, close] = frame[kind]
      return `${open}${unknown === undefined ? text : '?'}${close}`
    })
    .join('')
}

/** Rows as lines of text: kind, move, and the words. */
export const writtenRows = (body: readonly BlockChange[]): readonly string[] =>
  body.map(({ kind, move, parts }) => {
    const moved = move ? ` ${move.place} ${move.number}` : ''
    return `${kind}${moved}: ${written(parts)}`.trimEnd()
  })

export const paragraph = (text: string): Block => ({ kind: 'paragraph', level: 0, spans: plainSpans(text) })

export const storyOf = (...body: readonly (Block | string)[]): StoryContent => ({
  ...BLANK_CONTENT,
  body: body.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
})

/** Spans character by character, so that it doesn't matter how they are cut. */
export const characters = (spans: readonly Span[]): readonly unknown[] =>
  spans.flatMap((span): readonly unknown[] =>
    'text' in span
      ? Array.from({ length: span.text.length }, (_, k) => [span.text[k], span.marks])
      : 'lineBreak' in span
        ? [['\n', span.marks]]
        : [[span.unknown, span.marks]],
  )

/** What one version says in these parts, character by character. */
export function charactersOf(parts: readonly Part[], side: 'before' | 'after'): readonly unknown[] {
  const absent = side === 'before' ? 'inserted' : 'deleted'
  return parts
    .filter((part) => part.kind !== absent)
    .flatMap(({ text, marks, was, unknown }) => {
      const own: Marks = side === 'before' && was ? was : marks
      return unknown === undefined ? characters([{ text, marks: own }]) : [[unknown, own]]
    })
}

/** One version of a compared body: heads and characters of its blocks, in the order in which the columns have them. */
export const columnOf = (body: readonly BlockChange[], side: 'before' | 'after'): readonly unknown[] =>
  sideBySide(body)
    .flatMap((row) => row[side])
    .map(({ start, parts }) => [start.head, charactersOf(parts, side)])

/** The same, from the version itself. */
export const columnFrom = (body: readonly Block[]): readonly unknown[] =>
  body.map((block) => {
    if (!('spans' in block)) return [block, []]
    const head =
      block.kind === 'unknown'
        ? { kind: block.kind, raw: block.raw }
        : { kind: block.kind, level: block.level }
    return [head, characters(block.spans)]
  })

const WORDS = [
  'ferry',
  'the',
  'deal',
  'a',
  'island',
  'of',
  'wasn’t',
  '1,200',
  '文章を書く',
  '👩‍👩‍👧',
  'TK',
  '“so”',
  '-',
  ',',
  '. ',
  ' ',
]
const marks: fc.Arbitrary<Marks> = fc.constantFrom<Marks>(
  {},
  {},
  {},
  { bold: true },
  { italic: true },
  { link: 'https://a' },
  { note: true },
)

/** Spans as a story may have them, with formats that begin amid words, line breaks and unknown things. */
export const anySpans: fc.Arbitrary<readonly Span[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        text: fc
          .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
          .map((list) => list.join(' ')),
        marks,
      }),
    },
    { weight: 1, arbitrary: marks.map((own): Span => ({ lineBreak: true, marks: own })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Span>({ unknown: { poll: 1 }, marks: {} }, { unknown: 'x', marks: {} }),
    },
    {
      weight: 1,
      arbitrary: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 5 })
        .map((text): Span => ({ text, marks: {} })),
    },
  ),
  { maxLength: 6 },
)

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('paragraph' as const, 'heading2' as const, 'bullet' as const),
      level: fc.constantFrom(0, 1),
      spans: anySpans,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Block>(
      { kind: 'rule' },
      { kind: 'picture', photo: 'p' },
      { kind: 'picture', photo: 'q' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unknown' as const),
      raw: fc.constantFrom({ poll: 1 }, { poll: 2 }),
      spans: anySpans,
    }),
  },
)

/** Something that an editor does to a body: at a place, to a place, with words. */
export type Deed = {
  readonly what: 'move' | 'split' | 'join' | 'delete' | 'insert' | 'replace' | 'kind' | 'format'
  readonly at: number
  readonly to: number
  readonly block: Block
}

export const anyDeed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('move', 'split', 'join', 'delete', 'insert', 'replace', 'kind', 'format'),
  at: fc.nat(30),
  to: fc.nat(30),
  block: anyBlock,
})

const isText = (block: Block | undefined): block is Extract<Block, { level: number }> =>
  block !== undefined && 'level' in block

/** A body after one deed; as it was where the deed makes no sense. */
export function afterDeed(body: readonly Block[], { what, at, to, block }: Deed): readonly Block[] {
  const place = at % (body.length + 1)
  const own = body[place]
  const rest = body.toSpliced(place, own ? 1 : 0)
  if (what === 'insert') return body.toSpliced(place, 0, block)
  if (!own) return body
  if (what === 'delete') return rest
  if (what === 'move') return rest.toSpliced(to % (rest.length + 1), 0, own)
  if (!isText(own)) return body
  const cut = own.spans.length === 0 ? 0 : to % own.spans.length
  const next = body[place + 1]
  if (what === 'split')
    return body.toSpliced(
      place,
      1,
      { ...own, spans: own.spans.slice(0, cut) },
      { ...own, spans: own.spans.slice(cut) },
    )
  if (what === 'join')
    return isText(next) ? body.toSpliced(place, 2, { ...own, spans: [...own.spans, ...next.spans] }) : body
  if (what === 'kind') return body.toSpliced(place, 1, { ...own, kind: 'quote' })
  const spans = own.spans.map((span, index): Span => {
    if (index !== cut) return span
    return what === 'format' ? { ...span, marks: { bold: true } } : { text: 'words instead', marks: {} }
  })
  return body.toSpliced(place, 1, { ...own, spans })
}
