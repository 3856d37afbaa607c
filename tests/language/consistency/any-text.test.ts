import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedStory } from '../../../src/domain/checks/checked-story.ts'
import type { FlagRange } from '../../../src/domain/checks/flag.ts'
import { CHECK_NAMES } from '../../../src/domain/checks/check-names.ts'
import { storyOf } from '../labelled/story-of.ts'
import { flagsOf } from './flags-of.ts'

const piece = fc.constantFrom(
  ...'Zelenskiy Zelensky John Smith Smyth Frances President NATOs the the said , . “ ” " \' ’ ‘ – — ( ) : 12 1,200 killed people Tuesday September 3 on in Paris summit color colour organise organized QXDA U.S. Mr Dr 43-year-old aged 43 %  $1.2bn - \n   TK \uFFFC é 😀 al-Assad von der'.split(
    ' ',
  ),
  ' ',
  '  ',
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const story = fc.record({
  headline: text,
  dek: text,
  body: fc.array(text, { maxLength: 6 }),
  caption: text,
  alt: text,
  credit: text,
  fields: fc.record({ date: fc.constantFrom('', '2025-09-03', 'soon'), place: text }),
})

describe('any text', () => {
  it('never throws, and every flag names words that stand where it says', () => {
    fc.assert(
      fc.property(story, (words) => {
        const content = storyOf(words)
        const lines = new Map(
          checkedStory(content).lines.map(({ place, signs }) => [JSON.stringify(place), signs] as const),
        )
        const wordsAt = ({ place, from, to }: FlagRange): string | undefined =>
          lines.get(JSON.stringify(place))?.slice(from, to)
        const names = new Set(CHECK_NAMES.map(({ name }) => name))
        for (const flag of flagsOf(content)) {
          expect(names).toContain(flag.check)
          expect(flag.range.to).toBeGreaterThan(flag.range.from)
          expect(wordsAt(flag.range)).toBe(flag.words)
          expect(flag.message).not.toBe('')
          expect(flag.fixes).not.toContain(flag.words)
          for (const other of flag.also) expect(wordsAt(other)?.length).toBe(other.to - other.from)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says the same about the same story', () => {
    fc.assert(
      fc.property(story, (words) => {
        expect(flagsOf(storyOf(words))).toEqual(flagsOf(storyOf(words)))
      }),
      { numRuns: 30 },
    )
  })

  // Each would take hours if a pattern went back over what it has read, or a list were searched for each word.
  it.each([
    'A'.repeat(50_000),
    'a-'.repeat(25_000),
    "a'".repeat(25_000),
    ' '.repeat(50_000),
    'A.'.repeat(25_000),
    '1,'.repeat(25_000),
    '(AP '.repeat(12_000),
    'A de '.repeat(10_000),
    'Ab Cd '.repeat(8_000),
    '"a" '.repeat(12_000),
    ': '.repeat(25_000),
    'a  '.repeat(16_000),
    'Mr X said, 43, '.repeat(3_000),
    '12 people killed and '.repeat(2_500),
    'ABC (ABC) '.repeat(5_000),
    '43-year-old man, 43, '.repeat(2_500),
  ])('reads %.12s… without end', (line) => {
    expect(Array.isArray(flagsOf(storyOf({ headline: line, body: [line], caption: line })))).toBe(true)
  })
})
