import type * as Y from 'yjs'
import { isClosed } from '../rules/append-update.ts'
import type { OpenOutcome } from './backend.ts'
import { DERIVE_STORES, healStory } from '../rules/derive-story.ts'
import type { DeskMessage } from './hub.ts'
import type { LocalDesk, Tell } from './local-desk.ts'
import { fillStory } from './open-story.ts'
import { refusingFailures } from '../rules/refusals.ts'
import { StoryConnection } from './story-connection.ts'

/** So many stories are healed before a list is answered; the rest with the lists after it. */
const HEAL_AT_ONCE = 20

/** The stories that are open in this tab, and those that were closed before all of them could be stored. */
export class OpenStories {
  readonly #desk: LocalDesk
  readonly #tell: Tell
  readonly #open = new Set<StoryConnection>()
  /** Stories that could not be healed: asked once, not at every list. */
  readonly #hopeless = new Set<string>()

  constructor(desk: LocalDesk, tell: Tell) {
    this.#desk = desk
    this.#tell = tell
  }

  async open(id: string, doc: Y.Doc): Promise<OpenOutcome> {
    if (doc.store.clients.size > 0) throw new Error('backend.open needs an empty document')
    const filled = await refusingFailures(() => fillStory(this.#desk, id, doc))
    if (!filled.ok || filled.kind === 'newer') return filled
    const connection = new StoryConnection(this.#desk, this.#tell, doc, filled.opened)
    // What was told between reading and listening is in the store.
    void connection.catchUp()
    for (const earlier of this.#of(id)) {
      if (!earlier.isClosed) continue
      // Words of a closed epoch build on what the next one doesn't hold: they are kept as late ones.
      if (isClosed(connection.record, earlier.epoch)) void earlier.flush()
      else {
        connection.takeOver(earlier.abandon())
        this.#open.delete(earlier)
      }
    }
    this.#open.add(connection)
    return { ok: true, kind: 'open', connection }
  }

  /** Gives what was told to the stories it concerns, but for the one that said it. */
  receive(message: DeskMessage, from: object | null): void {
    for (const connection of this.#open) {
      if (connection === from) continue
      if (message.kind === 'update') {
        if (message.story === connection.id) connection.receive(message.epoch, message.update)
      } else if (
        message.kind === 'people' ||
        (message.kind === 'changed' && message.ids.includes(connection.id))
      ) {
        void connection.catchUp()
      }
    }
    this.#forgetDone()
  }

  /** Stores what is left of a story, or of all; answers whether all of it is stored, but for what the story refuses. */
  async settle(id: string | null): Promise<boolean> {
    const asked = id === null ? [...this.#open] : this.#of(id)
    await Promise.all(asked.map((connection) => connection.settle()))
    this.#forgetDone()
    return asked.every((connection) => !connection.isFailing)
  }

  /** Keeps what stories refuse of the person at work as late edits of theirs; false where that can't be. */
  async setAside(): Promise<boolean> {
    for (const connection of [...this.#open].filter(({ hasUnsaved }) => hasUnsaved)) {
      if (!(await connection.setAside())) return false
      this.#open.delete(connection)
    }
    return true
  }

  /** Whether some words wait for a storage that fails. */
  get isFailing(): boolean {
    return [...this.#open].some((connection) => connection.isFailing)
  }

  async catchUp(): Promise<void> {
    await Promise.all([...this.#open].map((connection) => connection.catchUp()))
  }

  async storageChanged(): Promise<void> {
    this.#hopeless.clear()
    await Promise.all([...this.#open].map((connection) => connection.storageChanged()))
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((connection) => connection.close()))
    for (const connection of this.#open) connection.abandon()
    this.#open.clear()
  }

  /** Summarises stories whose tab died before it did. */
  async heal(): Promise<void> {
    const { storage, locks, now } = this.#desk
    const behind = await storage.run(['records'], 'readonly', (transaction) => transaction.unsummarised())
    const ids = behind.filter((id) => !this.#hopeless.has(id) && this.#of(id).length === 0)
    for (const id of ids.slice(0, HEAL_AT_ONCE)) {
      let hasFailed = false
      await locks.ifFree(id, async () => {
        const healed = await refusingFailures(() =>
          storage.run(DERIVE_STORES, 'relaxed', (transaction) => healStory(transaction, id, now)),
        )
        if (healed.ok) this.#tell({ kind: 'changed', ids: [id] }, null)
        else if (healed.reason === 'storage') hasFailed = true
        else this.#hopeless.add(id)
      })
      // A full disk can still be read: the list must not wait for room. A later one heals the rest.
      if (hasFailed) return
    }
  }

  #of(id: string): readonly StoryConnection[] {
    return [...this.#open].filter((connection) => connection.id === id)
  }

  #forgetDone(): void {
    for (const connection of this.#open) {
      if (connection.isClosed && !connection.hasUnsaved) this.#open.delete(connection)
    }
  }
}
