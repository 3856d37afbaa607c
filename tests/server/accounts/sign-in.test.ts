import { expect, test } from 'vitest'
import type { TestBrowser } from './test-browser.ts'
import { idOf, passwordOf } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const MINUTE = 60_000

const enter = (browser: TestBrowser, name: string, password = passwordOf(name)) =>
  browser.ask('POST', '/sign-in', { email: `${name.toLowerCase()}@paper.example`, password })

withNewsrooms('signing in', ({ fresh }) => {
  test('takes address and password, however the address is typed', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'sub-editor')
    const browser = newsroom.browser()
    const answer = await browser.ask('POST', '/sign-in', {
      email: ' ADA@paper.EXAMPLE ',
      password: passwordOf('Ada'),
    })
    expect(answer.body).toEqual({ ok: true, value: { id: idOf('Ada'), name: 'Ada', role: 'sub-editor' } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await browser.person()).toEqual({ id: idOf('Ada'), name: 'Ada', role: 'sub-editor' })
  })

  test('says the same of a wrong password, no such account, and a person without a password', async () => {
    const newsroom = await fresh()
    const { database } = newsroom
    await newsroom.seat('Ada', 'chief')
    await database.kysely
      .insertInto('people')
      .values({ id: 'guest', name: 'Guest', role: 'reporter', email: 'guest@paper.example' })
      .execute()
    const answers = await Promise.all([
      enter(newsroom.browser(), 'Ada', 'seven otters over the weir'),
      enter(newsroom.browser(), 'Nobody', 'seven otters over the weir'),
      enter(newsroom.browser(), 'Guest', 'of nobody'),
      enter(newsroom.browser(), 'Ada', ''),
      newsroom.browser().ask('POST', '/sign-in', { email: 'no address', password: 'x' }),
    ])
    for (const { status, body, headers } of answers) {
      expect(status).toBe(403)
      expect(body).toEqual(answers[0]?.body)
      expect(headers.getSetCookie()).toEqual([])
    }
  })

  test('holds back after five failures the same way whether or not the account exists, and longer each time', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    for (const name of ['Ada', 'Nobody']) {
      const browser = newsroom.browser({ address: `198.51.100.${name.length}` })
      const waits: (string | null)[] = []
      for (let round = 0; round < 8; round++) {
        for (let guess = 0; guess < (round === 0 ? 5 : 1); guess++) {
          expect((await enter(browser, name, `guess number ${guess}`)).status).toBe(403)
        }
        const held = await enter(browser, name)
        expect(held.status).toBe(429)
        expect(held.body.message).toContain('too many tries')
        waits.push(held.headers.get('retry-after'))
        newsroom.move(Number(held.headers.get('retry-after')) * 1000)
      }
      expect(waits).toEqual(['5', '10', '20', '40', '80', '160', '320', '640'])
    }
    // The right password after the wait, and all is forgotten.
    const browser = newsroom.browser({ address: '198.51.100.3' })
    expect((await enter(browser, 'Ada')).status).toBe(200)
    expect((await enter(browser, 'Ada', 'another wrong one')).status).toBe(403)
  })

  test('many tries at once are no more than as many one after the other', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => enter(newsroom.browser(), 'Ada', `guess number ${guess}`)),
    )
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('an account tried from many networks is held back, but not for whoever came in from theirs before', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    const home = newsroom.browser({ address: '203.0.113.9' })
    expect((await enter(home, 'Ada')).status).toBe(200)
    for (let guess = 0; guess < 20; guess++) {
      const anywhere = newsroom.browser({ address: `198.51.100.${guess}` })
      expect((await enter(anywhere, 'Ada', `guess number ${guess}`)).status).toBe(403)
    }
    expect((await enter(newsroom.browser({ address: '198.51.100.99' }), 'Ada')).status).toBe(429)
    expect((await enter(home, 'Ada')).status).toBe(200)
  })

  test('one network that tries one password on everybody is held back; sign-ins that go well don’t count', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    for (let round = 0; round < 8; round++) expect((await enter(newsroom.browser(), 'Ada')).status).toBe(200)
    for (let guess = 0; guess < 50; guess++) {
      expect((await enter(newsroom.browser(), `Person${guess}`, 'summer in the city')).status).toBe(403)
    }
    expect((await enter(newsroom.browser(), 'Ada')).status).toBe(429)
    expect((await enter(newsroom.browser({ address: '203.0.113.9' }), 'Ada')).status).toBe(200)
  })

  test('a clock that is moved back by a day holds nobody back for longer than the longest wait', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    for (let guess = 0; guess < 5; guess++) await enter(newsroom.browser(), 'Ada', 'a wrong password')
    newsroom.move(-24 * 60 * MINUTE)
    expect((await enter(newsroom.browser(), 'Ada')).status).toBe(429)
    newsroom.move(5000)
    expect((await enter(newsroom.browser(), 'Ada')).status).toBe(200)
  })

  test('that an account was deactivated is told only to whoever knows its password', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'reporter')
    await chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: false })
    const stranger = await enter(newsroom.browser(), 'Ben', 'seven otters over the weir')
    expect(stranger.body).toEqual((await enter(newsroom.browser(), 'Nobody', 'x')).body)
    const ben = await enter(newsroom.browser(), 'Ben')
    expect(ben.status).toBe(403)
    expect(ben.body.message).toContain('deactivated')
    expect(ben.headers.getSetCookie()).toEqual([])
  })

  test('whoever is deactivated while they sign in has no session afterwards', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'reporter')
    const browsers = Array.from({ length: 4 }, () => newsroom.browser())
    await Promise.all([
      ...browsers.map((browser) => enter(browser, 'Ben')),
      chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: false }),
    ])
    await chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: true })
    expect(await Promise.all(browsers.map((browser) => browser.person()))).toEqual([null, null, null, null])
  })

  test('what happened is in the log, without address, password or token', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    const browser = newsroom.browser()
    await enter(browser, 'Ada', 'seven otters over the weir')
    await enter(browser, 'Nobody', 'seven otters over the weir')
    await enter(browser, 'Ada')
    const log = newsroom.log.join('')
    expect(log).toContain(`"event":"signed in","person":"${idOf('Ada')}"`)
    expect(log).toContain(`"event":"sign-in failed","person":"${idOf('Ada')}"`)
    const [token = ''] = [...browser.cookies.values()]
    expect(token).not.toBe('')
    for (const secret of [token, token.split('.')[0] ?? token, 'otters', 'herons', 'paper.example']) {
      expect(log).not.toContain(secret)
    }
  })
})
