import { beforeEach, expect, test } from 'vitest'
import { RAW_STORES, readRawData } from '../../src/rules/raw-data.ts'
import { FullDisk, madeIn } from '../backends/full-disk.ts'
import { contentOf } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
beforeEach(async () => {
  disk = new FullDisk()
  id = await madeIn(disk, contentOf('Raw', 'body'))
})

const raw = (of = id) => disk.run(RAW_STORES, 'readonly', (transaction) => readRawData(transaction, of))

async function parsed(): Promise<Record<string, unknown>> {
  return JSON.parse((await raw()) ?? 'null') as Record<string, unknown>
}

test('it says what it is, and holds every store', async () => {
  const { stet, content, search, events, updates, record } = await parsed()
  expect(stet).toBe('raw data of one story')
  expect(record).toMatchObject({ id, unsummarised: 0, status: 'draft' })
  expect(content).toMatchObject({ content: { headline: [{ text: 'Raw' }] } })
  expect(search).toMatchObject({ text: expect.stringContaining('raw') as string })
  expect(events).toMatchObject([{ type: 'create' }])
  expect(updates).toMatchObject([{ epoch: 1, update: { base64: expect.any(String) as string } }])
})

test('it holds nothing of any other story', async () => {
  const other = await madeIn(disk, contentOf('Elsewhere'))
  expect(await raw()).not.toContain('Elsewhere')
  expect(await raw()).not.toContain(other)
})

test('it holds the updates of every epoch', async () => {
  disk.plantUpdate({ story: id, epoch: 2, update: new Uint8Array([1]) })
  expect((await parsed())['updates']).toMatchObject([{ epoch: 1 }, { epoch: 2, update: { base64: 'AQ==' } }])
})

const shapes: readonly [string, unknown, unknown][] = [
  ['bytes', new Uint8Array([0, 127, 255]), { base64: 'AH//' }],
  ['a part of larger bytes', new Uint8Array([9, 1, 2, 9]).subarray(1, 3), { base64: 'AQI=' }],
  ['a buffer', new Uint8Array([1, 2]).buffer, { base64: 'AQI=' }],
  ['other views', new DataView(new Uint8Array([1, 2]).buffer), { base64: 'AQI=' }],
  ['no bytes', new Uint8Array(), { base64: '' }],
  ['a big integer', 12345678901234567890n, '12345678901234567890'],
  ['text where bytes belong', 'nonsense', 'nonsense'],
  ['nothing', null, null],
]
test.each(shapes)('%s can be rescued', async (_what, update, expected) => {
  disk.plantUpdate({ story: id, epoch: 1, update })
  expect((await parsed())['updates']).toMatchObject([{}, { update: expected }])
})

test('more bytes than fit into one call’s arguments are written whole', async () => {
  const update = new Uint8Array(300_000).fill(65)
  disk.plantUpdate({ story: id, epoch: 1, update })
  const { updates } = (await parsed()) as { updates: { update: { base64: string } }[] }
  expect(atob(updates[1]?.update.base64 ?? '')).toBe('A'.repeat(300_000))
})

test('a row that holds itself is written as far as it goes, and one thing held twice is written twice', async () => {
  const twice = { said: 'twice' }
  const row: Record<string, unknown> = { id, first: twice, second: twice }
  row['self'] = row
  row['deep'] = { list: [row, 1] }
  disk.plant('records', id, row)
  expect((await parsed())['record']).toEqual({
    id,
    first: twice,
    second: twice,
    self: 'holds itself',
    deep: { list: ['holds itself', 1] },
  })
})

const remains: readonly [string, () => void][] = [
  ['its readable copy', () => disk.plant('contents', 'rest', { id: 'rest', said: 'this' })],
  ['its search text', () => disk.plant('searches', 'rest', { id: 'rest', said: 'this' })],
  ['its source', () => disk.plant('sources', 'rest', { id: 'rest', said: 'this' })],
  ['an event', () => disk.plant('events', 77, { story: 'rest', sequence: 77, said: 'this' })],
  ['an update', () => disk.plantUpdate({ story: 'rest', epoch: 1, said: 'this' })],
  ['its record', () => disk.plant('records', 'rest', { id: 'rest', said: 'this' })],
]
test.each(remains)('what is left can be rescued where that is only %s', async (_what, plant) => {
  expect(await raw('rest')).toBeNull()
  plant()
  expect(await raw('rest')).toContain('"said": "this"')
})
