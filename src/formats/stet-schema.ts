import * as z from 'zod'

// The shape of Stet's own story file at the edge. Objects are loose: what a newer Stet adds inside stays as it is.

const json = z.json()

const marks = z.looseObject({
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: z.string().optional(),
  note: z.literal(true).optional(),
  unknown: z.record(z.string(), json).optional(),
})

const span = z.union([
  z.looseObject({ text: z.string(), marks }),
  z.looseObject({ lineBreak: z.literal(true), marks }),
  z.looseObject({ unknown: json, marks }),
])

/** A block of any kind; stet-json.ts carries the kinds that it doesn't know as unknown blocks. */
const block = z.looseObject({ kind: z.string(), spans: z.array(span).optional() })

const crop = z.looseObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

const photo = z.looseObject({
  id: z.string(),
  hash: z.string().regex(/^(?:[0-9a-f]{64})?$/),
  alt: z.string(),
  caption: z.array(span),
  credit: z.string(),
  crop: crop.nullable(),
})

const fields = z.looseObject({
  organisation: z.string(),
  place: z.string(),
  date: z.string(),
  source: z.string(),
  section: z.string(),
  slug: z.string(),
  keywords: z.array(z.string()),
  language: z.string(),
  deskNote: z.string(),
  lead: z.string(),
})

const content = z.looseObject({
  headline: z.array(span),
  dek: z.array(span),
  body: z.array(block),
  authors: z.array(z.looseObject({ id: z.string(), name: z.string(), role: z.string() })),
  fields,
  photos: z.array(photo),
})

/** The head of a story file: enough to say whether the rest can be read. */
export const STET_HEAD = z.looseObject({ format: z.literal('stet-story'), schema: z.int().positive() })

export const STET_STORY = STET_HEAD.extend({
  content,
  pictures: z.record(z.string(), z.object({ type: z.string(), base64: z.string() })),
  source: z.object({ name: z.string(), type: z.string(), text: z.string() }).nullable(),
})

export type RawBlock = z.infer<typeof block>
export type RawMarks = z.infer<typeof marks>
export type RawSpan = z.infer<typeof span>
