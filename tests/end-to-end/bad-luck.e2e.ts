import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import {
  copyOf,
  eventually,
  newStory,
  saveState,
  textbox,
  visit,
  waitForSaved,
  waitForState,
} from './desk.ts'

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    // The app that is kept for later fills a small disk before the desk has a word on it.
    serviceWorkers: 'block',
  })
  page = await context.newPage()
})
afterEach(() => context.close())

describe('the disk is full', () => {
  test('"Not saved" with the reason; the text stays, can be downloaded, and is saved once there is room', async () => {
    const { origin } = new URL(inject('address'))
    await page.goto(`${origin}/icon.svg`)
    const cdp = await context.newCDPSession(page)
    // Chromium hands out room in advance: the limit has to be there before the desk keeps its first word.
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 })
    await visit(page, origin)
    await newStory(page)
    await textbox(page, 'Body').click()
    await page.keyboard.type('Before.')
    await waitForSaved(page)

    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    // Only what is random fills a disk that compresses.
    await textbox(page, 'Desk note').fill(randomBytes(2_500_000).toString('base64'))
    await waitForState(page, 'Not saved')
    expect(await saveState(page).textContent()).toMatch(/full|space|room/iu)
    await textbox(page, 'Body').click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' Written while the disk is full.')
    await eventually(() => copyOf(textbox(page, 'Body')), 'Before. Written while the disk is full.')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download story' }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toContain('Written while the disk is full.')

    await cdp.send('Storage.overrideQuotaForOrigin', { origin })
    await waitForSaved(page)
    await page.reload()
    await eventually(() => copyOf(textbox(page, 'Body')), 'Before. Written while the disk is full.')
  })
})

describe('the browser has no storage', () => {
  test('a desk still works for the session, and says that nothing is saved', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
    })
    await visit(page, inject('address'))
    await newStory(page)
    await textbox(page, 'Body').click()
    await page.keyboard.type('Only in memory.')
    await waitForState(page, 'Not saved')
    await eventually(() => copyOf(textbox(page, 'Body')), 'Only in memory.')
  })

  test('storage that refuses to open is said with its reason', async () => {
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    })
    await visit(page, inject('address'))
    await newStory(page)
    await textbox(page, 'Body').click()
    await page.keyboard.type('Blocked.')
    await waitForState(page, 'Not saved')
    expect(await saveState(page).textContent()).toMatch(/block|allow|private/iu)
  })
})

/** Changes keys of every record of a store, in the page's own IndexedDB; a list becomes bytes. */
async function changeRecords(
  store: string,
  change: Readonly<Record<string, number | number[]>>,
): Promise<void> {
  await page.evaluate(
    async ([name, change]) => {
      const patch = Object.fromEntries(
        Object.entries(change).map(([key, value]) => [
          key,
          Array.isArray(value) ? new Uint8Array(value) : value,
        ]),
      )
      const [info] = await indexedDB.databases()
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(info?.name ?? '')
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('open')))
      })
      const transaction = db.transaction(name, 'readwrite')
      const done = new Promise((resolve) => transaction.addEventListener('complete', resolve))
      const cursor = transaction.objectStore(name).openCursor()
      cursor.addEventListener('success', () => {
        cursor.result?.update({ ...(cursor.result.value as object), ...patch })
        cursor.result?.continue()
      })
      await done
      db.close()
    },
    [store, change] as const,
  )
}

describe('one story on the disk is not as it should be', () => {
  test('a damaged story says so and offers its raw data; the others open', async () => {
    await visit(page, inject('address'))
    await newStory(page)
    await page.keyboard.type('The damaged one')
    await waitForSaved(page)
    const damaged = page.url()
    await page.goto('about:blank')
    await page.goto(`${inject('address')}/settings`)
    await changeRecords('updates', { update: [255, 255, 255, 255, 7] })
    await page.goto(inject('address'))
    await newStory(page)
    await page.keyboard.type('The sound one')
    await waitForSaved(page)
    const sound = page.url()

    await page.goto(damaged)
    const rescue = page.getByRole('button', { name: /raw data/iu })
    await rescue.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), rescue.click()])
    expect(await download.path()).toBeTruthy()
    await page.goto(sound)
    await eventually(() => copyOf(textbox(page, 'Headline')), 'The sound one')
  })

  test('a story from a newer Stet opens read-only', async () => {
    await visit(page, inject('address'))
    await newStory(page)
    await page.keyboard.type('From the future')
    await waitForSaved(page)
    const address = page.url()
    await page.goto(inject('address'))
    await page.getByRole('link', { name: 'From the future' }).waitFor()
    await page.goto(`${inject('address')}/settings`)
    await changeRecords('records', { schema: 99 })
    await page.goto(address)
    await waitForState(page, 'Read-only')
    await page.getByText('From the future').first().waitFor()
    expect(await page.locator('[contenteditable=true]').count()).toBe(0)
  })
})
