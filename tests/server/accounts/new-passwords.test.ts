import { expect, test } from 'vitest'
import type { TestBrowser } from './test-browser.ts'
import { idOf, identity, passwordOf, tokenOf } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const HOUR = 60 * 60_000
const NEXT = 'a lighthouse made of tin'

const enter = (browser: TestBrowser, name: string, password = passwordOf(name)) =>
  browser.ask('POST', '/sign-in', { email: identity(name).email, password })

const linkIn = (text = ''): string => /https:\S+/.exec(text)?.[0] ?? ''

withNewsrooms('changing one’s password', ({ fresh }) => {
  test('needs the current one, ends the other sessions, and gives this one a new token', async () => {
    const newsroom = await fresh()
    const here = await newsroom.seat('Ada', 'reporter')
    const there = newsroom.browser()
    await enter(there, 'Ada')
    const sessions = (await here.must('GET', '/sessions')) as readonly { id: string }[]
    const before = new Map(here.cookies)
    await here.must('POST', '/password', { current: passwordOf('Ada'), next: NEXT })
    expect(await here.person()).not.toBeNull()
    expect(await there.person()).toBeNull()
    const thief = newsroom.browser()
    for (const [name, value] of before) thief.cookies.set(name, value)
    expect(await thief.person()).toBeNull()
    expect(await here.must('GET', '/sessions')).toMatchObject([{ id: sessions[0]?.id, isThis: true }])
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'ended', person: idOf('Ada'), session: sessions[1]?.id }])
    expect(newsroom.mails).toMatchObject([{ to: 'ada@paper.example', subject: 'Your password was changed' }])
    expect((await enter(newsroom.browser(), 'Ada')).status).toBe(403)
    expect((await enter(newsroom.browser(), 'Ada', NEXT)).status).toBe(200)
  })

  test('a connection that is open stays so for a minute, though its headers name a token that counts no more', async () => {
    const newsroom = await fresh()
    const here = await newsroom.seat('Ada', 'reporter')
    const { sessionOf } = newsroom.accounts
    const { headers } = here
    const before = await sessionOf(headers)
    expect(before?.person.name).toBe('Ada')
    await here.must('POST', '/password', { current: passwordOf('Ada'), next: NEXT })
    expect(await sessionOf(headers)).toEqual(before)
    expect(await sessionOf(new Headers(headers))).toBeNull()
    newsroom.move(60_000)
    expect(await sessionOf(headers)).toBeNull()
    expect(await here.person()).not.toBeNull()
  })

  test('a connection that is open ends with its session', async () => {
    const newsroom = await fresh()
    const here = await newsroom.seat('Ada', 'reporter')
    const { headers } = here
    expect(await newsroom.accounts.sessionOf(headers)).not.toBeNull()
    await here.must('POST', '/sign-out')
    expect(await newsroom.accounts.sessionOf(headers)).toBeNull()
  })

  test('closes what was opened with the old token, once its own browser has the new one', async () => {
    const newsroom = await fresh()
    const here = await newsroom.seat('Ada', 'reporter')
    const [own] = (await here.must('GET', '/sessions')) as readonly { id: string }[]
    await here.must('POST', '/password', { current: passwordOf('Ada'), next: NEXT })
    expect(newsroom.news).toEqual([])
    await expect
      .poll(() => newsroom.news, { timeout: 20_000 })
      .toEqual([{ kind: 'ended', person: idOf('Ada'), session: own?.id }])
  })

  test.each([
    ['a wrong current one', { current: 'not mine at all', next: NEXT }, 403, 'not right'],
    ['a short next one', { current: passwordOf('Ada'), next: 'too short' }, 422, 'at least 12'],
    ['their own name', { current: passwordOf('Ada'), next: 'ada.ada.ada.2026' }, 422, 'your name'],
  ])('is refused for %s, and nothing changes', async (_what, body, status, why) => {
    const newsroom = await fresh()
    const [here, there] = [await newsroom.seat('Ada', 'reporter'), newsroom.browser()]
    await enter(there, 'Ada')
    const refused = await here.ask('POST', '/password', body)
    expect(refused.status).toBe(status)
    expect(refused.body.message).toContain(why)
    expect(await there.person()).not.toBeNull()
    expect((await enter(newsroom.browser(), 'Ada')).status).toBe(200)
  })

  test('whoever has somebody’s session can’t go on guessing their password', async () => {
    const newsroom = await fresh()
    const here = await newsroom.seat('Ada', 'reporter')
    for (let guess = 0; guess < 5; guess++) {
      await here.ask('POST', '/password', { current: `guess number ${guess}`, next: NEXT })
    }
    const right = { current: passwordOf('Ada'), next: NEXT }
    expect((await here.ask('POST', '/password', right)).status).toBe(429)
    newsroom.move(5000)
    expect((await here.ask('POST', '/password', right)).status).toBe(200)
  })

  test('two changes at the same moment: one of them holds', async () => {
    const newsroom = await fresh()
    const here = await newsroom.seat('Ada', 'reporter')
    const other = newsroom.browser()
    await enter(other, 'Ada')
    const nexts = ['a lighthouse made of tin', 'a lighthouse made of ice']
    const answers = await Promise.all(
      [here, other].map((browser, at) =>
        browser.ask('POST', '/password', { current: passwordOf('Ada'), next: nexts[at] }),
      ),
    )
    expect(answers.filter(({ body }) => body.ok)).toHaveLength(1)
    const taken = await Promise.all(nexts.map((next) => enter(newsroom.browser(), 'Ada', next)))
    expect(taken.map(({ body }) => body.ok)).toEqual(answers.map(({ body }) => body.ok))
  })
})

