import { expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import { CHIEF, OTHER, REPORTER } from '../../backends/test-desk.ts'
import type { OpenDocument } from './live-browser.ts'
import { openTab, synced, until } from './live-browser.ts'
import { stageLive } from './live-stage.ts'

const states = ({ provider }: OpenDocument): readonly unknown[] =>
  [...(provider.awareness?.getStates() ?? [])]
    .filter(([client]) => client !== provider.document.clientID)
    .map(([, state]) => state)

const say = ({ provider }: OpenDocument, state: Record<string, unknown> | null): void =>
  provider.awareness?.setLocalState(state)

/** Sends a message of awareness past the library, with entries of whatever tabs. */
function sendRaw(
  { provider }: OpenDocument,
  entries: readonly { client: number; clock: number; state: unknown }[],
): void {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(update, client)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, JSON.stringify(state))
  }
  const message = encoding.createEncoder()
  encoding.writeVarString(message, provider.configuration.name)
  encoding.writeVarUint(message, 1)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(update))
  provider.configuration.websocketProvider.send(encoding.toUint8Array(message))
}

test('shows who is on the desk and where they write, and that they have gone', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const [one, two] = [openTab(stage.url, REPORTER), openTab(stage.url, CHIEF)]
  const desks = [one.desk(), two.desk()] as const
  const stories = [one.story(id), two.story(id)] as const
  await Promise.all([...desks, ...stories].map(synced))
  say(desks[0], { person: REPORTER, story: id })
  const place = { text: 'headline', anchor: { tname: 'headline' }, head: null }
  say(stories[0], { person: REPORTER, place })
  await until(() => states(desks[1]).length === 1 && states(stories[1]).length === 1)
  expect(states(desks[1])).toEqual([{ person: REPORTER, story: id }])
  expect(states(stories[1])).toEqual([{ person: REPORTER, place }])
  one.leave()
  await until(() => states(desks[1]).length === 0 && states(stories[1]).length === 0)
})

test('the person is the session’s: another’s is not shown, and a name is as the desk knows it', async () => {
  const stage = await stageLive()
  const [liar, seer] = [openTab(stage.url, OTHER).desk(), openTab(stage.url, CHIEF).desk()]
  await Promise.all([liar, seer].map(synced))
  say(liar, { person: REPORTER, story: null })
  say(liar, { person: { ...OTHER, name: 'The Editor', role: 'chief' }, story: null })
  await until(() => states(seer).length > 0)
  expect(states(seer)).toEqual([{ person: OTHER, story: null }])
})

test('nobody speaks for another tab, or sends it away', async () => {
  const stage = await stageLive()
  const [victim, liar, seer] = [REPORTER, OTHER, CHIEF].map((who) => openTab(stage.url, who).desk())
  if (!victim || !liar || !seer) throw new Error('three tabs')
  await Promise.all([victim, liar, seer].map(synced))
  say(victim, { person: REPORTER, story: 's1' })
  await until(() => states(seer).length === 1)
  const client = victim.doc.clientID
  sendRaw(liar, [{ client, clock: 100, state: null }])
  sendRaw(liar, [{ client, clock: 101, state: { person: OTHER, story: 'x' } }])
  sendRaw(liar, [{ client: 4, clock: 1, state: { person: REPORTER, story: 'x' } }])
  sendRaw(liar, [
    { client: 5, clock: 1, state: { person: OTHER, story: 'first' } },
    { client: 6, clock: 1, state: { person: OTHER, story: 'second' } },
  ])
  await until(() => states(seer).length === 2)
  expect(states(seer)).toEqual([
    { person: REPORTER, story: 's1' },
    { person: OTHER, story: 'second' },
  ])
})

