import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import type { Backend } from '../../src/backends/backend.ts'
import { DATABASE_VERSION } from '../../src/backends/indexed-db-schema.ts'
import { createIndexedDbBackend, type IndexedDbOptions } from '../../src/backends/indexed-db.ts'
import {
  contentOf,
  EVERYTHING,
  headlineOf,
  headlines,
  NOW,
  openIn,
  REPORTER,
  SHORT,
  storyOf,
  tabOf,
  type,
  until,
  valueOf,
} from './test-desk.ts'

let name: string
let tabs: Backend[]
beforeEach(() => {
  name = `faults-${crypto.randomUUID()}`
  tabs = []
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await Promise.all(tabs.map((tab) => tab.close()))
  await deleteDB(name)
})

function tab(options: Partial<IndexedDbOptions> = {}): Backend {
  const kept = new Map<string, string>()
  const backend = createIndexedDbBackend({
    name,
    now: NOW,
    delays: SHORT,
    tab: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    ...options,
  })
  tabs.push(backend)
  return backend
}

/** A desk on which a person is at work. */
const desk = (): Promise<Backend> => tabOf({ tab } as Parameters<typeof tabOf>[0])

async function storedHeadline(id: string): Promise<string> {
  return headlineOf((await openIn(tab(), id)).doc)
}

describe('the disk is full', () => {
  const ROOM = 1_000_000
  const { storageBuckets: buckets } = navigator as unknown as {
    storageBuckets: {
      open(name: string): Promise<{ indexedDB: IDBFactory }>
      delete(name: string): Promise<void>
    }
  }
  const LONG = Array.from({ length: 60_000 }, () => crypto.randomUUID()).join(' ')

  async function setQuota(quotaSize?: number): Promise<void> {
    const session = cdp() as unknown as { send(method: string, params: object): Promise<void> }
    const quota = quotaSize === undefined ? {} : { quotaSize }
    await session.send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...quota })
  }

  // Chromium hands out room in advance, for half a minute, to each bucket: only a fresh one feels the limit at once.
  // And it compresses what it stores: only what is random fills it.
  beforeEach(async () => {
    const { usage = 0 } = await navigator.storage.estimate()
    await setQuota(usage + ROOM)
    vi.stubGlobal('indexedDB', (await buckets.open(name)).indexedDB)
  })
  afterEach(async () => {
    await setQuota()
    await buckets.delete(name)
  })

  test('it is said, nothing is lost, and saving goes on by itself when there is room', async () => {
    const backend = await desk()
    const id = await storyOf(backend, contentOf('Before'))
    const { doc, connection } = await openIn(backend, id)
    type(doc, LONG)
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'full' })
    expect(headlineOf(doc)).toBe(`Before${LONG}`)
    expect(await storedHeadline(id)).toBe('Before')
    const made = await backend.create({ id: id.replace(/^../, 'ff'), content: contentOf(LONG), source: null })
    expect(made).toMatchObject({ ok: false, reason: 'storage' })
    const picture = await backend.putPicture(new Blob([LONG]))
    expect(picture).toMatchObject({ ok: false, reason: 'storage' })
    expect(await backend.act(id, { type: 'submit' })).toMatchObject({ ok: false, reason: 'storage' })

    await setQuota()
    await until(() => connection.state, { kind: 'saved' })
    expect(await storedHeadline(id)).toBe(`Before${LONG}`)
  })

  test('what was written in a story that is closed meanwhile is shown when it is opened, and stored later', async () => {
    const backend = await desk()
    const id = await storyOf(backend, contentOf('Before'))
    const first = await openIn(backend, id)
    type(first.doc, LONG)
    await first.connection.close()
    const second = await openIn(backend, id)
    expect(headlineOf(second.doc)).toBe(`Before${LONG}`)
    await second.connection.flush()
    expect(second.connection.state).toMatchObject({ kind: 'failed', cause: 'full' })
    await second.connection.close()
    await setQuota()
    const database = await openDB(name)
    await until(() => database.count('updates'), 2)
    database.close()
    expect(await storedHeadline(id)).toBe(`Before${LONG}`)
  })
})

