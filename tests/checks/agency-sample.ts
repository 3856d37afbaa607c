import { existsSync, readFileSync } from 'node:fs'
import type { ReportedFlag } from '../../src/domain/checks/check-report.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { importCopy, toContent } from '../../src/formats/import-copy.ts'
import { counter } from '../formats/tokens.ts'

/** Agency copy as it came, with faults of which each must be named, as `check: words`; '…' are words that are too long to say. */
export type AgencySample = {
  readonly title: string
  readonly file: URL
  readonly faults: readonly string[]
}

const MARKS = ['quotes-mixed: "', "quotes-mixed: '", 'alt-repeats-caption: …']

/** One of our own, and the one that newsrooms share; the latter is not everywhere. */
export const AGENCY_SAMPLES: readonly AgencySample[] = [
  {
    title: 'our own',
    file: new URL('../language/samples/agency-with-faults.txt', import.meta.url),
    faults: [
      'person-spelt-two-ways: Tammiste',
      'person-spelt-two-ways: Tammiste',
      'possessive-missing: Finlands',
      'possessive-missing: Estonias',
      'possessive-missing: NATOs',
      ...MARKS,
    ],
  },
  {
    title: 'the shared one',
    file: new URL('../../../shared/samples/afp-europe-guarantees.txt', import.meta.url),
    faults: [
      'person-spelt-two-ways: Zelenskiy',
      'person-spelt-two-ways: Zelenskiy',
      'possessive-missing: Frances',
      'possessive-missing: Ukraines',
      'possessive-missing: NATOs',
      ...MARKS,
    ],
  },
]

export const isThere = ({ file }: AgencySample): boolean => existsSync(file)

const SETTINGS = { sections: ['World'], language: 'en-GB', today: '2025-10-20' }

/** The story that import makes of it. */
export function storyOfSample({ file }: AgencySample): StoryContent {
  const answer = importCopy({ bytes: new Uint8Array(readFileSync(file)), name: 'copy.txt' }, SETTINGS)
  if (!answer.ok || answer.kind !== 'copy') throw new Error('This must be read as copy.')
  return toContent(answer.recognition, SETTINGS, counter())
}

/** A flag as samples write down their faults. */
export const faultOf = ({ check, words }: ReportedFlag): string =>
  `${check}: ${words.length > 20 ? '…' : words}`

/** Which of a sample's faults were named, which were not, and what else was flagged. */
export function compareFaults(
  { faults }: AgencySample,
  flags: readonly ReportedFlag[],
): { readonly missed: readonly string[]; readonly others: readonly ReportedFlag[] } {
  const left = [...faults]
  const others = flags.filter((flag) => {
    const at = left.indexOf(faultOf(flag))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { missed: left, others }
}
