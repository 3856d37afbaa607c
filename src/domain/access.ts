import type { Person } from './person.ts'
import type { Status, StoryRecord } from './story-record.ts'

/** What somebody may do with a story's content, from most to least. Everybody reads everything. */
export type Right = 'edit' | 'suggest' | 'comment' | 'read'

/** A right, and in one sentence why it is no more than that ('' where it is 'edit'). */
export type Access = { readonly right: Right; readonly why: string }

/** How somebody stands to a story; the columns of the second table of DESIGN.md, section 5. */
export type Standing = 'its reporters' | 'claimant' | 'sub-editor' | 'chief' | 'other reporters'

const RIGHTS: readonly Right[] = ['edit', 'suggest', 'comment', 'read']

const WRITING: Readonly<Record<Standing, Right>> = {
  'its reporters': 'edit',
  claimant: 'read',
  'sub-editor': 'suggest',
  chief: 'edit',
  'other reporters': 'comment',
}

const READING: Readonly<Record<Standing, Right>> = {
  'its reporters': 'read',
  claimant: 'read',
  'sub-editor': 'read',
  chief: 'read',
  'other reporters': 'read',
}

/** The second table of DESIGN.md, section 5: the most that each standing gives in each status. */
export const ACCESS: Readonly<Record<Status, Readonly<Record<Standing, Right>>>> = {
  draft: WRITING,
  'changes requested': WRITING,
  submitted: {
    'its reporters': 'comment',
    claimant: 'read',
    'sub-editor': 'comment',
    chief: 'comment',
    'other reporters': 'read',
  },
  'in review': {
    'its reporters': 'suggest',
    claimant: 'edit',
    'sub-editor': 'suggest',
    chief: 'edit',
    'other reporters': 'comment',
  },
  approved: READING,
  published: READING,
  spiked: READING,
}

const WHY: Readonly<Record<Status, string>> = {
  draft: 'Only its reporters and a chief edit this draft.',
  'changes requested': 'It is back with its reporters: only they and a chief edit it.',
  submitted: 'It has been submitted: nobody edits it until it is claimed for review or withdrawn.',
  'in review': 'It is in review: only whoever claimed it and a chief edit it.',
  approved: 'It is approved: nobody edits it unless it is reopened.',
  published: 'It is published: nobody edits it unless it is corrected.',
  spiked: 'It is spiked: nobody edits it unless it is restored.',
}

/** What this person may do with this story now: the most that any of their standings gives, and why no more. */
export function accessTo(record: StoryRecord, person: Person): Access {
  const rights = new Set(standingsOf(record, person).map((standing) => ACCESS[record.status][standing]))
  const right = RIGHTS.find((right) => rights.has(right)) ?? 'read'
  return { right, why: right === 'edit' ? '' : WHY[record.status] }
}

/** Does this access hold that right? Whoever edits may also suggest, and whoever suggests may also comment. */
export function allows(access: Access, right: Right): boolean {
  return RIGHTS.indexOf(access.right) <= RIGHTS.indexOf(right)
}

function standingsOf(record: StoryRecord, person: Person): readonly Standing[] {
  const standings: Standing[] = []
  if (record.reporters.includes(person.id)) standings.push('its reporters')
  if (record.claimant === person.id) standings.push('claimant')
  if (person.role !== 'reporter') standings.push(person.role)
  return standings.length > 0 ? standings : ['other reporters']
}
