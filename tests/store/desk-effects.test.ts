import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentOf, OTHER, REPORTER, SUB, until, valueOf } from '../backends/test-desk.ts'
import type { Notice, StoryState } from '../../src/store/desk-state.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage()
})
afterEach(() => desk.end())

const state = (): ReturnType<Stage['store']['getState']> => desk.store.getState()
const notices = (): readonly string[] => state().notices.map(({ text }) => text)
const shown = (id: string): StoryState | undefined => state().stories[id]
const lastNotice = (): Notice => {
  const notice = state().notices.at(-1)
  if (!notice) throw new Error('no notice')
  return notice
}

test('on a first visit nobody is known, and whoever gives a name works here', async () => {
  const first = await stage(null)
  expect(first.store.getState().me).toBeNull()
  first.actions.savePerson({ name: ' Rita ', role: 'reporter' }, true)
  await first.effects.settle()
  expect(first.store.getState().me).toMatchObject({ name: 'Rita', role: 'reporter' })
  expect(first.store.getState().people).toHaveLength(1)
  await first.end()
})

test('what somebody asked for just before another took the tab over is done by whoever asked', async () => {
  const id = await desk.opened()
  valueOf(await desk.backend.savePerson(SUB))
  const letGo = desk.storage.hold('versions')
  desk.actions.act(id, { type: 'submit' }, '')
  desk.actions.become(SUB.id)
  await desk.backend.people()
  letGo()
  await desk.effects.settle()
  expect(state().me).toEqual(SUB)
  const events = valueOf(await desk.backend.events(id))
  expect(events.map(({ type, by }) => [type, by.name])).toEqual([
    ['create', REPORTER.name],
    ['submit', REPORTER.name],
  ])
})

test('a person is added without becoming the one at work', async () => {
  desk.actions.savePerson(OTHER, false)
  await desk.effects.settle()
  expect(state().me).toEqual(REPORTER)
  expect(state().people).toEqual([OTHER, REPORTER])
})

for (const [what, run] of [
  ['save person', () => desk.actions.savePerson({ name: '', role: 'reporter' }, false)],
  ['become', () => desk.actions.become('nobody')],
  ['act', () => desk.actions.act('nothing', { type: 'submit' }, 'Submitted.')],
] as const) {
  test(`${what} that is refused says why, and that it is done is not said`, async () => {
    run()
    await desk.effects.settle()
    expect(state().notices).toMatchObject([{ tone: 'problem' }])
    expect(notices()[0]).toMatch(/\.$/)
    expect(state().me).toEqual(REPORTER)
  })
}

test('a step says that it is done and offers the way back, once', async () => {
  const id = await desk.opened()
  desk.actions.act(id, { type: 'spike' }, 'Spiked.', { type: 'restore' })
  await desk.effects.settle()
  expect(lastNotice()).toMatchObject({ tone: 'done', text: 'Spiked.', about: id, offer: { label: 'Undo' } })
  expect(desk.story(id)).toMatchObject({ record: { status: 'spiked' }, access: { right: 'read' } })
  desk.actions.setField(id, 'slug', 'not written')
  expect(desk.story(id).fields.slug).toBe('')
  desk.actions.takeOffer(lastNotice().id)
  await desk.effects.settle()
  expect(state().notices).toEqual([])
  await until(() => state().stories[id]?.phase, 'open')
  expect(desk.story(id)).toMatchObject({ record: { status: 'draft' }, access: { right: 'edit' } })
})

