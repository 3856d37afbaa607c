import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PNG } from '../server/pictures/sample-pictures.ts'
import { launchBrowser } from './browser.ts'
import { openBrowser, setUpNewsroom, startNewsroom, type Newsroom } from './newsroom.ts'

let browser: Browser
let newsroom: Newsroom
let chief: Page

beforeAll(async () => {
  browser = await launchBrowser()
  newsroom = await startNewsroom(4575)
  chief = await openBrowser(browser)
  await setUpNewsroom(chief, newsroom)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await newsroom.stop()
})

/** What the browser's own HTTP cache answers with, asking nobody: a status, or that there is nothing. */
const keptStatus = (path: string): Promise<number | 'nothing'> =>
  chief.evaluate(
    (url) =>
      fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).then(
        ({ status }) => (status === 504 ? 'nothing' : status),
        () => 'nothing' as const,
      ),
    path,
  )

const keptFiles = (): Promise<number> =>
  chief.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)))
    return (await Promise.all(caches.map((cache) => cache.keys()))).flat().length
  })

test('who signs out leaves no picture in the browser’s cache, and the app opens without a network all the same', async () => {
  const path = `/api/pictures/${createHash('sha256').update(PNG).digest('hex')}`
  const sent = await chief.evaluate(
    async ([url, bytes]) => {
      const headers = { 'content-type': 'application/octet-stream' }
      const put = await fetch(url, { method: 'PUT', headers, body: Uint8Array.from(bytes) })
      const got = await fetch(url)
      await got.arrayBuffer()
      return [put.ok, got.status]
    },
    [path, [...PNG]] as const,
  )
  expect(sent).toEqual([true, 200])
  expect(await keptStatus(path)).toBe(200)
  await chief.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await expect.poll(keptFiles, { timeout: 30_000 }).toBeGreaterThan(5)
  const files = await keptFiles()

  await chief.getByRole('button', { name: /Your menu/u }).click()
  await chief.getByRole('menuitem', { name: 'Sign out' }).click()
  await chief.getByRole('heading', { name: 'Sign in' }).waitFor()
  await expect.poll(() => keptStatus(path), { timeout: 30_000 }).toBe('nothing')
  expect(await keptFiles()).toBe(files)
  await chief.context().setOffline(true)
  await chief.goto(newsroom.address)
  await chief.getByRole('heading', { name: 'The newsroom can’t be reached' }).waitFor()
}, 120_000)
