import type { Creations } from './creations.ts'
import type { LateWords } from './late-words.ts'
import type { Outbox } from './outbox.ts'
import type { Requests } from './requests.ts'
import type { SeenCache } from './seen-cache.ts'
import type { Session } from './session.ts'
import type { Wire, WireEvents } from './story-wire.ts'

/** What all parts of the server's backend in this tab work with. */
export type HttpDesk = {
  readonly requests: Requests
  /** A live document by its name, spoken to as this person (their id). */
  readonly wireOf: (name: string, person: string, events: WireEvents) => Wire
  /** Is there a live connection, whether or not the server has answered over it? */
  readonly isOpen: () => boolean
  /** Could the part of Stet not be loaded that makes the live connection? */
  readonly isMissing: () => boolean
  readonly session: Session
  readonly seen: SeenCache
  readonly outbox: Outbox
  readonly late: LateWords
  /** Stories that the server doesn't have yet. */
  readonly creations: Pick<Creations, 'of' | 'isWaiting' | 'refusalOf' | 'retell' | 'drain'>
  readonly pauses: Pauses
  /** Id of this tab; another one when somebody else works in it. */
  readonly tab: () => string
  /** Is that tab of this browser still there? */
  readonly isAlive: (tab: string) => Promise<boolean>
  /** Is the server there? */
  readonly isUp: () => boolean
  /** Has what watches the desk told that these stories changed, here and in this browser's other tabs. */
  readonly tell: (ids: readonly string[]) => void
  /** More, or less, waits to be sent than before. */
  readonly wordsChanged: () => void
}

/** Milliseconds. */
export type Pauses = {
  /** From a change to its way to the server: what is typed at once goes together. */
  readonly send: number
  /** From a change to its place in the outbox, where it is not acked by then. */
  readonly keep: number
  /** After the last change until the story is kept for when the server can't be reached. */
  readonly cache: number
  /** For which a story is still followed when nobody has it open any more. */
  readonly linger: number
  /** Before a live document that the server closed is begun anew. */
  readonly again: number
  /** Between two looks at what other tabs of this browser have to send, while they have something. */
  readonly others: number
  /** For which the live connection waits for the first rows, before it is loaded. */
  readonly live: number
  /** Between the tries of a request. */
  readonly tries: readonly number[]
  /** Until a picture that the server did not take is sent again, growing up to `most`. */
  readonly pictures: { readonly first: number; readonly most: number }
  /** From a lost connection to the next try, growing up to `most`. */
  readonly reconnect: { readonly first: number; readonly most: number }
}

/** With the time that a disk takes a change is kept within the 100 ms that are promised. */
export const PAUSES: Pauses = {
  send: 20,
  keep: 60,
  cache: 2000,
  linger: 2000,
  again: 500,
  others: 10_000,
  live: 2000,
  tries: [200, 800, 2400],
  pictures: { first: 10_000, most: 300_000 },
  reconnect: { first: 500, most: 5000 },
}
