import type { HardSentence, Readability } from '../domain/checks/check-report.ts'
import type { CheckedStory } from '../domain/checks/checked-story.ts'
import { countWords } from '../domain/count-words.ts'
import { isPassive } from './passive.ts'
import { sentencesOf } from './sentences.ts'
import { countSyllables } from './syllables.ts'

/** Words from which on a sentence may be among the hardest. */
const LONG = 25

/** What is known of a line's sentences. */
type LineSentences = {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
  readonly passive: number
  readonly hard: readonly HardSentence[]
}

/**
 * How the body reads: its paragraphs, list items and quotes, headings apart. The ease is Flesch's of 1948:
 * 206.835 - 1.015 × words per sentence - 84.6 × syllables per word. Null where the body has no sentence.
 */
export function readability({ lines, content }: CheckedStory): Readability | null {
  const known = lines
    .filter(({ part, kind }) => part === 'body' && kind !== 'heading2' && kind !== 'heading3')
    .map((line): LineSentences => {
      const found = sentencesOf(line.signs).map(({ from, to, text }) => ({
        range: { place: line.place, from, to },
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
          .map(({ range, words, isPassive: passive }) => ({ range, words, isPassive: passive })),
      }
    })
    .filter(({ sentences }) => sentences > 0)
  const sum = (value: (line: LineSentences) => number): number =>
    known.reduce((total, line) => total + value(line), 0)
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
    hardest: known
      .flatMap(({ hard }) => hard)
      .toSorted((a, b) => b.words - a.words)
      .slice(0, 5),
  }
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
