import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../src/domain/person.ts'
import type { Kind, MakeDesk, TestDesk } from './test-desk.ts'
import {
  contentOf,
  giveRole,
  openIn,
  OTHER,
  REPORTER,
  storyOf,
  SUB,
  tabOf,
  until,
  valueOf,
  onlyInBrowser,
} from './test-desk.ts'

export function peopleContract(makeDesk: MakeDesk, kind: Kind): void {
  const inBrowser = onlyInBrowser(kind)
  let desk: TestDesk
  beforeEach(async () => {
    desk = await makeDesk()
  })
  afterEach(() => desk.end())

  test('on a first visit there is nobody, and nobody can make a story', async () => {
    const tab = desk.tab()
    expect(await tab.me()).toBeNull()
    expect(await tab.people()).toEqual([])
    const made = await tab.create({ id: v7(), content: contentOf('No'), source: null })
    expect(made).toMatchObject({ ok: false, reason: 'not allowed' })
  })

  test('people are listed by name, and each tab has its own', async () => {
    const one = await tabOf(desk, SUB)
    const two = await tabOf(desk, OTHER)
    await tabOf(desk, REPORTER)
    expect(await one.people()).toEqual([OTHER, REPORTER, SUB])
    expect(await one.me()).toEqual(SUB)
    expect(await two.me()).toEqual(OTHER)
  })

  inBrowser('a new tab begins with whom this browser had last, and keeps them', async () => {
    await tabOf(desk, SUB)
    await tabOf(desk, OTHER)
    const fresh = desk.tab()
    expect(await fresh.me()).toEqual(OTHER)
    await tabOf(desk, SUB)
    expect(await fresh.me()).toEqual(OTHER)
    expect(await desk.tab().me()).toEqual(SUB)
  })

  const wrong: readonly [string, object][] = [
    ['without a name', { ...REPORTER, name: '  ' }],
    ['without an id', { ...REPORTER, id: '' }],
    ['with an unknown role', { ...REPORTER, role: 'owner' }],
  ]
  inBrowser.each(wrong)('a person %s is refused', async (_what, person) => {
    const tab = desk.tab()
    expect(await tab.savePerson(person as Person)).toMatchObject({ ok: false, reason: 'invalid' })
    expect(await tab.people()).toEqual([])
  })

  inBrowser('nobody can become somebody unknown', async () => {
    const tab = await tabOf(desk)
    expect(await tab.become('nobody')).toMatchObject({ ok: false, reason: 'not found' })
    expect(await tab.me()).toEqual(REPORTER)
  })

  test('a new role shows at once in stories that are open, and watchers are told', async () => {
    const tab = await tabOf(desk)
    const other = await tabOf(desk, OTHER)
    const id = await storyOf(tab)
    const { connection } = await openIn(other, id)
    expect(connection.access.right).toBe('comment')
    let calls = 0
    other.watch(({ ids }) => {
      if (ids.length === 0) calls += 1
    })
    await giveRole(desk, tab, OTHER, 'chief')
    await until(() => connection.access.right, 'edit')
    await until(() => calls > 0, true)
  })

  inBrowser('another person in the same tab has their own rights in what is open', async () => {
    const tab = await tabOf(desk)
    const id = await storyOf(tab)
    valueOf(await tab.savePerson(OTHER))
    const { connection } = await openIn(tab, id)
    valueOf(await tab.become(OTHER.id))
    expect(connection.access.right).toBe('comment')
    expect(connection.state.kind).toBe('read-only')
  })
}
