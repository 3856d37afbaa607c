import * as z from 'zod/mini'
import type { Person } from '../../domain/person.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { STATUSES } from '../../domain/story-record.ts'
import { asContent } from '../../rules/stored-shapes.ts'
import type { ListPage, Source } from '../backend.ts'
import { LIMITS } from '../wire.ts'

// What the server answers about people and stories as they are now. Keys that are not known are left out.

/** No NUL, which no database keeps. */
export const hasNoNul = z.refine<string>((text) => !text.includes('\0'))

export const id = z.string().check(z.minLength(1), z.maxLength(LIMITS.id), hasNoNul)
export const role = z.enum(['reporter', 'sub-editor', 'chief'])
export const status = z.enum(STATUSES)

export const person: z.ZodMiniType<Person> = z.object({
  id,
  name: z.string().check(z.maxLength(LIMITS.name)),
  role,
})

export const people: z.ZodMiniType<readonly Person[]> = z.array(person)

const instant = z.object({ at: z.string(), zone: z.string() })

export const storyRecord: z.ZodMiniType<StoryRecord> = z.object({
  id: z.string(),
  deskId: z.string(),
  schema: z.number(),
  epoch: z.number(),
  status,
  reporters: z.array(z.string()),
  claimant: z.nullable(z.string()),
  spikedFrom: z.exactOptional(status),
  embargo: z.nullable(instant),
  published: z.nullable(
    z.object({
      version: z.string(),
      at: z.string(),
      pubStatus: z.enum(['usable', 'withheld', 'canceled']),
    }),
  ),
  hasSource: z.boolean(),
  sequence: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
  summary: z.object({
    headline: z.string(),
    dek: z.string(),
    slug: z.string(),
    section: z.string(),
    byline: z.string(),
    words: z.number(),
    tks: z.number(),
    suggestions: z.number(),
    comments: z.number(),
  }),
})

export const listPage: z.ZodMiniType<ListPage> = z.object({
  records: z.array(storyRecord),
  total: z.number(),
  isMore: z.boolean(),
  counts: z.object({
    draft: z.number(),
    submitted: z.number(),
    'in review': z.number(),
    'changes requested': z.number(),
    approved: z.number(),
    published: z.number(),
    spiked: z.number(),
  }),
})

/** Content as JSON, also a newer Stet's: blocks that are not known are carried as unknown ones. */
export const content: z.ZodMiniType<StoryContent> = z.pipe(
  z.unknown(),
  z.transform((value, { issues }) => {
    const known = asContent({ content: value })
    if (known) return known
    issues.push({ code: 'custom', message: 'not a story', input: value })
    return z.NEVER
  }),
)

/** A story to be read and not edited: its record and what it says. */
export type StoryCopy = { readonly record: StoryRecord; readonly content: StoryContent }

export const storyCopy: z.ZodMiniType<StoryCopy> = z.object({ record: storyRecord, content })

export const source: z.ZodMiniType<Source> = z.object({
  name: z.string(),
  type: z.string(),
  text: z.string(),
})
