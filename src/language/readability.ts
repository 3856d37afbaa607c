import type { HardSentence, Readability } from '../domain/checks/check-report.ts'
import type { CheckedLine, CheckedStory } from '../domain/checks/checked-story.ts'
import { countWords } from '../domain/count-words.ts'
import { isPassive } from './passive.ts'
import { sentencesOf } from './sentences.ts'
import { countSyllables } from './syllables.ts'

/** Words from which on a sentence may be among the hardest. */
const LONG = 25

/** What a line adds to how its story reads. */
export type LineReading = {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
  readonly passive: number
  /** The long ones, where they are in the line. */
  readonly hard: readonly (Omit<HardSentence, 'range'> & { readonly from: number; readonly to: number })[]
}

/** How a line reads: a paragraph, list item or quote of the body. Null for all other lines. */
export function readLine({ part, kind, signs }: CheckedLine): LineReading | null {
  if (part !== 'body' || kind === 'heading2' || kind === 'heading3') return null
  const found = sentencesOf(signs).map(({ from, to, text }) => ({
    from,
    to,
    words: countWords(text),
    isPassive: isPassive(text),
    syllables: wordsOf(text).reduce((sum, word) => sum + Math.max(1, countSyllables(word)), 0),
  }))
  const total = (value: (row: (typeof found)[number]) => number): number =>
    found.reduce((sum, row) => sum + value(row), 0)
  return {
    sentences: found.length,
    words: total(({ words }) => words),
    syllables: total(({ syllables }) => syllables),
    passive: total((row) => (row.isPassive ? 1 : 0)),
    hard: found
      .filter(({ words }) => words >= LONG)
      .map(({ from, to, words, isPassive: passive }) => ({ from, to, words, isPassive: passive })),
  }
}

/**
 * How the body reads, of whose lines `readings` says each. The ease is Flesch's of 1948: 206.835 - 1.015 × words per
 * sentence - 84.6 × syllables per word. Null where the body has no sentence.
 */
export function readability(
  { lines, content }: CheckedStory,
  readings: readonly (LineReading | null)[],
): Readability | null {
  const known = readings.filter((reading) => reading !== null && reading.sentences > 0)
  const sum = (value: (line: LineReading) => number): number =>
    known.reduce((total, line) => total + (line ? value(line) : 0), 0)
  const sentences = sum((line) => line.sentences)
  const words = sum((line) => line.words)
  if (sentences === 0 || words === 0) return null
  const isEnglish = /^(?:en\b|$)/i.test(content.fields.language)
  const ease = 206.835 - (1.015 * words) / sentences - (84.6 * sum((line) => line.syllables)) / words
  return {
    sentences,
    paragraphs: known.length,
    wordsPerSentence: words / sentences,
    sentencesPerParagraph: sentences / known.length,
    passive: sum((line) => line.passive) / sentences,
    ease: isEnglish ? Math.max(0, Math.min(100, ease)) : null,
    hardest: lines
      .flatMap(({ place }, index) =>
        (readings[index]?.hard ?? []).map(({ from, to, words: long, isPassive: passive }) => ({
          range: { place, from, to },
          words: long,
          isPassive: passive,
        })),
      )
      .toSorted((a, b) => b.words - a.words)
      .slice(0, 5),
  }
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
