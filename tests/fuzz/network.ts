import type * as Y from 'yjs'
import { applyUpdate, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { Chance } from './chance.ts'

type Node = { readonly doc: Y.Doc }

/** Sends what each one writes to all others: late, in any order, some of it twice. */
export class Network {
  readonly queues: Uint8Array[][]
  readonly writers: readonly Node[]
  readonly luck: Chance

  constructor(writers: readonly Node[], luck: Chance) {
    this.writers = writers
    this.luck = luck
    this.queues = writers.map(() => [])
    writers.forEach(({ doc }, from) => {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'network') return
        this.queues.forEach((queue, to) => {
          if (to !== from) queue.push(update)
        })
      })
    })
  }

  /** Somebody gets some of what was sent to them, in any order, some of it twice. */
  deliver(): void {
    this.writers.forEach(({ doc }, to) => {
      if (!this.luck.odds(0.3)) return
      const waiting = this.luck.shuffle(this.queues[to] ?? [])
      this.queues[to] = waiting.filter((update) => {
        if (this.luck.odds(0.3)) return true
        apply(doc, update)
        if (this.luck.odds(0.15)) apply(doc, update)
        return false
      })
    })
  }

  /** Everything that one has sent reaches another now, in its order. */
  hurry(from: number, to: number): void {
    const [source, target] = [this.writers[from], this.writers[to]]
    if (source && target) apply(target.doc, encodeStateAsUpdate(source.doc, encodeStateVector(target.doc)))
  }

  deliverAll(): void {
    for (let round = 0; round < 4; round++) {
      this.writers.forEach(({ doc }, to) => {
        const waiting = this.luck.shuffle(this.queues[to] ?? [])
        this.queues[to] = []
        for (const update of waiting) apply(doc, update)
      })
    }
  }
  /**
   * Everybody asks everybody for what they miss, as a connection does when it is made. Returns whether somebody
   * needed that: plain Yjs can hold updates back for ever, though it got them all, when they came in a bad order.
   */
  reconnect(): boolean {
    const waiting = this.writers.some(({ doc }) => isWaiting(doc))
    for (const to of this.writers) {
      for (const from of this.writers) {
        if (from !== to) apply(to.doc, encodeStateAsUpdate(from.doc, encodeStateVector(to.doc)))
      }
    }
    return waiting
  }
}

/** Does a document hold updates back, because it misses what they build on? */
const isWaiting = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

const apply = (doc: Y.Doc, update: Uint8Array): void => {
  applyUpdate(doc, update, 'network')
}
