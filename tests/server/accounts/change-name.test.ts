import { expect, test } from 'vitest'
import { idOf } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

withNewsrooms('one’s own name', ({ fresh, another }) => {
  test('is changed by whoever bears it, counts from the next request on, and everybody is told', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    const ben = await newsroom.seat('Ben', 'reporter')
    const person = { id: idOf('Ben'), name: 'Ben Marsh', role: 'reporter' }
    expect(await ben.must('POST', '/name', { name: '  Ben \u202E  Marsh ' })).toEqual(person)
    expect(await ben.person()).toEqual(person)
    expect((await another().accounts.sessionOf(ben.headers))?.person).toEqual(person)
    expect(await chief.person()).toMatchObject({ name: 'Ada' })
    expect(await chief.must('GET', '/members')).toMatchObject([
      { name: 'Ada' },
      { name: 'Ben Marsh', email: 'ben@paper.example', isActive: true },
    ])
    await newsroom.settle()
    expect(newsroom.news).toEqual([{ kind: 'people' }])
  })

  test.each([
    ['none', { name: '  ' }, 422],
    ['one that is too long', { name: 'x'.repeat(101) }, 422],
    ['another person’s', { name: 'Mallory', person: 'ada' }, 422],
    ['no text', { name: 1 }, 422],
  ])('is refused where it is %s, and stays', async (_what, body, status) => {
    const newsroom = await fresh()
    const ben = await newsroom.seat('Ben', 'reporter')
    expect((await ben.ask('POST', '/name', body)).status).toBe(status)
    expect(await ben.person()).toMatchObject({ name: 'Ben' })
    await newsroom.settle()
    expect(newsroom.news).toEqual([])
  })

  test('is nobody’s to change who isn’t signed in', async () => {
    const newsroom = await fresh()
    const ben = await newsroom.seat('Ben', 'reporter')
    await ben.must('POST', '/sign-out')
    expect((await ben.ask('POST', '/name', { name: 'Ghost' })).status).toBe(401)
  })
})
