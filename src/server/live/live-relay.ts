import { randomBytes } from 'node:crypto'
import type { Document } from '@hocuspocus/server'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { Log } from '../log.ts'
import type { KeptStory } from './kept-story.ts'
import { channelsOf } from './redis-hub.ts'
import { RedisLine } from './redis-line.ts'

/** Kinds of what servers tell each other about a live document. */
const UPDATE = 1
const AWARENESS = 2
const WHO_IS_THERE = 3

const ID_LENGTH = 12

type Held = { readonly document: Document; readonly kept: KeptStory | null }

type Change = { readonly added: number[]; readonly updated: number[]; readonly removed: number[] }

/**
 * Between servers that hold the same documents: what one stored and who is there reach the others at once, over Redis.
 * Only what is stored is told; whatever gets lost on the way is read from the database.
 */
export class LiveRelay {
  readonly #line: RedisLine
  readonly #prefix: string
  readonly #log: Log
  readonly #server = randomBytes(ID_LENGTH)
  readonly #held = new Map<string, Held>()

  /** `onReady`: the line works, for the first time or again, and everything has to be looked at anew. */
  constructor(url: string, origin: string, log: Log, onReady: () => void) {
    this.#log = log
    this.#prefix = `${channelsOf(origin)}live:`
    this.#line = new RedisLine(url, log, {
      onMessage: (channel, message) => this.#hear(channel.slice(this.#prefix.length), message),
      onReady: () => {
        for (const name of this.#held.keys()) this.#greet(name)
        onReady()
      },
    })
  }

  get isReady(): boolean {
    return this.#line.isReady
  }

  /** A document is live here from now on. */
  hold(document: Document, kept: KeptStory | null): void {
    const { name, awareness } = document
    this.#held.set(name, { document, kept })
    kept?.live.onTaken((update, from) => {
      if (from === 'writers') this.#tell(name, UPDATE, update)
    })
    awareness.on('update', ({ added, updated, removed }: Change, origin: unknown) => {
      // Whoever is not heard of any more here may well be heard where they are connected.
      if (origin === this || origin === 'timeout') return
      this.#tell(name, AWARENESS, encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed]))
    })
    this.#line.subscribe(this.#prefix + name)
    this.#greet(name)
  }

  /** A document is not live here any more. */
  drop(name: string): void {
    this.#held.delete(name)
    this.#line.unsubscribe(this.#prefix + name)
  }

  close(): void {
    this.#held.clear()
    this.#line.close()
  }

  #greet(name: string): void {
    this.#tell(name, WHO_IS_THERE, new Uint8Array())
    this.#tellWhoIsHere(name)
  }

  #tellWhoIsHere(name: string): void {
    const document = this.#held.get(name)?.document
    if (!document) return
    const own = new Set<unknown>()
    for (const { clients } of document.connections.values()) for (const client of clients) own.add(client)
    const here = [...document.awareness.states.keys()].filter((client) => own.has(client))
    if (here.length > 0) this.#tell(name, AWARENESS, encodeAwarenessUpdate(document.awareness, here))
  }

  #tell(name: string, kind: number, payload: Uint8Array): void {
    this.#line.publish(this.#prefix + name, Buffer.concat([this.#server, Uint8Array.of(kind), payload]))
  }

  #hear(name: string, message: Buffer): void {
    const held = this.#held.get(name)
    if (!held || message.length <= ID_LENGTH || message.subarray(0, ID_LENGTH).equals(this.#server)) return
    const payload = message.subarray(ID_LENGTH + 1)
    try {
      this.#take(name, held, message[ID_LENGTH], payload)
    } catch (error) {
      // Another version of Stet may be talking.
      this.#log.warn(
        { error: error instanceof Error ? error : undefined },
        'another server was not understood',
      )
    }
  }

  #take(name: string, held: Held, kind: number | undefined, payload: Uint8Array): void {
    switch (kind) {
      case UPDATE:
        if (held.kept && !held.kept.live.takeTold(payload, 'relay')) void held.kept.catchUp()
        return
      case AWARENESS:
        return applyAwarenessUpdate(held.document.awareness, payload, this)
      case WHO_IS_THERE:
        return this.#tellWhoIsHere(name)
      default:
    }
  }
}
