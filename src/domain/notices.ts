import type { Person } from './person.ts'
import type { StoryRecord } from './story-record.ts'
import type { Action } from './workflow.ts'

/** What somebody is told of. 'returned': changes were requested. 'answered': somebody wrote in a thread that they wrote in. */
export type NoticeKind =
  | 'submitted'
  | 'withdrawn'
  | 'taken over'
  | 'returned'
  | 'approved'
  | 'reopened'
  | 'spiked'
  | 'restored'
  | 'commented'
  | 'answered'
  | 'mentioned'

/** One person who is told of an event, and as what. */
export type Told = { readonly person: string; readonly kind: NoticeKind }

/** What happened: an action, who did it, the record before it, and who is on the desk. */
export type Happening = {
  readonly action: Action
  /** Id of the person who did it. */
  readonly by: string
  readonly before: StoryRecord
  readonly people: readonly Person[]
  /** For a comment: the ids of those who wrote in its thread. */
  readonly inThread?: readonly string[]
}

type Audience = 'reporters' | 'claimant' | 'reviewers'

/** Whom each action tells, and of what. 'claimant' is the one before it; what isn't here shows in a queue. */
const TELLS: Readonly<Partial<Record<Action['type'], readonly [NoticeKind, readonly Audience[]]>>> = {
  submit: ['submitted', ['reviewers', 'reporters']],
  withdraw: ['withdrawn', ['reporters', 'claimant']],
  'take over': ['taken over', ['reporters', 'claimant']],
  'request changes': ['returned', ['reporters', 'claimant']],
  approve: ['approved', ['reporters', 'claimant']],
  reopen: ['reopened', ['reporters']],
  spike: ['spiked', ['reporters', 'claimant']],
  restore: ['restored', ['reporters']],
}

/**
 * Whom an event tells, each person once: nobody of what they did themselves, and of a comment as what concerns them most
 * (mentioned, then answered, then that their story has a comment).
 */
export function toldOf(happening: Happening): readonly Told[] {
  const { by } = happening
  const told = new Map<string, NoticeKind>()
  for (const { person, kind } of concerned(happening)) {
    if (person !== by && !told.has(person)) told.set(person, kind)
  }
  return [...told].map(([person, kind]) => ({ person, kind }))
}

function concerned(happening: Happening): readonly Told[] {
  const { action, people, inThread = [] } = happening
  if (action.type === 'comment') {
    const known = new Set(people.map(({ id }) => id))
    return [
      ...action.mentions.filter((id) => known.has(id)).map((person): Told => ({ person, kind: 'mentioned' })),
      ...inThread.map((person): Told => ({ person, kind: 'answered' })),
      ...toAll('commented', ['reporters', 'claimant'], happening),
    ]
  }
  const tells = TELLS[action.type]
  return tells ? toAll(tells[0], tells[1], happening) : []
}

function toAll(kind: NoticeKind, audiences: readonly Audience[], happening: Happening): readonly Told[] {
  return audiences.flatMap((audience) => membersOf(audience, happening).map((person) => ({ person, kind })))
}

function membersOf(audience: Audience, { before, people }: Happening): readonly string[] {
  switch (audience) {
    case 'reporters':
      return before.reporters
    case 'claimant':
      return before.claimant === null ? [] : [before.claimant]
    default:
      return people.filter(({ role }) => role !== 'reporter').map(({ id }) => id)
  }
}
