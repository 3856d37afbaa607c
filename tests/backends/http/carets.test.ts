import { afterEach, beforeEach, expect, test } from 'vitest'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as Y from 'yjs'
import { HttpCarets } from '../../../src/backends/http/carets.ts'
import type { Wire } from '../../../src/backends/http/story-wire.ts'
import { CHIEF, REPORTER } from '../test-desk.ts'

// Two tabs whose carets go over two documents' awareness, as over a wire.

let ends: (() => void)[]
beforeEach(() => {
  ends = []
})
afterEach(() => {
  for (const end of ends) end()
})

function newWire(): Wire & { readonly awareness: awarenessProtocol.Awareness } {
  const doc = new Y.Doc()
  const awareness = new awarenessProtocol.Awareness(doc)
  ends.push(() => awareness.destroy())
  return {
    doc,
    awareness,
    isReady: true,
    isOver: false,
    say: (state) => awareness.setLocalState(state),
    send: () => Promise.resolve({ kind: 'lost' }),
    end: () => {},
  }
}

/** What one tab says of itself reaches the other. */
function pass(from: ReturnType<typeof newWire>, to: ReturnType<typeof newWire>): void {
  const update = awarenessProtocol.encodeAwarenessUpdate(from.awareness, [from.doc.clientID])
  awarenessProtocol.applyAwarenessUpdate(to.awareness, update, null)
}

const PLACE = { text: 'headline', anchor: { item: 1 }, head: { item: 2 } }

test('says where this tab is, and sees where others are: once for each move, by tab, without itself', () => {
  const [mine, theirs] = [newWire(), newWire()]
  const own = new HttpCarets(mine, REPORTER)
  const other = new HttpCarets(theirs, CHIEF)
  let moves = 0
  const leave = own.subscribe(() => {
    moves += 1
  })
  const seen: unknown[] = []
  for (const place of [null, null, PLACE, PLACE, null]) {
    other.place(place)
    pass(theirs, mine)
    own.look()
    own.look()
    seen.push([moves, own.others])
  }
  const tab = theirs.doc.clientID
  expect(seen).toEqual([
    [1, [{ tab, person: CHIEF, place: null }]],
    [1, [{ tab, person: CHIEF, place: null }]],
    [2, [{ tab, person: CHIEF, place: PLACE }]],
    [2, [{ tab, person: CHIEF, place: PLACE }]],
    [3, [{ tab, person: CHIEF, place: null }]],
  ])
  own.place(PLACE)
  own.look()
  expect([mine.awareness.getLocalState(), own.others.length]).toEqual([{ person: REPORTER, place: PLACE }, 1])
  leave()
  other.place(PLACE)
  pass(theirs, mine)
  own.look()
  expect(moves).toBe(3)
})

test('who leaves is gone, there and here', () => {
  const [mine, theirs] = [newWire(), newWire()]
  const own = new HttpCarets(mine, REPORTER)
  const other = new HttpCarets(theirs, CHIEF)
  pass(theirs, mine)
  own.look()
  expect(own.others).toHaveLength(1)
  other.end()
  pass(theirs, mine)
  own.look()
  expect([own.others, other.others, theirs.awareness.getLocalState()]).toEqual([[], [], null])
})

test.each<readonly [string, Record<string, unknown>]>([
  ['nothing', {}],
  ['no person', { person: 'Carla', place: null }],
  ['a place without a text', { person: CHIEF, place: { anchor: 1, head: 2 } }],
])('a tab of another version that says %s is not seen', (_what, state) => {
  const [mine, theirs] = [newWire(), newWire()]
  const own = new HttpCarets(mine, REPORTER)
  theirs.awareness.setLocalState(state)
  pass(theirs, mine)
  own.look()
  expect(own.others).toEqual([])
})
