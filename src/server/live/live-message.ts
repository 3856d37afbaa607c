import * as decoding from 'lib0/decoding'

/** Kinds of messages in Hocuspocus's protocol; those that a browser may send, and what the server answers. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  close: 7,
} as const

/** What a browser may send. Among the rest is one that would have the server say anything to everybody. */
const ALLOWED: ReadonlySet<number> = new Set(Object.values(MESSAGE))

/** Kinds of messages within sync. */
const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2

/** To which document a message belongs and what kind it is, or null where a browser doesn't send such. */
export function readEnvelope(data: Uint8Array): { readonly name: string; readonly type: number } | null {
  try {
    const decoder = decoding.createDecoder(data)
    const name = decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    return ALLOWED.has(type) ? { name, type } : null
  } catch {
    return null
  }
}

export type LiveMessage =
  /** Bytes to be stored: an update, or what the server lacks. */
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  /** Writes nothing: Hocuspocus answers it. */
  | { readonly kind: 'other' }

/** What a message of an allowed kind asks for, or null where it can't be read. */
export function readMessage(data: Uint8Array): LiveMessage | null {
  try {
    const decoder = decoding.createDecoder(data)
    decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.awareness) {
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    }
    if (type !== MESSAGE.sync) return { kind: 'other' }
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === SYNC_STEP_1) return { kind: 'other' }
    return step === SYNC_STEP_2 || step === SYNC_UPDATE ? { kind: 'update', update: bytes } : null
  } catch {
    return null
  }
}