withNewsrooms('setting a new password', ({ fresh, another }) => {
  test('with a link that came by mail: once, and all sessions end', async () => {
    const newsroom = await fresh()
    const browser = await newsroom.seat('Ada', 'reporter')
    expect(await newsroom.browser().must('POST', '/ask-reset', { email: ' ADA@paper.example' })).toBeNull()
    await expect.poll(() => newsroom.mails.length).toBe(1)
    const link = linkIn(newsroom.mails[0]?.text)
    expect(link).toMatch(/^https:\/\/desk\.example\/reset#[\w-]{43}$/)
    const token = tokenOf(link)
    const short = await newsroom.browser().ask('POST', '/reset', { token, password: 'too short' })
    expect(short.status).toBe(422)
    expect(await newsroom.browser().must('POST', '/reset', { token, password: NEXT })).toBeNull()
    expect(await browser.person()).toBeNull()
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'ended', person: idOf('Ada'), session: null }])
    expect((await enter(newsroom.browser(), 'Ada')).status).toBe(403)
    expect((await enter(newsroom.browser(), 'Ada', NEXT)).status).toBe(200)
    const again = await newsroom
      .browser()
      .ask('POST', '/reset', { token, password: 'a lighthouse made of ice' })
    expect(again.status).toBe(404)
    expect(again.body.message).toContain('Your password is unchanged')
    await expect.poll(() => newsroom.mails.length).toBe(2)
    const log = newsroom.log.join('')
    for (const secret of [token, 'lighthouse', 'paper.example']) expect(log).not.toContain(secret)
    expect(log).toContain('"event":"password reset"')
  })

  test('asking says the same whether or not there is such an account, and mails only those that are active', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'reporter')
    await chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: false })
    const answers = []
    for (const email of ['nobody@paper.example', 'ben@paper.example', 'no address', 'ada@paper.example']) {
      answers.push(await newsroom.browser().ask('POST', '/ask-reset', { email }))
    }
    for (const { status, body, headers } of answers) {
      expect(status).toBe(200)
      expect(body).toEqual({ ok: true, value: null })
      expect(headers.getSetCookie()).toEqual([])
    }
    // They are seen to in turn: when the last one's mail is there, the others had theirs.
    await expect.poll(() => newsroom.mails.length).toBeGreaterThan(0)
    expect(newsroom.mails.map(({ to }) => to)).toEqual(['ada@paper.example'])
  })

  test('mails at most three in an hour to one address', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'chief')
    const askFor = (name: string) =>
      newsroom.browser().must('POST', '/ask-reset', { email: identity(name).email })
    for (let time = 0; time < 6; time++) await askFor('Ada')
    await askFor('Ben')
    await expect.poll(() => newsroom.mails.at(-1)?.to).toBe('ben@paper.example')
    expect(newsroom.mails).toHaveLength(4)
    newsroom.move(HOUR + 1)
    await askFor('Ada')
    await expect.poll(() => newsroom.mails.length).toBe(5)
  })

  test('a mailed link holds for an hour, a chief’s for a day', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'reporter')
    await newsroom.browser().must('POST', '/ask-reset', { email: 'ben@paper.example' })
    await expect.poll(() => newsroom.mails.length).toBe(1)
    const mailed = tokenOf(linkIn(newsroom.mails[0]?.text))
    newsroom.move(HOUR)
    const reset = (token: string) => newsroom.browser().ask('POST', '/reset', { token, password: NEXT })
    expect((await reset(mailed)).status).toBe(404)
    const made = (await chief.must('POST', `/members/${idOf('Ben')}/reset-link`)) as {
      link: string
      expiresAt: string
    }
    expect(made.expiresAt).toBe(new Date(newsroom.now.getTime() + 24 * HOUR).toISOString())
    newsroom.move(24 * HOUR)
    expect((await reset(tokenOf(made.link))).status).toBe(404)
    newsroom.move(-1)
    expect((await reset(tokenOf(made.link))).status).toBe(200)
    expect((await enter(newsroom.browser(), 'Ben', NEXT)).status).toBe(200)
  })

  test('a server whose clock is a day behind takes a link for a day longer and no more; one ahead asks for a new one', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const behind = another()
    behind.now = new Date(newsroom.now.getTime() - 24 * HOUR)
    const ahead = another()
    ahead.now = new Date(newsroom.now.getTime() + 24 * HOUR)
    const made = (await chief.must('POST', `/members/${idOf('Ada')}/reset-link`)) as { link: string }
    const body = { token: tokenOf(made.link), password: NEXT }
    expect((await ahead.browser().ask('POST', '/reset', body)).status).toBe(404)
    behind.move(48 * HOUR)
    expect((await behind.browser().ask('POST', '/reset', body)).status).toBe(404)
    behind.move(-1)
    expect((await behind.browser().ask('POST', '/reset', body)).status).toBe(200)
  })

  test('used at the same moment on two servers, a link sets one password', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const { link } = (await chief.must('POST', `/members/${idOf('Ada')}/reset-link`)) as { link: string }
    const nexts = ['a lighthouse made of tin', 'a lighthouse made of ice']
    const answers = await Promise.all(
      [newsroom, another()].map((server, at) =>
        server.browser().ask('POST', '/reset', { token: tokenOf(link), password: nexts[at] }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
    const taken = await Promise.all(nexts.map((next) => enter(newsroom.browser(), 'Ada', next)))
    expect(taken.map(({ body }) => body.ok)).toEqual(answers.map(({ body }) => body.ok))
  })

  test('a newer link from a chief, a changed password and a deactivation each end the links before', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const ben = await newsroom.seat('Ben', 'reporter')
    const link = async () =>
      tokenOf(((await chief.must('POST', `/members/${idOf('Ben')}/reset-link`)) as { link: string }).link)
    const isDead = async (token: string) =>
      (await newsroom.browser().ask('POST', '/reset', { token, password: NEXT })).status === 404
    const [first, second] = [await link(), await link()]
    expect(await isDead(first)).toBe(true)
    await ben.must('POST', '/password', { current: passwordOf('Ben'), next: 'a lighthouse made of ice' })
    expect(await isDead(second)).toBe(true)
    const third = await link()
    await chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: false })
    expect(await isDead(third)).toBe(true)
    const refused = await chief.ask('POST', `/members/${idOf('Ben')}/reset-link`)
    expect(refused).toMatchObject({ status: 403 })
    expect(refused.body.message).toContain('Ben was deactivated')
    await chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: true })
    expect(await isDead(third)).toBe(true)
    expect(await isDead('')).toBe(true)
  })

  test('it also lets in whoever was held back at the account, and gives a password to whoever had none', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.database.kysely
      .insertInto('people')
      .values({ id: idOf('Guest'), name: 'Guest', role: 'reporter', email: 'guest@paper.example' })
      .execute()
    for (let guess = 0; guess < 20; guess++) {
      await enter(newsroom.browser({ address: `198.51.100.${guess}` }), 'Guest', `guess number ${guess}`)
    }
    const fromElsewhere = () => newsroom.browser({ address: '203.0.113.9' })
    expect((await enter(fromElsewhere(), 'Guest')).status).toBe(429)
    const { link } = (await chief.must('POST', `/members/${idOf('Guest')}/reset-link`)) as { link: string }
    await newsroom.browser().must('POST', '/reset', { token: tokenOf(link), password: NEXT })
    expect((await enter(fromElsewhere(), 'Guest', NEXT)).status).toBe(200)
  })

  test('without mail everybody is sent to a chief', async () => {
    const newsroom = await fresh({ mail: null })
    await newsroom.seat('Ada', 'chief')
    const [known, unknown] = [
      await newsroom.browser().ask('POST', '/ask-reset', { email: 'ada@paper.example' }),
      await newsroom.browser().ask('POST', '/ask-reset', { email: 'nobody@paper.example' }),
    ]
    expect(known).toMatchObject({ status: 403 })
    expect(known.body.message).toContain('Ask a chief')
    expect(unknown.body).toEqual(known.body)
  })
})
