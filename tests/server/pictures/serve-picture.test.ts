import { expect, test } from 'vitest'
import { keepPicture } from '../../../src/server/pictures/keep-picture.ts'
import { pictureName } from '../../../src/server/pictures/picture-store.ts'
import { servePicture } from '../../../src/server/pictures/serve-picture.ts'
import { hashOf, withPictures } from './picture-stage.ts'
import { GOOD, PNG } from './sample-pictures.ts'

const HASH = hashOf(PNG)
const none = new Request('http://desk/')

withPictures('a picture that is asked for', (stage) => {
  const withPicture = async () => {
    const pictures = stage()
    await keepPicture(pictures, 'rita', HASH, PNG)
    return pictures
  }
  const answerTo = async (headers: Record<string, string>) => {
    const answer = await servePicture(await withPicture(), HASH, new Request('http://desk/', { headers }))
    if (!(answer instanceof Response)) throw new Error(answer.message)
    return answer
  }

  test('comes as what was found in it, and can neither run nor be taken for something else', async () => {
    const answer = await answerTo({})
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': `inline; filename="picture-${HASH.slice(0, 12)}.png"`,
      'content-length': String(PNG.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'image/png',
      etag: `"${HASH}"`,
      'x-content-type-options': 'nosniff',
    })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG)
  })

  test('of every kind that is taken comes with its own type', async () => {
    const pictures = stage()
    for (const [, bytes, type] of GOOD) {
      expect(await keepPicture(pictures, 'rita', hashOf(bytes), bytes)).toMatchObject({ ok: true })
      const answer = await servePicture(pictures, hashOf(bytes), none)
      expect(answer instanceof Response && answer.headers.get('content-type')).toBe(type)
    }
  })

  test('comes in parts', async () => {
    const answer = await answerTo({ range: 'bytes=1-3' })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes 1-3/${PNG.length}`)
    expect(answer.headers.get('content-length')).toBe('3')
    expect(await answer.text()).toBe('PNG')
  })

  test('comes whole where the part is one of another picture', async () => {
    expect((await answerTo({ range: 'bytes=1-3', 'if-range': '"another"' })).status).toBe(200)
    expect((await answerTo({ range: 'bytes=1-3', 'if-range': `"${HASH}"` })).status).toBe(206)
  })

  test('has no part behind its end', async () => {
    const answer = await answerTo({ range: 'bytes=9999-' })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe(`bytes */${PNG.length}`)
  })

  test.each([`"${HASH}"`, `"other", W/"${HASH}"`])('is not sent to whoever has it: %s', async (etag) => {
    const answer = await answerTo({ 'if-none-match': etag })
    expect(answer.status).toBe(304)
    expect(await answer.text()).toBe('')
  })

  test('that isn’t there is refused in the same words as what can be no picture’s name', async () => {
    const pictures = await withPicture()
    const refused = await servePicture(pictures, 'f'.repeat(64), none)
    expect(refused).toMatchObject({ ok: false, reason: 'not found' })
    for (const name of ['', 'x', HASH.toUpperCase(), `${HASH}0`, '../../secret', "' or 1=1", '\0'])
      expect(await servePicture(pictures, name, none)).toEqual(refused)
  })

  test('is only described where only that is asked for: nothing is opened that nobody reads', async () => {
    const pictures = await withPicture()
    pictures.failing.push('get')
    const answer = await servePicture(pictures, HASH, new Request('http://desk/', { method: 'HEAD' }))
    expect(answer instanceof Response && answer.headers.get('content-length')).toBe(String(PNG.length))
    expect(answer instanceof Response && answer.body).toBeNull()
  })

  test('whose file has become another is not shown', async () => {
    const pictures = await withPicture()
    await pictures.store.put(pictureName(HASH), PNG.slice(1))
    expect(await servePicture(pictures, HASH, none)).toMatchObject({ ok: false, reason: 'damaged' })
  })

  test('whose file is missing is said to be, and the log names it', async () => {
    const pictures = await withPicture()
    await pictures.store.remove(pictureName(HASH))
    expect(await servePicture(pictures, HASH, none)).toMatchObject({ ok: false, reason: 'damaged' })
    expect(pictures.logged.join()).toContain(HASH)
  })
})
