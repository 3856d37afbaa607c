import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { removeAwarenessStates } from 'y-protocols/awareness'
import type { DeskAwareness, StoryAwareness } from '../../backends/wire/live.ts'
import { DESK_DOCUMENT } from '../../backends/wire/live.ts'
import { sameJson } from '../../domain/json.ts'
import type { Person } from '../../domain/person.ts'
import type { AwarenessRenewals } from './awareness-renewals.ts'
import { saidInStory, saidOnDesk } from './said-shapes.ts'

/** What one entry of a message says of one tab: null where it has gone. */
type Entry = { readonly client: number; readonly clock: number; readonly state: unknown }

/**
 * What one connection may say of itself. Browsers send on what they hear of others, also what is not true any more: of a message only
 * what it says of its own tab counts. The person is always the session's.
 */
export class OwnAwareness {
  readonly #awareness: Awareness
  readonly #name: string
  readonly #socket: object
  readonly #limit: number
  readonly #renewals: AwarenessRenewals
  #client: number | null = null
  /** What is added to the tab's own clock, so that the others take it for news after they heard that it had gone. */
  #ahead = 0

  /** `socket` is what Hocuspocus knows the connection by; `limit` bounds a state's JSON. */
  constructor(
    awareness: Awareness,
    name: string,
    socket: object,
    limit: number,
    renewals: AwarenessRenewals,
  ) {
    this.#awareness = awareness
    this.#name = name
    this.#socket = socket
    this.#limit = limit
    this.#renewals = renewals
  }

  /** Takes a message's word about its sender's own tab; false where the message is none. Tells all others. */
  take(update: Uint8Array, person: Person): boolean {
    const entries = readEntries(update, this.#limit)
    if (!entries) return false
    for (const entry of entries) {
      if (entry.state === null) this.#goes(entry)
      else this.#says(entry, person)
    }
    return true
  }

  #goes({ client, clock }: Entry): void {
    if (client !== this.#client || !this.#awareness.states.has(client)) return
    this.#set(client, clock + this.#ahead, null)
    this.#client = null
  }

  #says({ client, clock, state }: Entry, person: Person): void {
    const said = this.#shape(state)
    if (said?.person.id !== person.id) return
    const known = this.#awareness.states.get(client) as { readonly person?: Person } | undefined
    const knownClock = this.#awareness.meta.get(client)?.clock ?? -1
    if (client === this.#client) {
      if (clock + this.#ahead <= knownClock) return
      if (known !== undefined && sameJson(known, { ...said, person })) {
        this.#awareness.meta.set(client, { clock: clock + this.#ahead, lastUpdated: Date.now() })
        return this.#renewals.note(this.#awareness, client)
      }
    } else {
      // Another tab's, heard and sent on. Its own may stand here yet from before it lost the connection.
      if (known !== undefined && (known.person?.id !== person.id || clock <= knownClock)) return
      if (this.#client !== null) removeAwarenessStates(this.#awareness, [this.#client], this.#socket)
      // As of a tab that was never seen: only then does Hocuspocus know whose it is.
      this.#awareness.states.delete(client)
      this.#awareness.meta.delete(client)
      this.#client = client
      this.#ahead = Math.max(0, knownClock + 1 - clock)
    }
    this.#set(client, clock + this.#ahead, { ...said, person })
  }

  /** As y-protocols does on receiving it; a message of one's own making would only be taken apart again. */
  #set(client: number, clock: number, state: DeskAwareness | StoryAwareness | null): void {
    const isNew = !this.#awareness.meta.has(client)
    if (state) this.#awareness.states.set(client, state)
    else this.#awareness.states.delete(client)
    this.#awareness.meta.set(client, { clock, lastUpdated: Date.now() })
    const change = {
      added: state && isNew ? [client] : [],
      updated: state && !isNew ? [client] : [],
      removed: state ? [] : [client],
    }
    this.#awareness.emit('change', [change, this.#socket])
    this.#awareness.emit('update', [change, this.#socket])
  }

  #shape(state: unknown): DeskAwareness | StoryAwareness | null {
    const shape = this.#name === DESK_DOCUMENT ? saidOnDesk : saidInStory
    const found = shape.safeParse(state)
    return found.success ? found.data : null
  }
}

/** The entries of a message, those left out that are too large; null where it can't be read. */
function readEntries(update: Uint8Array, limit: number): readonly Entry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    const entries: Entry[] = []
    for (let at = 0; at < count; at += 1) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (json.length <= limit) entries.push({ client, clock, state: JSON.parse(json) as unknown })
    }
    return entries
  } catch {
    return null
  }
}
