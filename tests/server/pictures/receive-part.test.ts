import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusingFailures } from '../../../src/rules/refusals.ts'
import { beginUpload } from '../../../src/server/pictures/begin-upload.ts'
import type { PictureDesk } from '../../../src/server/pictures/picture-desk.ts'
import { pictureName } from '../../../src/server/pictures/picture-store.ts'
import { receivePart } from '../../../src/server/pictures/receive-part.ts'
import { servePicture } from '../../../src/server/pictures/serve-picture.ts'
import { hashOf, withPictures } from './picture-stage.ts'
import { JPEG, PNG, pngOf } from './sample-pictures.ts'

const RITA = 'rita'
const OTTO = 'otto'
type Bytes = Uint8Array<ArrayBuffer>

async function begun(pictures: PictureDesk, bytes: Bytes, by = RITA, hash = hashOf(bytes)): Promise<string> {
  const answer = await beginUpload(pictures, by, { hash, size: bytes.length })
  if (!answer.ok || answer.value.id === null) throw new Error(JSON.stringify(answer))
  return answer.value.id
}

/** The bytes that a picture is served with, or null. */
async function served(pictures: PictureDesk, hash: string): Promise<Bytes | null> {
  const answer = await servePicture(pictures, hash, new Request('http://desk/'))
  return answer instanceof Response ? new Uint8Array(await answer.arrayBuffer()) : null
}

