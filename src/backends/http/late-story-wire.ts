import * as Y from 'yjs'
import type * as awarenessProtocol from 'y-protocols/awareness'
import type { LateLive } from './late-live.ts'
import type { Sent, Wire, WireEvents } from './story-wire.ts'

/** A story's wire that is opened while the live connection is being loaded: until that is there, its way is lost. */
export class LateStoryWire implements Wire {
  readonly #none = new Y.Doc()
  readonly #letGo: () => void
  #wire: Wire | null = null
  #said: Record<string, unknown> | null = null
  #isOver = false

  /** `token` says who this tab takes itself to be. */
  constructor(live: LateLive, name: string, token: () => string, events: WireEvents) {
    this.#letGo = live.whenThere({
      there: (part) => {
        this.#wire = part.storyWire(name, token, events)
        this.#wire.say(this.#said)
      },
      missing: () => events.lost(false),
    })
    live.load()
  }

  get doc(): Y.Doc {
    return this.#wire?.doc ?? this.#none
  }

  get isReady(): boolean {
    return this.#wire?.isReady ?? false
  }

  get isOver(): boolean {
    return this.#wire?.isOver ?? this.#isOver
  }

  get awareness(): awarenessProtocol.Awareness | null {
    return this.#wire?.awareness ?? null
  }

  say(state: Record<string, unknown> | null): void {
    this.#said = state
    this.#wire?.say(state)
  }

  send(update: Uint8Array, whole: () => Uint8Array | null): Promise<Sent> {
    return this.#wire?.send(update, whole) ?? Promise.resolve({ kind: 'lost' })
  }

  end(): void {
    this.#isOver = true
    this.#letGo()
    this.#wire?.end()
  }
}
