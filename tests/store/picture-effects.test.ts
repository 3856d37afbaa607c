import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OTHER, until, valueOf } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
let id: string
const living = new Set<string>()
beforeEach(async () => {
  living.clear()
  const create = URL.createObjectURL.bind(URL)
  const revoke = URL.revokeObjectURL.bind(URL)
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    const url = create(file)
    living.add(url)
    return url
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    living.delete(url)
    revoke(url)
  })
  desk = await stage()
  id = await desk.opened()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await desk.end()
})

const file = (words: string): Blob => new Blob([words], { type: 'image/png' })
const state = (): ReturnType<Stage['store']['getState']> => desk.store.getState()

function added(words = 'a picture'): string {
  const photoId = desk.actions.addPhoto(id, file(words), 'lead')
  if (photoId === null) throw new Error('not added')
  return photoId
}

/** The text of the file of the story's only photo, by way of another tab. */
async function stored(): Promise<string | null> {
  const tab = await desk.tab()
  tab.actions.openStory(id)
  await until(() => tab.store.getState().stories[id]?.phase, 'open')
  const hash = tab.story(id).photos[0]?.hash ?? ''
  return (await valueOf(await tab.backend.picture(hash))?.text()) ?? null
}

/** Every object URL that lives is shown by somebody, and all that are shown live. */
function expectNoLeak(): void {
  const shown = [
    ...Object.values(state().uploads).map(({ url }) => url),
    ...Object.values(state().pictures).flatMap((one) => (one.status === 'ready' ? [one.url] : [])),
  ]
  expect([...living].toSorted()).toEqual(shown.toSorted())
}

test('a file is stored, named in the photo, and shown from the same URL throughout', async () => {
  const photoId = added()
  const url = state().uploads[photoId]?.url
  await desk.effects.settle()
  const hash = desk.story(id).photos[0]?.hash ?? ''
  expect(hash).toMatch(/^[\da-f]{64}$/)
  expect(state().pictures[hash]).toMatchObject({ status: 'ready', url })
  expect(state().uploads).toEqual({})
  expect(await stored()).toBe('a picture')
})

test('an upload that ends when its story was left still reaches the photo', async () => {
  const go = desk.storage.hold('pictures')
  added()
  desk.actions.closeStory(id)
  go()
  await desk.effects.settle()
  expect(state().uploads).toEqual({})
  expect(await stored()).toBe('a picture')
  expectNoLeak()
})

test('an upload that ends while its story is being opened again reaches the photo', async () => {
  const holdPictures = desk.storage.hold('pictures')
  added()
  desk.actions.closeStory(id)
  await until(() => desk.desk.held.get(id), 0)
  const holdContents = desk.storage.hold('contents')
  desk.actions.openStory(id)
  holdPictures()
  await until(async () => (await desk.storage.dump()).stores.get('pictures')?.size, 1)
  holdContents()
  await desk.effects.settle()
  expect(desk.story(id).photos[0]?.hash).toMatch(/^[\da-f]{64}$/)
  expect(await stored()).toBe('a picture')
})

test('an upload that ends when somebody else works here, who may not edit, keeps the file and says why', async () => {
  valueOf(await desk.backend.savePerson(OTHER))
  const go = desk.storage.hold('pictures')
  const photoId = added()
  const me = state().me?.id ?? ''
  desk.actions.become(OTHER.id)
  await until(() => state().me?.id, OTHER.id)
  await until(() => state().stories[id]?.phase, 'open')
  go()
  await until(() => state().uploads[photoId]?.problem, desk.story(id).access.why)
  desk.actions.become(me)
  await desk.effects.settle()
  desk.actions.retryUpload(photoId)
  await desk.effects.settle()
  expect(await stored()).toBe('a picture')
})

test('a file that could not be stored is kept, and stored when asked again', async () => {
  desk.storage.failing.add('pictures')
  const photoId = added()
  await desk.effects.settle()
  expect(state().uploads[photoId]?.problem).toBe('The disk is full.')
  desk.storage.failing.clear()
  desk.actions.retryUpload(photoId)
  await desk.effects.settle()
  expect(await stored()).toBe('a picture')
  expectNoLeak()
})

