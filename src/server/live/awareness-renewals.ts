import type { Awareness } from 'y-protocols/awareness'

/**
 * Tabs that say the same again, as each does four times a minute, told to the others all together: of five hundred people
 * each would hear of each, thirty times a second.
 */
export class AwarenessRenewals {
  readonly #renewed = new Map<Awareness, Set<number>>()

  /** A tab said what it had said before. */
  note(awareness: Awareness, client: number): void {
    const clients = this.#renewed.get(awareness)
    if (clients) clients.add(client)
    else this.#renewed.set(awareness, new Set([client]))
  }

  /** Tells what was noted, as one message for each document. To be called more often than tabs are forgotten: every 30 s. */
  tell(): void {
    const renewed = [...this.#renewed]
    this.#renewed.clear()
    for (const [awareness, clients] of renewed) {
      const updated = [...clients].filter((client) => awareness.states.has(client))
      if (updated.length > 0) awareness.emit('update', [{ added: [], updated, removed: [] }, null])
    }
  }
}