describe('IndexedDB can’t be used', () => {
  const ways: readonly [string, string, () => void][] = [
    ['it is missing', 'missing', () => vi.stubGlobal('indexedDB', undefined)],
    [
      'a setting blocks it',
      'blocked',
      () =>
        vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
          throw new DOMException('denied', 'SecurityError')
        }),
    ],
  ]
  test.each(ways)('because %s: a desk for the session, kept when it can be', async (_way, cause, break_) => {
    break_()
    const backend = await desk()
    expect(backend.trouble).toMatchObject({ cause })
    const id = await storyOf(backend, contentOf('In memory'))
    const source = { name: 'wire', type: 'text/plain', text: 'wire copy' }
    const second = valueOf(
      await backend.create({ id: id.replace(/^../, 'ff'), content: contentOf('Imported'), source }),
    )
    const { doc, connection } = await openIn(backend, id)
    type(doc, ' only')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause })
    expect(connection.state.kind === 'failed' && connection.state.message).toContain('copy or download')
    await until(() => headlines(backend), ['In memory only', 'Imported'])

    let calls = 0
    backend.watch(() => (calls += 1))
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
    await until(() => connection.state, { kind: 'saved' })
    expect(backend.trouble).toBeNull()
    expect(calls).toBeGreaterThan(0)
    type(doc, ' now kept')
    await connection.close()
    const fresh = tab()
    expect(await fresh.me()).toEqual(REPORTER)
    expect(await headlines(fresh)).toEqual(['In memory only now kept', 'Imported'])
    expect(await headlines(fresh, { order: 'created' })).toEqual(['Imported', 'In memory only now kept'])
    expect(valueOf(await fresh.source(second.id))).toMatchObject(source)
    expect(valueOf(await fresh.events(id)).map((event) => event.type)).toEqual(['create'])
    expect(await storedHeadline(id)).toBe('In memory only now kept')
  })

  test('what was made meanwhile goes beside what was there before', async () => {
    const before = await desk()
    await storyOf(before, contentOf('Earlier'))
    await before.close()
    vi.stubGlobal('indexedDB', undefined)
    const backend = await desk()
    expect(await headlines(backend)).toEqual([])
    await storyOf(backend, contentOf('Meanwhile'))
    vi.unstubAllGlobals()
    await until(() => backend.trouble, null)
    expect(await headlines(backend)).toEqual(['Meanwhile', 'Earlier'])
  })
})

describe('the database is closed under the page', () => {
  test('by a newer Stet: it must be reloaded, and the words stay', async () => {
    const backend = await desk()
    const id = await storyOf(backend, contentOf('Old'))
    const { doc, connection } = await openIn(backend, id)
    const newer = await openDB(name, DATABASE_VERSION + 1)
    try {
      type(doc, ' page')
      await connection.flush()
      expect(connection.state).toMatchObject({ kind: 'failed', cause: 'blocked' })
      expect(connection.state.kind === 'failed' && connection.state.message).toMatch(/Reload this page/)
      expect(headlineOf(doc)).toBe('Old page')
      expect(await backend.list(EVERYTHING)).toMatchObject({ ok: false, reason: 'storage' })

      const late = tab()
      expect(await late.people()).toEqual([])
      expect(late.trouble?.message).toMatch(/Reload this page/)
    } finally {
      newer.close()
    }
  })

  test('by whoever clears the data: the desk goes on, and what was open is not called saved', async () => {
    const backend = await desk()
    const id = await storyOf(backend, contentOf('Gone'))
    const { doc, connection } = await openIn(backend, id)
    await deleteDB(name)
    type(doc, '?')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
    valueOf(await backend.savePerson(REPORTER))
    await storyOf(backend, contentOf('New'))
    expect(await headlines(backend)).toEqual(['New'])
  })
})

describe('the page', () => {
  function setVisibility(state: DocumentVisibilityState): void {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
    document.dispatchEvent(new Event('visibilitychange'))
  }

  test('stores at once, with the summary, when it is hidden', async () => {
    const slow = { store: 1_000_000, summary: 1_000_000 }
    const backend = tab({ delays: slow })
    valueOf(await backend.savePerson(REPORTER))
    valueOf(await backend.become(REPORTER.id))
    const id = await storyOf(backend, contentOf('Hidden'))
    const { doc, connection } = await openIn(backend, id)
    type(doc, ' in time')
    expect(connection.state).toEqual({ kind: 'saving' })
    setVisibility('hidden')
    await until(() => connection.state, { kind: 'saved' })
    await until(() => connection.record.summary.headline, 'Hidden in time')
    expect(await storedHeadline(id)).toBe('Hidden in time')
  })

  test('catches up when it is seen again, whatever it was not told', async () => {
    const backend = await desk()
    const id = await storyOf(backend, contentOf('Quiet'))
    vi.stubGlobal('BroadcastChannel', undefined)
    const deaf = await openIn(tab(), id)
    vi.unstubAllGlobals()
    const { doc, connection } = await openIn(backend, id)
    type(doc, ' change')
    await connection.flush()
    expect(headlineOf(deaf.doc)).toBe('Quiet')
    setVisibility('visible')
    await until(() => headlineOf(deaf.doc), 'Quiet change')
  })
})