test('what the backend says of how much is there is shown in whole percents, and kept where it stops', async () => {
  const put = desk.backend.putPicture.bind(desk.backend)
  const told: number[] = []
  desk.store.subscribe(({ uploads }) => told.push(...Object.values(uploads).map(({ share }) => share)))
  desk.backend.putPicture = async (picture, sent) => {
    for (const share of [0, 0.333, 0.339, 0.5]) sent?.(share)
    return told.includes(0.5) && desk.storage.failing.size > 0
      ? { ok: false, reason: 'storage', message: 'The way is gone.' }
      : put(picture)
  }
  desk.storage.failing.add('pictures')
  const photoId = added()
  await desk.effects.settle()
  expect(told.filter((share, at) => share !== told[at - 1])).toEqual([0, 0.33, 0.5])
  expect(state().uploads[photoId]).toMatchObject({ share: 0.5, problem: 'The way is gone.' })
  desk.storage.failing.clear()
  desk.actions.retryUpload(photoId)
  await desk.effects.settle()
  expect(await stored()).toBe('a picture')
})

test('of two files chosen one after the other the later one wins, whichever is stored first', async () => {
  const go = desk.storage.hold('pictures')
  const photoId = added('first')
  desk.actions.replacePhotoFile(id, photoId, file('second'))
  go()
  await desk.effects.settle()
  expect(await stored()).toBe('second')
  expectNoLeak()
})

test('the same file in two photos is shown from one URL, and none is leaked', async () => {
  added('same')
  added('same')
  await desk.effects.settle()
  expect(desk.story(id).photos.map(({ hash }) => hash)).toHaveLength(2)
  expect(new Set(desk.story(id).photos.map(({ hash }) => hash)).size).toBe(1)
  expectNoLeak()
})

test('one undo takes a photo away with its file, and redo brings back both, with the caption', async () => {
  const photoId = added()
  await desk.effects.settle()
  desk.story(id).session.undo.manager.stopCapturing()
  desk.actions.fillCaption(id, photoId, 'A caption')
  desk.actions.undo(id)
  expect(desk.story(id).photos).toMatchObject([{ caption: '' }])
  desk.actions.undo(id)
  expect(desk.story(id).photos).toEqual([])
  expect(desk.story(id).fields.lead).toBe('')
  desk.actions.redo(id)
  expect(desk.story(id).photos).toMatchObject([{ id: photoId, hash: expect.stringMatching(/./) as string }])
  desk.actions.redo(id)
  expect(desk.story(id).photos).toMatchObject([{ caption: 'A caption' }])
  expect(desk.story(id).fields.lead).toBe(photoId)
  expect(desk.story(id).canRedo).toBe(false)
})

test('undo of another file brings back the earlier one', async () => {
  const photoId = added('first')
  await desk.effects.settle()
  const before = desk.story(id).photos[0]?.hash
  desk.story(id).session.undo.manager.stopCapturing()
  desk.actions.replacePhotoFile(id, photoId, file('second'))
  await desk.effects.settle()
  expect(desk.story(id).photos[0]?.hash).not.toBe(before)
  desk.actions.undo(id)
  expect(desk.story(id).photos[0]?.hash).toBe(before)
})

test('a photo that an undo took away before its file was stored has its file when redo brings it back', async () => {
  const go = desk.storage.hold('pictures')
  added()
  desk.actions.undo(id)
  go()
  await desk.effects.settle()
  expect(desk.story(id).photos).toEqual([])
  desk.actions.redo(id)
  await desk.effects.settle()
  expect(await stored()).toBe('a picture')
  expectNoLeak()
})

test('the file of a photo that was taken out is let go of with its story', async () => {
  const go = desk.storage.hold('pictures')
  desk.actions.removePhoto(id, added())
  go()
  await desk.effects.settle()
  expect(Object.keys(state().uploads)).toHaveLength(1)
  desk.actions.closeStory(id)
  await desk.effects.settle()
  expect(state().uploads).toEqual({})
  expect([...living]).toEqual([])
})

test('a picture is loaded once; one that is not stored says so', async () => {
  added()
  await desk.effects.settle()
  const hash = desk.story(id).photos[0]?.hash ?? ''
  const tab = await desk.tab()
  tab.actions.needPicture(hash)
  tab.actions.needPicture(hash)
  tab.actions.needPicture('0'.repeat(64))
  tab.actions.needPicture('')
  expect(tab.store.getState().tasks).toEqual([])
  await tab.effects.settle()
  const { pictures } = tab.store.getState()
  expect(Object.keys(pictures)).toHaveLength(2)
  expect(pictures[hash]?.status).toBe('ready')
  expect(pictures['0'.repeat(64)]).toEqual({ status: 'missing', message: 'This picture is not stored here.' })
})
