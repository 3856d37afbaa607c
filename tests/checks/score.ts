import { CHECK_NAMES } from '../../src/domain/checks/check-names.ts'
import type { ReportedFlag } from '../../src/domain/checks/check-report.ts'
import type { LabelledText } from '../language/labelled/labelled-text.ts'

/** Words in a text that a check missed, or flagged though nothing is wrong with them. */
export type Slip = { readonly title: string; readonly words: string; readonly message: string }

/** How a check did on all texts that say something of it. */
export type Score = {
  readonly check: string
  /** Texts in which it must flag something, and those in which it is written down what it must not flag. */
  readonly texts: number
  readonly clean: number
  readonly expected: number
  readonly found: number
  readonly missed: readonly Slip[]
  readonly falseAlarms: readonly Slip[]
}

type Judged = { readonly text: LabelledText; readonly flags: readonly ReportedFlag[] }

/** The score of each check, in the order of `CHECK_NAMES`. */
export const scoresOf = (judged: readonly Judged[]): readonly Score[] =>
  CHECK_NAMES.map(({ name }) => scoreOf(name, judged))

function scoreOf(check: string, judged: readonly Judged[]): Score {
  const missed: Slip[] = []
  const falseAlarms: Slip[] = []
  let [texts, clean, expected] = [0, 0, 0]
  for (const { text, flags } of judged) {
    const { title, must, mustNot } = text
    const wanted = must.filter((one) => one.check === check).map(({ words }) => words)
    const speaksOfIt = mustNot === 'anything else' || mustNot.includes(check)
    if (wanted.length > 0) texts += 1
    else if (speaksOfIt) clean += 1
    expected += wanted.length
    const given = flags.filter((flag) => flag.check === check)
    // Of flags about the same characters a report has one: another check's counts as well.
    const left = [...given, ...flags.filter((flag) => flag.check !== check)]
    for (const words of wanted) {
      const at = left.findIndex((flag) => flag.words === words)
      if (at === -1) missed.push({ title, words, message: 'not flagged' })
      else left.splice(at, 1)
    }
    if (!speaksOfIt) continue
    for (const { words, message } of given) {
      if (!wanted.includes(words)) falseAlarms.push({ title, words, message })
    }
  }
  return { check, texts, clean, expected, found: expected - missed.length, missed, falseAlarms }
}

/** Of what is flagged, the share that is wrong with the text; and of what is wrong, the share that is flagged. 1 where there is nothing. */
export function ratesOf({ expected, found, falseAlarms }: Score): { precision: number; recall: number } {
  const flagged = found + falseAlarms.length
  return { precision: flagged === 0 ? 1 : found / flagged, recall: expected === 0 ? 1 : found / expected }
}
