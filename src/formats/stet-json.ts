import * as z from 'zod/mini'
import type { StoryContent } from '../domain/story-content.ts'
import { CONTENT_SCHEMA } from '../domain/story-doc.ts'
import { readStoryShape } from './story-shape.ts'

/** A story with everything that belongs to it, as it is carried from one desk to another. */
export type StoryFile = {
  readonly content: StoryContent
  /** Pictures by their SHA-256. */
  readonly pictures: readonly StoryPicture[]
  /** The copy that it was imported from, or null. */
  readonly source: { readonly name: string; readonly type: string; readonly text: string } | null
}

export type StoryPicture = { readonly hash: string; readonly type: string; readonly bytes: Uint8Array }

const FORMAT = 'stet-story'

/** Stet's own JSON: the whole story, notes and pictures included. Reading it again gives an equal story. */
export function toStetJson({ content, pictures, source }: StoryFile): string {
  const file = {
    format: FORMAT,
    schema: CONTENT_SCHEMA,
    content,
    pictures: pictures.map(({ hash, type, bytes }) => ({ hash, type, base64: toBase64(bytes) })),
    source,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Is this text Stet's own JSON, whatever its version? */
export function isStetJson(text: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"stet-story"/.test(text)
}

const shape = z.object({
  format: z.literal(FORMAT),
  schema: z.int(),
  content: z.unknown(),
  pictures: z.array(z.object({ hash: z.string(), type: z.string(), base64: z.string() })),
  source: z.nullable(z.object({ name: z.string(), type: z.string(), text: z.string() })),
})

/** The story in a text that `toStetJson` made; else what is wrong, for people. */
export function readStetJson(
  text: string,
): { readonly ok: true; readonly file: StoryFile } | { readonly ok: false; readonly message: string } {
  const value = parse(text)
  const found = z.safeParse(shape, value)
  if (!found.success) return bad('This is not a story that Stet exported, or a part of it is missing.')
  const { schema, content, pictures, source } = found.data
  if (schema > CONTENT_SCHEMA) {
    return bad(
      'This story was exported by a newer Stet. Nothing was changed. Update Stet, then import it again.',
    )
  }
  const story = readStoryShape(content)
  if (!story.ok) return bad(`This file is damaged (${story.problem}). Nothing was imported.`)
  try {
    const files = pictures.map(({ hash, type, base64 }) => ({ hash, type, bytes: fromBase64(base64) }))
    return { ok: true, file: { content: story.content, pictures: files, source } }
  } catch {
    return bad('A picture in this file is damaged. Nothing was imported.')
  }
}

const bad = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message })

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

const CHUNK = 0x80_00

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(binary)
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
