import { expect, test } from 'vitest'
import { accountsOf } from '../../../src/server/accounts/account-tables.ts'
import { endLinks, findLink, holds, makeLink } from '../../../src/server/accounts/one-time-links.ts'
import { ORIGIN } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const NOW = new Date('2026-03-02T09:00:00.000Z')
const LIFE = 60_000
const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds)
const tokenOf = (link: string): string => new URL(link).hash.slice(1)

withNewsrooms('links that hold once', ({ fresh }) => {
  async function making() {
    const { database } = await fresh()
    const accounts = accountsOf(database)
    const invite = (email: string) =>
      accounts.transaction().execute((tx) =>
        makeLink(tx, ORIGIN, NOW, {
          kind: 'invitation',
          person: null,
          invited: { name: 'Ada', email, role: 'reporter' },
          by: null,
          life: LIFE,
        }),
      )
    return { accounts, invite }
  }

  test('are found by their token and kind alone, which nothing stored tells', async () => {
    const { accounts, invite } = await making()
    const { id, link, expiresAt } = await invite('ada@paper.example')
    const token = tokenOf(link)
    expect([link, expiresAt]).toEqual([`${ORIGIN}/invitation#${token}`, later(LIFE).toISOString()])
    expect(await findLink(accounts, 'invitation', token)).toMatchObject({ id, email: 'ada@paper.example' })
    expect(await findLink(accounts, 'reset', token)).toBeNull()
    expect(await findLink(accounts, 'invitation', `${token}x`)).toBeNull()
    const stored = JSON.stringify(await accounts.selectFrom('one_time_links').selectAll().execute())
    expect(stored).not.toContain(token)
  })

  test('hold until their time is over, or they were ended', async () => {
    const { accounts, invite } = await making()
    const token = tokenOf((await invite('ada@paper.example')).link)
    const holdsAt = async (at: number): Promise<boolean> => {
      const found = await findLink(accounts, 'invitation', token)
      return found !== null && holds(found, later(at))
    }
    expect([await holdsAt(LIFE - 1), await holdsAt(LIFE)]).toEqual([true, false])
    expect(await endLinks(accounts, { email: 'ada@paper.example' }, 'used')).toBe(1)
    expect(await holdsAt(0)).toBe(false)
  })

  test('are ended once, those that fit, and keep how', async () => {
    const { accounts, invite } = await making()
    const [ada, ben] = [await invite('ada@paper.example'), await invite('ben@paper.example')]
    const ends = await Promise.all(
      Array.from({ length: 4 }, () => endLinks(accounts, { id: ada.id, kind: 'invitation' }, 'used')),
    )
    expect(ends.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1])
    expect(await endLinks(accounts, { kind: 'reset' }, 'taken back')).toBe(0)
    expect(await endLinks(accounts, { kind: 'invitation' }, 'taken back')).toBe(1)
    const how = async (link: string) => (await findLink(accounts, 'invitation', tokenOf(link)))?.ended
    expect([await how(ada.link), await how(ben.link)]).toEqual(['used', 'taken back'])
  })
})
