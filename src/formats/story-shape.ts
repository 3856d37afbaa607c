import * as z from 'zod/mini'
import { BLOCK_KINDS } from '../domain/block-kind.ts'
import type { Json } from '../domain/json.ts'
import type { StoryContent } from '../domain/story-content.ts'

// The shape of a story's content as JSON, checked once where it comes in.

// A page under the server's policy may not make code of text, which Zod else tries at its first object.
z.config({ jitless: true })

const json: z.ZodMiniType<Json> = z.json()

const marks = z.strictObject({
  bold: z.optional(z.literal(true)),
  italic: z.optional(z.literal(true)),
  link: z.optional(z.string()),
  note: z.optional(z.literal(true)),
  unknown: z.optional(z.record(z.string(), json)),
})

const span = z.union([
  z.strictObject({ text: z.string(), marks }),
  z.strictObject({ lineBreak: z.literal(true), marks }),
  z.strictObject({ unknown: json, marks }),
])
const spans = z.array(span)

const block = z.union([
  z.strictObject({ kind: z.enum(BLOCK_KINDS), level: z.int().check(z.nonnegative()), spans }),
  z.strictObject({ kind: z.literal('picture'), photo: z.string() }),
  z.strictObject({ kind: z.literal('rule') }),
  z.strictObject({ kind: z.literal('unknown'), raw: json, spans }),
])

const crop = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

const content = z.strictObject({
  headline: spans,
  dek: spans,
  body: z.array(block),
  authors: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.string() })),
  fields: z.strictObject({
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
  }),
  photos: z.array(
    z.strictObject({
      id: z.string(),
      hash: z.string(),
      alt: z.string(),
      caption: spans,
      credit: z.string(),
      crop: z.nullable(crop),
    }),
  ),
})

/** The content that a JSON value is, or in a few words what is wrong with it and where. */
export function readStoryShape(
  value: unknown,
): { readonly ok: true; readonly content: StoryContent } | { readonly ok: false; readonly problem: string } {
  const found = z.safeParse(content, value)
  if (found.success) return { ok: true, content: found.data as StoryContent }
  const [issue] = found.error.issues
  return { ok: false, problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a story'}` }
}
