import type { Connection } from '@hocuspocus/server'
import type { LiveRefusal } from '../../backends/wire/live.ts'
import { DESK_DOCUMENT, LIVE_REFUSED } from '../../backends/wire/live.ts'
import { AwarenessRenewals } from './awareness-renewals.ts'
import type { DocumentSocket } from './document-socket.ts'
import { acknowledgement } from './live-answers.ts'
import type { LiveCounts } from './live-figures.ts'
import type { LiveLimits } from './live-limits.ts'
import { readMessage } from './live-message.ts'
import { tooMuchAtOnce } from './live-refusals.ts'
import { CLOSE_CODES, type LiveSocket } from './live-socket.ts'
import type { LiveStories } from './live-stories.ts'
import { OwnAwareness } from './own-awareness.ts'
import type { Writer } from './story-writes.ts'

/** What Hocuspocus carries along with each connection. */
export type LiveContext = { readonly socket: LiveSocket }

export const socketOf = (connection: Connection): LiveSocket => (connection.context as LiveContext).socket

type Kept = { readonly writer: Writer; readonly awareness: OwnAwareness }

/** What connections say: what they write goes into their story's queue, and what they say of themselves to the others. */
export class LiveConnections {
  readonly #stories: LiveStories
  readonly #limits: LiveLimits
  readonly #counts: LiveCounts
  readonly #renewals = new AwarenessRenewals()
  readonly #kept = new WeakMap<Connection, Kept>()

  constructor(stories: LiveStories, limits: LiveLimits, counts: LiveCounts) {
    this.#stories = stories
    this.#limits = limits
    this.#counts = counts
  }

  /** Deals with a message; false where Hocuspocus is to answer it. */
  receive(connection: Connection, data: Uint8Array): boolean {
    const message = readMessage(data)
    if (!message) {
      socketOf(connection).close(CLOSE_CODES.notUnderstood, 'not understood')
      return true
    }
    if (message.kind === 'other') return false
    const { writer, awareness } = this.#keptOf(connection)
    if (message.kind === 'update') this.#write(connection, writer, message.update)
    else if (!awareness.take(message.update, socketOf(connection).person)) this.#counts.dropped += 1
    return true
  }

  /** Tells who is still there: see AwarenessRenewals. */
  tellRenewals(): void {
    this.#renewals.tell()
  }

  #write(connection: Connection, writer: Writer, update: Uint8Array): void {
    const { name } = connection.document
    const kept = name === DESK_DOCUMENT ? null : this.#stories.of(name)
    if (kept && update.length > this.#limits.update) writer.refuse(tooMuchAtOnce())
    else if (kept) {
      socketOf(connection).pace.hold(update.length)
      kept.writes.add(writer, update)
    } else if (isEmpty(update)) writer.ack()
    else writer.refuse(NOTHING_TO_WRITE)
  }

  #keptOf(connection: Connection): Kept {
    const known = this.#kept.get(connection)
    if (known) return known
    const socket = connection.webSocket as unknown as DocumentSocket
    const { name, awareness } = connection.document
    const kept = {
      writer: this.#writerOf(connection, socket),
      awareness: new OwnAwareness(awareness, name, socket, this.#limits.awareness, this.#renewals),
    }
    this.#kept.set(connection, kept)
    return kept
  }

  #writerOf(connection: Connection, socket: DocumentSocket): Writer {
    const counts = this.#counts
    const live = socketOf(connection)
    const stored = acknowledgement(connection.document.name)
    return {
      get person() {
        return live.person.id
      },
      get isOpen() {
        return socket.isOpen
      },
      ack() {
        counts.stored += 1
        connection.send(stored)
      },
      refuse(refusal) {
        counts.refused += 1
        connection.close({ code: LIVE_REFUSED, reason: JSON.stringify(refusal) })
      },
      reset() {
        live.close(CLOSE_CODES.outOfStep, 'out of step')
      },
      release: (bytes) => live.pace.release(bytes),
    }
  }
}

/** An update that says nothing: no structs, no deletions. */
const isEmpty = (update: Uint8Array): boolean => update.length === 2 && update[0] === 0 && update[1] === 0

const NOTHING_TO_WRITE: LiveRefusal = {
  reason: 'not allowed',
  message: 'Nothing can be written here.',
  isClosed: false,
}
