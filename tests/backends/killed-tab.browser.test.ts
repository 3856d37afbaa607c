import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { createIndexedDbBackend } from '../../src/backends/indexed-db.ts'
import type { Errand } from './dying-tab.ts'
import { onPut } from './on-put.ts'
import type { Tabs } from './review-stage.ts'
import { approve, castOf, openIds, storyInReview, suggest, verdictOn } from './review-stage.ts'
import { headlineOf, NOW, openIn, REPORTER, SHORT, SUB, valueOf } from './test-desk.ts'

let name: string
let open: Backend[]
let tabs: Tabs
beforeEach(async () => {
  name = `killed-${crypto.randomUUID()}`
  open = []
  tabs = await castOf({ tab } as Parameters<typeof castOf>[0])
})
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()))
  await deleteDB(name)
})

function tab(): Backend {
  const kept = new Map<string, string>()
  const backend = createIndexedDbBackend({
    name,
    now: NOW,
    delays: SHORT,
    tab: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
  })
  open.push(backend)
  return backend
}

const NAMES = ['p', 'q', 'r', 's', 't', 'u']

/** A story in review, for 'accept all' with suggestions in it. */
async function prepared(what: Errand['what']): Promise<string> {
  const id = await storyInReview(tabs)
  if (what === 'approve') return id
  const { doc, connection } = await openIn(tabs.reporter, id)
  for (const one of NAMES) suggest(doc, REPORTER, one, one)
  await connection.close()
  return id
}

/** All that a tab which is opened afterwards finds of it. */
async function found(id: string): Promise<object> {
  const fresh = tab()
  const { doc, connection } = await openIn(fresh, id)
  const said = {
    status: connection.record.status,
    text: headlineOf(doc),
    open: openIds(doc),
    verdicts: valueOf(await fresh.verdicts(id)).length,
    versions: valueOf(await fresh.versions(id)).map(({ why }) => why),
    events: valueOf(await fresh.events(id)).map(({ type }) => type),
    notices: (await rows('notices')).filter(({ kind, story }) => kind === 'approved' && story === id).length,
    copies: (await rows('copies')).filter(({ story }) => story === id).length,
  }
  await fresh.close()
  return said
}

async function rows(store: string): Promise<readonly Record<string, unknown>[]> {
  const database = await openDB(name)
  const all = (await database.getAll(store)) as Record<string, unknown>[]
  database.close()
  return all
}

const BEFORE = {
  status: 'in review',
  text: 'Harbour reopens',
  open: [] as readonly string[],
  verdicts: 0,
  versions: ['claim', 'submit'],
  events: ['create', 'submit', 'claim'],
  notices: 0,
  copies: 2,
}
const EITHER: Readonly<Record<Errand['what'], readonly [before: object, after: object]>> = {
  approve: [
    BEFORE,
    {
      ...BEFORE,
      status: 'approved',
      versions: ['approve', ...BEFORE.versions],
      events: [...BEFORE.events, 'approve'],
      notices: 1,
      copies: 3,
    },
  ],
  'accept all': [
    { ...BEFORE, text: 'Harbour reopenspqrstu', open: NAMES },
    { ...BEFORE, text: 'Harbour reopenspqrstu', verdicts: NAMES.length },
  ],
}

const whats: readonly Errand['what'][] = ['approve', 'accept all']
test.each(whats)(
  'a tab that is killed at any row of “%s” leaves what was before, or all of it',
  async (what) => {
    const [before, after] = EITHER[what]
    let isDone = false
    for (let rows = 1; !isDone; rows++) {
      const id = await prepared(what)
      const worker = new Worker(new URL('dying-tab.ts', import.meta.url), { type: 'module' })
      isDone = await new Promise<boolean>((resolve, reject) => {
        let writes = 0
        worker.addEventListener('error', ({ message }) => reject(new Error(message)))
        worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
          if (data === 'done') resolve(true)
          writes += 1
          if (writes === rows) resolve(false)
        })
        worker.postMessage({ desk: name, person: SUB.id, story: id, what } satisfies Errand)
      })
      worker.terminate()
      expect([before, after]).toContainEqual(await found(id))
    }
    expect(isDone).toBe(true)
  },
)

test.each(whats)('a write of “%s” that the browser breaks off takes all of it back', async (what) => {
  const [before, after] = EITHER[what]
  const left: object[] = []
  for (let isDone = false; !isDone;) {
    const id = await prepared(what)
    const { doc, connection } = await openIn(tabs.sub, id)
    let writes = 0
    const stop = onPut((store) => {
      writes += 1
      if (writes === left.length + 1) store.transaction.abort()
    })
    const all = openIds(doc).map((one) => verdictOn(doc, one, 'accept'))
    const answer = await (what === 'approve' ? approve(tabs.sub, id) : connection.decide(all, null))
    stop()
    isDone = answer.ok
    expect(openIds(doc)).toEqual(isDone ? [] : all.map(({ suggestion }) => suggestion))
    left.push(await found(id))
    await connection.close()
  }
  expect(left.length).toBeGreaterThan(NAMES.length)
  expect(left).toEqual([...left.slice(1).map(() => before), after])
})
