import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyUpdates, isIncomplete, mergeUpdates } from '../../src/rules/apply-updates.ts'
import { headlineOf, type } from '../backends/test-desk.ts'

/** The updates of somebody who types these letters, one each. */
function typed(letters: string): readonly Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of letters) type(doc, letter)
  return updates
}

test('all updates make the document whole, in one event with the origin', () => {
  const doc = new Y.Doc()
  const origins: unknown[] = []
  doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
  expect(applyUpdates(doc, typed('story'), 'the store')).toEqual({ ok: true })
  expect(headlineOf(doc)).toBe('story')
  expect(origins).toEqual(['the store'])
})

test('in any order, and each more than once, they make the same', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      fc.array(fc.nat(4)),
      (order, again) => {
        const updates = typed('abcde')
        const doc = new Y.Doc()
        const shuffled = [...order, ...again].flatMap((index) => updates.slice(index, index + 1))
        expect(applyUpdates(doc, shuffled, null)).toEqual({ ok: true })
        expect(headlineOf(doc)).toBe('abcde')
      },
    ),
  )
})

test('no updates change nothing and are sound', () => {
  const doc = new Y.Doc()
  doc.on('update', () => {
    throw new Error('an update of nothing')
  })
  expect(applyUpdates(doc, [], null)).toEqual({ ok: true })
})

test.each([0, 1, 2])(
  'where number %i is missing, the text is damaged, not cut short without a word',
  (lost) => {
    const updates = typed('abcd').filter((_update, index) => index !== lost)
    const doc = new Y.Doc()
    expect(applyUpdates(doc, updates, null)).toMatchObject({ ok: false, reason: 'damaged' })
    expect(isIncomplete(doc)).toBe(true)
  },
)

test('what was missing may come later, and then all is whole', () => {
  const updates = typed('abc')
  const doc = new Y.Doc()
  applyUpdates(doc, [...updates.slice(0, 1), ...updates.slice(2)], null)
  expect(headlineOf(doc)).toBe('a')
  expect(applyUpdates(doc, updates.slice(1, 2), null)).toEqual({ ok: true })
  expect(headlineOf(doc)).toBe('abc')
  expect(isIncomplete(doc)).toBe(false)
})

test('a deletion of what is not there yet is incomplete too', () => {
  const doc = new Y.Doc()
  type(doc, 'abc')
  const written = Y.encodeStateAsUpdate(doc)
  const known = Y.encodeStateVector(doc)
  doc.getText('headline').delete(0, 2)
  const deletion = Y.encodeStateAsUpdate(doc, known)
  const reader = new Y.Doc()
  expect(applyUpdates(reader, [deletion], null).ok).toBe(false)
  expect(applyUpdates(reader, [written], null)).toEqual({ ok: true })
  expect(headlineOf(reader)).toBe('c')
})

const nonsense: readonly [string, Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['bytes that are no update', new Uint8Array([255, 255, 255, 255, 7])],
  ['an update that is cut off', (typed('abc')[0] ?? new Uint8Array()).slice(0, -2)],
]
test.each(nonsense)('%s is damaged, alone and among sound ones, and never an exception', (_what, bytes) => {
  for (const updates of [[bytes], [...typed('ab'), bytes], [bytes, ...typed('ab')]]) {
    const applied = applyUpdates(new Y.Doc(), updates, null)
    expect(applied).toMatchObject({ ok: false, reason: 'damaged' })
  }
})

test('any bytes at all are an outcome, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(typeof applyUpdates(new Y.Doc(), [bytes], null).ok).toBe('boolean')
    }),
  )
})

test('several updates are one, and one is itself', () => {
  const updates = typed('abc')
  const [first] = updates
  expect(first && mergeUpdates([first])).toBe(first)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, mergeUpdates(updates))
  expect(headlineOf(doc)).toBe('abc')
})

test('where two say different things of one place, the first to come holds, as it did when they were stored', () => {
  // Client 9 has five units that are gone; 8 writes after the third of them; 9 then says its units stand after 8's.
  const gone = Uint8Array.of(1, 1, 9, 0, 0, 5, 0)
  const after = Uint8Array.of(1, 1, 8, 0, 0x84, 9, 2, 1, 97, 0)
  const bent = Uint8Array.of(1, 1, 9, 0, 0x84, 8, 0, 10, ...Array<number>(10).fill(98), 0)
  expect(isIncomplete(filled(mergeUpdates([gone, after, bent])))).toBe(true)
  expect(applyUpdates(new Y.Doc(), [gone, after, bent], null)).toEqual({ ok: true })
  expect(applyUpdates(new Y.Doc(), [after, bent], null)).toMatchObject({ ok: false, reason: 'damaged' })
})

function filled(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
