import { expect, test } from 'vitest'
import { beginUpload, MOST_ON_THEIR_WAY } from '../../../src/server/pictures/begin-upload.ts'
import { receivePart } from '../../../src/server/pictures/receive-part.ts'
import { hashOf, withPictures } from './picture-stage.ts'
import { PNG, pngOf } from './sample-pictures.ts'

const some = (number: number): string => number.toString(16).padStart(64, '0')

withPictures('a picture that is announced', (stage) => {
  test('may not be empty, nor larger than the newsroom wants it', async () => {
    const pictures = stage({ maxPictureBytes: 1000 })
    expect(await beginUpload(pictures, 'rita', { hash: some(1), size: 1000 })).toMatchObject({ ok: true })
    expect(await beginUpload(pictures, 'rita', { hash: some(2), size: 1001 })).toMatchObject({
      ok: false,
      status: 413,
      message: expect.stringContaining('too large') as string,
    })
    expect(await beginUpload(pictures, 'rita', { hash: some(2), size: 0 })).toMatchObject({ ok: false })
  })

  test('waits where one person has too many on their way; others need not', async () => {
    const pictures = stage()
    for (let number = 0; number < MOST_ON_THEIR_WAY.uploads; number += 1) {
      const begun = await beginUpload(pictures, 'rita', { hash: some(number), size: 1000 })
      expect(begun).toMatchObject({ ok: true })
    }
    const one = { hash: some(999), size: 1000 }
    expect(await beginUpload(pictures, 'rita', one)).toMatchObject({ ok: false, status: 429 })
    expect(await beginUpload(pictures, 'rita', { hash: some(0), size: 1000 })).toMatchObject({ ok: true })
    expect(await beginUpload(pictures, 'otto', one)).toMatchObject({ ok: true })
    pictures.later(25)
    expect(await beginUpload(pictures, 'rita', one)).toMatchObject({ ok: true })
  })

  test('waits where one person has too many bytes on their way', async () => {
    const pictures = stage()
    const size = 20_000_000
    for (let number = 0; number < MOST_ON_THEIR_WAY.bytes / size; number += 1)
      await beginUpload(pictures, 'rita', { hash: some(number), size })
    expect(await beginUpload(pictures, 'rita', { hash: some(999), size: 1 })).toMatchObject({
      ok: false,
      status: 429,
      message: expect.stringContaining('this one waits') as string,
    })
  })

  test('begins anew where another size was said before', async () => {
    const pictures = stage()
    const hash = hashOf(PNG)
    const first = await beginUpload(pictures, 'rita', { hash, size: 9 })
    const again = await beginUpload(pictures, 'rita', { hash, size: PNG.length })
    expect(first).toMatchObject({ ok: true })
    expect(again).toMatchObject({ ok: true, value: { received: 0 } })
    const id = again.ok ? (again.value.id ?? '') : ''
    expect(await receivePart(pictures, 'rita', id, 0, PNG)).toMatchObject({ ok: true, value: { id: null } })
  })

  test('is forgotten with its parts a day after the last of it came, and not before', async () => {
    const pictures = stage()
    const picture = pngOf(5000)
    const announced = { hash: hashOf(picture), size: 5000 }
    const begun = await beginUpload(pictures, 'rita', announced)
    const id = begun.ok ? (begun.value.id ?? '') : ''
    pictures.later(23)
    await receivePart(pictures, 'rita', id, 0, picture.slice(0, 2000))
    pictures.later(23)
    await beginUpload(pictures, 'otto', { hash: some(1), size: 1 })
    expect(pictures.files()).toHaveLength(1)
    expect(await beginUpload(pictures, 'rita', announced)).toMatchObject({ value: { id, received: 2000 } })
    pictures.later(2)
    await beginUpload(pictures, 'otto', { hash: some(2), size: 1 })
    expect(pictures.files()).toEqual([])
    expect(await beginUpload(pictures, 'rita', announced)).toMatchObject({ value: { received: 0 } })
  })
})
