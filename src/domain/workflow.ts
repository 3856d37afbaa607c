import { accessTo, allows } from './access.ts'
import type { FlagCount } from './checks/sign-off-flags.ts'
import { NEWSROOM_SETTINGS } from './newsroom-settings.ts'
import type { Person } from './person.ts'
import type { Status, StoryRecord, ZonedInstant } from './story-record.ts'

/** What somebody asks the backend to do with a story's record: a step of the workflow, or the embargo. */
export type Action =
  | { readonly type: 'submit' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'claim' }
  | { readonly type: 'release' }
  | { readonly type: 'take over' }
  | { readonly type: 'request changes'; readonly note: string }
  /**
   * `hash` is of the content that was on the screen; `reason` says why warnings are passed, '' where there are none;
   * `flags` is what the checks had found, as the one who approves reports it.
   */
  | {
      readonly type: 'approve'
      readonly hash: string
      readonly reason: string
      readonly flags?: readonly FlagCount[] | undefined
    }
  | { readonly type: 'reopen'; readonly note: string }
  | { readonly type: 'spike' }
  | { readonly type: 'restore' }
  /** Not a step: sets or lifts the embargo. Whoever may edit the story may do it. */
  | { readonly type: 'set embargo'; readonly embargo: ZonedInstant | null }
  /** Not a step: keeps a version with a name. Whoever may at least comment may do it. */
  | { readonly type: 'keep version'; readonly name: string }
  /** Not a step: tells people of a message that stands in the document already. Idempotent by the message's id. */
  | {
      readonly type: 'comment'
      readonly thread: string
      readonly message: string
      readonly mentions: readonly string[]
      readonly text: string
    }

/** What moves a story along the first table of DESIGN.md, section 5. */
export type StepAction = Exclude<Action, { type: 'set embargo' | 'keep version' | 'comment' }>

/** Every step of the workflow, also those that no `Action` asks for yet (publishing and all after it). */
export type StepName = StepAction['type'] | 'publish' | 'schedule' | 'unschedule' | 'correct' | 'kill'

/** Who may take a step; 'reporters of a draft' are the story's reporters, and only of what is or was a draft. */
export type Actor = 'reporters' | 'reporters of a draft' | 'claimant' | 'sub-editor' | 'chief'

/** One row of the first table of DESIGN.md, section 5. */
export type Step = {
  readonly from: readonly Status[]
  readonly to: Status
  readonly who: readonly Actor[]
  /** A note that says why must come with it. */
  readonly note: boolean
  /** What becomes of the claim: it is the actor's, stays as it is, or there is none any more. */
  readonly claim: 'mine' | 'kept' | 'none'
  /** Four eyes: never one of the story's reporters. */
  readonly fourEyes?: true
  /** A new document begins with it, which the backend seeds: the old one is closed. */
  readonly newEpoch?: true
  /** The step in a sentence: "can ..." and "can be ...". */
  readonly verb: string
  readonly done: string
}