test('what is too large or no state is left out, and the connection goes on', async () => {
  const stage = await stageLive()
  const [tab, seer] = [openTab(stage.url, OTHER).desk(), openTab(stage.url, CHIEF).desk()]
  await Promise.all([tab, seer].map(synced))
  const { clientID } = tab.doc
  sendRaw(tab, [
    { client: clientID, clock: 1, state: { person: OTHER, story: null, more: 'x'.repeat(5000) } },
  ])
  sendRaw(tab, [{ client: clientID, clock: 2, state: { person: OTHER } }])
  sendRaw(tab, [{ client: clientID, clock: 3, state: 'here' }])
  sendRaw(tab, [{ client: clientID, clock: 4, state: { person: OTHER, story: 's2', more: 'not kept' } }])
  await until(() => states(seer).length === 1)
  expect(states(seer)).toEqual([{ person: OTHER, story: 's2' }])
})

test('a tab that comes back after a lost connection is seen again', async () => {
  const stage = await stageLive()
  const tab = openTab(stage.url, OTHER)
  const [desk, seer] = [tab.desk(), openTab(stage.url, CHIEF).desk()]
  await Promise.all([desk, seer].map(synced))
  say(desk, { person: OTHER, story: 's1' })
  await until(() => states(seer).length === 1)
  const changes: string[] = []
  seer.provider.awareness?.on('change', (change: Record<string, readonly number[]>) => {
    changes.push(...Object.keys(change).filter((kind) => (change[kind]?.length ?? 0) > 0))
  })
  tab.socket.webSocket?.close()
  await until(() => changes.length === 2)
  expect(changes).toEqual(['removed', 'updated'])
  expect(states(seer)).toHaveLength(1)
  tab.leave()
  await until(() => states(seer).length === 0)
  expect(states(seer)).toEqual([])
})

test('a tab that is frozen, and so neither answers nor closes, has gone when it was asked twice', async () => {
  // Every 30 seconds in earnest: so within a minute.
  const stage = await stageLive({ rounds: { ask: 250, renewals: 60, sessions: 60_000, catchUp: 10_000 } })
  const [tab, other] = [openTab(stage.url, REPORTER), openTab(stage.url, CHIEF)]
  const [frozen, seer] = [tab.desk(), other.desk()]
  await Promise.all([synced(frozen), synced(seer)])
  say(frozen, { person: REPORTER, story: null })
  await until(() => states(seer).length === 1)
  ;(tab.socket.webSocket as unknown as WebSocket).pause()
  await until(() => states(seer).length === 0 && stage.live.figures().sockets === 1)
  expect([states(seer), tab.closes]).toEqual([[], []])
})

test('a tab that says the same again is told of with all others that do, and stays where it is', async () => {
  const stage = await stageLive({ rounds: { ask: 10_000, renewals: 60, sessions: 60_000, catchUp: 10_000 } })
  const tabs = [REPORTER, OTHER, CHIEF].map((who) => ({ who, desk: openTab(stage.url, who).desk() }))
  await Promise.all(tabs.map(({ desk }) => synced(desk)))
  for (const { who, desk } of tabs) say(desk, { person: who, story: null })
  await until(() => tabs.every(({ desk }) => states(desk).length === 2))
  const [seer] = tabs.map(({ desk }) => desk)
  const heard: (readonly number[])[] = []
  seer?.provider.awareness?.on('update', ({ updated }: { updated: readonly number[] }, origin: unknown) => {
    if (origin !== 'local') heard.push(updated.toSorted((a, b) => a - b))
  })
  for (const { who, desk } of tabs.slice(1)) {
    for (let times = 0; times < 5; times += 1) say(desk, { person: who, story: null })
  }
  await until(() => heard.flat().length >= 2)
  expect(heard.length).toBeLessThanOrEqual(2)
  const [, other] = tabs.map(({ desk }) => desk)
  if (other) say(other, { person: OTHER, story: 's1' })
  await until(() => seer !== undefined && JSON.stringify(states(seer)).includes('s1'))
  expect(seer ? states(seer) : []).toHaveLength(2)
})