withPictures('a picture that comes in parts', (stage, again) => {
  test('is there when the last part is, and not before; nothing is left of its parts', async () => {
    const pictures = stage()
    const picture = pngOf(5000)
    const id = await begun(pictures, picture)
    expect(await receivePart(pictures, RITA, id, 0, picture.slice(0, 2000))).toEqual({
      ok: true,
      value: { id, received: 2000 },
    })
    expect(await served(pictures, hashOf(picture))).toBeNull()
    expect(await beginUpload(pictures, RITA, { hash: hashOf(picture), size: 5000 })).toEqual({
      ok: true,
      value: { id, received: 2000 },
    })
    const last = await receivePart(pictures, RITA, id, 2000, picture.slice(2000))
    expect(last).toEqual({ ok: true, value: { id: null, received: 5000 } })
    expect(await served(pictures, hashOf(picture))).toEqual(picture)
    expect(pictures.files()).toEqual([pictureName(hashOf(picture))])
  })

  test('needs not be sent where the newsroom has it', async () => {
    const pictures = stage()
    const id = await begun(pictures, PNG)
    await receivePart(pictures, RITA, id, 0, PNG)
    expect(await beginUpload(pictures, OTTO, { hash: hashOf(PNG), size: PNG.length })).toEqual({
      ok: true,
      value: { id: null, received: PNG.length },
    })
  })

  test('takes each part once: one that was sent again, or too early, is told apart', async () => {
    const pictures = stage()
    const picture = pngOf(3000)
    const id = await begun(pictures, picture)
    const part = picture.slice(0, 1500)
    await receivePart(pictures, RITA, id, 0, part)
    expect(await receivePart(pictures, RITA, id, 0, part)).toMatchObject({ ok: false, reason: 'stale' })
    expect(await receivePart(pictures, RITA, id, 2000, part)).toMatchObject({ ok: false, reason: 'stale' })
    await receivePart(pictures, RITA, id, 1500, picture.slice(1500))
    expect(await receivePart(pictures, RITA, id, 1500, part)).toMatchObject({ reason: 'not found' })
    expect(await served(pictures, hashOf(picture))).toEqual(picture)
    expect(pictures.files()).toHaveLength(1)
  })

  test('sent twice at the same moment is there once, whole, and leaves nothing behind', async () => {
    const pictures = stage()
    const picture = pngOf(4000)
    const id = await begun(pictures, picture)
    const send = (start: number, end: number) =>
      receivePart(pictures, RITA, id, start, picture.slice(start, end))
    const first = await Promise.all([send(0, 2000), send(0, 2000), send(0, 1500)])
    expect(first.filter(({ ok }) => ok)).toHaveLength(1)
    const state = await beginUpload(pictures, RITA, { hash: hashOf(picture), size: 4000 })
    const received = state.ok ? state.value.received : -1
    const last = await Promise.all([send(received, 4000), send(received, 4000)])
    expect(last.some(({ ok }) => ok)).toBe(true)
    expect(await served(pictures, hashOf(picture))).toEqual(picture)
    expect(pictures.files()).toEqual([pictureName(hashOf(picture))])
  })

  test('by two people at once is there once; both are told so', async () => {
    const pictures = stage()
    const picture = pngOf(3000)
    const [ritas, ottos] = [await begun(pictures, picture), await begun(pictures, picture, OTTO)]
    expect(ritas).not.toBe(ottos)
    await receivePart(pictures, RITA, ritas, 0, picture.slice(0, 1500))
    await receivePart(pictures, OTTO, ottos, 0, picture.slice(0, 1200))
    const ended = await Promise.all([
      receivePart(pictures, RITA, ritas, 1500, picture.slice(1500)),
      receivePart(pictures, OTTO, ottos, 1200, picture.slice(1200)),
    ])
    expect(ended.map(({ ok }) => ok)).toEqual([true, true])
    expect(pictures.files()).toEqual([pictureName(hashOf(picture))])
  })

  test('goes on at another server that shares the database and the folder', async () => {
    const pictures = stage()
    const other = again ? pictures.another(await again()) : pictures
    const picture = pngOf(2500)
    const id = await begun(pictures, picture)
    await receivePart(pictures, RITA, id, 0, picture.slice(0, 1200))
    expect(await begun(other, picture)).toBe(id)
    await receivePart(other, RITA, id, 1200, picture.slice(1200, 2000))
    await receivePart(pictures, RITA, id, 2000, picture.slice(2000))
    expect(await served(other, hashOf(picture))).toEqual(picture)
  })

  test('is nobody else’s', async () => {
    const pictures = stage()
    const id = await begun(pictures, PNG)
    expect(await receivePart(pictures, OTTO, id, 0, PNG)).toMatchObject({ ok: false, reason: 'not found' })
    expect(await receivePart(pictures, RITA, 'none', 0, PNG)).toMatchObject({
      ok: false,
      reason: 'not found',
    })
  })

  describe('that is not what was said', () => {
    test('is refused when other bytes arrive than were meant, and may be sent anew', async () => {
      const pictures = stage()
      const picture = pngOf(2000)
      const id = await begun(pictures, picture)
      const wrong = await receivePart(pictures, RITA, id, 0, pngOf(2000, 2))
      expect(wrong).toMatchObject({
        ok: false,
        reason: 'invalid',
        message: expect.stringContaining('choose it again') as string,
      })
      expect(pictures.files()).toEqual([])
      const anew = await begun(pictures, picture)
      expect(anew).not.toBe(id)
      await receivePart(pictures, RITA, anew, 0, picture)
      expect(await served(pictures, hashOf(picture))).toEqual(picture)
    })

    test('is refused with its first part where that begins as something else', async () => {
      const pictures = stage()
      const page = new TextEncoder().encode(`<html>${' '.repeat(4000)}`)
      const id = await begun(pictures, page)
      expect(await receivePart(pictures, RITA, id, 0, page.slice(0, 2000))).toMatchObject({
        ok: false,
        reason: 'invalid',
        message: expect.stringContaining('web page') as string,
      })
      expect(pictures.files()).toEqual([])
    })

    test('is refused at its end where it goes on as something else', async () => {
      const pictures = stage()
      const cut = JPEG.slice(0, -2)
      const id = await begun(pictures, cut)
      expect(await receivePart(pictures, RITA, id, 0, cut)).toMatchObject({
        ok: false,
        reason: 'invalid',
        message: expect.stringContaining('not whole') as string,
      })
      expect(pictures.files()).toEqual([])
    })

    test('is refused where there is more of it', async () => {
      const pictures = stage()
      const id = await begun(pictures, PNG)
      const longer = new Uint8Array(PNG.length + 1)
      expect(await receivePart(pictures, RITA, id, 0, longer)).toMatchObject({ ok: false, reason: 'invalid' })
    })
  })

  describe('when the store fails', () => {
    test('a part is asked for again', async () => {
      const pictures = stage()
      const picture = pngOf(2000)
      const id = await begun(pictures, picture)
      pictures.failing.push('put')
      const refused = await refusingFailures(() => receivePart(pictures, RITA, id, 0, picture))
      expect(refused).toEqual({ ok: false, reason: 'storage', message: 'The disk is full.' })
      expect(await beginUpload(pictures, RITA, { hash: hashOf(picture), size: 2000 })).toMatchObject({
        value: { id, received: 0 },
      })
      await receivePart(pictures, RITA, id, 0, picture)
      expect(pictures.files()).toEqual([pictureName(hashOf(picture))])
    })

    test.each(['get', 'put'] as const)(
      'at the very end (%s), a part of nothing asks once more',
      async (call) => {
        const pictures = stage()
        const picture = pngOf(2000)
        const id = await begun(pictures, picture)
        await receivePart(pictures, RITA, id, 0, picture.slice(0, 1500))
        const put = pictures.store.put.bind(pictures.store)
        // The part itself is stored; what comes after it fails.
        pictures.store.put = async (name, bytes) => {
          await put(name, bytes)
          pictures.failing.push(call)
        }
        const refused = await refusingFailures(() =>
          receivePart(pictures, RITA, id, 1500, picture.slice(1500)),
        )
        expect(refused).toMatchObject({ ok: false, reason: 'storage' })
        pictures.store.put = put
        pictures.failing.length = 0
        expect(await beginUpload(pictures, RITA, { hash: hashOf(picture), size: 2000 })).toMatchObject({
          value: { id, received: 2000 },
        })
        expect(await receivePart(pictures, RITA, id, 2000, new Uint8Array())).toMatchObject({ ok: true })
        expect(await served(pictures, hashOf(picture))).toEqual(picture)
      },
    )

    test('parts that were lost are said to be, and the picture can be sent anew', async () => {
      const pictures = stage()
      const picture = pngOf(2000)
      const id = await begun(pictures, picture)
      await receivePart(pictures, RITA, id, 0, picture.slice(0, 1500))
      for (const name of pictures.files()) await pictures.store.remove(name)
      expect(await receivePart(pictures, RITA, id, 1500, picture.slice(1500))).toMatchObject({
        ok: false,
        reason: 'storage',
        message: expect.stringContaining('lost on the server') as string,
      })
      await receivePart(pictures, RITA, await begun(pictures, picture), 0, picture)
      expect(await served(pictures, hashOf(picture))).toEqual(picture)
    })

    test('parts that can’t be taken away now don’t matter to the picture, and go later', async () => {
      const pictures = stage()
      const picture = pngOf(2000)
      const id = await begun(pictures, picture)
      await receivePart(pictures, RITA, id, 0, picture.slice(0, 1500))
      pictures.failing.push('remove')
      expect(await receivePart(pictures, RITA, id, 1500, picture.slice(1500))).toMatchObject({ ok: true })
      expect(pictures.files()).toHaveLength(2)
      expect(pictures.logged.join()).toContain('could not be taken away')
      pictures.later(25)
      await begun(pictures, PNG, OTTO)
      expect(pictures.files()).toEqual([pictureName(hashOf(picture))])
    })
  })
})

withPictures('any way of cutting a picture into parts', (stage) => {
  test('gives the picture', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(cuts, fc.nat(), async (sizes, seed) => {
        const pictures = stage()
        const picture = pngOf(100 + sizes.reduce((sum, size) => sum + size, 0), seed)
        const id = await begun(pictures, picture, `person ${seed}`)
        let start = 0
        for (const size of [...sizes, 100]) {
          await receivePart(pictures, `person ${seed}`, id, start, picture.slice(start, start + size))
          start += size
        }
        expect(await served(pictures, hashOf(picture))).toEqual(picture)
      }),
      { numRuns: 15 },
    )
  })
})
