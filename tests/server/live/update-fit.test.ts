import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fitOf } from '../../../src/server/live/update-fit.ts'

/** Updates of one document that three people wrote who saw each other now and then, in the order in which they came. */
function writing(steps: readonly { who: number; at: number; cut: number; sees: boolean }[]): Uint8Array[] {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'seen') updates.push(update)
    })
  }
  for (const { who, at, cut, sees } of steps) {
    const doc = docs[who % docs.length]
    if (!doc) continue
    if (sees) for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'seen')
    const text = doc.getText('body')
    doc.transact(() => {
      if (cut > 0 && text.length > cut) text.delete(at % (text.length - cut), cut)
      else text.insert(at % (text.length + 1), 'ab')
      if (cut === 3) doc.getMap('m').set('k', new Y.Map([['n', at]]))
    })
  }
  return updates
}

const steps = fc.array(fc.record({ who: fc.nat(2), at: fc.nat(50), cut: fc.nat(3), sees: fc.boolean() }), {
  minLength: 1,
  maxLength: 25,
})

const isPending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

test('says of any update, in whatever order they come, what Yjs then makes of it', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat(1000)), (written, random) => {
      const left = writing(written)
      const doc = new Y.Doc()
      while (left.length > 0) {
        const [update] = left.splice((random.next().value ?? 0) % left.length, 1)
        if (!update) break
        const before = Y.encodeStateAsUpdate(doc)
        const { fit } = fitOf(doc, update)
        const trial = new Y.Doc()
        Y.applyUpdate(trial, before)
        let isChanged = false
        trial.on('update', () => (isChanged = true))
        Y.applyUpdate(trial, update)
        expect(fit).toBe(isPending(trial) ? 'missing' : isChanged ? 'new' : 'known')
        if (fit === 'new') Y.applyUpdate(doc, update)
      }
    }),
  )
})

test('knows what it was given as a whole, and what is ahead', () => {
  fc.assert(
    fc.property(steps, (written) => {
      const updates = writing(written)
      const whole = Y.mergeUpdates(updates)
      const doc = new Y.Doc()
      const first = fitOf(doc, whole)
      expect(first.fit).toBe('new')
      for (const update of updates) expect(fitOf(doc, update, first.ends).fit).toBe('new')
      Y.applyUpdate(doc, whole)
      expect(fitOf(doc, whole).fit).toBe('known')
      for (const update of updates) expect(fitOf(doc, update).fit).toBe('known')
    }),
  )
})

test('calls bytes that are no update unreadable, and never throws', () => {
  expect(fitOf(new Y.Doc(), Uint8Array.of(255, 255, 255, 9, 1)).fit).toBe('unreadable')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(['known', 'new', 'missing', 'unreadable']).toContain(fitOf(new Y.Doc(), bytes).fit)
    }),
  )
})

test('finds what hangs together in a circle missing', () => {
  const doc = new Y.Doc()
  const [a, b] = [1, 2].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  a?.getText('t').insert(0, 'a')
  if (a && b) Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  b?.getText('t').insert(1, 'b')
  const update = b ? Y.encodeStateAsUpdate(b) : new Uint8Array()
  expect(fitOf(doc, update).fit).toBe('new')
  // The first letter of each now says that it comes after the other's.
  const origins = Y.decodeUpdate(update).structs.map(({ id }) => id)
  expect(origins).toHaveLength(2)
  const forged = forge(update)
  expect(fitOf(doc, forged).fit).toBe('missing')
})

/** Has the letter that hangs on nothing hang on the one that hangs on it. */
function forge(update: Uint8Array): Uint8Array {
  // 2 clients; then per client: structs, client, clock, info, ...: client 2 comes first and hangs on 1:0.
  const [one, client, clock, origin] = [1, 1, 0, 0x84]
  const letter = [1, 97]
  const head = [...update]
  const at = head.findIndex(
    (byte, index) => byte === one && head[index + 1] === client && head[index + 2] === clock && index > 4,
  )
  return Uint8Array.from([...head.slice(0, at + 3), origin, 2, 0, ...letter, 0])
}
