import { expect, test } from 'vitest'
import { rescueLink } from '../../../src/server/accounts/rescue-link.ts'
import { idOf, ORIGIN, tokenOf } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const NEXT = 'a lighthouse made of tin'

withNewsrooms('a rescue link', ({ fresh }) => {
  test('lets the only chief back in, once, for an hour', async () => {
    const newsroom = await fresh()
    await newsroom.seat('Ada', 'chief')
    const rescue = (email: string) => rescueLink(newsroom.database, ORIGIN, email, newsroom.now)
    const [first, second] = [await rescue('ada@paper.example'), await rescue(' ADA@paper.example ')]
    if (!first.ok || !second.ok) throw new Error('no link')
    expect(second).toMatchObject({
      name: 'Ada',
      link: expect.stringMatching(/^https:\/\/desk\.example\/reset#/) as string,
    })
    const reset = (link: string) =>
      newsroom.browser().ask('POST', '/reset', { token: tokenOf(link), password: NEXT })
    expect((await reset(first.link)).status).toBe(404)
    newsroom.move(60 * 60_000 - 1)
    expect((await reset(second.link)).status).toBe(200)
    expect((await reset(second.link)).status).toBe(404)
    const browser = newsroom.browser()
    await browser.must('POST', '/sign-in', { email: 'ada@paper.example', password: NEXT })
    expect(await browser.must('GET', '/members')).toHaveLength(1)
  })

  test('lets somebody in again who was deactivated, and nobody who has no account', async () => {
    const newsroom = await fresh()
    const chief = await newsroom.seat('Ada', 'chief')
    await newsroom.seat('Ben', 'chief')
    await chief.must('POST', `/members/${idOf('Ben')}/active`, { isActive: false })
    const nobody = await rescueLink(newsroom.database, ORIGIN, 'nobody@paper.example', newsroom.now)
    expect(nobody).toMatchObject({ ok: false, message: expect.stringContaining('Nobody has') as string })
    const answer = await rescueLink(newsroom.database, ORIGIN, 'ben@paper.example', newsroom.now)
    if (!answer.ok) throw new Error('no link')
    await newsroom.browser().must('POST', '/reset', { token: tokenOf(answer.link), password: NEXT })
    const ben = newsroom.browser()
    await ben.must('POST', '/sign-in', { email: 'ben@paper.example', password: NEXT })
    expect(await ben.person()).toMatchObject({ name: 'Ben', role: 'chief' })
  })
})
