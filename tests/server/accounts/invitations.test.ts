import { expect, test } from 'vitest'
import { idOf, identity, ORIGIN, passwordOf, tokenOf } from './test-newsroom.ts'
import type { TestBrowser } from './test-browser.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const DAY = 24 * 60 * 60_000

type Made = { readonly id: string; readonly link: string; readonly expiresAt: string }

const invite = async (chief: TestBrowser, name: string, role = 'reporter'): Promise<Made> =>
  (await chief.must('POST', '/invitations', { name, email: identity(name).email, role })) as Made

const accept = (browser: TestBrowser, { link }: Made, name: string) =>
  browser.ask('POST', '/accept', { token: tokenOf(link), name, password: passwordOf(name) })

withNewsrooms('invitations', ({ fresh, another }) => {
  test('a link is shown once, mailed, and taken up once', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const made = await invite(chief, 'Ben', 'sub-editor')
    expect(made).toEqual({
      id: expect.any(String) as string,
      name: 'Ben',
      email: 'ben@paper.example',
      role: 'sub-editor',
      link: expect.stringMatching(/^https:\/\/desk\.example\/invitation#[\w-]{43}$/) as string,
      expiresAt: new Date(newsroom.now.getTime() + 7 * DAY).toISOString(),
    })
    await newsroom.settle()
    expect(newsroom.mails).toHaveLength(1)
    expect(newsroom.mails[0]).toMatchObject({
      to: 'ben@paper.example',
      subject: expect.stringContaining('Ada') as string,
    })
    expect(newsroom.mails[0]?.text).toContain(`\n${made.link}\n`)
    const { link: _link, ...listed } = made
    expect(await chief.must('GET', '/invitations')).toEqual([listed])
    const browser = newsroom.browser()
    const came = await accept(browser, made, 'Ben')
    expect(came.body.value).toMatchObject({ name: 'Ben', role: 'sub-editor' })
    expect(await browser.person()).toEqual(came.body.value)
    expect(await chief.must('GET', '/invitations')).toEqual([])
    for (const path of ['/accept', '/invitation']) {
      const body = {
        token: tokenOf(made.link),
        ...(path === '/accept' ? { name: 'Cleo', password: passwordOf('Cleo') } : {}),
      }
      const again = await newsroom.browser().ask('POST', path, body)
      expect(again).toMatchObject({ status: 409, body: { reason: 'stale' } })
      expect(again.body.message).toContain('taken up already')
    }
    expect(await chief.must('GET', '/members')).toHaveLength(2)
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'people' }])
  })

  test('taken up twice at the same moment, on two servers, makes one account', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const made = await invite(chief, 'Ben')
    const servers = [newsroom, another(), newsroom, another()]
    const answers = await Promise.all(servers.map((server) => accept(server.browser(), made, 'Ben')))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    expect(await chief.must('GET', '/members')).toHaveLength(2)
  })

  test('expires after seven days', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const made = await invite(chief, 'Ben')
    newsroom.move(7 * DAY - 1)
    const late = await newsroom.seat('Cleo', 'chief')
    expect(await late.must('GET', '/invitations')).toHaveLength(1)
    await newsroom.browser().must('POST', '/invitation', { token: tokenOf(made.link) })
    newsroom.move(1)
    expect(await late.must('GET', '/invitations')).toEqual([])
    const refused = await accept(newsroom.browser(), made, 'Ben')
    expect(refused).toMatchObject({ status: 409 })
    expect(refused.body.message).toContain('expired')
    expect(await late.ask('DELETE', `/invitations/${made.id}`)).toMatchObject({ status: 200 })
  })

  test('can be taken back, once', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const made = await invite(chief, 'Ben')
    await chief.must('DELETE', `/invitations/${made.id}`)
    expect(await chief.ask('DELETE', `/invitations/${made.id}`)).toMatchObject({ status: 404 })
    expect(await chief.must('GET', '/invitations')).toEqual([])
    const refused = await accept(newsroom.browser(), made, 'Ben')
    expect(refused).toMatchObject({ status: 404 })
    expect(refused.body.message).toContain('taken back')
  })

  test('taken back and taken up at the same moment is one of the two', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const made = await invite(chief, 'Ben')
    const [up, back] = await Promise.all([
      accept(newsroom.browser(), made, 'Ben'),
      chief.ask('DELETE', `/invitations/${made.id}`),
    ])
    expect(up.body.ok).not.toBe(back.body.ok)
    expect(await chief.must('GET', '/members')).toHaveLength(up.body.ok ? 2 : 1)
  })

  test('a second one to the same address replaces the first', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const [first, second] = [await invite(chief, 'Ben'), await invite(chief, 'Ben', 'chief')]
    expect(await chief.must('GET', '/invitations')).toMatchObject([{ id: second.id, role: 'chief' }])
    expect((await accept(newsroom.browser(), first, 'Ben')).status).toBe(404)
    expect((await accept(newsroom.browser(), second, 'Ben')).status).toBe(200)
  })

  test('nobody is invited who has an account, and it says whose it is', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'reporter')
    const body = { name: 'Benjamin', email: 'BEN@paper.example', role: 'reporter' }
    const refused = await chief.ask('POST', '/invitations', body)
    expect(refused).toMatchObject({ status: 422 })
    expect(refused.body.message).toMatch(/^Ben has an account/)
    await chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: false })
    expect((await chief.ask('POST', '/invitations', body)).body.message).toContain('Reactivate it')
    expect(await chief.must('GET', '/invitations')).toEqual([])
    expect(newsroom.mails).toEqual([])
  })

  test.each([
    ['no name', { name: '' }],
    ['no address', { email: 'ben at paper' }],
    ['two addresses', { email: 'ben@paper.example,all@paper.example' }],
    ['a header in the address', { email: 'ben@paper.example\nbcc: all@paper.example' }],
    ['an unknown role', { role: 'owner' }],
    ['more than is asked for', { isAdmin: true }],
  ])('%s is refused', async (_what, change) => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const body = { name: 'Ben', email: 'ben@paper.example', role: 'reporter', ...change }
    expect(await chief.ask('POST', '/invitations', body)).toMatchObject({ status: 422 })
    expect(await chief.must('GET', '/invitations')).toEqual([])
  })

  test('a bad name or password is refused, and the link still holds', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const made = await invite(chief, 'Ben')
    const token = tokenOf(made.link)
    for (const body of [
      { token, name: ' ', password: passwordOf('Ben') },
      { token, name: 'Ben', password: 'too short' },
      { token, name: 'Ben', password: 'ben@paper.example' },
    ]) {
      expect(await newsroom.browser().ask('POST', '/accept', body)).toMatchObject({ status: 422 })
    }
    expect((await accept(newsroom.browser(), made, 'Ben')).status).toBe(200)
  })

  test('nothing but the link’s own token opens it', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const made = await invite(chief, 'Ben')
    const { link } = (await chief.must('POST', `/members/${idOf('Ada')}/reset-link`)) as Made
    for (const token of [
      '',
      'x',
      made.id,
      tokenOf(made.link).toLowerCase(),
      `${tokenOf(made.link)} `,
      tokenOf(link),
    ]) {
      expect(await newsroom.browser().ask('POST', '/invitation', { token })).toMatchObject({ status: 404 })
    }
  })

  test('a chief who is one no more, or is deactivated, has no invitation out', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const ben = await newsroom.seat('Ben', 'chief')
    const cleo = await newsroom.seat('Cleo', 'chief')
    const [byAda, byBen, byCleo] = [
      await invite(chief, 'Dan'),
      await invite(ben, 'Eve'),
      await invite(cleo, 'Fay', 'chief'),
    ]
    await chief.must('POST', `/members/${idOf('Ben')}/role`, { role: 'reporter' })
    await chief.must('POST', `/members/${idOf('Cleo')}/active`, { isActive: false })
    expect((await accept(newsroom.browser(), byBen, 'Eve')).status).toBe(404)
    expect((await accept(newsroom.browser(), byCleo, 'Fay')).status).toBe(404)
    expect((await accept(newsroom.browser(), byAda, 'Dan')).status).toBe(200)
  })

  test('without mail the link is shown all the same', async () => {
    const newsroom = await fresh({ mail: null })
    const made = await invite(await newsroom.seat('Ada', 'chief'), 'Ben')
    expect((await accept(newsroom.browser(), made, 'Ben')).status).toBe(200)
  })

  test('a mail that can’t be sent spoils nothing, and its address is not in the log', async () => {
    const failing = {
      async send() {
        throw Object.assign(new Error('550 no such box ben@paper.example'), { code: 'EENVELOPE' })
      },
    }
    const newsroom = await fresh({ mail: failing })
    const made = await invite(await newsroom.seat('Ada', 'chief'), 'Ben')
    await newsroom.settle()
    expect(newsroom.log.join('')).toContain('"event":"mail failed","code":"EENVELOPE"')
    expect((await accept(newsroom.browser(), made, 'Ben')).status).toBe(200)
    const log = newsroom.log.join('')
    for (const secret of [tokenOf(made.link), 'ben@', passwordOf('Ben')]) expect(log).not.toContain(secret)
    expect(log).toContain('"event":"invited"')
    expect(log).toContain('"event":"invitation taken up"')
    expect(made.link.startsWith(`${ORIGIN}/`)).toBe(true)
  })
})
