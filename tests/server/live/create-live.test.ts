import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { StoryRow } from '../../../src/rules/desk-storage.ts'
import { CHIEF, OTHER, REPORTER, SUB } from '../../backends/test-desk.ts'
import { headline, openTab, synced, until } from './live-browser.ts'
import { stageLive } from './live-stage.ts'

test('two people write in one story and both have it all, and it is stored', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const one = openTab(stage.url, REPORTER).story(id)
  const two = openTab(stage.url, CHIEF).story(id)
  await Promise.all([synced(one), synced(two)])
  expect(headline(one)).toBe('A story')
  one.doc.getText('headline').insert(0, 'Once: ')
  two.doc.getText('headline').insert(two.doc.getText('headline').length, ' indeed')
  await until(() => headline(one) === headline(two) && headline(one) === 'Once: A story indeed')
  await Promise.all([synced(one), synced(two)])
  expect(await stage.stored(id)).toBe('Once: A story indeed')
})

test('what somebody wrote without a connection is stored when they come back', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const doc = new Y.Doc()
  const before = openTab(stage.url, REPORTER)
  await synced(before.story(id, 1, doc))
  before.leave()
  doc.getText('headline').insert(0, 'Offline: ')
  const after = openTab(stage.url, REPORTER).story(id, 1, doc)
  await synced(after)
  expect(await stage.stored(id)).toBe('Offline: A story')
})

test('brings the summary up to date a moment later, and says so on the desk', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const tab = openTab(stage.url, CHIEF)
  const desk = tab.desk()
  const story = tab.story(id)
  await Promise.all([synced(desk), synced(story)])
  story.doc.getText('headline').insert(0, 'New: ')
  const summary = async (): Promise<string> => {
    const row = await stage.storage.run(['records'], 'readonly', (tx) => tx.get('records', id))
    return (row as StoryRow).summary.headline
  }
  await until(async () => (await summary()) === 'New: A story')
  await until(() => desk.news.length > 1)
  expect(desk.news).toContainEqual({ kind: 'changed', ids: [id] })
})

test('refuses whoever may only read, and keeps what they wrote out of the story', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const reader = openTab(stage.url, OTHER).story(id)
  const writer = openTab(stage.url, REPORTER).story(id)
  await Promise.all([synced(reader), synced(writer)])
  reader.doc.getText('headline').insert(0, 'Not mine: ')
  expect(await reader.refusal).toMatchObject({ reason: 'not allowed', isClosed: false })
  writer.doc.getText('headline').insert(0, 'Mine: ')
  await synced(writer)
  expect(await stage.stored(id)).toBe('Mine: A story')
  expect(headline(writer)).toBe('Mine: A story')
  const again = openTab(stage.url, OTHER).story(id)
  await synced(again)
  expect(headline(again)).toBe('Mine: A story')
})

test('a document can be opened again on the same socket after it was refused, and stale words don’t follow', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const tab = openTab(stage.url, OTHER)
  const refused = tab.story(id)
  await synced(refused)
  refused.doc.getText('headline').insert(0, 'a')
  refused.doc.getText('headline').insert(0, 'b')
  await refused.refusal
  refused.doc.getText('headline').insert(0, 'c')
  refused.close()
  const again = tab.story(id)
  await synced(again)
  expect(headline(again)).toBe('A story')
  again.close()
  const third = tab.story(id)
  await synced(third)
  expect(await stage.stored(id)).toBe('A story')
})

test('what nobody may open is refused: another name, an unknown story, an epoch that is over', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  expect(await tab.open('anything').refusal).toMatchObject({ reason: 'not found' })
  expect(await tab.story('00000000-0000-7000-8000-000000000000').refusal).toMatchObject({
    reason: 'not found',
  })
  expect(await tab.story(id, 2).refusal).toMatchObject({ reason: 'not found', isClosed: false })
  await stage.act(id, { type: 'spike' }, CHIEF)
  await stage.act(id, { type: 'restore' }, CHIEF)
  expect(await tab.story(id, 1).refusal).toMatchObject({ reason: 'not allowed', isClosed: true })
  const second = tab.story(id, 2)
  await synced(second)
  expect(headline(second)).toBe('A story')
})

test('an action that closes a story ends its connections, and the words that come too late are told so', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  const open = tab.story(id)
  await synced(open)
  await stage.act(id, { type: 'spike' }, CHIEF)
  expect(await open.refusal).toMatchObject({ isClosed: true })
  open.doc.getText('headline').insert(0, 'Late: ')
  open.close()
  const late = tab.story(id, 1, open.doc)
  expect(await late.refusal).toMatchObject({ reason: 'not allowed', isClosed: true })
  late.close()
  const reader = tab.story(id)
  await synced(reader)
  expect(headline(reader)).toBe('A story')
  expect(await stage.stored(id)).toBe('A story')
})

test('a step of the workflow changes at once what somebody may write', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const open = openTab(stage.url, REPORTER).story(id)
  await synced(open)
  await stage.act(id, { type: 'submit' }, REPORTER)
  open.doc.getText('headline').insert(0, 'x')
  expect(await open.refusal).toMatchObject({ reason: 'not allowed', isClosed: false })
  await stage.act(id, { type: 'claim' }, SUB)
  const sub = openTab(stage.url, SUB).story(id)
  await synced(sub)
  sub.doc.getText('headline').insert(0, 'Edited: ')
  await synced(sub)
  expect(await stage.stored(id)).toBe('Edited: A story')
})
