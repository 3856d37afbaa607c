import { isBlockKind, MAX_LEVEL } from '../domain/block-kind.ts'
import type { Json } from '../domain/json.ts'
import type { Block, Marks, Span, StoryContent } from '../domain/story-content.ts'
import { CONTENT_SCHEMA } from '../domain/story-doc.ts'
import { STET_HEAD, STET_STORY, type RawBlock, type RawMarks, type RawSpan } from './stet-schema.ts'

/** A story file that was read: the story, its pictures' files, and the copy that it came from. */
export type ReadStory =
  | {
      readonly ok: true
      readonly content: StoryContent
      readonly pictures: readonly Blob[]
      readonly source: { readonly name: string; readonly type: string; readonly text: string } | null
    }
  | { readonly ok: false; readonly message: string }

const refuse = (message: string): ReadStory => ({ ok: false, message })

/**
 * Reads Stet's own JSON. Blocks and marks of kinds that are not known here are carried along as unknown ones. A file of a
 * newer schema is refused, and so is one that is damaged, with the place of the damage.
 */
export function readStetJson(text: string): ReadStory {
  const parsed = parse(text)
  if (parsed === undefined) {
    return refuse('This story file is damaged: it is not complete JSON. Nothing was imported. Export the story again.')
  }
  const head = STET_HEAD.safeParse(parsed)
  if (!head.success) return refuse('This JSON file is not a story from Stet. Nothing was imported.')
  if (head.data.schema > CONTENT_SCHEMA) {
    return refuse(
      `This story was saved by a newer Stet (schema ${head.data.schema}, and this one knows ${CONTENT_SCHEMA}). Nothing was imported. Update Stet and import it again.`,
    )
  }
  const story = STET_STORY.safeParse(parsed)
  if (!story.success) {
    const at = story.error.issues[0]?.path.join('.') ?? ''
    return refuse(`This story file is damaged${at === '' ? '' : ` at “${at}”`}. Nothing was imported. Export the story again.`)
  }
  const { content, pictures, source } = story.data
  const files = Object.values(pictures).map(({ type, base64 }) => fileOf(type, base64))
  const whole = files.filter((file) => file !== null)
  if (whole.length < files.length) {
    return refuse('A picture in this story file is damaged. Nothing was imported. Export the story again.')
  }
  const read: StoryContent = {
    ...content,
    headline: content.headline.map(spanOf),
    dek: content.dek.map(spanOf),
    body: content.body.map(blockOf),
    photos: content.photos.map((photo) => ({ ...photo, caption: photo.caption.map(spanOf) })),
  }
  return { ok: true, content: read, pictures: whole, source }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function fileOf(type: string, base64: string): Blob | null {
  try {
    return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type })
  } catch {
    return null
  }
}

function blockOf(block: RawBlock): Block {
  const { kind, spans } = block
  if (kind === 'rule') return { kind }
  if (kind === 'picture' && typeof block['photo'] === 'string') return { kind, photo: block['photo'] }
  if (kind === 'unknown') return { kind, raw: block['raw'] as Json, spans: (spans ?? []).map(spanOf) }
  const level = block['level']
  if (isBlockKind(kind) && spans !== undefined && isLevel(level)) return { kind, level, spans: spans.map(spanOf) }
  const { spans: _spans, ...raw } = block
  return { kind: 'unknown', raw: raw as Json, spans: (spans ?? []).map(spanOf) }
}

const isLevel = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_LEVEL

function spanOf(span: RawSpan): Span {
  const marks = marksOf(span.marks)
  if ('text' in span && typeof span.text === 'string') return { text: span.text, marks }
  return 'lineBreak' in span ? { lineBreak: true, marks } : { unknown: span.unknown as Json, marks }
}

const KNOWN: ReadonlySet<string> = new Set(['bold', 'italic', 'link', 'note', 'unknown'])

/** Marks that this Stet doesn't know stand under `unknown`, as everywhere in a story. */
function marksOf(raw: RawMarks): Marks {
  const known = Object.fromEntries(Object.entries(raw).filter(([name]) => KNOWN.has(name))) as Marks
  const others = Object.entries(raw).filter(([name]) => !KNOWN.has(name))
  if (others.length === 0) return known
  return { ...known, unknown: { ...known.unknown, ...(Object.fromEntries(others) as Record<string, Json>) } }
}
