import { beforeEach, expect, test } from 'vitest'
import type { DeskTransaction, StoreName, StoryRow } from '../../src/rules/desk-storage.ts'
import { MemoryStorage } from '../../src/backends/memory-storage.ts'
import { rowOf } from '../../src/rules/stored-shapes.ts'
import { recordWith } from '../domain/story-records.ts'
import { plain } from './full-disk.ts'

let storage: MemoryStorage
beforeEach(() => {
  storage = new MemoryStorage()
})

const STORES: readonly StoreName[] = ['late', 'records', 'updates', 'meta', 'events']
const row = (id: string, sequence: number): StoryRow => rowOf(recordWith({ id, sequence }), -sequence, 0)
const update = (story: string, byte = 1) => ({ story, epoch: 1, update: new Uint8Array([byte]) })

test('a transaction that fails is taken back whole: what it put, changed, added and took away', async () => {
  await storage.run(STORES, 'strict', async (transaction) => {
    await transaction.put('records', row('a', 1))
    await transaction.addUpdate(update('a'))
    await transaction.addUpdate(update('a', 2))
  })
  const before = plain(await storage.dump())
  const failed = storage.run(STORES, 'strict', async (transaction) => {
    await transaction.put('records', row('a', 2))
    await transaction.put('records', row('a', 3))
    await transaction.put('records', row('b', 4))
    await transaction.deleteUpdates([1, 7])
    await transaction.addUpdate(update('b'))
    await transaction.deleteUpdates([2, 3])
    await transaction.remove('late', 'unheard of')
    throw new Error('on the way')
  })
  await expect(failed).rejects.toThrow('on the way')
  expect(plain(await storage.dump())).toEqual(before)
})

test('transactions run one after the other, also after one that failed', async () => {
  const said: string[] = []
  const work = (name: string) => async (): Promise<void> => {
    said.push(`${name} begins`)
    await Promise.resolve()
    said.push(`${name} ends`)
    if (name === 'b') throw new Error(name)
  }
  const all = ['a', 'b', 'c'].map((name) => storage.run(STORES, 'strict', work(name)))
  const ends = await Promise.allSettled(all)
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('closing and copying wait for what was asked for', async () => {
  void storage.run(STORES, 'strict', (transaction) => transaction.put('records', row('a', 1)))
  expect((await storage.dump()).stores.get('records')?.size).toBe(1)
  void storage.run(STORES, 'strict', (transaction) => transaction.addUpdate(update('a')))
  await storage.close()
  expect((await storage.dump()).updates.size).toBe(1)
})

test('a copy does not change with the storage', async () => {
  const copy = await storage.dump()
  storage.plant('records', 'a', row('a', 1))
  storage.plantUpdate(update('a'))
  expect([copy.stores.get('records')?.size, copy.updates.size]).toEqual([0, 0])
})

const beyond: readonly [string, readonly StoreName[], (transaction: DeskTransaction) => Promise<unknown>][] =
  [
    ['get', ['meta'], (transaction) => transaction.get('people', 'x')],
    ['all', ['meta'], (transaction) => transaction.all('people')],
    ['next', ['meta'], (transaction) => transaction.next('searches', '', 1)],
    ['put', ['meta'], (transaction) => transaction.put('records', row('a', 1))],
    ['addUpdate', ['meta'], (transaction) => transaction.addUpdate(update('a'))],
    ['updatesAfter', ['meta'], (transaction) => transaction.updatesAfter('a', 1, 0)],
    ['allUpdates', ['meta'], (transaction) => transaction.allUpdates('a')],
    ['deleteUpdates', ['meta'], (transaction) => transaction.deleteUpdates([1])],
    ['firstStories', ['meta'], (transaction) => transaction.firstStories('changed', null, 1)],
    ['storiesSince', ['meta'], (transaction) => transaction.storiesSince(0)],
    ['countStories', ['meta'], (transaction) => transaction.countStories()],
    ['unsummarised', ['meta'], (transaction) => transaction.unsummarised()],
    ['remove', ['meta'], (transaction) => transaction.remove('late', 'x')],
    ['noticesOf', ['meta'], (transaction) => transaction.noticesOf('rita', 1)],
    ['ofStory', ['meta'], (transaction) => transaction.ofStory('events', 'a')],
  ]
test.each(beyond)('%s beyond the stores that were asked for is a bug', async (_what, stores, work) => {
  await expect(storage.run(stores, 'strict', work)).rejects.toThrow('does not cover')
})

const writes = beyond.filter(([what]) => ['put', 'remove', 'addUpdate', 'deleteUpdates'].includes(what))
test.each(writes)('%s in a transaction that only reads is a bug', async (_what, _stores, work) => {
  await expect(storage.run(STORES, 'readonly', work)).rejects.toThrow('only reads')
})

test('pieces of a store come by key, whatever order they were put in', async () => {
  for (const id of ['c', 'a', 'd', 'b']) storage.plant('records', id, { id })
  const next = (after: string, limit: number) =>
    storage.run(['records'], 'readonly', (transaction) => transaction.next('records', after, limit))
  expect(await next('', 2)).toEqual([{ id: 'a' }, { id: 'b' }])
  expect(await next('b', 9)).toEqual([{ id: 'c' }, { id: 'd' }])
  expect(await next('d', 9)).toEqual([])
})

test('keys of updates are never given again, so that no tab takes a new one for a known one', async () => {
  const add = () => storage.run(STORES, 'strict', (transaction) => transaction.addUpdate(update('a')))
  const first = await add()
  await storage.run(STORES, 'strict', (transaction) => transaction.deleteUpdates([first]))
  expect(await add()).toBeGreaterThan(first)
})
