import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { copyOf, eventually, newStory, textbox, visit, waitForSaved } from './desk.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

test('a part that can’t be loaded says what is safe, and comes once the network is back, the story still open', async () => {
  // What is kept for a desk without a network would come in the place of what this network keeps back.
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Body').pressSequentially('Ferries stay in port.')

  let isCut = true
  await page.route(/\/assets\/comments-tab-/u, (route) => (isCut ? route.abort() : route.continue()))
  await page.getByRole('tab', { name: 'Comments' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
  await alert.waitFor()
  expect(await alert.textContent()).toContain('What you wrote is safe')

  await textbox(page, 'Body').press('ControlOrMeta+End')
  await textbox(page, 'Body').pressSequentially(' Lorries wait.')
  await waitForSaved(page)
  isCut = false
  await alert.getByRole('button', { name: 'Try again' }).click()
  await alert.waitFor({ state: 'detached' })
  await page.getByRole('tabpanel', { name: 'Comments' }).waitFor()
  await eventually(() => copyOf(textbox(page, 'Body')), 'Ferries stay in port. Lorries wait.')
  await context.close()
}, 60_000)
