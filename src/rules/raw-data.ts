import type { DeskTransaction, StoreName } from './desk-storage.ts'

export const RAW_STORES: readonly StoreName[] = [
  'records',
  'updates',
  'searches',
  'contents',
  'sources',
  'events',
  'versions',
  'copies',
  'verdicts',
  'late',
]

/**
 * All that is stored of a story, as it is stored and whatever shape it has, as one JSON text with bytes in base64; null
 * where nothing is stored under that id.
 */
export async function readRawData(transaction: DeskTransaction, id: string): Promise<string | null> {
  const parts = {
    record: await transaction.get('records', id),
    content: await transaction.get('contents', id),
    search: await transaction.get('searches', id),
    source: await transaction.get('sources', id),
    events: await transaction.ofStory('events', id),
    versions: await transaction.ofStory('versions', id),
    copies: await transaction.ofStory('copies', id),
    verdicts: await transaction.ofStory('verdicts', id),
    lateEdits: await transaction.ofStory('late', id),
    updates: await transaction.allUpdates(id),
  }
  const isThere = Object.values(parts).some((part) =>
    Array.isArray(part) ? part.length > 0 : part !== undefined,
  )
  if (!isThere) return null
  return JSON.stringify({ stet: 'raw data of one story', id, ...parts }, withoutCircles(), 2)
}

/** Writes any stored value as JSON, in one go over one value. */
function withoutCircles(): (this: unknown, key: string, value: unknown) => unknown {
  const around: unknown[] = []
  return function (_key, value) {
    // `this` holds the value: what is inside of others is done by now.
    while (around.length > 0 && around.at(-1) !== this) around.pop()
    const said = plain(value)
    if (typeof said !== 'object' || said === null) return said
    if (around.includes(said)) return 'holds itself'
    around.push(said)
    return said
  }
}

// JSON.stringify would write bytes as objects with a key for each, and refuses big integers.
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    return { base64: base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
  }
  if (value instanceof ArrayBuffer) return { base64: base64(new Uint8Array(value)) }
  return typeof value === 'bigint' ? String(value) : value
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
