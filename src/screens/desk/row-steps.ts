import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { STEPS, stepOf, whyNotStep, type Action } from '../../domain/workflow.ts'

export type RowStepName =
  | 'submit'
  | 'withdraw'
  | 'claim'
  | 'take over'
  | 'release'
  | 'request changes'
  | 'approve'
  | 'reopen'
  | 'spike'
  | 'restore'

/** Steps that want nothing but the word: what the notice says of the story in it, and what takes it back. */
type PlainStep = {
  readonly how: 'at once'
  readonly action: Action
  readonly done: (title: string) => string
  readonly undo?: Action
}
/** A note must say why. */
type NotedStep = { readonly how: 'with a note'; readonly type: 'request changes' | 'reopen' }
/** What is approved must have been seen: that is done on the story's own page. */
type SeenStep = { readonly how: 'on its page' }

export type RowStep = (PlainStep | NotedStep | SeenStep) & { readonly name: string; readonly about?: string }

export const ROW_STEPS = {
  submit: {
    how: 'at once',
    name: 'Submit',
    action: { type: 'submit' },
    done: (title) => `Submitted ${title}.`,
    undo: { type: 'withdraw' },
  },
  withdraw: {
    how: 'at once',
    name: 'Withdraw',
    action: { type: 'withdraw' },
    done: (title) => `Withdrew ${title}: it is a draft again.`,
    undo: { type: 'submit' },
  },
  claim: {
    how: 'at once',
    name: 'Claim',
    action: { type: 'claim' },
    done: (title) => `Claimed ${title}.`,
    undo: { type: 'release' },
  },
  'take over': {
    how: 'at once',
    name: 'Take over',
    action: { type: 'take over' },
    done: (title) => `Took over ${title}.`,
  },
  release: {
    how: 'at once',
    name: 'Release',
    action: { type: 'release' },
    done: (title) => `Released ${title}: it waits for a sub-editor again.`,
  },
  'request changes': { how: 'with a note', name: 'Request changes…', type: 'request changes' },
  approve: {
    how: 'on its page',
    name: 'Approve…',
    about: 'On the story’s own page, where you see what you approve.',
  },
  reopen: { how: 'with a note', name: 'Reopen…', type: 'reopen' },
  spike: {
    how: 'at once',
    name: 'Spike',
    action: { type: 'spike' },
    done: (title) => `Spiked ${title}.`,
    undo: { type: 'restore' },
  },
  restore: {
    how: 'at once',
    name: 'Restore',
    action: { type: 'restore' },
    done: (title) => `Restored ${title} as a draft.`,
  },
} as const satisfies Readonly<Record<RowStepName, RowStep>>

const NAMES = Object.keys(ROW_STEPS) as readonly RowStepName[]

export type OfferedStep = { readonly step: RowStepName; readonly why: string }

/** The steps that lead on from where the story stands, with the reason why this person can't take one: '' where they can. */
export function stepsFor(record: StoryRecord, person: Person): readonly OfferedStep[] {
  return NAMES.filter((step) => STEPS[step].from.includes(record.status)).map((step) => ({
    step,
    why: whyNotStep(record, person, step)?.message ?? '',
  }))
}

/** What takes a step back, where there is such a step and whoever took this one may take that. */
export function undoOf(record: StoryRecord, person: Person, { action, undo }: PlainStep): Action | undefined {
  const done = stepOf(record, person, action)
  return undo && done.ok && stepOf(done.record, person, undo).ok ? undo : undefined
}

/** A story's headline as notices and questions name it. */
export const titled = ({ summary }: Pick<StoryRecord, 'summary'>): string =>
  `“${summary.headline === '' ? 'Untitled' : summary.headline}”`
