import type { Person } from '../../domain/person.ts'
import type { Status, StoryRecord } from '../../domain/story-record.ts'
import type { OfferedStep, RowStepName } from '../desk/row-steps.ts'
import { stepsFor } from '../desk/row-steps.ts'

/** What leads on from each status, as groups: the first group of which this person may do something is shown. */
const LEADING: Readonly<Record<Status, readonly (readonly RowStepName[])[]>> = {
  draft: [['submit']],
  'changes requested': [['submit']],
  submitted: [['claim'], ['withdraw']],
  'in review': [['request changes', 'approve'], ['take over'], ['approve']],
  approved: [['reopen']],
  published: [],
  spiked: [['restore']],
}

/**
 * The steps of a story as its own page offers them: the next ones as buttons, all others in a menu. Where this person
 * may take none of them, the usual next step stands there and says why not.
 */
export function offeredSteps(
  record: StoryRecord,
  person: Person,
): { readonly main: readonly OfferedStep[]; readonly more: readonly OfferedStep[] } {
  const all = stepsFor(record, person)
  const groups = LEADING[record.status].map((names) =>
    names.flatMap((name) => all.filter(({ step }) => step === name)),
  )
  const usual = record.status === 'submitted' ? groups[0] : groups.at(-1)
  const main = groups.find((group) => group.some(({ why }) => why === '')) ?? usual ?? []
  return { main, more: all.filter((offered) => !main.includes(offered)) }
}
