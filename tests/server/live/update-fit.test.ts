import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyUpdates } from '../../../src/rules/apply-updates.ts'
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
      for (const update of updates) expect(fitOf(doc, update, first.ahead).fit).toBe('new')
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

/** One client, its structs from clock 0 on (info byte and what follows it), then deleted ranges of clients. */
const raw = (client: number, structs: readonly (readonly number[])[], deletes: readonly number[] = [0]) =>
  Uint8Array.from([1, structs.length, client, 0, ...structs.flat(), ...deletes])

/** A letter at the start of the text t. */
const LETTER = [4, 1, 1, 't'.charCodeAt(0), 1, 97]

test.each([
  ['a gap of nothing', raw(9, [[0, 0]])],
  ['a text of nothing', raw(9, [[4, 1, 1, 't'.charCodeAt(0), 0]])],
  ['something deleted of no length', raw(9, [[1, 1, 1, 't'.charCodeAt(0), 0]])],
  ['a letter and a deleted range of no length behind it', raw(9, [LETTER], [1, 9, 1, 1, 0])],
  ['a letter and a deleted range of no length in it', raw(9, [LETTER], [1, 9, 1, 0, 0])],
  ['a letter that comes after itself', raw(9, [[0x84, 9, 0, 1, 97]])],
  ['one client twice', Uint8Array.from([2, 1, 9, 0, ...LETTER, 1, 9, 1, 0x84, 9, 0, 1, 97, 0])],
  ['more than can be counted', raw(9, [[0, 255, 255, 255, 255, 255, 255, 255, 15], LETTER])],
])('calls %s unreadable, though Yjs decodes it', (_what, update) => {
  expect(() => Y.decodeUpdate(update)).not.toThrow()
  expect(fitOf(new Y.Doc(), update).fit).toBe('unreadable')
})

/** The value 'ab' of key k in the map m: two units, which no value has. */
const TWO_UNITS = [0x24, 1, 1, 'm'.charCodeAt(0), 1, 'k'.charCodeAt(0), 2, 97, 98]

test('calls values of a key that could be cut in two unreadable, in the map itself and after another value', () => {
  expect(fitOf(new Y.Doc(), raw(9, [TWO_UNITS])).fit).toBe('unreadable')
  const one = new Y.Doc()
  one.clientID = 9
  one.getMap('m').set('k', 1)
  const first = Y.encodeStateAsUpdate(one)
  const second = raw(8, [[0x84, 9, 0, 2, 97, 98]])
  expect(fitOf(one, second).fit).toBe('unreadable')
  expect(fitOf(new Y.Doc(), second, fitOf(new Y.Doc(), first).ahead).fit).toBe('unreadable')
})

test('takes values of a key in a row as Yjs keeps them for undo: deleted all but the last', () => {
  const doc = new Y.Doc({ gc: false })
  for (const at of [1, 2, 3, 4]) doc.getMap('m').set('k', at)
  const state = Y.encodeStateAsUpdate(doc)
  expect(Y.decodeUpdate(state).structs.map(({ length }) => length)).toEqual([3, 1])
  expect(fitOf(new Y.Doc(), state).fit).toBe('new')
})

test('finds missing what is there already but says that it hangs on what isn’t', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, raw(9, [LETTER]))
  expect(fitOf(doc, raw(9, [LETTER])).fit).toBe('known')
  // The same letter, after one of a client that nobody has heard of.
  expect(fitOf(doc, raw(9, [[0x84, 7, 0, 1, 97]])).fit).toBe('missing')
})

const bent = fc.array(fc.record({ at: fc.nat(10_000), byte: fc.oneof(fc.nat(12), fc.nat(255)) }), {
  minLength: 1,
  maxLength: 4,
})

test('whatever bytes of updates are changed: what it calls storable opens again, and waits for nothing', () => {
  let storable = 0
  fc.assert(
    fc.property(steps, fc.array(bent, { minLength: 1, maxLength: 8 }), (written, changes) => {
      const updates = writing(written)
      const live = new Y.Doc()
      const rows: Uint8Array[] = []
      const all = updates.flatMap((update, at) => {
        const changed = Uint8Array.from(update)
        for (const { at: place, byte } of changes[at % changes.length] ?? [])
          changed[place % changed.length] = byte
        return [changed, update]
      })
      for (const update of all) {
        const { fit, rest } = fitOf(live, update)
        if (fit !== 'new' && fit !== 'known') continue
        Y.applyUpdate(live, rest)
        expect(isPending(live)).toBe(false)
        if (fit === 'known') continue
        rows.push(rest)
        storable += 1
        expect(applyUpdates(new Y.Doc(), rows, null)).toEqual({ ok: true })
      }
    }),
    { numRuns: 1500 },
  )
  expect(storable).toBeGreaterThan(1000)
})
