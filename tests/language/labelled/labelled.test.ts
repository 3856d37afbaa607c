import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkedStory } from '../../../src/domain/checks/checked-story.ts'
import { CHECK_NAMES } from '../../../src/domain/checks/check-names.ts'
import { countWords } from '../../../src/domain/count-words.ts'
import { AGENCY_SAMPLES, compareFaults, faultOf, isThere, storyOfSample } from '../../checks/agency-sample.ts'
import { CLEAN_SAMPLES } from '../../checks/clean-samples.ts'
import { DeskOfChecks } from '../../checks/desk-of-checks.ts'
import { LABELLED_SET } from '../../checks/labelled-set.ts'
import { scoresOf, type Score } from '../../checks/score.ts'

// All checks at once, over all texts. What is reached may only get better: every number here is a most.

/** What a check may miss and wrongly flag, where that is anything. */
const MOST: Readonly<Record<string, Pick<Row, 'missed' | 'falseAlarms'>>> = {
  // Two countries that, misspelt, look like names.
  spelling: { missed: 2, falseAlarms: 0 },
}
type Row = { readonly missed: number; readonly falseAlarms: number }

const desk = new DeskOfChecks()
let scores: readonly Score[] = []

beforeAll(async () => {
  const judged = []
  for (const text of LABELLED_SET) {
    judged.push({ text, flags: await desk.flagsOf(text.build(), text.settings) })
  }
  scores = scoresOf(judged)
}, 120_000)
afterAll(() => desk.close())

describe('the labelled texts, with all checks on', () => {
  it.each(CHECK_NAMES)('$name misses and wrongly flags no more than it did', ({ name }) => {
    const score = scores.find(({ check }) => check === name)
    const { missed, falseAlarms } = MOST[name] ?? { missed: 0, falseAlarms: 0 }
    expect(score?.missed.slice(missed)).toEqual([])
    expect(score?.falseAlarms.slice(falseAlarms)).toEqual([])
  })

  it('say of every check what it must flag and what it must not', () => {
    expect(LABELLED_SET.length).toBeGreaterThanOrEqual(60)
    expect(scores.filter(({ texts, clean }) => texts === 0 || clean === 0)).toEqual([])
  })
})

it('flags nothing in clean copy', async () => {
  const flagged: string[] = []
  let words = 0
  for (const { title, story } of CLEAN_SAMPLES) {
    for (const { signs } of checkedStory(story).lines) words += countWords(signs)
    for (const flag of await desk.flagsOf(story)) flagged.push(`${title}: ${faultOf(flag)}`)
  }
  expect(words).toBeGreaterThan(3000)
  // One in 100 is what nobody's copy may exceed. On this copy, which was looked at, no flag is left.
  expect(flagged).toEqual([])
})

describe.each(AGENCY_SAMPLES)('the agency sample, $title', (sample) => {
  it.skipIf(!isThere(sample))('has each of its faults named, and at most three other flags', async () => {
    const { missed, others } = compareFaults(sample, await desk.flagsOf(storyOfSample(sample)))
    expect(missed).toEqual([])
    expect(others.map(faultOf).slice(3)).toEqual([])
  })
})
