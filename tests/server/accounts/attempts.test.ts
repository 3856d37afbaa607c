import { expect, test } from 'vitest'
import { accountsOf } from '../../../src/server/accounts/account-tables.ts'
import { Attempts } from '../../../src/server/accounts/attempts.ts'
import type { BackOff } from '../../../src/server/accounts/back-off.ts'
import { setUpCounters } from '../../../src/server/accounts/sign-in-counters.ts'
import { SECRET } from './test-newsroom.ts'
import { withNewsrooms } from './with-newsrooms.ts'

const DAY = 24 * 60 * 60_000
const backOff: BackOff | undefined = setUpCounters('192.0.2.1')[0]?.backOff
const named = (...names: readonly string[]) =>
  names.map((name) => {
    if (!backOff) throw new Error('nothing is counted')
    return { name, backOff }
  })

withNewsrooms('counted tries', ({ fresh }) => {
  /** Tries of one server; `at` moves its clock. */
  async function counting() {
    const { database } = await fresh()
    const clock = { now: new Date('2026-03-02T09:00:00.000Z') }
    const accounts = accountsOf(database)
    const server = (): Attempts => new Attempts(accounts, SECRET, () => clock.now)
    const rows = () => accounts.selectFrom('sign_in_failures').selectAll().execute()
    const move = (milliseconds: number): void => {
      clock.now = new Date(clock.now.getTime() + milliseconds)
    }
    return { server, rows, move }
  }

  /** Tries until there is a wait. */
  async function triesUntilWait(attempts: Attempts, name: string): Promise<number> {
    for (let tries = 0; ; tries++) if ((await attempts.begin(named(name))) > 0) return tries
  }

  test('at once are looked at no more often than one after the other, on however many servers', async () => {
    const { server } = await counting()
    const free = await triesUntilWait(server(), 'one after the other')
    expect(free).toBeGreaterThan(0)
    const waits = await Promise.all(
      Array.from({ length: 3 * free }, () => server().begin(named('at once', 'with another'))),
    )
    expect(waits.filter((wait) => wait === 0)).toHaveLength(free)
  })

  test('that go well begin anew what is forgiven, and take back one of what is shared', async () => {
    const { server, rows } = await counting()
    const attempts = server()
    for (let tries = 0; tries < 3; tries++) await attempts.begin(named('ada', 'a network'))
    await attempts.succeed(['ada'], ['a network'])
    const counts = (await rows()).map(({ count }) => count)
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 2])
    expect([await attempts.isKnown('ada'), await attempts.isKnown('a network')]).toEqual([true, false])
  })

  test('are forgotten a month after the last, and so is who is known', async () => {
    const { server, rows, move } = await counting()
    const attempts = server()
    await attempts.begin(named('ada', 'ben'))
    await attempts.succeed(['ada'], [])
    move(32 * DAY)
    expect(await attempts.isKnown('ada')).toBe(false)
    await attempts.begin(named('cleo'))
    await attempts.succeed(['cleo'], [])
    expect(await rows()).toHaveLength(1)
  })

  test('hold nobody back for ever where the clock was moved back', async () => {
    const { server, move } = await counting()
    const attempts = server()
    await triesUntilWait(attempts, 'ada')
    move(-DAY)
    const wait = await attempts.begin(named('ada'))
    expect(wait).toBeGreaterThan(0)
    move(wait)
    expect(await attempts.begin(named('ada'))).toBe(0)
  })

  test('are stored without whose they are', async () => {
    const { server, rows } = await counting()
    await server().begin(named('ada@paper.example', '192.0.2.7'))
    const stored = JSON.stringify(await rows())
    for (const name of ['ada', 'paper', '192.0']) expect(stored).not.toContain(name)
  })
})
