import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { headlineOf, OTHER, REPORTER, SUB, until, valueOf } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage()
})
afterEach(() => desk.end())

const phase = (id: string): string | undefined => desk.store.getState().stories[id]?.phase

/** What another tab would read. */
async function stored(id: string): Promise<string> {
  const tab = await desk.tab()
  tab.actions.openStory(id)
  await until(() => tab.store.getState().stories[id]?.phase, 'open')
  return tab.story(id).headline
}

function type(id: string, words: string): void {
  const { doc, undo } = desk.story(id).session
  const text = doc.getText('headline')
  doc.transact(() => text.insert(text.length, words), undo.origin)
}

describe('opening and closing as React does', () => {
  const order: readonly [string, string][] = [
    ['once', 'o'],
    ['as StrictMode does', 'oco'],
    ['twice over', 'ococo'],
    ['and leaving', 'oc'],
    ['and leaving after StrictMode', 'ococ'],
  ]
  for (const [name, steps] of order) {
    for (const wait of ['none', 'while it is read', 'between'] as const) {
      test(`${name}, waiting ${wait}`, async () => {
        const id = desk.actions.newStory()
        await desk.effects.settle()
        const go = wait === 'while it is read' ? desk.storage.hold('contents') : () => {}
        for (const step of steps) {
          if (step === 'o') desk.actions.openStory(id)
          else desk.actions.closeStory(id)
          if (wait === 'between') await desk.effects.settle()
          // A turn of the loop: the task has reached the storage.
          else if (wait === 'while it is read') await new Promise((turn) => setImmediate(turn))
        }
        go()
        await desk.effects.settle()
        expect(phase(id)).toBe(steps.endsWith('o') ? 'open' : undefined)
        if (steps.endsWith('c')) return
        type(id, 'kept')
        expect(desk.story(id).headline).toBe('kept')
        expect(desk.story(id).canUndo).toBe(true)
        await desk.effects.settle()
        expect(await stored(id)).toBe('kept')
      })
    }
  }

  test('what is typed the moment after a page came back is kept: no closing session is shown as open', async () => {
    const id = desk.actions.newStory()
    await desk.effects.settle()
    const go = desk.storage.hold('contents')
    desk.actions.openStory(id)
    await new Promise((turn) => setImmediate(turn))
    desk.actions.closeStory(id)
    desk.actions.openStory(id)
    const shown = new Set<Y.Doc>()
    desk.store.subscribe(({ stories }) => {
      const story = stories[id]
      if (story?.phase === 'open') shown.add(story.session.doc)
    })
    go()
    await until(() => phase(id), 'open')
    await desk.effects.settle()
    expect(shown.size).toBe(1)
  })
})

test('a story that was left while it could not be opened is asked for anew the next time', async () => {
  const id = desk.actions.newStory()
  await desk.effects.settle()
  desk.storage.failing.add('contents')
  const go = desk.storage.hold('contents')
  desk.actions.openStory(id)
  await new Promise((turn) => setImmediate(turn))
  desk.actions.closeStory(id)
  go()
  await desk.effects.settle()
  expect(phase(id)).toBeUndefined()
  desk.storage.failing.clear()
  desk.actions.openStory(id)
  await until(() => phase(id), 'open')
})

test('a story that is left while another person takes the tab over stays closed, and opens again alive', async () => {
  const id = await desk.opened()
  valueOf(await desk.backend.savePerson(OTHER))
  const go = desk.storage.hold('contents')
  desk.actions.become(OTHER.id)
  await until(() => phase(id), 'opening')
  desk.actions.closeStory(id)
  go()
  await desk.effects.settle()
  expect(phase(id)).toBeUndefined()
  desk.actions.become(REPORTER.id)
  desk.actions.openStory(id)
  await until(() => phase(id), 'open')
  await desk.effects.settle()
  type(id, 'alive')
  await desk.effects.settle()
  expect(await stored(id)).toBe('alive')
})

test('closing at once after the last key stores that key', async () => {
  const id = await desk.opened()
  type(id, 'last')
  desk.actions.closeStory(id)
  await desk.effects.settle()
  expect(await stored(id)).toBe('last')
})

