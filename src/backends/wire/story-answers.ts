import type { Person } from '../../domain/person.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { STATUSES } from '../../domain/story-record.ts'
import { asContent } from '../../rules/stored-shapes.ts'
import type { ListPage, Source } from '../backend.ts'
import {
  list,
  number,
  oneOf,
  orMissing,
  orNull,
  record,
  text,
  truth,
  WRONG,
  type Shape,
} from '../../rules/shape.ts'

// What the server answers about people and stories as they are now. Keys that are not known are kept.

export const role = oneOf('reporter', 'sub-editor', 'chief')
export const status = oneOf(...STATUSES)

export const person = record<Person>({ id: text, name: text, role })

export const people: Shape<readonly Person[]> = list(person)

const instant = record({ at: text, zone: text })

export const storyRecord = record<StoryRecord>({
  id: text,
  deskId: text,
  schema: number,
  epoch: number,
  status,
  reporters: list(text),
  claimant: orNull(text),
  spikedFrom: orMissing(status),
  embargo: orNull(instant),
  published: orNull(
    record({
      version: text,
      at: text,
      pubStatus: oneOf('usable', 'withheld', 'canceled'),
    }),
  ),
  hasSource: truth,
  sequence: number,
  createdAt: text,
  changedAt: text,
  summary: record({
    headline: text,
    dek: text,
    slug: text,
    section: text,
    byline: text,
    words: number,
    tks: number,
    suggestions: number,
    comments: number,
  }),
})

export const listPage = record<ListPage>({
  records: list(storyRecord),
  total: number,
  isMore: truth,
  counts: record({
    draft: number,
    submitted: number,
    'in review': number,
    'changes requested': number,
    approved: number,
    published: number,
    spiked: number,
  }),
})

/** Content as JSON, also a newer Stet's: blocks that are not known are carried as unknown ones. */
export const content: Shape<StoryContent> = (value) => asContent({ content: value }) ?? WRONG

/** A story to be read and not edited: its record and what it says. */
export type StoryCopy = { readonly record: StoryRecord; readonly content: StoryContent }

export const storyCopy = record<StoryCopy>({ record: storyRecord, content })

export const source = record<Source>({
  name: text,
  type: text,
  text: text,
})
