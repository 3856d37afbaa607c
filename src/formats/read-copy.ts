import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { copyType, type CopyType } from './copy-type.ts'
import { decodeText, looksBinary, NOT_TEXT, type Decoded, type Encoding } from './decode-text.ts'
import { isStetJson } from './stet-json.ts'

/** What was given, as text. `warnings` are sentences for people. */
export type ReadCopy =
  | {
      readonly ok: true
      readonly text: string
      readonly type: CopyType
      readonly encoding: Encoding
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

/** A story file carries its pictures, so it may be larger than copy. */
const MAX_STORY_FILE_BYTES = 200_000_000

/**
 * Reads a file or pasted text: decodes it and says what it is. Empty, binary, too large and undecodable input is refused
 * with a message. `name` is the file's name, or anything without an ending for pasted text.
 */
export function readCopy(
  given: Uint8Array | string,
  name: string,
  maxBytes: number = NEWSROOM_SETTINGS.maxImportBytes,
): ReadCopy {
  const size = typeof given === 'string' ? new TextEncoder().encode(given).length : given.length
  const head =
    typeof given === 'string' ? given.slice(0, 2000) : new TextDecoder().decode(given.subarray(0, 2000))
  const most = isStetJson(head.replace(/^\ufeff/, '')) ? MAX_STORY_FILE_BYTES : maxBytes
  if (size > most) return { ok: false, message: tooLarge(size, most) }
  const decoded = typeof given === 'string' ? readString(given) : decodeText(given)
  if (!decoded.ok) return decoded
  const text = decoded.text.replace(/^\ufeff/, '')
  if (!/[^\s\u200b\ufeff\u2060]/.test(text)) {
    return { ok: false, message: 'There is no text in it: it is empty. Nothing was imported.' }
  }
  return { ...decoded, text, type: copyType(text, name) }
}

function readString(text: string): Decoded {
  if (looksBinary(text)) return { ok: false, message: NOT_TEXT }
  const warnings = text.includes('\ufffd')
    ? ['Some characters were already unreadable (\ufffd) in what was pasted.']
    : []
  return { ok: true, text, encoding: 'UTF-8', warnings }
}

function tooLarge(size: number, most: number): string {
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')
  return `This is too large to import: ${megabytes(size)} MB, and ${megabytes(most)} MB is the most. Nothing was imported. Split it, or paste only the story.`
}
