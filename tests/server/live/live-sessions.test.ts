import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { CHIEF, OTHER, REPORTER, SUB } from '../../backends/test-desk.ts'
import { headline, openTab, synced, until } from './live-browser.ts'
import { ORIGIN, stageLive } from './live-stage.ts'

/** The status that an upgrade is answered with; 101 where there is a socket. */
function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const socket = new WebSocket(url, { headers })
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

test.each([
  ['a page of this newsroom’s with a session', { origin: ORIGIN, cookie: 'session=rita' }, 101],
  ['no session', { origin: ORIGIN }, 401],
  ['a session that is none', { origin: ORIGIN, cookie: 'session=nobody' }, 401],
  ['a page from elsewhere', { origin: 'http://elsewhere.test', cookie: 'session=rita' }, 403],
  ['no page at all', { cookie: 'session=rita' }, 403],
  ['the same host with another port', { origin: `${ORIGIN}:8080`, cookie: 'session=rita' }, 403],
])('%s', async (_what, headers, status) => {
  const stage = await stageLive()
  expect(await statusOf(stage.url, headers)).toBe(status)
})

test('so many sockets a session, and no more', async () => {
  const { LIVE_LIMITS } = await import('../../../src/server/live/live-limits.ts')
  const stage = await stageLive({ limits: { ...LIVE_LIMITS, sockets: 2 } })
  await Promise.all([0, 1].map(() => synced(openTab(stage.url, REPORTER).desk())))
  expect(await statusOf(stage.url, { origin: ORIGIN, cookie: 'session=rita' })).toBe(429)
  expect(await statusOf(stage.url, { origin: ORIGIN, cookie: 'session=carla' })).toBe(101)
})

test('whoever is deactivated is out at once, in every tab, and what they stored stays', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const tabs = [openTab(stage.url, REPORTER), openTab(stage.url, REPORTER)]
  const other = openTab(stage.url, CHIEF).story(id)
  const desks = tabs.map((tab) => tab.desk())
  const stories = tabs.map((tab) => tab.story(id))
  await Promise.all([...desks, ...stories, other].map(synced))
  stories[0]?.doc.getText('headline').insert(0, 'Mine: ')
  await until(() => headline(other) === 'Mine: A story')
  stage.sessions.delete(REPORTER.id)
  stage.hub.post({ kind: 'ended', person: REPORTER.id, session: null })
  await until(() => tabs.every(({ closes }) => closes.includes(4401)))
  for (const { news } of desks) expect(news).toContainEqual({ kind: 'session ended' })
  stories[1]?.doc.getText('headline').insert(0, 'Too late: ')
  other.doc.getText('headline').insert(0, 'After: ')
  await synced(other)
  expect(await stage.stored(id)).toBe('After: Mine: A story')
  await until(() => stage.live.figures().sockets === 1)
})

test('one session ends without the others of the same person', async () => {
  const stage = await stageLive()
  stage.sessions.set('second', { person: REPORTER, session: 'second' })
  const [first, second] = [openTab(stage.url, REPORTER), openTab(stage.url, 'second')]
  await Promise.all([first, second].map((tab) => synced(tab.desk())))
  stage.hub.post({ kind: 'ended', person: REPORTER.id, session: 'second' })
  await until(() => second.closes.length > 0)
  expect(first.closes).toEqual([])
  expect(stage.live.figures().sockets).toBeGreaterThan(0)
})

test('a session that has expired is found by itself', async () => {
  const stage = await stageLive({ rounds: { ask: 10_000, renewals: 20, sessions: 20, catchUp: 10_000 } })
  const tab = openTab(stage.url, REPORTER)
  await synced(tab.desk())
  stage.sessions.delete(REPORTER.id)
  await until(() => tab.closes.includes(4401))
  expect(tab.closes[0]).toBe(4401)
})

test('news of the desk reach everybody, notices only those who have some', async () => {
  const stage = await stageLive()
  const [reporter, chief] = [openTab(stage.url, REPORTER).desk(), openTab(stage.url, CHIEF).desk()]
  await Promise.all([reporter, chief].map(synced))
  stage.hub.post({ kind: 'notices', people: [REPORTER.id] })
  stage.hub.post({ kind: 'people' })
  stage.hub.post({ kind: 'checks' })
  stage.hub.post({ kind: 'changed', ids: ['s1', 's2'] })
  await until(() => [reporter, chief].every(({ news }) => news.some(({ kind }) => kind === 'changed')))
  expect(reporter.news).toEqual([
    { kind: 'notices' },
    { kind: 'people' },
    { kind: 'checks' },
    { kind: 'changed', ids: ['s1', 's2'] },
  ])
  expect(chief.news).toEqual([{ kind: 'people' }, { kind: 'checks' }, { kind: 'changed', ids: ['s1', 's2'] }])
})

test('a role that changes counts from the next key on', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const sub = openTab(stage.url, SUB).story(id)
  const other = openTab(stage.url, OTHER).story(id)
  await Promise.all([sub, other].map(synced))
  const chief = { ...OTHER, role: 'chief' as const }
  await stage.storage.run(['people'], 'strict', (tx) => tx.put('people', chief))
  other.doc.getText('headline').insert(0, 'As a chief: ')
  await synced(other)
  expect(await stage.stored(id)).toBe('As a chief: A story')
  await stage.storage.run(['people'], 'strict', (tx) => tx.put('people', OTHER))
  stage.hub.post({ kind: 'people' })
  other.doc.getText('headline').insert(0, 'x')
  // Editing made them one of its reporters: they still may. In review they may only suggest.
  await synced(other)
  expect(await stage.stored(id)).toBe('xAs a chief: A story')
})

test('a tab whose browser was signed in anew by somebody else is not taken for them', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  expect(await openTab(stage.url, CHIEF, REPORTER.id).story(id).refusal).toMatchObject({
    reason: 'not allowed',
    isClosed: false,
  })
  const own = openTab(stage.url, CHIEF, CHIEF.id).story(id)
  await synced(own)
  expect(headline(own)).toBe('A story')
})
