import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveStory } from '../../../src/server/live/live-story.ts'
import type { Lot, Stored, Writer } from '../../../src/server/live/story-writes.ts'
import { StoryWrites } from '../../../src/server/live/story-writes.ts'
import type { LiveRefusal } from '../../../src/backends/wire/live.ts'

const REFUSED: LiveRefusal = { reason: 'storage', message: 'no', isClosed: false }

/** Somebody who types words into a document of their own and hears what became of each. */
class Typist implements Writer {
  readonly person: string
  readonly doc = new Y.Doc()
  readonly sent: string[] = []
  readonly answers: string[] = []
  isOpen = true
  held = 0
  readonly #send: (update: Uint8Array) => void

  constructor(person: string, writes: () => StoryWrites) {
    this.person = person
    this.#send = (update) => {
      this.held += update.length
      writes().add(this, update)
    }
  }

  /** Types words and sends each; shuffled, where they get in each other's way. */
  type(words: readonly string[], order: readonly number[]): void {
    const updates: Uint8Array[] = []
    const note = (update: Uint8Array): void => void updates.push(update)
    this.doc.on('update', note)
    const text = this.doc.getText('t')
    for (const word of words) text.insert(text.length, word)
    this.doc.off('update', note)
    this.sent.push(...words)
    if (!this.isOpen) return
    const places = order.length === 0 ? [0] : order
    const shuffled = updates
      .map((update, at) => ({ update, place: places[at % places.length] ?? 0 }))
      .toSorted((a, b) => a.place - b.place)
    for (const { update } of shuffled) this.#send(update)
  }

  ack(): void {
    this.answers.push('stored')
  }

  refuse(): void {
    this.isOpen = false
    this.answers.push('refused')
  }

  reset(): void {
    this.isOpen = false
    this.answers.push('reset')
  }

  release(bytes: number): void {
    this.held -= bytes
  }
}

type Fate = 'stored' | 'one refused' | 'failed'

/** A story whose storage does what it is told to, and notes what it stored. */
function stage(fates: readonly Fate[]) {
  const doc = new Y.Doc()
  const story = new LiveStory('s', doc, { id: 's', epoch: 1, last: 0, rows: 1, bytes: 2, isClosed: false })
  const rows: Uint8Array[] = []
  let at = 0
  let isRunning = false
  const store = async (lots: readonly Lot[]): Promise<readonly Stored[]> => {
    expect(isRunning).toBe(false)
    isRunning = true
    const fate = fates[at++ % Math.max(1, fates.length)] ?? 'stored'
    const before = Y.encodeStateAsUpdate(doc)
    await new Promise((resolve) => setImmediate(resolve))
    // Nobody saw anything of it meanwhile.
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    isRunning = false
    const answers = lots.map((_lot, index): Stored =>
      fate === 'failed' || (fate === 'one refused' && index === 0)
        ? { ok: false, refusal: REFUSED }
        : { ok: true },
    )
    const kept = lots.filter((_lot, index) => answers[index]?.ok).map(({ update }) => update)
    rows.push(...kept)
    story.take(kept, 'writers')
    return answers
  }
  const writes = new StoryWrites(story, {
    store,
    catchUp: async () => {},
    tooLarge: () => null,
    patience: 60_000,
    onIdle() {},
  })
  return { doc, rows, writes }
}

const bursts = fc.array(
  fc.record({
    who: fc.nat(2),
    words: fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 4 }),
    order: fc.array(fc.nat(9), { maxLength: 4 }),
    waits: fc.nat(2),
    leaves: fc.constantFrom(false, false, false, false, true),
  }),
  { minLength: 1, maxLength: 25 },
)
const fates = fc.array(fc.constantFrom<Fate>('stored', 'stored', 'one refused', 'failed'), { maxLength: 6 })

test('whatever arrives and whatever fails: acknowledged is what is stored, in its order, and nothing is stored twice', async () => {
  await fc.assert(
    fc.asyncProperty(bursts, fates, async (arriving, fated) => {
      const { doc, rows, writes } = stage(fated)
      const typists = ['a', 'b', 'c'].map((name) => new Typist(name, () => writes))
      for (const { who, words, order, waits, leaves } of arriving) {
        typists[who]?.type(words, order)
        for (let turn = 0; turn < waits; turn += 1) await new Promise((resolve) => setImmediate(resolve))
        const typist = typists[who]
        if (leaves && typist) typist.isOpen = false
      }
      await writes.settled()
      const stored = new Y.Doc()
      for (const row of rows) Y.applyUpdate(stored, row)
      expect(stored.store.pendingStructs).toBeNull()
      expect(Y.encodeStateAsUpdate(stored)).toEqual(Y.encodeStateAsUpdate(doc))
      for (const { doc: own, sent, answers, held } of typists) {
        const acked = answers.filter((answer) => answer === 'stored').length
        expect(held).toBe(0)
        expect(answers.slice(acked)).toEqual(answers.length > acked ? ['refused'] : [])
        // As many words as were acknowledged are there, the first ones.
        const there = new Y.Doc()
        for (const row of rows) Y.applyUpdate(there, row)
        const letters = Y.getState(there.store, own.clientID)
        expect(letters).toBeGreaterThanOrEqual(sent.slice(0, acked).join('').length)
      }
    }),
    { numRuns: 300 },
  )
})

test('stores what gathers while a transaction runs in one, merged by writer', async () => {
  const { rows, writes } = stage([])
  const [a, b] = [new Typist('a', () => writes), new Typist('b', () => writes)]
  a.type(['first'], [])
  await Promise.resolve()
  await Promise.resolve()
  for (const word of ['one', 'two', 'three']) a.type([word], [])
  for (const word of ['four', 'five']) b.type([word], [])
  await writes.settled()
  expect(rows).toHaveLength(3)
  expect(a.answers).toHaveLength(4)
  expect(b.answers).toHaveLength(2)
})

test('what waits for something lets others go on, and gives up after a while', async () => {
  const story = new LiveStory('s', new Y.Doc(), {
    id: 's',
    epoch: 1,
    last: 0,
    rows: 1,
    bytes: 2,
    isClosed: false,
  })
  let looks = 0
  const writes = new StoryWrites(story, {
    store: async (lots) => {
      story.take(
        lots.map(({ update }) => update),
        'writers',
      )
      return lots.map(() => ({ ok: true }))
    },
    catchUp: async () => void (looks += 1),
    tooLarge: () => null,
    patience: 5,
    onIdle() {},
  })
  const [late, other] = [new Typist('late', () => writes), new Typist('other', () => writes)]
  const missed = new Y.Doc()
  missed.getText('t').insert(0, 'never sent')
  Y.applyUpdate(late.doc, Y.encodeStateAsUpdate(missed))
  late.type(['builds on it'], [])
  other.type(['goes on'], [])
  await writes.settled()
  expect([late.answers, other.answers]).toEqual([[], ['stored']])
  expect(looks).toBeGreaterThan(0)
  await new Promise<void>((resolve) => {
    late.reset = () => {
      late.answers.push('reset')
      resolve()
    }
  })
  expect(late.answers).toEqual(['reset'])
  expect(late.held).toBe(0)
  expect(story.doc.getText('t').toJSON()).toBe('goes on')
})
