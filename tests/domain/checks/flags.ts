import type { ReportedFlag } from '../../../src/domain/checks/check-report.ts'
import type { FlagRange } from '../../../src/domain/checks/flag.ts'

/** A place in the body. */
export const inBody = (block: number, from: number, to: number): FlagRange => ({
  place: { to: 'text', text: 'body', block },
  from,
  to,
})

/** A flag as a report gives it: a misspelling of "teh" at the start of the body, but for what is said of it. */
export const flagOf = (change: Partial<ReportedFlag> = {}): ReportedFlag => ({
  id: `${change.check ?? 'spelling'} ${change.words ?? 'teh'} 1`,
  kind: 'spelling',
  check: 'spelling',
  rule: change.words ?? 'teh',
  words: 'teh',
  message: 'Neither the dictionary nor the story knows “teh”.',
  weight: 'fault',
  fixes: ['the'],
  also: [],
  range: inBody(0, 0, 3),
  before: '',
  after: ' end',
  ...change,
})
