import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { copyOf, eventually, textbox, waitForSaved } from './desk.ts'
import { openBrowser, setUpNewsroom, startNewsroom, type Newsroom } from './newsroom.ts'

let browser: Browser
let newsroom: Newsroom

beforeAll(async () => {
  browser = await launchBrowser()
  newsroom = await startNewsroom(4560)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await newsroom.stop()
})

test('a live connection whose part did not come is said to be missing, and comes by itself at another address', async () => {
  // What is kept for a desk without a network would come in the place of what this network keeps back.
  const page = await openBrowser(browser, { serviceWorkers: 'block' })
  const asked: string[] = []
  let isCut = true
  await page.route(/\/assets\/live-part-/u, (route) => {
    asked.push(route.request().url().replace(/^.*\?/u, ''))
    return isCut ? route.abort() : route.continue()
  })
  await setUpNewsroom(page, newsroom)
  const offline = page.getByText('Offline.', { exact: true })
  await offline.waitFor()
  isCut = false
  await offline.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'New story' }).click()
  await textbox(page, 'Headline').click()
  await page.keyboard.type('Ferry sails')
  await waitForSaved(page)
  await eventually(() => copyOf(textbox(page, 'Headline')), 'Ferry sails')
  expect(asked.slice(1)).toEqual(asked.slice(1).map((_, time) => `again=${time + 1}`))
  expect(asked.length).toBeGreaterThan(1)
}, 60_000)