/** The first table of DESIGN.md, section 5, as data. */
export const STEPS: Readonly<Record<StepName, Step>> = {
  submit: {
    from: ['draft', 'changes requested'],
    to: 'submitted',
    who: ['reporters', 'chief'],
    note: false,
    claim: 'none',
    verb: 'submit',
    done: 'submitted',
  },
  withdraw: {
    from: ['submitted'],
    to: 'draft',
    who: ['reporters'],
    note: false,
    claim: 'none',
    verb: 'withdraw',
    done: 'withdrawn',
  },
  claim: {
    from: ['submitted'],
    to: 'in review',
    who: ['sub-editor', 'chief'],
    note: false,
    claim: 'mine',
    verb: 'claim',
    done: 'claimed',
  },
  release: {
    from: ['in review'],
    to: 'submitted',
    who: ['claimant', 'chief'],
    note: false,
    claim: 'none',
    verb: 'release',
    done: 'released',
  },
  'take over': {
    from: ['in review'],
    to: 'in review',
    who: ['sub-editor', 'chief'],
    note: false,
    claim: 'mine',
    verb: 'take over',
    done: 'taken over',
  },
  'request changes': {
    from: ['in review'],
    to: 'changes requested',
    who: ['claimant', 'chief'],
    note: true,
    claim: 'none',
    verb: 'send back',
    done: 'sent back for changes',
  },
  approve: {
    from: ['in review'],
    to: 'approved',
    who: ['claimant', 'chief'],
    note: false,
    claim: 'none',
    fourEyes: true,
    verb: 'approve',
    done: 'approved',
  },
  reopen: {
    from: ['approved'],
    to: 'in review',
    who: ['sub-editor', 'chief'],
    note: true,
    claim: 'mine',
    newEpoch: true,
    verb: 'reopen',
    done: 'reopened',
  },
  publish: {
    from: ['approved'],
    to: 'published',
    who: ['chief'],
    note: false,
    claim: 'none',
    verb: 'publish',
    done: 'published',
  },
  schedule: {
    from: ['approved'],
    to: 'approved',
    who: ['chief'],
    note: false,
    claim: 'none',
    verb: 'schedule',
    done: 'scheduled',
  },
  unschedule: {
    from: ['approved'],
    to: 'approved',
    who: ['chief'],
    note: false,
    claim: 'none',
    verb: 'unschedule',
    done: 'taken off the schedule',
  },
  correct: {
    from: ['published'],
    to: 'in review',
    who: ['sub-editor', 'chief'],
    note: true,
    claim: 'mine',
    newEpoch: true,
    verb: 'correct',
    done: 'corrected',
  },
  kill: {
    from: ['published'],
    to: 'spiked',
    who: ['chief'],
    note: true,
    claim: 'none',
    verb: 'kill',
    done: 'killed',
  },
  spike: {
    from: ['draft', 'submitted', 'in review', 'changes requested', 'approved'],
    to: 'spiked',
    who: ['reporters of a draft', 'chief'],
    note: false,
    claim: 'none',
    verb: 'spike',
    done: 'spiked',
  },
  restore: {
    from: ['spiked'],
    to: 'draft',
    who: ['reporters of a draft', 'chief'],
    note: false,
    claim: 'none',
    newEpoch: true,
    verb: 'restore',
    done: 'restored',
  },
}

/** Why a step can't be taken: wrong moment ('stale'), wrong person ('not allowed') or wrong input ('invalid'). */
export type StepRefusal = {
  readonly ok: false
  readonly reason: 'stale' | 'not allowed' | 'invalid'
  /** For people, in one sentence. */
  readonly message: string
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: 'a draft',
  submitted: 'submitted',
  'in review': 'in review',
  'changes requested': 'back with its reporters for changes',
  approved: 'approved',
  published: 'published',
  spiked: 'spiked',
}

const ACTOR_WORDS: Readonly<Record<Actor, string>> = {
  reporters: 'its reporters',
  'reporters of a draft': 'its reporters while it is a draft',
  claimant: 'whoever claimed it',
  'sub-editor': 'a sub-editor',
  chief: 'a chief',
}

const refuse = (reason: StepRefusal['reason'], message: string): StepRefusal => ({
  ok: false,
  reason,
  message,
})

function isActor(record: StoryRecord, person: Person, actor: Actor): boolean {
  const wrote = record.reporters.includes(person.id)
  switch (actor) {
    case 'reporters':
      return wrote
    case 'reporters of a draft':
      return wrote && (record.status === 'spiked' ? record.spikedFrom : record.status) === 'draft'
    case 'claimant':
      return record.claimant === person.id
    default:
      return person.role === actor
  }
}

/** What the newsroom's settings say about the steps: whether somebody may approve what they wrote. */
type StepSettings = { readonly selfApproval: boolean }

/**
 * Why this person can't take this step now, or null when they can. Notes are not looked at, nor what stands on the
 * sign-off list (`whyNotApprove` does): screens ask this to switch a button off and to say why.
 */
