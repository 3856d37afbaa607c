import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Accounts, Backend } from '../../src/backends/backend.ts'
import { createHttpBackend } from '../../src/backends/http.ts'
import type { TestServer } from '../server/test-server.ts'
import { startTestServer } from '../server/test-server.ts'
import { SHORT_PAUSES } from './http/http-desk.ts'
import { testBrowser } from './http/test-browser.ts'
import { EVERYTHING, storyOf, until, valueOf } from './test-desk.ts'

// Coming in and going out, as a browser does it.

const PASSWORD = 'nine lapwings over the fen'
let server: TestServer
const opened: Backend[] = []
beforeAll(async () => {
  server = await startTestServer({ logLevel: 'error' })
}, 60_000)
afterAll(() => server.stop())
afterEach(async () => {
  await Promise.all(opened.splice(0).map((tab) => tab.close()))
})

/** A tab of a new browser. */
function newTab(): Backend & { readonly accounts: Accounts } {
  const { fetch, WebSocket } = testBrowser(server.address)
  const tab = createHttpBackend({
    address: server.address,
    now: () => new Date(),
    fetch,
    WebSocket,
    cacheName: crypto.randomUUID(),
    pauses: SHORT_PAUSES,
  })
  opened.push(tab)
  const { accounts } = tab
  if (!accounts) throw new Error('no accounts')
  return Object.assign(tab, { accounts })
}

const tokenIn = (link: string): string => new URL(link).hash.slice(1)

test('from the first chief to the last sign-out', async () => {
  const chief = newTab()
  expect(await chief.accounts.gate()).toEqual({ ok: true, value: 'not set up' })
  expect(await chief.me()).toBeNull()
  let code = ''
  await server.whenEmpty((printed) => {
    code = printed
  })
  const who = { name: 'Carla Chief', email: 'carla@paper.example', password: PASSWORD }
  expect((await chief.accounts.setUp({ ...who, code: 'wrong' })).ok).toBe(false)
  expect(valueOf(await chief.accounts.setUp({ ...who, code }))).toMatchObject({ role: 'chief' })
  expect(await chief.accounts.gate()).toEqual({ ok: true, value: 'signed in' })
  await until(() => chief.link?.isUp, true)
  await storyOf(chief)

  const invited = valueOf(
    await chief.accounts.invite({ name: 'Rita Reporter', email: 'rita@paper.example', role: 'reporter' }),
  )
  expect(valueOf(await chief.accounts.invitations())).toMatchObject([{ email: 'rita@paper.example' }])
  const token = tokenIn(invited.link)
  const rita = newTab()
  expect(await rita.accounts.gate()).toEqual({ ok: true, value: 'signed out' })
  expect(valueOf(await rita.accounts.invitation(token))).toMatchObject({
    name: 'Rita Reporter',
    role: 'reporter',
  })
  const person = valueOf(await rita.accounts.accept({ token, name: 'Rita Reporter', password: PASSWORD }))
  expect(await rita.me()).toEqual(person)
  expect((await rita.accounts.accept({ token, name: 'Again', password: PASSWORD })).ok).toBe(false)
  expect(await rita.accounts.members()).toMatchObject({ ok: false, reason: 'not allowed' })
  expect(valueOf(await rita.list(EVERYTHING)).total).toBe(1)

  const told: number[] = []
  rita.watch(({ ids }) => told.push(ids.length))
  await until(() => rita.link?.isUp, true)
  valueOf(await chief.accounts.setRole(person.id, 'sub-editor'))
  await until(async () => (await rita.me())?.role, 'sub-editor')
  expect(told).toContain(0)

  // Everybody sees another name while they work.
  expect(valueOf(await rita.accounts.changeName('Rita Marsh'))).toEqual({
    ...person,
    name: 'Rita Marsh',
    role: 'sub-editor',
  })
  expect(await rita.me()).toMatchObject({ name: 'Rita Marsh' })
  await until(() => chief.presence?.here.some(({ person: { name } }) => name === 'Rita Marsh'), true)
  expect(valueOf(await chief.accounts.members()).map(({ name }) => name)).toContain('Rita Marsh')
  expect(await rita.accounts.changeName(' ')).toMatchObject({ ok: false, reason: 'invalid' })

  // The connections that the old session's token opened are closed, and the tab comes back by itself, still signed in.
  const seen: (boolean | string | undefined)[] = []
  const unwatch = rita.link?.subscribe(() => seen.push(rita.link?.isUp))
  const leave = rita.watch(() => void rita.accounts.gate().then((gate) => seen.push(valueOf(gate))))
  const change = { current: PASSWORD, next: 'eleven bitterns in the reeds' }
  valueOf(await rita.accounts.changePassword(change))
  await expect.poll(() => seen, { timeout: 20_000 }).toContain(false)
  await until(() => rita.link?.isUp, true)
  expect(await rita.me()).toMatchObject({ id: person.id })
  expect(seen).not.toContain('signed out')
  unwatch?.()
  leave()

  const second = newTab()
  // Nobody is signed in here yet, but the server is there.
  await until(() => second.link?.isUp, true)
  expect((await second.accounts.signIn({ email: 'rita@paper.example', password: 'wrong' })).ok).toBe(false)
  valueOf(await second.accounts.signIn({ email: 'rita@paper.example', password: change.next }))
  const sessions = valueOf(await rita.accounts.sessions())
  expect(sessions.map(({ isThis }) => isThis)).toEqual([true, false])
  valueOf(await rita.accounts.endSession(sessions[1]?.id ?? ''))
  await until(async () => second.me(), null)

  valueOf(await rita.accounts.signOut())
  expect(await rita.me()).toBeNull()
  expect(await rita.accounts.gate()).toEqual({ ok: true, value: 'signed out' })
  expect(await rita.list(EVERYTHING)).toMatchObject({ ok: false, reason: 'not allowed' })
  valueOf(await rita.accounts.signIn({ email: 'rita@paper.example', password: change.next }))
  await until(() => rita.link?.isUp, true)
  valueOf(await chief.accounts.setActive(person.id, false))
  await until(async () => rita.me(), null)
})
