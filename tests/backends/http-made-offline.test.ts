import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Backend } from '../../src/backends/backend.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import { inMemory } from '../server/services/in-memory.ts'
import type { DeskServer, HttpTestDesk } from './http/http-desk.ts'
import { startDeskServer } from './http/http-desk.ts'
import type { Tab, WeakWay } from './http/weak-way.ts'
import { weakWay } from './http/weak-way.ts'
import {
  contentOf,
  EVERYTHING,
  headlineOf,
  headlines,
  openIn,
  REPORTER,
  storyOf,
  SUB,
  type,
  until,
  valueOf,
} from './test-desk.ts'

// Stories that are made while the server can't be reached.

let running: DeskServer
let desk: HttpTestDesk
let way: WeakWay
let rita: Tab
beforeAll(async () => {
  running = await startDeskServer(await inMemory())
}, 60_000)
afterAll(() => running.stop())
beforeEach(async () => {
  desk = await running.makeDesk()
  way = await weakWay(running)
  rita = await way.tab(REPORTER)
})
afterEach(async () => {
  await way.end()
  await desk.end()
})

async function away({ backend }: Tab): Promise<void> {
  way.cut()
  await until(() => backend.link?.isUp, false)
}

/** What the server has, as somebody sees it who comes over a good way: headlines of all documents. */
async function stored(): Promise<readonly string[]> {
  const tab = await desk.signIn(SUB)
  const { records } = valueOf(await tab.list(EVERYTHING))
  const said: string[] = []
  for (const { id } of records) said.push(headlineOf((await openIn(tab, id)).doc))
  await tab.close()
  return said.toSorted()
}

const firstEvent = async (tab: Backend, id: string): Promise<unknown> => {
  const [event] = valueOf(await tab.events(id))
  return [event?.type, event?.by.id]
}

test('one is made as the server would, listed, opened and written in, and is there once with all words afterwards', async () => {
  await storyOf(rita.backend, contentOf('Known'))
  expect(await headlines(rita.backend)).toEqual(['Known'])
  await away(rita)
  const id = v7()
  const record = valueOf(await rita.backend.create({ id, content: contentOf('New'), source: null }))
  expect(record).toMatchObject({
    id,
    status: 'draft',
    epoch: 1,
    reporters: [REPORTER.id],
    sequence: 0,
    summary: { headline: 'New' },
  })
  expect(valueOf(await rita.backend.record(id))).toEqual(record)
  // Made again it is the same one.
  expect(valueOf(await rita.backend.create({ id, content: contentOf('New'), source: null }))).toEqual(record)
  expect(await headlines(rita.backend)).toEqual(['New', 'Known'])
  expect(await headlines(rita.backend, { offset: 1, limit: 1 })).toEqual(['Known'])
  expect(valueOf(await rita.backend.list(EVERYTHING))).toMatchObject({ total: 2, counts: { draft: 2 } })
  expect(await headlines(rita.backend, { search: 'kno' })).toEqual(['Known'])
  const { doc, connection } = await openIn(rita.backend, id)
  expect([headlineOf(doc), connection.access.right]).toEqual(['New', 'edit'])
  expect([connection.state, rita.backend.link?.unsent]).toEqual([{ kind: 'offline', unsent: 1 }, 1])
  type(doc, ' words')
  await connection.flush()
  expect([connection.state, rita.backend.link?.unsent]).toEqual([{ kind: 'offline', unsent: 2 }, 2])
  await until(() => headlines(rita.backend), ['New words', 'Known'])
  way.mend()
  await until(() => connection.state, { kind: 'saved' })
  expect([rita.backend.link?.unsent, headlineOf(doc)]).toEqual([0, 'New words'])
  expect(connection.record.sequence).toBeGreaterThan(0)
  expect(await stored()).toEqual(['Known', 'New words'])
  expect(await firstEvent(rita.backend, id)).toEqual(['create', REPORTER.id])
  // It goes on live, like any other.
  const susan = await desk.signIn(SUB)
  const theirs = await openIn(susan, id)
  type(doc, '!')
  await until(() => headlineOf(theirs.doc), 'New words!')
  expect(await rita.backend.act(id, { type: 'submit' })).toMatchObject({ ok: true })
})

test('it outlasts the browser, also where that begins without the server, and is sent though nobody opens it', async () => {
  await away(rita)
  const id = await storyOf(rita.backend, contentOf('New'))
  const first = await openIn(rita.backend, id)
  type(first.doc, ' one')
  await first.connection.flush()
  await rita.backend.close()

  const dark = way.darkTab(rita)
  await dark.backend.me()
  expect(await headlines(dark.backend)).toEqual(['New'])
  const again = await openIn(dark.backend, id)
  expect(headlineOf(again.doc)).toBe('New one')
  type(again.doc, ' two')
  await again.connection.flush()
  expect(dark.backend.link?.unsent).toBe(3)
  await dark.backend.close()

  way.mend()
  const last = way.darkTab(rita)
  await until(() => stored(), ['New one two'])
  await until(() => last.backend.link?.unsent, 0)
  expect(headlineOf((await openIn(last.backend, id)).doc)).toBe('New one two')
  expect(valueOf(await last.backend.lateEdits(id))).toEqual([])
})

