import { beforeEach, expect, test } from 'vitest'
import { Catalogue } from '../../src/backends/catalogue.ts'
import { DERIVE_STORES, putDerived } from '../../src/rules/derive-story.ts'
import type { DeskTransaction, StoryRow } from '../../src/rules/desk-storage.ts'
import { LIST_STORES } from '../../src/backends/list-stories.ts'
import { recordOf } from '../../src/rules/stored-shapes.ts'
import { putChange } from '../../src/rules/story-rows.ts'
import { FullDisk, madeIn } from './full-disk.ts'
import { contentOf, NOW } from './test-desk.ts'

let disk: FullDisk
let catalogue: Catalogue
beforeEach(() => {
  disk = new FullDisk()
  catalogue = new Catalogue()
})

const read = (order: 'changed' | 'created' = 'changed', withTexts = false) =>
  disk.run(LIST_STORES, 'readonly', (transaction) => catalogue.read(transaction, order, withTexts))
const ids = async (order: 'changed' | 'created' = 'changed'): Promise<readonly string[]> =>
  (await read(order)).map(({ record }) => record.id)
const texts = async (): Promise<readonly string[]> =>
  (await read('created', true)).map(({ text }) => text.trim())
const rowOfStory = async (id: string): Promise<StoryRow> =>
  (await disk.dump()).stores.get('records')?.get(id) as StoryRow

/** Changes a story as a save does: its record, and what it is found by. */
async function changed(id: string, headline = 'changed'): Promise<void> {
  const row = await rowOfStory(id)
  await disk.run(DERIVE_STORES, 'strict', async (transaction) => {
    await putDerived(transaction, id, contentOf(headline))
    await putChange(transaction, row, recordOf(row), 0, NOW)
  })
}

test('it is in both orders, and follows what is made and changed', async () => {
  const one = await madeIn(disk)
  const two = await madeIn(disk)
  expect(await ids()).toEqual([two, one])
  await changed(one)
  const three = await madeIn(disk)
  expect(await ids()).toEqual([three, one, two])
  expect(await ids('created')).toEqual([three, two, one])
})

test('texts are read when first asked for, and kept fresh from then on', async () => {
  const one = await madeIn(disk, contentOf('One'))
  expect((await read())[0]?.text).toBe('')
  expect(await texts()).toEqual(['one'])
  await changed(one, 'Óne')
  await madeIn(disk, contentOf('Two'))
  await changed(one, 'Éins')
  expect(await texts()).toEqual(['two', 'eins'])
})

test('a desk of more stories than one piece has each of them once, with its text', async () => {
  const first = await madeIn(disk, contentOf('story'))
  const row = await rowOfStory(first)
  for (let number = 2; number <= 1001; number++) {
    const id = `${first}-${String(number).padStart(4, '0')}`
    disk.plant('records', id, { ...row, id, sequence: number, order: -number, born: -number })
    disk.plant('searches', id, { id, text: `story ${number}` })
  }
  expect(new Set(await ids()).size).toBe(1001)
  const found = await texts()
  expect(found.slice(0, 2)).toEqual(['story 1001', 'story 1000'])
  expect(found.every((text) => text.startsWith('story'))).toBe(true)
})

test('a read that fails in the middle leaves nothing stale behind', async () => {
  const one = await madeIn(disk, contentOf('one'))
  await texts()
  await changed(one, 'fresh')
  const failing = (transaction: DeskTransaction): DeskTransaction => ({
    ...transaction,
    get: async (store, key) => {
      if (store === 'searches') throw new Error('no disk')
      return transaction.get(store, key)
    },
  })
  const tried = disk.run(LIST_STORES, 'readonly', (transaction) =>
    catalogue.read(failing(transaction), 'changed', true),
  )
  await expect(tried).rejects.toThrow('no disk')
  expect(await texts()).toEqual(['fresh'])
})

const numbers: readonly [string, object][] = [
  ['a place far ahead', { sequence: 1e12, order: -1e12 }],
  ['a place that is not its own', { sequence: 1e12 }],
  ['no place', { sequence: 'first', order: null, born: null }],
]
test.each(numbers)('a row with %s does not hide what happens after it', async (_what, hurt) => {
  const one = await madeIn(disk)
  disk.plant('records', one, { ...(await rowOfStory(one)), ...hurt })
  expect(await ids()).toEqual([one])
  const two = await madeIn(disk)
  expect((await ids()).toSorted()).toEqual([one, two].toSorted())
  await changed(two)
  expect((await read()).find(({ record }) => record.id === two)?.record.sequence).toBe(3)
})

const hurtTexts: readonly [string, (id: string) => object][] = [
  ['no text', (id) => ({ id })],
  ['a text that is none', (id) => ({ id, text: 7 })],
]
test.each(hurtTexts)('a story with %s has its place and no text', async (_what, row) => {
  const one = await madeIn(disk, contentOf('one'))
  await madeIn(disk, contentOf('two'))
  disk.plant('searches', one, row(one))
  disk.plant('searches', 'stray', { id: 'stray', text: 'of no story' })
  expect(await texts()).toEqual(['two', ''])
})

test('counts are taken once for each state of the desk', async () => {
  let counted = 0
  const count = () =>
    disk.run(LIST_STORES, 'readonly', (transaction) =>
      catalogue.counts({
        ...transaction,
        countStories: () => {
          counted += 1
          return transaction.countStories()
        },
      }),
    )
  await madeIn(disk)
  expect((await count()).byStatus.draft).toBe(1)
  await count()
  expect(counted).toBe(1)
  await madeIn(disk)
  expect((await count()).all).toBe(2)
  expect(counted).toBe(2)
  disk.plant('meta', 'sequence', { name: 'sequence', value: 'lost' })
  await count()
  await count()
  expect(counted).toBe(4)
})

test('cleared, it knows only the storage that it is asked about', async () => {
  await madeIn(disk, contentOf('old'))
  await texts()
  catalogue.clear()
  expect(catalogue.isLoaded).toBe(false)
  disk = new FullDisk()
  expect(await ids()).toEqual([])
  await madeIn(disk, contentOf('new'))
  expect(await texts()).toEqual(['new'])
})
