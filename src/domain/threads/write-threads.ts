import * as Y from 'yjs'
import { messageNumber } from './read-threads.ts'
import type { Message, Thread, ThreadAnchor } from './thread.ts'
import { threadsOf } from './thread.ts'

/** A thread that begins, with its first message, which is by the same person at the same time. */
export type NewThread = Pick<Thread, 'id' | 'by' | 'at' | 'quote'> & {
  readonly anchor: ThreadAnchor
  readonly message: Pick<Message, 'id' | 'text' | 'mentions'>
}

/** Opens a thread, in one transaction. Does nothing where there is one of that id. */
export function startThread(
  doc: Y.Doc,
  { id, by, at, anchor, quote, message }: NewThread,
  origin?: unknown,
): void {
  putThread(doc, { id, by, at, anchor, quote, resolved: null, messages: [{ ...message, by, at }] }, origin)
}

/** Writes a whole thread. Does nothing where there is one of that id. */
export function putThread(doc: Y.Doc, thread: Thread, origin?: unknown): void {
  const threads = threadsOf(doc)
  if (threads.has(thread.id)) return
  const { id, by, at, anchor, quote, resolved } = thread
  const messages = new Y.Map<unknown>()
  const row = new Y.Map<unknown>([
    ['by', by],
    ['at', at],
    ['anchor', JSON.stringify(anchor)],
    ['quote', quote],
    ['resolved', resolved === null ? '' : JSON.stringify(resolved)],
    ['messages', messages],
  ])
  thread.messages.forEach((message, index) => messages.set(message.id, messageJson(message, index + 1)))
  doc.transact(() => threads.set(id, row), origin)
}

/** Adds a message behind those that are there. False where there is no such thread. */
export function addMessage(doc: Y.Doc, thread: string, message: Message, origin?: unknown): boolean {
  const messages = rowOf(doc, thread)?.get('messages')
  if (!(messages instanceof Y.Map)) return false
  let last = 0
  for (const json of messages.values()) last = Math.max(last, messageNumber(json))
  doc.transact(() => messages.set(message.id, messageJson(message, last + 1)), origin)
  return true
}

/** Says that a thread is settled, and by whom. False where there is no such thread, or where it is settled already. */
export function resolveThread(
  doc: Y.Doc,
  thread: string,
  by: NonNullable<Thread['resolved']>,
  origin?: unknown,
): boolean {
  return setResolved(doc, thread, JSON.stringify({ by: by.by, at: by.at }), origin)
}

/** Takes up a thread again that was settled. False where there is no such thread, or where it is open. */
export const reopenThread = (doc: Y.Doc, thread: string, origin?: unknown): boolean =>
  setResolved(doc, thread, '', origin)

function setResolved(doc: Y.Doc, thread: string, value: string, origin: unknown): boolean {
  const row = rowOf(doc, thread)
  if (!row || (row.get('resolved') === '') === (value === '')) return false
  doc.transact(() => row.set('resolved', value), origin)
  return true
}

function rowOf(doc: Y.Doc, thread: string): Y.Map<unknown> | null {
  const row = threadsOf(doc).get(thread)
  return row instanceof Y.Map ? (row as Y.Map<unknown>) : null
}

const messageJson = ({ by, at, text, mentions }: Message, n: number): string =>
  JSON.stringify({ by, at, text, mentions, n })
