import { spansText } from '../../src/domain/story-content.ts'
import { CLEAN_SAMPLES } from '../checks/clean-samples.ts'
import { MISSPELLINGS } from '../language/spelling/misspellings.ts'

const WORDS = 'announced because before council decided during economy further government however'.split(' ')

/**
 * Paragraphs of about 55 words of news, `words` in all, no two of them alike: sentences of clean copy, mixed, with other
 * figures and now and then another word, and a misspelling in every other paragraph. The same for the same numbers.
 */
export function checkedParagraphs(words: number, seed = 1): readonly string[] {
  const roll = dice(seed)
  const pick = (list: readonly string[]): string => list[roll(list.length)] ?? ''
  const sentences = CLEAN_SAMPLES.flatMap(({ story }) =>
    story.body.flatMap((block) => ('spans' in block ? spansText(block.spans).split(/(?<=[.”]) /u) : [])),
  )
  const varied = (sentence: string): string =>
    sentence
      .split(' ')
      .map((word) => {
        if (/^\d+$/u.test(word)) return String(2 + roll(900))
        return /^[a-z]{6,}$/u.test(word) && roll(15) === 0 ? pick(WORDS) : word
      })
      .join(' ')
  const paragraphs: string[] = []
  let left = words
  while (left > 0) {
    const line: string[] = []
    let length = 0
    while (length < Math.min(55, left)) {
      const next = varied(pick(sentences))
      line.push(next)
      length += next.split(' ').length
    }
    if (paragraphs.length % 2 === 1)
      line.push(`Officials said ${MISSPELLINGS[roll(MISSPELLINGS.length)]?.[0]}.`)
    paragraphs.push(line.join(' '))
    left -= length
  }
  return paragraphs
}

/** Whole numbers from 0 up to a limit, the same at each run. */
function dice(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
