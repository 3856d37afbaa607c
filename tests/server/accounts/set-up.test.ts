import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { accountsOf, changePeople } from '../../../src/server/accounts/account-tables.ts'
import { loadAuthLibrary } from '../../../src/server/accounts/auth-library.ts'
import { addAccount } from '../../../src/server/accounts/new-account.ts'
import { identity, ORIGIN, SECRET } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const HOUR = 60 * 60_000

withNewsrooms('setting a newsroom up', ({ fresh }) => {
  test('takes the printed code, however it is typed, once', async () => {
    const newsroom = await fresh()
    const browser = newsroom.browser()
    const code = await newsroom.start()
    const ada = { ...identity('Ada'), name: '  Ada  Lovelace ', email: 'ADA@Paper.example' }
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
    const person = await browser.must('POST', '/set-up', { ...ada, code: typed })
    expect(person).toMatchObject({ name: 'Ada Lovelace', role: 'chief' })
    expect(await browser.person()).toEqual(person)
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'people' }])
    const again = await newsroom.browser().ask('POST', '/set-up', { code, ...identity('Ben') })
    expect(again).toMatchObject({ status: 403, body: { ok: false, reason: 'not allowed' } })
    expect(again.body.message).toContain('set up already')
    const wrong = await newsroom.browser().ask('POST', '/set-up', { code: 'wrong', ...identity('Ben') })
    expect(wrong.body).toEqual(again.body)
    // Another start prints nothing any more.
    await newsroom.start()
    expect(newsroom.codes).toEqual([code])
  })

  test('refuses any other code, and holds back whoever goes on guessing', async () => {
    const newsroom = await fresh()
    const browser = newsroom.browser()
    const code = await newsroom.start()
    const ada = identity('Ada')
    for (let guess = 0; guess < 5; guess++) {
      const refused = await browser.ask('POST', '/set-up', { code: `${code.slice(0, -1)}${guess}x`, ...ada })
      expect(refused).toMatchObject({ status: 403 })
      expect(refused.body.message).toContain('not the code')
      expect(refused.headers.getSetCookie()).toEqual([])
    }
    const held = await browser.ask('POST', '/set-up', { code, ...ada })
    expect(held.status).toBe(429)
    expect(Number(held.headers.get('retry-after'))).toBe(5)
    newsroom.move(5000)
    await browser.must('POST', '/set-up', { code, ...ada })
  })

  test('each start prints a new code', async () => {
    const newsroom = await fresh()
    const { database } = newsroom
    const [first, second] = [await newsroom.start(), await newsroom.start()]
    expect(first).not.toBe(second)
    const old = await newsroom.browser().ask('POST', '/set-up', { code: first, ...identity('Ada') })
    // An embedded desk has one server, so the code before is dead; of many servers each has printed its own.
    expect(old.body.ok).toBe(database.kind === 'postgres')
  })

  test('a code holds for a day, also for a server whose clock is some hours off', async () => {
    const newsroom = await fresh()
    const code = await newsroom.start()
    newsroom.move(24 * HOUR)
    const late = await newsroom.browser().ask('POST', '/set-up', { code, ...identity('Ada') })
    expect(late.body.message).toContain('not the code')
    newsroom.move(-36 * HOUR)
    await newsroom.browser().must('POST', '/set-up', { code, ...identity('Ada') })
  })

  test.each([
    ['no name', { name: ' ' }, 'Give a name'],
    ['no address', { email: 'ada' }, 'not a mail address'],
    ['a short password', { password: 'short' }, 'at least 12'],
    ['a common password', { password: 'password12345' }, 'first that somebody would try'],
    ['their own name as a password', { name: 'Ada Lovelace', password: 'adalovelace1815' }, 'your name'],
  ])('%s is refused, and the code still holds', async (_what, change, why) => {
    const newsroom = await fresh()
    const code = await newsroom.start()
    const refused = await newsroom.browser().ask('POST', '/set-up', { code, ...identity('Ada'), ...change })
    expect(refused).toMatchObject({ status: 422, body: { reason: 'invalid' } })
    expect(refused.body.message).toContain(why)
    await newsroom.browser().must('POST', '/set-up', { code, ...identity('Ada') })
  })

  test('twice at the same moment makes one chief', async () => {
    const newsroom = await fresh()
    const code = await newsroom.start()
    const names = ['Ada', 'Ben', 'Cleo', 'Dan']
    const answers = await Promise.all(
      names.map((name) => newsroom.browser().ask('POST', '/set-up', { code, ...identity(name) })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403, 403])
    const chief = names[answers.findIndex(({ body }) => body.ok)] ?? ''
    const browser = newsroom.browser()
    await browser.must('POST', '/sign-in', identity(chief).email ? signIn(chief) : {})
    expect(await browser.must('GET', '/members')).toMatchObject([{ name: chief, role: 'chief' }])
  })

  test('waits for somebody who is just becoming the first chief, and then finds them there', async ({
    skip,
  }) => {
    const newsroom = await fresh()
    const { database } = newsroom
    skip(database.kind === 'pglite', 'an embedded database does one thing after the other')
    const code = await newsroom.start()
    await loadAuthLibrary()
    const [isThere, mayEnd] = [gate(), gate()]
    // As another server's set-up is, a moment before it ends: nobody sees its chief yet.
    const other = changePeople(accountsOf(database), async (tx) => {
      const { name, email } = identity('Ada')
      await addAccount(tx, SECRET, { name, email, role: 'chief', hash: 'no hash' })
      isThere.open()
      await mayEnd.opened
    })
    await isThere.opened
    const asked = newsroom.browser().ask('POST', '/set-up', { code, ...identity('Ben') })
    let hasAnswered = false
    void asked.then(() => {
      hasAnswered = true
    })
    const waiting = async (): Promise<boolean> => {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(
        database.kysely,
      )
      return hasAnswered || rows.length > 0
    }
    await expect.poll(waiting, { timeout: 20_000 }).toBe(true)
    mayEnd.open()
    await other
    expect(await asked).toMatchObject({ status: 403, body: { reason: 'not allowed' } })
  })

  test('neither code nor password is in the database or the log', async () => {
    const newsroom = await fresh()
    const { database } = newsroom
    const code = await newsroom.start()
    const rows = await database.kysely
      .withTables<{ set_up_codes: { hash: string } }>()
      .selectFrom('set_up_codes')
      .selectAll()
      .execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(code)
    await newsroom.browser().ask('POST', '/set-up', { code: `${code}0`, ...identity('Ada') })
    await newsroom.browser().must('POST', '/set-up', { code, ...identity('Ada') })
    const log = newsroom.log.join('')
    expect(log).toContain('"event":"set up"')
    expect(log).toContain('"event":"set-up refused"')
    for (const secret of [code, code.replaceAll('-', ''), 'herons', 'ada@', 'Ada', SECRET]) {
      expect(log).not.toContain(secret)
    }
    expect(ORIGIN).toMatch(/^https:/)
  })
})

const signIn = (name: string) => ({ email: identity(name).email, password: identity(name).password })

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
