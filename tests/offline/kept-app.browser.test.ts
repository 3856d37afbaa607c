import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetApp, KeptApp, type BuiltFile } from '../../src/offline/kept-app.ts'

// Real caches; what the server would answer is made up.
let served: Map<string, Response>
let fetched: string[]

beforeEach(async () => {
  await forgetApp()
  served = new Map()
  fetched = []
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url)
    return served.get(url)?.clone() ?? new Response('', { status: 404 })
  })
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await forgetApp()
})

const file = (url: string): BuiltFile => ({ url, revision: null })
const page = (...files: readonly string[]): Response =>
  new Response(files.map((name) => `<script src="${name}"></script>`).join(''))

function serve(...files: readonly string[]): KeptApp {
  for (const url of files) served.set(url, new Response(url))
  served.set('/', page(...files))
  return new KeptApp(files.map(file))
}

async function install(app: KeptApp): Promise<void> {
  await app.fill()
  await app.take()
}

const textOf = async (answer: Promise<Response | undefined>): Promise<string | undefined> =>
  (await answer)?.text()
const asked = (path: string): Request => new Request(new URL(path, location.origin))

test('the app is kept whole, and answers for every address', async () => {
  const app = serve('/assets/a.js', '/assets/b.js')
  await install(app)
  expect(await textOf(app.page())).toContain('/assets/a.js')
  expect(await textOf(app.file(asked('/assets/b.js?again=2')))).toBe('/assets/b.js')
  expect(await textOf(app.file(asked('/assets/c.js')))).toBeUndefined()
})

test('an app of which a file can’t be had is not kept', async () => {
  const app = serve('/assets/a.js')
  served.delete('/assets/a.js')
  await expect(app.fill()).rejects.toThrow('/assets/a.js answers 404')
})

test('a newer app fetches only what is new, and open tabs of the one before it still find theirs', async () => {
  await install(serve('/assets/a.js', '/assets/same.js'))
  fetched = []
  const newer = serve('/assets/b.js', '/assets/same.js')
  await install(newer)
  expect(fetched.toSorted()).toEqual(['/', '/assets/b.js'])
  expect(await textOf(newer.page())).toContain('/assets/b.js')
  expect(await textOf(newer.file(asked('/assets/a.js')))).toBe('/assets/a.js')
  const newest = serve('/assets/c.js')
  await install(newest)
  expect(await textOf(newest.file(asked('/assets/b.js')))).toBe('/assets/b.js')
  expect(await textOf(newest.file(asked('/assets/a.js')))).toBeUndefined()
})

test('a page is kept as it was served last, unless it names what is not kept', async () => {
  const app = serve('/assets/a.js')
  await install(app)
  await app.keepPage(new Response('<meta content="server"><script src="/assets/a.js">'))
  expect(await textOf(app.page())).toContain('server')
  await app.keepPage(page('/assets/unknown.js'))
  expect(await textOf(app.page())).toContain('server')
})

test('what was kept is let go as a whole', async () => {
  const other = await caches.open('of another app')
  await install(serve('/assets/a.js'))
  await forgetApp()
  expect(await caches.keys()).toEqual(['of another app'])
  await caches.delete('of another app')
  expect(other).toBeDefined()
})

test('a large file is kept once it was used, with the one before it', async () => {
  const app = serve('/assets/a.js')
  await install(app)
  const used = ['aaaaaaaa', 'bbb-_bbb', 'cccccccc'].map((mark) => `/assets/harper_bg-${mark}.wasm`)
  for (const path of used) await app.keepUsed(path, new Response(path))
  await app.keepUsed('/assets/index-aaaaaaaa.dic', new Response('words'))
  await app.keepUsed('/assets/index-bbbbbbbb.dic', new Response('gone', { status: 503 }))
  expect(await Promise.all(used.map((path) => textOf(app.file(asked(path)))))).toEqual([
    undefined,
    used[1],
    used[2],
  ])
  expect(await textOf(app.file(asked('/assets/index-aaaaaaaa.dic')))).toBe('words')
  expect(await textOf(app.file(asked('/assets/index-bbbbbbbb.dic')))).toBeUndefined()
  await forgetApp()
  expect(await textOf(app.file(asked('/assets/index-aaaaaaaa.dic')))).toBeUndefined()
})
