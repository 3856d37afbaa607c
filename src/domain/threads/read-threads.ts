import * as Y from 'yjs'
import type { TextName } from '../story-doc.ts'
import { readRanges } from '../suggestions/id-ranges.ts'
import type { Message, Thread, ThreadAnchor } from './thread.ts'
import { threadsOf } from './thread.ts'
import { comparePlaces, threadPlaces } from './thread-places.ts'

/**
 * All threads of a story in reading order, those of suggestions behind them and orphans last. Never throws: a row that
 * is no thread, or one that only a newer Stet understands, is left out and left as it is.
 */
export function readThreads(doc: Y.Doc): readonly Thread[] {
  return readPlacedThreads(doc).threads
}

/** The same, with the ids of the orphans among them, in their order. */
export function readPlacedThreads(doc: Y.Doc): {
  readonly threads: readonly Thread[]
  readonly orphans: readonly string[]
} {
  const threads = [...threadsOf(doc).entries()].flatMap(([id, row]) => readThread(id, row) ?? [])
  const places = threadPlaces(doc, threads)
  threads.sort((a, b) => {
    const [left, right] = [places.get(a.id), places.get(b.id)]
    if (!left !== !right) return left ? -1 : 1
    const order = left && right ? comparePlaces(left.order, right.order) : 0
    return order || compareText(a.at, b.at) || compareText(a.id, b.id)
  })
  return { threads, orphans: threads.flatMap(({ id }) => (places.get(id) === null ? [id] : [])) }
}

/** Is nothing left in the story of what this thread is about? */
export const isOrphan = (doc: Y.Doc, thread: Thread): boolean =>
  threadPlaces(doc, [thread]).get(thread.id) === null

/** Is it still to be answered? Reasons and replies on a suggestion are no comments of the story. */
export const isOpenComment = ({ anchor, resolved }: Thread): boolean =>
  anchor.kind !== 'suggestion' && resolved === null

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function readThread(id: string, row: unknown): Thread | null {
  if (!(row instanceof Y.Map)) return null
  const anchor = readAnchor(parse(row.get('anchor')))
  if (anchor === null) return null
  const resolved = parse(row.get('resolved'))
  return {
    id,
    by: asText(row.get('by')),
    at: asText(row.get('at')),
    anchor,
    quote: asText(row.get('quote')),
    resolved: isObject(resolved) ? { by: asText(resolved['by']), at: asText(resolved['at']) } : null,
    messages: readMessages(row.get('messages')),
  }
}

function readAnchor(value: unknown): ThreadAnchor | null {
  if (!isObject(value)) return null
  const { kind, text, ids, field, suggestion } = value
  if (kind === 'words' && isTextName(text)) return { kind, text, ids: readRanges(ids) }
  if (kind === 'field' && typeof field === 'string') return { kind, field }
  return kind === 'suggestion' && typeof suggestion === 'string' ? { kind, suggestion } : null
}

const isTextName = (name: unknown): name is TextName =>
  name === 'headline' || name === 'dek' || name === 'body' || asText(name).startsWith('caption:')

function readMessages(messages: unknown): readonly Message[] {
  if (!(messages instanceof Y.Map)) return []
  const rows = [...messages.entries()].flatMap(([id, json]) => {
    const value = parse(json)
    if (!isObject(value) || typeof value['text'] !== 'string') return []
    const mentions = Array.isArray(value['mentions']) ? (value['mentions'] as unknown[]) : []
    const message: Message = {
      id,
      by: asText(value['by']),
      at: asText(value['at']),
      text: value['text'],
      mentions: mentions.filter((person) => typeof person === 'string'),
    }
    return [{ message, n: messageNumber(json) }]
  })
  rows.sort((a, b) => a.n - b.n || compareText(a.message.id, b.message.id))
  return rows.map(({ message }) => message)
}

/** The place of a stored message among those of its thread; 0 for what has none. */
export function messageNumber(json: unknown): number {
  const value = parse(json)
  const n = isObject(value) ? value['n'] : 0
  return typeof n === 'number' && Number.isFinite(n) ? n : 0
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(json: unknown): unknown {
  try {
    return typeof json === 'string' && json !== '' ? (JSON.parse(json) as unknown) : null
  } catch {
    return null
  }
}
