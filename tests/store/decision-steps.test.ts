import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenStory } from '../../src/store/desk-state.ts'
import { CHIEF, SUB, until } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
let sub: Stage
let id: string
/** A reporter with a story, and a sub-editor who may only suggest in it. */
beforeEach(async () => {
  desk = await stage()
  id = await desk.opened()
  sub = await desk.tab(SUB)
  sub.actions.openStory(id)
  await until(() => sub.store.getState().stories[id]?.phase, 'open')
})
afterEach(() => desk.end())

const story = (): OpenStory => sub.story(id)
const problems = (tab: Stage): readonly string[] =>
  tab.store.getState().notices.flatMap(({ tone, text }) => (tone === 'problem' ? [text] : []))
const verdicts = (): readonly (readonly [string, string])[] => {
  const known = desk.store.getState().verdicts[id]
  return known?.status === 'ready' ? known.value.map(({ verdict, reason }) => [verdict, reason]) : []
}

/** A word and a slug that the sub-editor suggests and the reporter sees. */
async function suggested(): Promise<readonly [string, string]> {
  const { doc, undo, suggester } = story().session
  const word = suggester.newSuggestion()
  doc.transact(() => {
    suggester.enter(word)
    doc.getText('headline').insert(0, 'New ')
  }, undo.origin)
  sub.actions.setField(id, 'slug', 'strike')
  await sub.effects.settle()
  await until(() => desk.story(id).suggestions.length, 2)
  return [word, desk.story(id).proposals['slug']?.[0]?.suggestion ?? '']
}

/** A decision that was undone, which the chief then takes the other way. */
const turned = [
  ['a rejected insertion', 'reject', 'accept', 'New '],
  ['an accepted insertion', 'accept', 'reject', ''],
] as const
for (const [what, first, then, headline] of turned) {
  test(`${what} that was undone and that another decided since is not redone over their verdict`, async () => {
    const [word] = await suggested()
    desk.actions.decide(id, [word], first)
    await desk.effects.settle()
    desk.actions.undo(id)
    await desk.effects.settle()
    const chief = await desk.tab(CHIEF)
    chief.actions.openStory(id)
    await until(() => chief.store.getState().stories[id]?.phase, 'open')
    chief.actions.decide(id, [word], then)
    await chief.effects.settle()
    desk.actions.redo(id)
    await desk.effects.settle()
    expect(problems(desk)).toEqual([expect.stringContaining(`${then}ed by Carla Chief`)])
    expect(desk.story(id)).toMatchObject({ headline, canRedo: false })
    await until(() => chief.story(id).headline, headline)
  })
}

test('one that was changed since its decision was undone is not decided unseen by a redo', async () => {
  const [word] = await suggested()
  desk.actions.decide(id, [word], 'reject')
  await desk.effects.settle()
  desk.actions.undo(id)
  await desk.effects.settle()
  await until(() => story().headline, 'New ')
  const { doc, suggester } = story().session
  doc.transact(() => {
    suggester.enter(word)
    doc.getText('headline').insert(4, 'and more')
  })
  await sub.effects.settle()
  await until(() => desk.story(id).headline, 'New and more')
  desk.actions.redo(id)
  await desk.effects.settle()
  expect(problems(desk)).toEqual([expect.stringContaining('changed meanwhile')])
  expect(desk.story(id).headline).toBe('New and more')
})

test('a value is not accepted over another than the one it was listed beside', async () => {
  const [, slug] = await suggested()
  const seen = desk.story(id).suggestions.find((one) => one.id === slug)
  sub.actions.savePerson(CHIEF, true)
  await sub.effects.settle()
  await until(() => story().access.right, 'edit')
  sub.actions.setField(id, 'slug', 'quay')
  await sub.effects.settle()
  await until(() => desk.story(id).fields.slug, 'quay')
  const requests = [{ suggestion: slug, verdict: 'accept', mark: seen?.mark ?? '', reason: '' }] as const
  desk.store.setState(({ tasks }) => ({ tasks: [...tasks, { type: 'decide', id, requests }] }))
  await desk.effects.settle()
  expect(problems(desk)).toEqual([expect.stringContaining('changed meanwhile')])
  expect(desk.story(id).fields.slug).toBe('quay')
  desk.actions.decide(id, [slug], 'accept')
  await desk.effects.settle()
  expect(desk.story(id).fields.slug).toBe('strike')
})

test('an undo that a full disk kept from being written down is written down when there is room', async () => {
  const [word] = await suggested()
  desk.actions.needVerdicts(id)
  desk.actions.decide(id, [word], 'accept')
  await desk.effects.settle()
  desk.storage.failing.add('updates')
  desk.actions.undo(id)
  await desk.effects.settle()
  expect(verdicts()).toEqual([['accepted', '']])
  desk.storage.failing.clear()
  await until(verdicts, [
    ['accepted', ''],
    ['reopened', ''],
  ])
  expect(problems(desk)).toEqual([])
})