test('words that could not be stored are there when the story is opened again, and are stored later', async () => {
  const id = await desk.opened()
  desk.storage.failing.add('people')
  type(id, 'kept on screen')
  await until(() => desk.story(id).save.kind, 'failed')
  desk.actions.closeStory(id)
  await until(() => phase(id), undefined)
  desk.storage.failing.clear()
  desk.actions.openStory(id)
  await until(() => phase(id), 'open')
  expect(desk.story(id).headline).toBe('kept on screen')
  await until(() => desk.story(id).save.kind, 'saved')
  expect(await stored(id)).toBe('kept on screen')
})

test('what one writes before another takes over the tab is theirs, and stays', async () => {
  const id = await desk.opened()
  valueOf(await desk.backend.savePerson(OTHER))
  type(id, 'by Rita')
  desk.actions.become(OTHER.id)
  await desk.effects.settle()
  await until(() => phase(id), 'open')
  expect(desk.story(id).headline).toBe('by Rita')
  expect(desk.story(id).access.right).toBe('comment')
  expect(desk.story(id).save.kind).toBe('read-only')
  expect(desk.story(id).record.reporters).toEqual([REPORTER.id])
  expect(desk.story(id).canUndo).toBe(false)
})

test('an undo in one tab takes back what was done there, and leaves what came from the other', async () => {
  const id = await desk.opened()
  const other = await desk.tab()
  other.actions.openStory(id)
  await until(() => other.store.getState().stories[id]?.phase, 'open')
  type(id, 'mine')
  await until(() => other.story(id).headline, 'mine')
  const { doc } = other.story(id).session
  doc.transact(() => doc.getText('headline').insert(0, 'theirs '), other.story(id).session.undo.origin)
  await until(() => desk.story(id).headline, 'theirs mine')
  desk.actions.undo(id)
  expect(desk.story(id).headline).toBe('theirs ')
  desk.actions.redo(id)
  await until(() => headlineOf(doc), 'theirs mine')
})

test('whoever may only suggest any more takes back no words that they wrote plainly, not even with undo', async () => {
  const id = await desk.opened()
  const sub = await desk.tab(SUB)
  sub.actions.openStory(id)
  await until(() => sub.store.getState().stories[id]?.phase, 'open')
  type(id, 'written')
  desk.actions.act(id, { type: 'submit' }, '')
  await until(() => desk.story(id).access.right, 'comment')
  desk.actions.act(id, { type: 'withdraw' }, '')
  await until(() => desk.story(id).access.right, 'edit')
  desk.actions.undo(id)
  expect(desk.story(id).headline).toBe('')
  desk.actions.redo(id)
  desk.actions.act(id, { type: 'submit' }, '')
  await until(() => sub.story(id).record.status, 'submitted')
  sub.actions.act(id, { type: 'claim' }, '')
  await until(() => desk.story(id).access.right, 'suggest')
  expect(desk.story(id)).toMatchObject({ canUndo: false, canRedo: false })
  desk.actions.undo(id)
  expect(desk.story(id).headline).toBe('written')
  desk.actions.setField(id, 'slug', 'mine')
  expect(desk.story(id).canUndo).toBe(true)
  desk.actions.undo(id)
  expect(desk.story(id).proposals).toEqual({})
})

test('a story that was restored goes on in its new document, here and in other tabs', async () => {
  const id = await desk.opened()
  const other = await desk.tab()
  other.actions.openStory(id)
  await until(() => other.store.getState().stories[id]?.phase, 'open')
  type(id, 'written')
  const { doc } = desk.story(id).session
  desk.actions.act(id, { type: 'spike' }, '')
  await until(() => desk.story(id).record.status, 'spiked')
  desk.actions.act(id, { type: 'restore' }, '')
  const renewed = (tab: Stage): string => {
    const story = tab.store.getState().stories[id]
    return story?.phase === 'open' && story.record.epoch === 2 ? story.headline : ''
  }
  await until(() => renewed(desk), 'written')
  await until(() => renewed(other), 'written')
  expect(desk.story(id).session.doc).not.toBe(doc)
  type(id, ' on')
  await until(() => renewed(other), 'written on')
})

test('what was just typed is stored before a step that closes the story', async () => {
  const id = await desk.opened()
  type(id, 'the last word')
  desk.actions.act(id, { type: 'submit' }, '')
  await desk.effects.settle()
  expect(desk.story(id).record.status).toBe('submitted')
  expect(await stored(id)).toBe('the last word')
})

test('stop closes every story and stores what is left', async () => {
  const id = await desk.opened()
  type(id, 'left')
  await desk.effects.stop()
  expect(await stored(id)).toBe('left')
})
