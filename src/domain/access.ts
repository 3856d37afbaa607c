import type { Person } from './person.ts'
import type { StoryRecord } from './story-record.ts'

/** What somebody may do with a story's content, from most to least. Everybody reads everything. */
export type Right = 'edit' | 'suggest' | 'comment' | 'read'

/** A right, and in one sentence why it is no more than that ('' where it is 'edit'). */
export type Access = { readonly right: Right; readonly why: string }

/** The second table of DESIGN.md, section 5. */
export function accessTo(_record: StoryRecord, _person: Person): Access {
  return { right: 'edit', why: '' }
}
