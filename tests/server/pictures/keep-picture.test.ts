import { expect, test } from 'vitest'
import { keepPicture } from '../../../src/server/pictures/keep-picture.ts'
import { servePicture } from '../../../src/server/pictures/serve-picture.ts'
import { hashOf, withPictures } from './picture-stage.ts'
import { PNG } from './sample-pictures.ts'

const HASH = hashOf(PNG)
const none = new Request('http://desk/')

withPictures('a picture that is kept', (stage) => {
  test('is written down with what it is and who brought it first', async () => {
    const pictures = stage()
    await keepPicture(pictures, 'rita', HASH, PNG)
    pictures.later(1)
    await keepPicture(pictures, 'otto', HASH, PNG)
    expect(await pictures.database.kysely.selectFrom('pictures').selectAll().execute()).toEqual([
      {
        hash: HASH,
        type: 'image/png',
        size: PNG.length,
        width: 5,
        height: 3,
        by: 'rita',
        at: '2026-11-24T12:00:00.000Z',
      },
    ])
  })

  test('is refused where it isn’t what its hash names, or no picture; nothing is stored then', async () => {
    const pictures = stage()
    const words = new TextEncoder().encode('no picture')
    expect(await keepPicture(pictures, 'rita', 'f'.repeat(64), PNG)).toMatchObject({ reason: 'invalid' })
    expect(await keepPicture(pictures, 'rita', hashOf(words), words)).toMatchObject({ reason: 'invalid' })
    expect(pictures.files()).toEqual([])
    expect(await servePicture(pictures, HASH, none)).toMatchObject({ reason: 'not found' })
  })
})
