import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { StoryContent } from './story-content.ts'

/**
 * SHA-256 (hex) of what a story says: equal for equal content, in whatever order its keys were written. It is computed
 * at once, without the browser's own hashing, which makes one wait, and within a transaction nobody may.
 */
export function contentHash(content: StoryContent): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))))
}

/** JSON with the keys of every object in order; a key that is undefined is as good as missing. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  // What JSON doesn't know stands for null, as it does in lists of JSON.stringify.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const rows = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${rows.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}
