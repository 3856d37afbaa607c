import { expect, test } from 'vitest'
import { hashToken } from '../../../src/server/accounts/secret-token.ts'
import type { TestBrowser } from './test-browser.ts'
import { idOf, passwordOf } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

const enter = (browser: TestBrowser, name: string) =>
  browser.must('POST', '/sign-in', {
    email: `${name.toLowerCase()}@paper.example`,
    password: passwordOf(name),
  })

type Listed = readonly { id: string; isThis: boolean; device: string; since: string; lastSeen: string }[]

withNewsrooms('sessions', ({ fresh, another }) => {
  test('each sign-in is a session of its own, with a token that the database doesn’t know', async () => {
    const newsroom = await fresh()
    const one = await newsroom.seat('Ada', 'reporter')
    const two = newsroom.browser({
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) Version/18.5 Safari/604',
    })
    await enter(two, 'Ada')
    const list = (await one.must('GET', '/sessions')) as Listed
    expect(list).toMatchObject([
      { isThis: true, device: 'Firefox on Windows' },
      { isThis: false, device: 'Safari on iPhone', since: newsroom.now.toISOString() },
    ])
    const rows = await newsroom.database.kysely
      .withTables<{ sessions: { token: string } }>()
      .selectFrom('sessions')
      .selectAll()
      .execute()
    const tokens = [one, two].map((browser) => {
      const [value = ''] = [...browser.cookies.values()]
      return decodeURIComponent(value).split('.')[0] ?? ''
    })
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true)
    expect(rows.map(({ token }) => token).toSorted()).toEqual(tokens.map(hashToken).toSorted())
    expect(JSON.stringify(list)).not.toContain(tokens[0])
  })

  test('signing in again in one browser ends the session that it had, and takes none from outside', async () => {
    const newsroom = await fresh()
    const browser = await newsroom.seat('Ada', 'reporter')
    await newsroom.seat('Ben', 'reporter')
    const before = new Map(browser.cookies)
    const [old] = (await browser.must('GET', '/sessions')) as Listed
    await enter(browser, 'Ben')
    expect(await browser.person()).toMatchObject({ name: 'Ben' })
    const thief = newsroom.browser()
    for (const [name, value] of before) thief.cookies.set(name, value)
    expect(await thief.person()).toBeNull()
    await newsroom.settle()
    expect(newsroom.news).toContainEqual({ kind: 'ended', person: idOf('Ada'), session: old?.id })
    // A token that somebody planted before the sign-in stands for nothing after it.
    const planted = newsroom.browser()
    planted.cookies.set('__Host-stet-session', 'planted.signature')
    await enter(planted, 'Ada')
    expect([...planted.cookies.values()][0]).not.toContain('planted')
    thief.cookies.set('__Host-stet-session', 'planted.signature')
    expect(await thief.person()).toBeNull()
  })

  test('signing out ends it, on all servers at once, and twice does no harm', async () => {
    const newsroom = await fresh()
    const browser = await newsroom.seat('Ada', 'reporter')
    const cookies = new Map(browser.cookies)
    const answer = await browser.ask('POST', '/sign-out')
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-stet-session=;.*Max-Age=0/),
    ])
    expect(browser.cookies.size).toBe(0)
    for (const server of [newsroom, another()]) {
      const thief = server.browser()
      for (const [name, value] of cookies) thief.cookies.set(name, value)
      expect(await thief.person()).toBeNull()
      expect((await thief.ask('GET', '/sessions')).status).toBe(401)
    }
    await browser.must('POST', '/sign-out')
  })

  test('one’s own sessions can be ended one by one, and nobody else’s', async () => {
    const newsroom = await fresh()
    const ada = await newsroom.seat('Ada', 'reporter')
    const phone = newsroom.browser()
    await enter(phone, 'Ada')
    const ben = await newsroom.seat('Ben', 'chief')
    const [, other] = (await ada.must('GET', '/sessions')) as Listed
    expect(await ben.ask('DELETE', `/sessions/${other?.id}`)).toMatchObject({ status: 404 })
    expect(await phone.person()).not.toBeNull()
    await ada.must('DELETE', `/sessions/${other?.id}`)
    expect(await phone.person()).toBeNull()
    expect(await ada.person()).not.toBeNull()
    expect(await ada.ask('DELETE', `/sessions/${other?.id}`)).toMatchObject({ status: 404 })
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'ended', person: idOf('Ada'), session: other?.id }])
  })

  test('ends after three days unused, or two weeks whatever is done', async () => {
    const newsroom = await fresh()
    const idle = await newsroom.seat('Ada', 'reporter')
    newsroom.move(3 * DAY - 1)
    expect(await idle.person()).not.toBeNull()
    newsroom.move(3 * DAY - 1)
    expect(await idle.person()).not.toBeNull()
    newsroom.move(3 * DAY)
    expect(await idle.person()).toBeNull()
    expect((await idle.ask('GET', '/sessions')).status).toBe(401)
    const used = await newsroom.seat('Ben', 'reporter')
    for (let day = 1; day < 14; day++) {
      newsroom.move(DAY)
      expect(await used.person()).not.toBeNull()
    }
    newsroom.move(DAY - 1)
    expect(await used.person()).not.toBeNull()
    newsroom.move(1)
    expect(await used.person()).toBeNull()
  })

  test('a day of skew, either way, throws nobody out and lets nobody in for longer than that day', async () => {
    const newsroom = await fresh()
    const [ahead, behind] = [another(), another()]
    ahead.now = new Date(newsroom.now.getTime() + DAY)
    behind.now = new Date(newsroom.now.getTime() - DAY)
    const browser = await newsroom.seat('Ada', 'reporter')
    for (const server of [ahead, behind, newsroom, behind, ahead, newsroom]) {
      for (let hour = 0; hour < 3; hour++) {
        for (const each of [newsroom, ahead, behind]) each.move(HOUR)
        expect(await server.accounts.sessionOf(browser.headers)).not.toBeNull()
      }
    }
    // Unused from now on: the server that is behind sees it end last, a day after the others' three.
    for (const each of [newsroom, ahead, behind]) each.move(3 * DAY)
    expect(await newsroom.accounts.sessionOf(browser.headers)).toBeNull()
    for (const each of [newsroom, ahead, behind]) each.move(DAY)
    expect(await behind.accounts.sessionOf(browser.headers)).toBeNull()
  })

  test('what is known of a person is read anew: role, name, whether they are active', async () => {
    const newsroom = await fresh()
    const browser = await newsroom.seat('Ada', 'reporter')
    const { kysely } = newsroom.database
    await kysely.updateTable('people').set({ role: 'chief', name: 'Ada L.' }).execute()
    expect(await another().accounts.sessionOf(browser.headers)).toMatchObject({
      person: { id: idOf('Ada'), name: 'Ada L.', role: 'chief' },
    })
    await kysely.updateTable('people').set({ is_active: false }).execute()
    expect(await another().accounts.sessionOf(browser.headers)).toBeNull()
  })

  test('sessions that have ended are taken away at the next sign-in', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'reporter')
    newsroom.move(4 * DAY)
    const browser = newsroom.browser()
    await enter(browser, 'Ada')
    const rows = await newsroom.database.kysely
      .withTables<{ sessions: { id: string } }>()
      .selectFrom('sessions')
      .select('id')
      .execute()
    expect(rows).toHaveLength(1)
    expect(await browser.must('GET', '/sessions')).toHaveLength(1)
  })
})
