import { beforeEach, expect, test, vi } from 'vitest'
import type { StoreName } from '../../src/rules/desk-storage.ts'
import { LocalBackend } from '../../src/backends/local-backend.ts'
import { memoryHub } from '../../src/backends/hub.ts'
import type { TabMemory } from '../../src/backends/person-at-work.ts'
import { PersonAtWork, tabMemory } from '../../src/backends/person-at-work.ts'
import { memoryLocks } from '../../src/backends/story-locks.ts'
import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import { FullDisk } from './full-disk.ts'
import { NOW, OTHER, REPORTER, SHORT, SUB, valueOf } from './test-desk.ts'

const STORES: readonly StoreName[] = ['people', 'meta']

let disk: FullDisk
beforeEach(async () => {
  disk = new FullDisk()
  for (const person of [REPORTER, OTHER, SUB]) disk.plant('people', person.id, person)
})

function memoryWith(kept: Map<string, string> = new Map()): TabMemory {
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

/** What private windows and strict settings make of sessionStorage. */
const BLOCKED: TabMemory = {
  getItem: () => {
    throw new DOMException('blocked', 'SecurityError')
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
}

/** A tab with its own backend on the one disk. */
const tabWith = (memory: TabMemory): LocalBackend =>
  new LocalBackend({
    storage: disk,
    hub: memoryHub(new Set()),
    locks: memoryLocks(new Map()),
    person: new PersonAtWork(memory),
    now: NOW,
    seeder: () => 9,
    settings: NEWSROOM_SETTINGS,
    delays: SHORT,
  })

test('a reload of the tab keeps who works in it, whatever other tabs chose since', async () => {
  const kept = new Map<string, string>()
  valueOf(await tabWith(memoryWith(kept)).become(SUB.id))
  valueOf(await tabWith(memoryWith()).become(OTHER.id))
  expect(await tabWith(memoryWith(kept)).me()).toEqual(SUB)
  expect(await tabWith(memoryWith()).me()).toEqual(OTHER)
})

test('a tab that may remember nothing keeps its person until it is left', async () => {
  const tab = tabWith(BLOCKED)
  expect(await tab.me()).toBeNull()
  valueOf(await tab.become(SUB.id))
  valueOf(await tabWith(memoryWith()).become(OTHER.id))
  expect(await tab.me()).toEqual(SUB)
  expect(await tabWith(BLOCKED).me()).toEqual(OTHER)
})

test('a choice that the disk refused is none: neither here, nor after a reload, nor elsewhere', async () => {
  const kept = new Map<string, string>()
  const tab = tabWith(memoryWith(kept))
  valueOf(await tab.become(REPORTER.id))
  for (const hinder of ['at once', 'at the end']) {
    if (hinder === 'at once') disk.room = 0
    else disk.failsAtEnd = true
    expect(await tab.become(SUB.id)).toMatchObject({ ok: false, reason: 'storage' })
    disk.room = Infinity
    disk.failsAtEnd = false
    expect(await tab.me()).toEqual(REPORTER)
    expect(await tabWith(memoryWith(kept)).me()).toEqual(REPORTER)
    expect(await tabWith(memoryWith()).me()).toEqual(REPORTER)
  }
})

test('somebody unknown leaves the person at work as it was', async () => {
  const tab = tabWith(memoryWith())
  valueOf(await tab.become(REPORTER.id))
  expect(await tab.become('nobody')).toMatchObject({ ok: false, reason: 'not found' })
  expect(await tab.me()).toEqual(REPORTER)
})

const hurt: readonly [string, unknown][] = [
  ['no name', { id: 'susan', role: 'chief' }],
  ['no role', { id: 'susan', name: 'Susan' }],
  ['a role that is none', { id: 'susan', name: 'Susan', role: 'owner' }],
]
test.each(hurt)('a person whose row has %s is nobody, and may not be chosen', async (_what, row) => {
  const kept = new Map<string, string>()
  const tab = tabWith(memoryWith(kept))
  valueOf(await tab.become(SUB.id))
  disk.plant('people', SUB.id, row as object)
  expect(await tab.me()).toBeNull()
  expect(await tabWith(memoryWith(kept)).become(SUB.id)).toMatchObject({ ok: false, reason: 'not found' })
  valueOf(await tab.savePerson(SUB))
  expect(await tab.me()).toEqual(SUB)
})

test.each([7, null, undefined])('a last person that is %o is nobody', async (value) => {
  disk.plant('meta', 'person', { name: 'person', value })
  expect(await tabWith(memoryWith()).me()).toBeNull()
})

test('a name that changed shows without choosing again', async () => {
  const person = new PersonAtWork(memoryWith(new Map([['stet-person', SUB.id]])))
  const read = () => disk.run(STORES, 'readonly', (transaction) => person.read(transaction))
  expect(await read()).toEqual(SUB)
  disk.plant('people', SUB.id, { ...SUB, name: 'Susan Senior', role: 'chief' })
  expect(await read()).toMatchObject({ name: 'Susan Senior', role: 'chief' })
})

test('where there is no sessionStorage, or reading it throws, the tab’s memory lasts as long as the page', () => {
  for (const get of [
    () => undefined,
    () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  ]) {
    vi.stubGlobal('sessionStorage', undefined)
    Object.defineProperty(globalThis, 'sessionStorage', { get, configurable: true })
    const memory = tabMemory()
    memory.setItem('a', 'b')
    expect([memory.getItem('a'), memory.getItem('c'), tabMemory().getItem('a')]).toEqual(['b', null, null])
    vi.unstubAllGlobals()
  }
})