export function whyNotStep(
  record: StoryRecord,
  person: Person,
  name: StepName,
  settings: StepSettings = NEWSROOM_SETTINGS,
): StepRefusal | null {
  const step = STEPS[name]
  if (!step.from.includes(record.status)) {
    const from = step.from.map((status) => STATUS_WORDS[status]).join(' or ')
    return refuse(
      'stale',
      `This story is ${STATUS_WORDS[record.status]}; only one that is ${from} can be ${step.done}.`,
    )
  }
  if (!step.who.some((actor) => isActor(record, person, actor))) {
    const who = step.who.map((actor) => ACTOR_WORDS[actor]).join(' or ')
    return refuse('not allowed', `Only ${who} can ${step.verb} this story.`)
  }
  if (step.fourEyes && !settings.selfApproval && record.reporters.includes(person.id)) {
    return refuse('not allowed', `You wrote part of this story, so somebody else must ${step.verb} it.`)
  }
  if (name === 'take over' && record.claimant === person.id) {
    return refuse('stale', 'You have claimed this story already.')
  }
  return null
}

type Stepped = { readonly ok: true; readonly record: StoryRecord } | StepRefusal

/**
 * The record as it is after `person` did `action`, or why that is refused. Leaves `sequence` and `changedAt`
 * to the backend, which orders changes; so it does with what needs the story's content: what an approval is of, and the
 * document of a new epoch. Keeping a version and commenting leave the record as it is.
 */
export function stepOf(
  record: StoryRecord,
  person: Person,
  action: Action,
  settings: StepSettings = NEWSROOM_SETTINGS,
): Stepped {
  switch (action.type) {
    case 'set embargo':
      return embargoed(record, person, action.embargo)
    case 'keep version':
      return kept(record, person, action.name)
    case 'comment':
      return commented(record, person, action.text)
    default:
      return stepped(record, person, action, settings)
  }
}

function stepped(record: StoryRecord, person: Person, action: StepAction, settings: StepSettings): Stepped {
  const refusal = whyNotStep(record, person, action.type, settings)
  if (refusal) return refusal
  const step = STEPS[action.type]
  if (step.note && ('note' in action ? action.note.trim() : '') === '') {
    return refuse('invalid', `Say in a note why you ${step.verb} this story.`)
  }
  const { spikedFrom: _, ...rest } = record
  const claimant = step.claim === 'mine' ? person.id : step.claim === 'kept' ? record.claimant : null
  const epoch = step.newEpoch ? record.epoch + 1 : record.epoch
  const next = { ...rest, status: step.to, claimant, epoch }
  return { ok: true, record: action.type === 'spike' ? { ...next, spikedFrom: record.status } : next }
}

/** Longest name of a version, in UTF-16 units. */
const MAX_VERSION_NAME = 120

function kept(record: StoryRecord, person: Person, name: string): Stepped {
  const access = accessTo(record, person)
  if (!allows(access, 'comment')) return refuse('not allowed', access.why)
  if (name.trim() === '') return refuse('invalid', 'Give the version a name, so that it can be found again.')
  if (name.trim().length > MAX_VERSION_NAME) {
    return refuse('invalid', `Give the version a shorter name, of at most ${MAX_VERSION_NAME} characters.`)
  }
  return { ok: true, record }
}

function commented(record: StoryRecord, person: Person, text: string): Stepped {
  const access = accessTo(record, person)
  if (!allows(access, 'comment')) return refuse('not allowed', access.why)
  if (text.trim() === '') return refuse('invalid', 'There is nothing in this comment to tell anybody.')
  return { ok: true, record }
}

function embargoed(record: StoryRecord, person: Person, embargo: ZonedInstant | null): Stepped {
  const { right, why } = accessTo(record, person)
  if (right !== 'edit') return refuse('not allowed', why)
  if (embargo && (Number.isNaN(Date.parse(embargo.at)) || !isZone(embargo.zone))) {
    return refuse('invalid', 'That is not a time with a time zone, so the embargo was left as it was.')
  }
  return { ok: true, record: { ...record, embargo } }
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
