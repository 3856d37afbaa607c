import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { HttpConnection } from '../../../src/backends/http/http-connection.ts'
import { StoryLine } from '../../../src/backends/http/story-line.ts'
import { spansText } from '../../../src/domain/story-content.ts'
import { headlineOf, REPORTER } from '../test-desk.ts'
import type { ModelDesk } from './model-desk.ts'
import { modelDesk } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

/** Each word is one character that is used once. */
const wordOf = (count: number): string => String.fromCodePoint(0xe000 + count)
const times = (text: string, word: string): number => text.split(word).length - 1
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** One session of a browser: a tab with the story open, on what an earlier session left. */
class Tab {
  readonly desk: ModelDesk
  readonly line: StoryLine
  readonly doc = new Y.Doc()
  readonly connection: HttpConnection

  private constructor(desk: ModelDesk, line: StoryLine) {
    this.desk = desk
    this.line = line
    for (const { update } of line.words.all) Y.applyUpdate(this.doc, update)
    this.connection = new HttpConnection(desk, line, this.doc)
  }

  static async open(server: ModelServer, name: string, state: Uint8Array): Promise<Tab> {
    const desk = await modelDesk(server, name)
    const line = new StoryLine(desk, REPORTER, { ...server.record, epoch: 1 }, () => {})
    line.load(await desk.outbox.of(REPORTER.id))
    const tab = new Tab(desk, line)
    Y.applyUpdate(tab.doc, state, tab.connection)
    return tab
  }

  get wire() {
    const [wire] = this.desk.wires
    if (!wire) throw new Error('no wire')
    return wire
  }

  /** The browser is killed: nothing of this session happens any more. */
  async kill(): Promise<void> {
    this.connection.abandon()
    this.wire.end()
    await this.line.end()
    await this.desk.end()
  }
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), at: fc.nat(40) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('deliver' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('flush' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('connect' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose' as const), hasArrived: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('keep' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('allow' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('other' as const), at: fc.nat(40) }) },
)

test('whatever happens on the way, each word is on the server or in this browser, and once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, closes) => {
      const server = new ModelServer(v7())
      const name = crypto.randomUUID()
      const words: string[] = []
      let tab = await Tab.open(server, name, Y.encodeStateAsUpdate(server.doc))
      const type = (doc: Y.Doc, at: number): void => {
        const text = doc.getText('headline')
        const word = wordOf(words.length)
        words.push(word)
        text.insert(Math.min(at, text.length), word)
      }
      /** What the server has, with all that waits in the outbox. */
      const union = async (): Promise<string> => {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc))
        for (const { update } of await tab.desk.outbox.of(REPORTER.id)) Y.applyUpdate(doc, update)
        for (const { update } of tab.line.words.all) Y.applyUpdate(doc, update)
        return headlineOf(doc)
      }

      for (const each of steps) {
        if (each.kind === 'type') type(tab.doc, each.at)
        if (each.kind === 'deliver') tab.wire.deliver()
        if (each.kind === 'flush') void tab.line.flush()
        if (each.kind === 'connect') tab.wire.connect()
        if (each.kind === 'lose') tab.wire.lose(each.hasArrived)
        if (each.kind === 'keep') await tab.line.words.keep()
        if (each.kind === 'refuse') server.refuse()
        if (each.kind === 'allow') server.allow()
        if (each.kind === 'other') {
          const before = Y.encodeStateVector(server.doc)
          type(server.doc, each.at)
          const news = Y.encodeStateAsUpdate(server.doc, before)
          for (const wire of server.wires) wire.hear(news)
        }
        if (each.kind === 'kill') {
          await tab.line.words.keep()
          await tab.kill()
          tab = await Tab.open(server, name, Y.encodeStateAsUpdate(server.doc))
        }
        await settle()
        const all = await union()
        for (const word of words) expect(times(all, word)).toBe(1)
      }

      if (closes) server.close()
      else server.allow()
      await tab.line.look()
      for (let round = 0; round < 6; round++) {
        tab.wire.connect()
        void tab.line.flush()
        await settle()
        tab.wire.deliver()
        await settle()
      }
      const stored = headlineOf(server.doc)
      const late = await tab.desk.late.of(REPORTER.id, server.record.id)
      const kept = late.map(({ content }) => spansText(content.headline))
      for (const word of words) {
        const elsewhere = kept.filter((text) => times(text, word) === 1).length
        expect([word, times(stored, word) === 1 || elsewhere === 1]).toEqual([word, true])
      }
      expect(late.length === 0 || closes).toBe(true)
      expect(await tab.desk.outbox.of(REPORTER.id)).toEqual([])
      expect(tab.line.words.isEmpty).toBe(true)
      expect(late.length > 0 || headlineOf(tab.doc) === stored).toBe(true)
      await tab.kill()
    }),
    {
      numRuns: 200,
      examples: [
        // Words of a session that was killed are kept late, and after them words that build on these.
        [[{ kind: 'type', at: 0 }, { kind: 'kill' }, { kind: 'connect' }, { kind: 'type', at: 0 }], true],
      ],
    },
  )
})
