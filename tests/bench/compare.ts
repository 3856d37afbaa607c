import { compareContent } from '../../src/domain/compare/compare-content.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, plainSpans } from '../../src/domain/story-content.ts'
import { quantile, table } from './figures.ts'
import { sampleParagraphs } from './sample-copy.ts'

const WORDS = 10_000
const TRIES = 40

const storyOf = (paragraphs: readonly string[]): StoryContent => ({
  ...BLANK_CONTENT,
  headline: plainSpans('Council votes on ferry deal'),
  body: paragraphs.map((text) => ({ kind: 'paragraph', level: 0, spans: plainSpans(text) })),
})

/** The same numbers every time, from 0 up to a limit. */
function dice(): (limit: number) => number {
  let state = 7
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** What a desk does to long copy: 200 words replaced, 10 paragraphs moved, 20 deleted and 20 inserted. */
function edited(paragraphs: readonly string[]): readonly string[] {
  const roll = dice()
  const copy = [...paragraphs]
  for (let k = 0; k < 200; k++) {
    const at = roll(copy.length)
    const words = (copy[at] ?? '').split(' ')
    words[roll(words.length)] = `correction${roll(80)}`
    copy[at] = words.join(' ')
  }
  for (let k = 0; k < 10; k++) copy.splice(roll(copy.length), 0, ...copy.splice(roll(copy.length), 1))
  for (let k = 0; k < 20; k++) copy.splice(roll(copy.length), 1)
  for (const text of sampleParagraphs(20 * 55, 99)) copy.splice(roll(copy.length), 0, text)
  return copy
}

/** Compares two versions of 10,000 words, in Node: on the story page it runs in a worker. */
export function benchCompare(): void {
  const copy = sampleParagraphs(WORDS)
  const other = sampleParagraphs(WORDS, 2)
  const cases: readonly (readonly [what: string, before: readonly string[], after: readonly string[]])[] = [
    ['edited: 200 words, 10 moves, 20 out, 20 in', copy, edited(copy)],
    ['the same', copy, copy],
    ['every paragraph elsewhere', copy, copy.toReversed()],
    ['another story', copy, other],
    ['another story, each in one block', [copy.join(' ')], [other.join(' ')]],
    ['another story, each word a block', copy.join(' ').split(' '), other.join(' ').split(' ')],
  ]
  const rows = cases.map(([what, before, after]) => {
    const [was, is] = [storyOf(before), storyOf(after)]
    compareContent(was, is)
    const times: number[] = []
    let changed = 0
    for (let k = 0; k < TRIES; k++) {
      const began = performance.now()
      changed = compareContent(was, is).changed
      times.push(performance.now() - began)
    }
    return {
      'two versions': what,
      changes: changed,
      'median ms': quantile(times, 0.5).toFixed(0),
      'p95 ms': quantile(times, 0.95).toFixed(0),
    }
  })
  console.log(`\nComparing two versions of ${WORDS} words, in Node, ${TRIES} times each`)
  console.log(table(rows))
  console.log('Budget: under 1000 ms')
}