test('answers that are lost, again and again, make it once', async () => {
  way.proxy.isDeaf = true
  const making = rita.backend.create({ id: v7(), content: contentOf('Deaf'), source: null })
  const id = valueOf(await making).id
  await until(() => stored(), ['Deaf'])
  const { doc, connection } = await openIn(rita.backend, id)
  type(doc, ' ears')
  await connection.flush()
  way.proxy.isDeaf = false
  way.proxy.cutAll()
  await until(() => connection.state, { kind: 'saved' })
  expect([await stored(), headlineOf(doc)]).toEqual([['Deaf ears'], 'Deaf ears'])
  await until(() => rita.backend.link?.unsent, 0)
}, 60_000)

test('of two tabs one makes it, and both bring what was written in them', async () => {
  await away(rita)
  await rita.backend.close()
  let posts = 0
  const counting = (): Backend => {
    const asks: typeof fetch = async (input, init) => {
      const response = await rita.browser.fetch(input, init)
      if (init?.method === 'POST') posts += 1
      return response
    }
    return way.darkTab({ ...rita, browser: { ...rita.browser, fetch: asks } }).backend
  }
  const [first, second] = [counting(), counting()]
  await Promise.all([first.me(), second.me()])
  const id = await storyOf(first, contentOf('-'))
  await until(() => second.link?.unsent, 1)
  const one = await openIn(first, id)
  const two = await openIn(second, id)
  type(one.doc, 'b')
  two.doc.getText('headline').insert(0, 'a')
  await Promise.all([one.connection.flush(), two.connection.flush()])
  way.mend()
  await until(() => [one.connection.state, two.connection.state], [{ kind: 'saved' }, { kind: 'saved' }])
  await until(() => [headlineOf(one.doc), headlineOf(two.doc)], ['a-b', 'a-b'])
  expect([await stored(), posts]).toEqual([['a-b'], 1])
})

test('one that the server does not take stays here with its words, and says why', async () => {
  await away(rita)
  const made = { id: v7(), content: { ...contentOf('Odd'), more: 1 } as StoryContent, source: null }
  const { id } = valueOf(await rita.backend.create(made))
  const { doc, connection } = await openIn(rita.backend, id)
  type(doc, ' words')
  await connection.flush()
  way.mend()
  await until(() => connection.state.kind, 'failed')
  expect(connection.state).toMatchObject({
    cause: 'refused',
    message: expect.stringContaining('not a story'),
  })
  expect([await stored(), rita.backend.link?.unsent]).toEqual([[], 2])
  await until(() => headlines(rita.backend), ['Odd words'])
  await rita.backend.close()
  const again = way.darkTab(rita)
  await until(() => again.backend.link?.isUp, true)
  const opened = await openIn(again.backend, id)
  expect(headlineOf(opened.doc)).toBe('Odd words')
  await until(() => opened.connection.state.kind, 'failed')
})

test('nobody else sends it, and it is sent when whoever made it signs in again', async () => {
  await away(rita)
  const id = await storyOf(rita.backend, contentOf('Rita’s'))
  await rita.backend.close()
  way.mend()
  const susan = await way.tab(SUB, { cacheName: rita.cacheName })
  expect([await headlines(susan.backend), susan.backend.link?.unsent]).toEqual([[], 0])
  expect(await susan.backend.open(id, new Y.Doc())).toMatchObject({ ok: false, reason: 'not found' })
  await susan.backend.close()
  await way.tab(REPORTER, { cacheName: rita.cacheName })
  await until(async () => (await stored()).includes('Rita’s'), true)
})

test('whatever is in it, the document is the same here and there, change for change', async () => {
  await away(rita)
  const link = { link: 'https://paper.example', bold: true as const }
  const content: StoryContent = {
    ...BLANK_CONTENT,
    headline: [{ text: 'Rich', marks: { italic: true, bold: true } }],
    body: [
      {
        kind: 'paragraph',
        level: 0,
        spans: [
          { text: 'a', marks: link },
          { lineBreak: true, marks: {} },
        ],
      },
      { kind: 'unknown', raw: { z: 1, a: [2] }, spans: [] },
      { kind: 'rule' },
    ],
    authors: [{ role: 'Reporter', name: 'Rita', id: 'one' }],
    fields: { ...BLANK_CONTENT.fields, slug: 's', keywords: ['k'], place: 'p', organisation: 'o' },
    photos: [
      {
        hash: 'a'.repeat(64),
        id: 'photo',
        crop: { width: 1, height: 1, x: 0, y: 0 },
        credit: 'c',
        caption: [{ text: 'Seen', marks: { unknown: { b: 1, a: 2 } } }],
        alt: 'alt',
      },
    ],
  }
  const id = await storyOf(rita.backend, content)
  way.mend()
  await until(() => stored(), ['Rich'])
  await until(() => rita.backend.link?.unsent, 0)
  expect(valueOf(await rita.backend.record(id))?.sequence).toBeGreaterThan(0)
})
