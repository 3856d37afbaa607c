import { LIMITS } from '../../backends/wire.ts'

/** Bounds of what one browser may send and hold over a live connection. */
export type LiveLimits = {
  /** Bytes of one message, and of the update in it. */
  readonly update: number
  /** Bytes of a story's whole document. */
  readonly document: number
  /** Bytes of what a tab says of itself, as JSON. */
  readonly awareness: number
  /** Messages a second and socket that are read without waiting, in the long run and at once. Beyond that it is read slower. */
  readonly messages: { readonly perSecond: number; readonly burst: number }
  /** Bytes that wait for the storage before a socket is read no further. */
  readonly waiting: number
  /** Bytes that wait to be sent before a browser that doesn't read is let go. */
  readonly unread: number
  /** Documents that one socket may have open. */
  readonly documents: number
  /** Sockets of one session. */
  readonly sockets: number
  /** Milliseconds for which an update waits for what it builds on. */
  readonly patience: number
}

export const LIVE_LIMITS: LiveLimits = {
  update: LIMITS.update,
  document: LIMITS.document,
  awareness: LIMITS.awareness,
  messages: { perSecond: 200, burst: 1000 },
  waiting: 2 * LIMITS.update,
  unread: LIMITS.document,
  documents: 64,
  sockets: 64,
  patience: 10_000,
}
