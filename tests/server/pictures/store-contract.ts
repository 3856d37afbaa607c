import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PictureStore } from '../../../src/server/pictures/picture-store.ts'
import { partName, pictureName } from '../../../src/server/pictures/picture-store.ts'

export const HASH = 'ab'.repeat(32)
export const NAME = pictureName(HASH)
export const bytesOf = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words)

/** What a store says of a file: its words and its whole size, or null. */
export async function wordsIn(
  store: PictureStore,
  name: string,
  range?: { readonly first: number; readonly last: number },
): Promise<{ readonly words: string; readonly size: number } | null> {
  const file = await store.get(name, range)
  return file && { words: await new Response(file.body).text(), size: file.size }
}

/** What holds for every store of pictures. */
export function storeContract(
  name: string,
  open: () => Promise<{ readonly store: PictureStore; end(): Promise<void> }>,
): void {
  describe(`the store of pictures: ${name}`, () => {
    let store: PictureStore
    let end: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      store = opened.store
      end = () => opened.end()
    })
    afterEach(() => end())

    test('gives what it was given, whole and in parts', async () => {
      await store.put(NAME, bytesOf('a picture'))
      expect(await wordsIn(store, NAME)).toEqual({ words: 'a picture', size: 9 })
      expect(await wordsIn(store, NAME, { first: 2, last: 5 })).toEqual({ words: 'pict', size: 9 })
      expect(await wordsIn(store, NAME, { first: 8, last: 8 })).toEqual({ words: 'e', size: 9 })
    })

    test('has nothing that it was not given', async () => {
      expect(await store.get(NAME)).toBeNull()
      await store.put(NAME, bytesOf('a picture'))
      expect(await store.get(pictureName('cd'.repeat(32)))).toBeNull()
    })

    test('takes the same again, also at the same time', async () => {
      await Promise.all([1, 2, 3, 4].map(() => store.put(NAME, bytesOf('a picture'))))
      await store.put(NAME, bytesOf('a picture'))
      expect(await wordsIn(store, NAME)).toEqual({ words: 'a picture', size: 9 })
    })

    test('forgets what is taken away, twice if need be, and nothing else', async () => {
      const part = partName('0-1')
      await store.put(part, bytesOf('a part'))
      await store.put(NAME, bytesOf('a picture'))
      await store.remove(part)
      await store.remove(part)
      expect(await store.get(part)).toBeNull()
      expect(await wordsIn(store, NAME)).not.toBeNull()
    })

    test('keeps a megabyte of any bytes', async () => {
      const bytes = Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 31) & 255)
      await store.put(NAME, bytes)
      const file = await store.get(NAME)
      expect(Buffer.compare(Buffer.from(await new Response(file?.body).arrayBuffer()), bytes)).toBe(0)
    })
  })
}
