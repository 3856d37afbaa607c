import { expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { readThreads } from '../../../src/domain/threads/read-threads.ts'
import { readDocument } from '../../../src/rules/stored-document.ts'
import { commentOn } from '../../backends/review-stage.ts'
import { documentName } from '../../../src/backends/wire/live.ts'
import { LIVE_LIMITS } from '../../../src/server/live/live-limits.ts'
import { CHIEF, OTHER, REPORTER, SUB } from '../../backends/test-desk.ts'
import type { OpenDocument } from './live-browser.ts'
import { headline, openTab, synced, until } from './live-browser.ts'
import { stageLive } from './live-stage.ts'

/** Sends bytes as an update of a document, past the library. */
function sendUpdate({ provider }: OpenDocument, update: Uint8Array, type = 0, step = 2): void {
  const message = encoding.createEncoder()
  encoding.writeVarString(message, provider.configuration.name)
  encoding.writeVarUint(message, type)
  encoding.writeVarUint(message, step)
  encoding.writeVarUint8Array(message, update)
  provider.configuration.websocketProvider.send(encoding.toUint8Array(message))
}

/** Updates of a document's headline, each a letter. */
function typed(open: OpenDocument, word: string): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(open.doc))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of word) doc.getText('headline').insert(doc.getText('headline').length, letter)
  return updates
}

async function twoIn(options: Parameters<typeof stageLive>[0] = {}) {
  const stage = await stageLive(options)
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  const [one, two] = [tab.story(id), openTab(stage.url, CHIEF).story(id)]
  await Promise.all([synced(one), synced(two)])
  return { stage, id, tab, one, two }
}

const rowsOf = async (stage: Awaited<ReturnType<typeof stageLive>>, id: string): Promise<number> =>
  (await stage.storage.run(['updates'], 'readonly', (tx) => tx.allUpdates(id))).length

test('updates that come twice and in another order are stored once and shown in full', async () => {
  const { stage, id, one, two } = await twoIn()
  const [a, b, c, d] = typed(one, 'wxyz')
  if (!a || !b || !c || !d) throw new Error('four letters')
  const before = await rowsOf(stage, id)
  for (const update of [a, a, c, b, b, d, a, c]) sendUpdate(one, update)
  await until(() => headline(two) === 'A storywxyz')
  await until(() => stage.live.figures().stored >= 10)
  for (const update of [d, c, b, a]) sendUpdate(one, update)
  await until(() => stage.live.figures().stored >= 14)
  expect(await stage.stored(id)).toBe('A storywxyz')
  expect((await rowsOf(stage, id)) - before).toBeLessThanOrEqual(4)
})

test('what builds on something that never comes is not stored, and the browser begins anew', async () => {
  const { stage, id, tab, one, two } = await twoIn({ limits: { ...LIVE_LIMITS, patience: 30 } })
  const [, second] = typed(one, 'xy')
  if (!second) throw new Error('two letters')
  sendUpdate(one, second)
  await until(() => tab.closes.includes(4205))
  await synced(one)
  one.doc.getText('headline').insert(0, 'Goes on: ')
  await until(() => headline(two) === 'Goes on: A story')
  expect(await stage.stored(id)).toBe('Goes on: A story')
})

test.each([
  ['bytes that are no update', Uint8Array.of(250, 250, 250, 250, 1, 7)],
  ['an update with its end cut off', Uint8Array.of(1, 1, 9, 0, 4, 1, 8)],
  ['a gap of no length', Uint8Array.of(1, 1, 9, 0, 0, 0, 0)],
  ['a deleted range of no length', Uint8Array.of(0, 1, 9, 1, 0, 0)],
])('%s are refused, and nobody notices', async (_what, bytes) => {
  const { stage, id, one, two } = await twoIn()
  const rows = await rowsOf(stage, id)
  sendUpdate(one, bytes)
  expect(await one.refusal).toMatchObject({ reason: 'invalid', isClosed: false })
  expect(await rowsOf(stage, id)).toBe(rows)
  two.doc.getText('headline').insert(0, 'On: ')
  await synced(two)
  expect(await stage.stored(id)).toBe('On: A story')
})

test.each([
  ['a message for everybody', 6],
  ['an answer of the server’s', 8],
  ['a message of a kind that there isn’t', 99],
])('%s is not taken from a browser', async (_what, type) => {
  const { tab, one, two } = await twoIn()
  const said = encoding.createEncoder()
  encoding.writeVarString(said, one.provider.configuration.name)
  encoding.writeVarUint(said, type)
  encoding.writeVarString(said, JSON.stringify({ kind: 'session ended' }))
  tab.socket.send(encoding.toUint8Array(said))
  await until(() => tab.closes.includes(4400))
  expect(two.news).toEqual([])
})

test('an update that is too large is refused in words, and the socket and the story go on', async () => {
  const { stage, id, tab, one, two } = await twoIn({ limits: { ...LIVE_LIMITS, update: 12_000 } })
  one.doc.getText('headline').insert(0, 'x'.repeat(20_000))
  expect(await one.refusal).toMatchObject({ reason: 'invalid', isClosed: false })
  expect(tab.closes).toEqual([])
  two.doc.getText('headline').insert(0, 'Fine: ')
  await synced(two)
  expect(await stage.stored(id)).toBe('Fine: A story')
})

