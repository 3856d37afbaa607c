import type { DeskTransaction, StoreName } from './desk-storage.ts'

export const RAW_STORES: readonly StoreName[] = [
  'records',
  'updates',
  'searches',
  'contents',
  'sources',
  'events',
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
    events: await transaction.eventsOf(id),
    updates: await transaction.allUpdates(id),
  }
  if (parts.record === undefined && parts.updates.length === 0) return null
  return JSON.stringify({ stet: 'raw data of one story', id, ...parts }, plain, 2)
}

// JSON.stringify would write bytes as objects with a key for each, and refuses big integers and circles.
function plain(this: unknown, _key: string, value: unknown): unknown {
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
