import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../../../src/domain/person.ts'
import type { TestBrowser } from './test-browser.ts'
import type { TestNewsroom } from './test-newsroom.ts'
import { idOf, passwordOf } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const setRole = (by: TestBrowser, name: string, role: Role) =>
  by.ask('POST', `/members/${idOf(name)}/role`, { role })

const setActive = (by: TestBrowser, name: string, isActive: boolean) =>
  by.ask('POST', `/members/${idOf(name)}/active`, { isActive })

withNewsrooms('members', ({ fresh, another }) => {
  test('are listed by name with address, role and whether they are active; people without an account are not', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Zoe', 'chief')
    await newsroom.seat('Ben', 'reporter')
    await newsroom.database.kysely
      .insertInto('people')
      .values({ id: 'wire', name: 'A wire', role: 'reporter' })
      .execute()
    await setActive(chief, 'Ben', false)
    expect(await chief.must('GET', '/members')).toEqual([
      { id: idOf('Ben'), name: 'Ben', role: 'reporter', email: 'ben@paper.example', isActive: false },
      { id: idOf('Zoe'), name: 'Zoe', role: 'chief', email: 'zoe@paper.example', isActive: true },
    ])
  })

  test('a role counts from the next request on, and everybody is told', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const ben = await newsroom.seat('Ben', 'reporter')
    expect((await ben.ask('GET', '/members')).status).toBe(403)
    expect((await setRole(chief, 'Ben', 'chief')).body).toEqual({ ok: true, value: null })
    expect((await ben.ask('GET', '/members')).status).toBe(200)
    expect((await setRole(ben, 'Ada', 'reporter')).status).toBe(200)
    expect(await chief.person()).toMatchObject({ role: 'reporter' })
    expect((await chief.ask('GET', '/members')).status).toBe(403)
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'people' }, { kind: 'people' }])
  })

  test('whoever is deactivated is out at once, everywhere, and can come back', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const ben = await newsroom.seat('Ben', 'chief')
    await setActive(chief, 'Ben', false)
    expect(await another().accounts.sessionOf(ben.headers)).toBeNull()
    expect((await ben.ask('GET', '/members')).status).toBe(401)
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'ended', person: idOf('Ben'), session: null }, { kind: 'people' }])
    await setActive(chief, 'Ben', true)
    expect(await ben.person()).toBeNull()
    await ben.must('POST', '/sign-in', { email: 'ben@paper.example', password: passwordOf('Ben') })
    expect(await ben.person()).toMatchObject({ name: 'Ben', role: 'chief' })
  })

  test.each([
    ['role', { role: 'reporter' }],
    ['active', { isActive: false }],
  ])('the last active chief stays one: %s', async (path, body) => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'chief')
    await setActive(chief, 'Ben', false)
    // Somebody who can't sign in is no chief to rely on.
    await newsroom.database.kysely
      .insertInto('people')
      .values({ id: 'guest', name: 'Guest', role: 'chief', email: 'guest@paper.example' })
      .execute()
    const refused = await chief.ask('POST', `/members/${idOf('Ada')}/${path}`, body)
    expect(refused).toMatchObject({ status: 403 })
    expect(refused.body.message).toContain('last active chief')
    expect(await chief.person()).toMatchObject({ role: 'chief' })
    await setActive(chief, 'Ben', true)
    expect((await chief.ask('POST', `/members/${idOf('Ada')}/${path}`, body)).status).toBe(200)
  })

  test('nobody unknown, and no unknown role', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    expect((await setRole(chief, 'Nobody', 'chief')).status).toBe(404)
    expect((await setActive(chief, 'Nobody', false)).status).toBe(404)
    expect((await chief.ask('POST', `/members/${idOf('Nobody')}/reset-link`)).status).toBe(404)
    expect((await setRole(chief, 'Ada', 'owner' as Role)).status).toBe(422)
  })

  test('what was done is in the log by ids, without names', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'reporter')
    await setRole(chief, 'Ben', 'sub-editor')
    await setActive(chief, 'Ben', false)
    const log = newsroom.log.join('')
    expect(log).toContain(
      `"event":"role set","by":"${idOf('Ada')}","person":"${idOf('Ben')}","role":"sub-editor"`,
    )
    expect(log).toContain(`"event":"deactivated","by":"${idOf('Ada')}","person":"${idOf('Ben')}"`)
    for (const secret of ['"Ada"', '"Ben"', 'paper.example']) expect(log).not.toContain(secret)
  })

  test('two chiefs who demote or deactivate each other at the same moment leave one', async () => {
    for (const how of [setRole, setActive]) {
      const newsroom = await fresh()
      const [ada, ben] = [await newsroom.seat('Ada', 'chief'), await newsroom.seat('Ben', 'chief')]
      const answers = await Promise.all([
        how === setRole ? setRole(ada, 'Ben', 'reporter') : setActive(ada, 'Ben', false),
        how === setRole ? setRole(ben, 'Ada', 'reporter') : setActive(ben, 'Ada', false),
      ])
      expect(answers.filter(({ body }) => body.ok)).toHaveLength(1)
    }
  })

  test('no course of events leaves a newsroom without an active chief', async () => {
    const names = ['Ada', 'Ben', 'Cleo'] as const
    const to = fc.constantFrom(...names)
    // Whoever is a chief at that moment does it: mostly to take something away.
    const by = fc.nat(2)
    const deed = fc.oneof(
      fc.record({ by, to, role: fc.constantFrom<Role>('reporter', 'sub-editor', 'chief') }),
      fc.record({ by, to, isActive: fc.constantFrom(false, false, true) }),
    )
    const turn = fc.array(deed, { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 6 }), async (turns) => {
        const newsroom = await fresh()
        const browsers: Readonly<Record<string, TestBrowser>> = {
          Ada: await newsroom.seat('Ada', 'chief'),
          Ben: await newsroom.seat('Ben', 'chief'),
          Cleo: await newsroom.seat('Cleo', 'chief'),
        }
        for (const turn of turns) {
          const chiefs = await activeChiefs(newsroom)
          const chiefAt = (at: number) => browsers[chiefs[at % chiefs.length] ?? ''] ?? newsroom.browser()
          await Promise.all(
            turn.map((deed) =>
              'role' in deed
                ? setRole(chiefAt(deed.by), deed.to, deed.role)
                : setActive(chiefAt(deed.by), deed.to, deed.isActive),
            ),
          )
          expect(await activeChiefs(newsroom)).not.toEqual([])
          for (const name of names) {
            const browser = browsers[name]
            if ((await browser?.person()) === null) await browser?.ask('POST', '/sign-in', signIn(name))
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

const signIn = (name: string) => ({
  email: `${name.toLowerCase()}@paper.example`,
  password: passwordOf(name),
})

async function activeChiefs({ database }: TestNewsroom): Promise<readonly string[]> {
  const rows = await database.kysely
    .selectFrom('people')
    .where('role', '=', 'chief')
    .where('is_active', '=', true)
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
