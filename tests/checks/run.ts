import { checkedStory } from '../../src/domain/checks/checked-story.ts'
import { countWords } from '../../src/domain/count-words.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { table } from '../bench/figures.ts'
import { AGENCY_SAMPLES, compareFaults, faultOf, isThere, storyOfSample } from './agency-sample.ts'
import { CLEAN_SAMPLES } from './clean-samples.ts'
import { DeskOfChecks } from './desk-of-checks.ts'
import { LABELLED_SET } from './labelled-set.ts'
import { ratesOf, scoresOf } from './score.ts'

// `npm run checks`: what the checks find, miss and wrongly flag in the texts of which it is written down what is wrong
// with them, in clean copy, and in agency copy as it comes.

const desk = new DeskOfChecks()
const judged = []
for (const text of LABELLED_SET) judged.push({ text, flags: await desk.flagsOf(text.build(), text.settings) })
const scores = scoresOf(judged)
const share = (part: number): string => part.toFixed(3)
console.log(
  `${LABELLED_SET.length} labelled texts\n${table(
    scores.map((score) => ({
      check: score.check,
      'texts with faults': score.texts,
      'texts without': score.clean,
      expected: score.expected,
      found: score.found,
      missed: score.missed.length,
      'false alarms': score.falseAlarms.length,
      precision: share(ratesOf(score).precision),
      recall: share(ratesOf(score).recall),
    })),
  )}\n`,
)
const slips = scores.flatMap(({ check, missed, falseAlarms }) =>
  missed
    .map(({ title, words }) => `missed       ${check}: “${words}” in ${title}`)
    .concat(falseAlarms.map(({ title, words, message }) => alarm(check, words, title, message))),
)
console.log(slips.length > 0 ? `${slips.join('\n')}\n` : 'Nothing is missed, and nothing wrongly flagged.\n')

const clean = []
for (const { title, story } of CLEAN_SAMPLES) {
  clean.push({ title, words: wordsIn(story), flags: await desk.flagsOf(story) })
}
const words = clean.reduce((sum, one) => sum + one.words, 0)
const all = clean.flatMap(({ flags }) => flags)
console.log(
  `Clean copy: ${clean.length} texts, ${words} words\n${table(
    (['style', 'spelling', 'consistency', 'all'] as const).map((kind) => {
      const count = all.filter((flag) => kind === 'all' || flag.kind === kind).length
      return { kind, 'false alarms': count, 'per 100 words': share((count * 100) / words) }
    }),
  )}\n`,
)
for (const { title, flags } of clean) {
  for (const flag of flags) console.log(alarm(flag.check, flag.words, title, flag.message))
}

for (const sample of AGENCY_SAMPLES) {
  if (!isThere(sample)) {
    console.log(`\nAgency sample, ${sample.title}: is not here`)
    continue
  }
  const { missed, others } = compareFaults(sample, await desk.flagsOf(storyOfSample(sample)))
  console.log(
    `\nAgency sample, ${sample.title}: ${sample.faults.length - missed.length} of ${sample.faults.length} faults named, ${others.length} other flags`,
  )
  for (const fault of missed) console.log(`missed       ${fault}`)
  for (const flag of others) console.log(`other        ${faultOf(flag)}: ${flag.message}`)
}
await desk.close()

function alarm(check: string, found: string, title: string, message: string): string {
  return `false alarm  ${check}: “${found}” in ${title}: ${message}`
}

function wordsIn(story: StoryContent): number {
  return checkedStory(story).lines.reduce((sum, { signs }) => sum + countWords(signs), 0)
}
