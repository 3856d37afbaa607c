import * as Y from 'yjs'
import type { UnitId } from '../yjs-items.ts'
import { docState } from '../yjs-items.ts'
import { enterMode } from './suggester.ts'
import { suggestionIndex } from './suggestion-index.ts'

type StackItem = Y.UndoManager['undoStack'][number]
type Pop = Y.UndoManager['undo']

/**
 * Undo brings deleted units back under new ids. Makes it say, in the same transaction, which ones they stand for, so
 * that suggestions and comments about them still hold.
 */
export function standForRedone(doc: Y.Doc, manager: Y.UndoManager): void {
  const wrap = (pop: () => StackItem | null, flag: 'undoing' | 'redoing'): Pop => {
    return () => {
      const held = holdPopped(manager)
      let popped: StackItem | null = null
      try {
        doc.transact((transaction) => {
          const since = docState(doc, doc.clientID)
          popped = pop()
          // The transaction ends after this: it must still count as undo then.
          manager[flag] = true
          if (popped) noteStandIns(transaction, popped, since)
        }, manager)
      } finally {
        manager[flag] = false
        held.letGo()
      }
      return popped
    }
  }
  manager.undo = wrap(manager.undo.bind(manager), 'undoing')
  manager.redo = wrap(manager.redo.bind(manager), 'redoing')
}

/** Holds back what the manager tells of a popped step until the documents' observers have seen it. */
function holdPopped(manager: Y.UndoManager): { readonly letGo: () => void } {
  const emit = manager.emit.bind(manager)
  const waiting: Parameters<typeof emit>[] = []
  manager.emit = (...told) => {
    if (told[0] === 'stack-item-popped') waiting.push(told)
    else emit(...told)
  }
  return {
    letGo() {
      manager.emit = emit
      for (const told of waiting) emit(...told)
    },
  }
}

/** Says of what this undo made again what it stands for. */
function noteStandIns(transaction: Y.Transaction, { deletions }: StackItem, since: number): void {
  const { doc } = transaction
  const { origins } = suggestionIndex(doc)
  const own = doc.clientID
  const pairs: (readonly [clock: number, stands: UnitId])[] = []
  Y.iterateDeletedStructs(transaction, deletions, (struct) => {
    if (!(struct instanceof Y.Item) || struct.redone === null || !struct.countable) return
    const { client, clock } = struct.redone
    if (client !== own || clock < since) return
    for (let k = 0; k < struct.length; k++) {
      pairs.push([clock + k, origins.canonical([struct.id.client, struct.id.clock + k])])
    }
  })
  pairs.sort((a, b) => a[0] - b[0])
  let first = 0
  for (let k = 1; k <= pairs.length; k++) {
    const [before, now] = [pairs[k - 1], pairs[k]]
    if (before && now && follows(before, now)) continue
    const start = pairs[first]
    if (start) origins.standFor(own, start[0], start[1], k - first)
    first = k
  }
  // What isn't a stand-in is never a suggestion of its own.
  if (pairs.length > 0) enterMode(doc, null)
}

type Pair = readonly [clock: number, stands: UnitId]

const follows = ([clock, stands]: Pair, [next, and]: Pair): boolean =>
  next === clock + 1 && and[0] === stands[0] && and[1] === stands[1] + 1
