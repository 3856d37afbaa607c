import { expect, test } from 'vitest'
import { identity, tokenOf } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

withNewsrooms('accounts', ({ fresh }) => {
  test('a newsroom is set up, somebody is invited, and both sign in and out', async () => {
    const newsroom = await fresh()
    const browser = newsroom.browser()
    expect(await browser.must('GET', '/gate')).toBe('not set up')
    const code = await newsroom.start()
    const ada = identity('Ada')
    expect(await browser.must('POST', '/set-up', { code, ...ada })).toEqual({
      id: expect.any(String) as string,
      name: 'Ada',
      role: 'chief',
    })
    expect(await browser.must('GET', '/gate')).toBe('signed in')
    const ben = identity('Ben')
    const invitation = await browser.must('POST', '/invitations', {
      name: 'Ben',
      email: ' BEN@paper.example ',
      role: 'reporter',
    })
    const { link } = invitation as { link: string }
    const other = newsroom.browser()
    expect(await other.must('GET', '/gate')).toBe('signed out')
    expect(await other.must('POST', '/invitation', { token: tokenOf(link) })).toEqual({
      name: 'Ben',
      email: 'ben@paper.example',
      role: 'reporter',
      by: 'Ada',
    })
    await other.must('POST', '/accept', { token: tokenOf(link), name: 'Ben B.', password: ben.password })
    expect(await other.person()).toMatchObject({ name: 'Ben B.', role: 'reporter' })
    await other.must('POST', '/sign-out')
    expect(await other.person()).toBeNull()
    expect(await other.must('GET', '/gate')).toBe('signed out')
    expect(
      await other.must('POST', '/sign-in', { email: 'Ben@Paper.Example', password: ben.password }),
    ).toMatchObject({ name: 'Ben B.' })
    expect(await other.person()).toMatchObject({ name: 'Ben B.' })
    expect(await browser.must('GET', '/members')).toEqual([
      { id: expect.any(String) as string, name: 'Ada', role: 'chief', email: ada.email, isActive: true },
      {
        id: expect.any(String) as string,
        name: 'Ben B.',
        role: 'reporter',
        email: ben.email,
        isActive: true,
      },
    ])
  })
})