describe('a story that is made', () => {
  test('can be opened in the same moment, and waits for its making', async () => {
    const go = desk.storage.hold('sources')
    const id = desk.actions.importStory(contentOf('Wire', 'body'), null, [])
    desk.actions.openStory(id)
    desk.actions.closeStory(id)
    desk.actions.openStory(id)
    expect(shown(id)?.phase).toBe('opening')
    go()
    await desk.effects.settle()
    expect(desk.story(id).headline).toBe('Wire')
  })

  test('is refused with the reason where it could not be stored; trying again makes and opens it, whole', async () => {
    desk.storage.failing.add('sources')
    const source = { name: 'wire.txt', type: 'text/plain', text: 'the wire' }
    const id = desk.actions.importStory(contentOf('Wire', 'words'), source, [])
    desk.actions.openStory(id)
    await desk.effects.settle()
    expect(shown(id)).toMatchObject({ phase: 'refused', refusal: { reason: 'storage' } })
    expect(notices()).toEqual(['The disk is full.'])
    desk.actions.closeStory(id)
    desk.actions.openStory(id)
    await desk.effects.settle()
    expect(shown(id)).toMatchObject({ phase: 'refused', refusal: { message: 'The disk is full.' } })

    desk.storage.failing.clear()
    desk.actions.takeOffer(lastNotice().id)
    await desk.effects.settle()
    expect(desk.story(id).headline).toBe('Wire')
    expect(valueOf(await desk.backend.source(id))).toMatchObject(source)
  })

  test('that was given up is not opened by trying again', async () => {
    desk.storage.failing.add('sources')
    const id = desk.actions.importStory(contentOf('Wire'), null, [])
    desk.actions.openStory(id)
    await desk.effects.settle()
    desk.actions.closeStory(id)
    desk.storage.failing.clear()
    desk.actions.takeOffer(lastNotice().id)
    await desk.effects.settle()
    expect(shown(id)).toBeUndefined()
    desk.actions.openStory(id)
    await desk.effects.settle()
    expect(desk.story(id).headline).toBe('Wire')
  })

  test('keeps its pictures; one that could not be stored is offered again', async () => {
    desk.storage.failing.add('pictures')
    const picture = new Blob(['picture'])
    const id = desk.actions.importStory(contentOf('Wire'), null, [picture])
    await desk.effects.settle()
    expect(valueOf(await desk.backend.record(id))).not.toBeNull()
    expect(lastNotice()).toMatchObject({ tone: 'problem', offer: { label: 'Try again' } })
    desk.storage.failing.clear()
    desk.actions.takeOffer(lastNotice().id)
    await desk.effects.settle()
    expect((await desk.storage.dump()).stores.get('pictures')?.size).toBe(1)
    expect(state().notices).toEqual([])
    expect((await desk.storage.dump()).stores.get('records')?.size).toBe(1)
  })
})

describe('duplicating', () => {
  test('an open story copies what is on screen, stored or not, with its pictures', async () => {
    const id = await desk.opened()
    const photoId = desk.actions.addPhoto(id, new Blob(['picture']), 'lead') ?? ''
    await desk.effects.settle()
    desk.actions.fillCaption(id, photoId, 'Caption')
    desk.actions.setField(id, 'slug', 'just typed')
    const copy = desk.actions.duplicateStory(id)
    desk.actions.openStory(copy)
    await desk.effects.settle()
    expect(desk.story(copy).fields).toEqual(desk.story(id).fields)
    expect(desk.story(copy).photos).toEqual(desk.story(id).photos)
    expect(notices()).toEqual(['Duplicated “Untitled”.'])
    desk.actions.setField(copy, 'slug', 'of the copy')
    expect(desk.story(id).fields.slug).toBe('just typed')
  })

  test('a story that is being made waits for it', async () => {
    const go = desk.storage.hold('sources')
    const id = desk.actions.importStory(contentOf('Wire'), null, [])
    const copy = desk.actions.duplicateStory(id)
    go()
    await desk.effects.settle()
    expect(valueOf(await desk.backend.record(copy))?.summary.headline).toBe('Wire')
  })

  test('a story that is not there is refused, and so is its copy', async () => {
    const copy = desk.actions.duplicateStory('nothing')
    desk.actions.openStory(copy)
    await desk.effects.settle()
    expect(shown(copy)).toMatchObject({ phase: 'refused' })
    expect(state().notices).toMatchObject([{ tone: 'problem', offer: { label: 'Try again' } }])
  })
})

test('what somebody else makes of a story is shown at once: its record and who may write', async () => {
  const id = await desk.opened()
  const sub = await desk.tab(SUB)
  desk.actions.act(id, { type: 'submit' }, '')
  await desk.effects.settle()
  expect(state().notices).toEqual([])
  sub.actions.act(id, { type: 'claim' }, 'Claimed.')
  await until(() => desk.story(id).record.claimant, SUB.id)
  expect(desk.story(id).access.right).toBe('suggest')
})

test('the source and the raw data of a story are fetched when asked for, and a failure can be asked again', async () => {
  const source = { name: 'wire.txt', type: 'text/plain', text: 'the wire' }
  const id = desk.actions.importStory(contentOf('Wire'), source, [])
  await desk.effects.settle()
  desk.storage.failing.add('sources')
  desk.actions.needSource(id)
  desk.actions.needRawData(id)
  expect(state().sources[id]).toEqual({ status: 'loading' })
  await desk.effects.settle()
  expect(state().sources[id]).toEqual({ status: 'failed', message: 'The disk is full.' })
  expect(state().rawData[id]).toEqual({ status: 'failed', message: 'The disk is full.' })
  desk.storage.failing.clear()
  desk.actions.needSource(id)
  desk.actions.needRawData(id)
  await desk.effects.settle()
  expect(state().sources[id]).toMatchObject({ status: 'ready', value: source })
  const raw = state().rawData[id]
  if (raw?.status !== 'ready') throw new Error('no raw data')
  expect(await raw.value.text()).toContain('the wire')
})
