import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Backend } from '../../src/backends/backend.ts'
import { readContent } from '../../src/domain/read-content.ts'
import { CONTENT_SCHEMA } from '../../src/domain/story-doc.ts'
import type { MakeDesk, TestDesk } from './test-desk.ts'
import {
  contentOf,
  headlineOf,
  headlines,
  NOW,
  openIn,
  REPORTER,
  storyOf,
  tabOf,
  valueOf,
} from './test-desk.ts'

/** A picture: one grey point as PNG. */
const GREY_POINT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

export function storyContract(makeDesk: MakeDesk): void {
  let desk: TestDesk
  let tab: Backend
  beforeEach(async () => {
    desk = await makeDesk()
    tab = await tabOf(desk)
  })
  afterEach(() => desk.end())

  test('a new story is its maker’s draft, with a summary', async () => {
    const id = v7()
    const record = valueOf(
      await tab.create({
        id,
        content: contentOf('Harbour reopens', 'Two words TK', 'harbour'),
        source: null,
      }),
    )
    expect(record).toMatchObject({
      id,
      schema: CONTENT_SCHEMA,
      epoch: 1,
      status: 'draft',
      reporters: [REPORTER.id],
      claimant: null,
      hasSource: false,
      createdAt: NOW().toISOString(),
      summary: { headline: 'Harbour reopens', slug: 'harbour', words: 3, tks: 1 },
    })
    expect(valueOf(await tab.record(id))).toEqual(record)
  })

  test('creating it again answers with what is there and changes nothing', async () => {
    const id = await storyOf(tab, contentOf('First'))
    const before = valueOf(await tab.record(id))
    const again = await tab.create({ id, content: contentOf('Second'), source: null })
    expect(valueOf(again)).toEqual(before)
    expect(headlineOf((await openIn(tab, id)).doc)).toBe('First')
    expect(valueOf(await tab.events(id))).toHaveLength(1)
  })

  test('two tabs that create the same story at the same moment make one', async () => {
    const other = desk.tab()
    const id = v7()
    await Promise.all([
      tab.create({ id, content: contentOf('Mine'), source: null }),
      other.create({ id, content: contentOf('Mine'), source: null }),
    ])
    expect(await headlines(tab)).toEqual(['Mine'])
    expect(headlineOf((await openIn(tab, id)).doc)).toBe('Mine')
  })

  test('an id that is no UUIDv7 is refused', async () => {
    const made = await tab.create({ id: 'story-1', content: contentOf('No'), source: null })
    expect(made).toMatchObject({ ok: false, reason: 'invalid' })
  })

  test('an opened document says what the story was made of', async () => {
    const content = contentOf('Headline', 'A body.', 'slug')
    const id = await storyOf(tab, content)
    const { doc, connection } = await openIn(tab, id)
    expect(readContent(doc)).toEqual(content)
    expect(connection.access).toEqual({ right: 'edit', why: '' })
    expect(connection.state).toEqual({ kind: 'saved' })
    expect(connection.record).toEqual(valueOf(await tab.record(id)))
  })

  test('a story that is not there is not found, and no record', async () => {
    expect(await tab.open(v7(), new Y.Doc())).toMatchObject({ ok: false, reason: 'not found' })
    expect(valueOf(await tab.record(v7()))).toBeNull()
    expect(await tab.rawData(v7())).toMatchObject({ ok: false, reason: 'not found' })
    expect(await tab.act(v7(), { type: 'submit' })).toMatchObject({ ok: false, reason: 'not found' })
  })

  test('a document that has something in it is a bug', async () => {
    const id = await storyOf(tab)
    const doc = new Y.Doc()
    doc.getText('headline').insert(0, 'x')
    await expect(tab.open(id, doc)).rejects.toThrow('empty')
  })

  test('the source is kept verbatim', async () => {
    const source = { name: 'copy.txt', type: 'text/plain', text: 'PARIS\u00A0(AP) — “Quoted”\r\n' }
    const id = v7()
    const record = valueOf(await tab.create({ id, content: contentOf('From the wire'), source }))
    expect(record.hasSource).toBe(true)
    expect(valueOf(await desk.tab().source(id))).toMatchObject(source)
    expect(valueOf(await tab.source(await storyOf(tab)))).toBeNull()
  })

  test('a picture is kept under the SHA-256 of its bytes', async () => {
    const bytes = Uint8Array.from(atob(GREY_POINT), (character) => character.charCodeAt(0))
    const picture = new Blob([bytes], { type: 'image/png' })
    const { hash } = valueOf(await tab.putPicture(picture))
    expect(hash).toBe('a1abfd410973b0111c215baa879b9edcd739e601659ba44168269767cc2e9108')
    expect(valueOf(await tab.putPicture(picture))).toEqual({ hash })
    const kept = valueOf(await desk.tab().picture(hash))
    expect(kept?.type).toBe('image/png')
    expect(new Uint8Array((await kept?.arrayBuffer()) ?? [])).toEqual(bytes)
    expect(valueOf(await tab.picture('00'))).toBeNull()
  })

  test('raw data holds all that is stored', async () => {
    const id = v7()
    const source = { name: 'wire', type: 'text/plain', text: 'the wire copy' }
    await tab.create({ id, content: contentOf('Raw'), source })
    const file = valueOf(await tab.rawData(id))
    const raw = JSON.parse(await file.text()) as {
      record: { id: string }
      source: { text: string }
      events: unknown[]
      updates: { update: { base64: string } }[]
    }
    expect(raw.record.id).toBe(id)
    expect(raw.source.text).toBe('the wire copy')
    expect(raw.events).toHaveLength(1)
    const doc = new Y.Doc()
    for (const { update } of raw.updates) {
      Y.applyUpdate(
        doc,
        Uint8Array.from(atob(update.base64), (character) => character.charCodeAt(0)),
      )
    }
    expect(headlineOf(doc)).toBe('Raw')
  })
}