test('a message of more than two updates’ size ends the socket', async () => {
  const { stage, id, tab, one, two } = await twoIn({ limits: { ...LIVE_LIMITS, update: 5_000 } })
  one.doc.getText('headline').insert(0, 'x'.repeat(20_000))
  // The server's 1009 may arrive as a broken connection, while the rest is yet being sent.
  await until(() => tab.closes.length > 0)
  two.doc.getText('headline').insert(0, 'Fine: ')
  await synced(two)
  expect(await stage.stored(id)).toBe('Fine: A story')
})

test.each(['constructor', '__proto__', 'story/constructor/1'])('%s is no document’s name', async (name) => {
  const lines: string[] = []
  const stage = await stageLive({ log: (line) => lines.push(line) })
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  expect(await tab.open(name).refusal).toMatchObject({ reason: 'not found' })
  expect(lines.filter((line) => line.includes('asked for that cannot be'))).not.toEqual([])
  expect(lines.filter((line) => line.includes('"error"'))).toEqual([])
  await synced(tab.story(id))
  expect(tab.closes).toEqual([])
})

test('a story takes no more than there is room for', async () => {
  const { stage, id, one, two } = await twoIn({ limits: { ...LIVE_LIMITS, document: 3_000 } })
  one.doc.getText('headline').insert(0, 'x'.repeat(4_000))
  expect(await one.refusal).toMatchObject({ reason: 'invalid', isClosed: false })
  two.doc.getText('headline').insert(0, 'Short: ')
  await synced(two)
  expect(await stage.stored(id)).toBe('Short: A story')
})

test('whoever sends too fast is read more slowly, and loses nothing', async () => {
  const limits = { ...LIVE_LIMITS, messages: { perSecond: 400, burst: 20 } }
  const { stage, id, one } = await twoIn({ limits })
  const letters = Array.from({ length: 100 }, (_none, at) => String(at % 10))
  for (const letter of letters) one.doc.getText('headline').insert(0, letter)
  await synced(one)
  expect(await stage.stored(id)).toBe(`${letters.toReversed().join('')}A story`)
})

test('whoever may only comment stores comments, and no copy hidden among them', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const tab = openTab(stage.url, OTHER)
  const one = tab.story(id)
  await synced(one)
  commentOn(one.doc, OTHER, 't1', 'What of this?')
  await synced(one)
  one.doc.transact(() => {
    commentOn(one.doc, OTHER, 't2', 'And this?')
    one.doc.getText('headline').insert(0, 'hidden')
  })
  expect(await one.refusal).toMatchObject({ reason: 'not allowed' })
  expect(await stage.stored(id)).toBe('A story')
  const seer = openTab(stage.url, CHIEF).story(id)
  await synced(seer)
  expect([...seer.doc.getMap('threads').keys()]).toEqual(['t1'])
})

test('a hundred documents opened on one socket are too many', async () => {
  const stage = await stageLive({ limits: { ...LIVE_LIMITS, documents: 3 } })
  const ids = await Promise.all([0, 1, 2, 3].map(() => stage.story()))
  const tab = openTab(stage.url, REPORTER)
  const opened = ids.slice(0, 3).map((id) => tab.story(id))
  await Promise.all(opened.map(synced))
  const fourth = tab.open(documentName(ids[3] ?? '', 1))
  expect(await fourth.refusal).toMatchObject({ reason: 'invalid' })
  fourth.close()
  opened[0]?.close()
  await synced(tab.story(ids[3] ?? ''))
  expect(stage.live.figures().connections).toBe(3)
})

const forgeries: readonly [string, (doc: Y.Doc) => void][] = [
  ['deletes another’s message', (doc) => (threadIn(doc).get('messages') as Y.Map<unknown>).delete('t-1')],
  ['deletes another’s thread', (doc) => doc.getMap('threads').delete('t')],
  ['says something in another’s name', (doc) => commentOn(doc, REPORTER, 'more', 'I say so.')],
]
const threadIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('threads').get('t') as Y.Map<unknown>

test.each(
  [OTHER, SUB, CHIEF].flatMap((person) =>
    forgeries.map(([what, edit]) => [person.role, what, person, edit] as const),
  ),
)('a %s who %s is refused, and all that was said stays', async (_role, _what, person, edit) => {
  const stage = await stageLive()
  const id = await stage.story()
  const [one, theirs] = [REPORTER, person].map((each) => openTab(stage.url, each).story(id))
  if (!one || !theirs) throw new Error('two tabs')
  await Promise.all([synced(one), synced(theirs)])
  commentOn(one.doc, REPORTER, 't', 'Sure?')
  await until(() => theirs.doc.getMap('threads').has('t'))
  const said = readThreads(one.doc)
  edit(theirs.doc)
  expect(await theirs.refusal).toMatchObject({ reason: 'not allowed', isClosed: false })
  const stored = await stage.storage.run(['updates'], 'readonly', (tx) => readDocument(tx, id, 1))
  expect(stored.ok && readThreads(stored.doc)).toEqual(said)
  expect(readThreads(one.doc)).toEqual(said)
})
