import { oneOf, orMissing, record, text, WRONG, type Shape } from '../rules/shape.ts'
import type { Refusal } from './backend.ts'

/**
 * What goes between the newsroom's server and the browsers: the envelope of every answer, bytes, and the bounds of what
 * is taken. Shapes of what is asked and answered are in wire/. Both sides check what they are given: the
 * server what is asked (wire/…-requests.ts), browsers what is answered, with the few words of rules/shape.ts.
 */

/** Bounds of what the server takes. Bytes, or characters where it says so. */
export const LIMITS = {
  /** The body of a request, unless its route says otherwise. */
  body: 5_000_000,
  /** The body of a new story: wire copy of 4 MB, what was recognised in it, and what JSON puts around them. */
  newStory: 16_000_000,
  /** The body of a change of the checks: a whole newsroom's rules. */
  checks: 24_000_000,
  /** One message of a live connection, and the update in it. */
  update: 5_000_000,
  /** A story's whole document, as one update. */
  document: 50_000_000,
  /** What one tab tells of itself to the others. */
  awareness: 4_096,
  /** Stories on one page of a list. */
  page: 500,
  /** Characters of a search. */
  search: 500,
  /** Suggestions in one decision. */
  decisions: 20_000,
  /** Characters of a note, a reason, a comment's text. */
  note: 20_000,
  /** Characters of a name of a person. */
  name: 200,
  /** Characters of an id. */
  id: 200,
} as const

/** What the server answers where it refuses. The HTTP status follows `reason`. */
export type WireRefusal = Refusal & {
  /** Of the failure in the server's log, for whoever runs it. */
  readonly id?: string
  /** There is no session (any more): the person has to sign in. */
  readonly signedOut?: true
}

/** Every answer of the server's API. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | WireRefusal

export const REASONS = ['not found', 'not allowed', 'stale', 'invalid', 'damaged', 'storage'] as const

const refusal = record<WireRefusal>({
  ok: oneOf(false),
  reason: oneOf(...REASONS),
  message: text,
  id: orMissing(text),
  signedOut: orMissing(oneOf(true)),
})

/** The shape of an answer with such a value; null for anything that is none. */
export function readAnswer<Value>(shape: Shape<Value>, answer: unknown): Answer<Value> | null {
  const refused = refusal(answer)
  if (refused !== WRONG) return refused
  const done = record<{ readonly ok: true; readonly value: unknown }>({ ok: oneOf(true), value: shape })(
    answer,
  )
  return done === WRONG ? null : { ok: true, value: done.value as Value }
}

/** Bytes, as base64 in JSON. */
export const base64: Shape<Uint8Array> = (value) =>
  typeof value === 'string' && BASE64.test(value)
    ? Uint8Array.from(atob(value), (character) => character.charCodeAt(0))
    : WRONG

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Characters are made of so many bytes at once: `fromCharCode` takes no more. */
const CHUNK = 32_768

/** Bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(binary)
}
