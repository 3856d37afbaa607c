import type { StoryContent } from '../domain/story-content.ts'
import { CONTENT_SCHEMA } from '../domain/story-doc.ts'

/** A picture's file inside of a story file. */
export type StetPicture = { readonly type: string; readonly base64: string }

/**
 * A story as Stet's own JSON, which imports to an identical story: notes, desk note and unknown parts stay in it, since
 * it is the desk's own format and no public one. `pictures` are the files by their hash (`toStetPicture` makes them).
 */
export function toStetJson(
  content: StoryContent,
  pictures: Readonly<Record<string, StetPicture>>,
  source: { readonly name: string; readonly type: string; readonly text: string } | null,
): string {
  return JSON.stringify({ format: 'stet-story', schema: CONTENT_SCHEMA, content, pictures, source }, null, 1)
}

/** A picture's file for `toStetJson`. */
export async function toStetPicture(picture: Blob): Promise<StetPicture> {
  const bytes = new Uint8Array(await picture.arrayBuffer())
  let binary = ''
  // In slices: a call can't take the bytes of a whole picture as arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return { type: picture.type, base64: btoa(binary) }
}
