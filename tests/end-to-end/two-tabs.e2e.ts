import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { copyOf, eventually, newStory, textbox, visit, waitForSaved } from './desk.ts'

let browser: Browser
let context: BrowserContext
let one: Page
let two: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  one = await context.newPage()
  await visit(one, inject('address'))
  await newStory(one)
  await textbox(one, 'Body').click()
  await one.keyboard.type('Shared.')
  await waitForSaved(one)
  two = await context.newPage()
  await two.goto(one.url())
  await eventually(() => copyOf(textbox(two, 'Body')), 'Shared.')
})
afterEach(() => context.close())

test('two tabs on one story: both converge, nothing is lost, and undo takes back only its own', async () => {
  await textbox(one, 'Body').click()
  await one.keyboard.press('ControlOrMeta+End')
  await textbox(two, 'Body').click()
  await two.keyboard.press('ControlOrMeta+Home')
  await Promise.all([one.keyboard.type(' ONE', { delay: 15 }), two.keyboard.type('two ', { delay: 15 })])

  await eventually(() => copyOf(textbox(one, 'Body')), 'two Shared. ONE')
  await eventually(() => copyOf(textbox(two, 'Body')), 'two Shared. ONE')

  await textbox(two, 'Body').press('ControlOrMeta+z')
  await eventually(() => copyOf(textbox(one, 'Body')), 'Shared. ONE')
  await eventually(() => copyOf(textbox(two, 'Body')), 'Shared. ONE')
})

test('fields changed in one tab appear in the other; authors added in both at once stay both', async () => {
  await textbox(one, 'Slug').fill('from-one')
  await eventually(() => textbox(two, 'Slug').inputValue(), 'from-one')
  await Promise.all([
    one.getByRole('button', { name: 'Add author' }).click(),
    two.getByRole('button', { name: 'Add author' }).click(),
  ])
  const names = (page: Page) =>
    page.getByRole('group', { name: 'Byline' }).getByRole('textbox', { name: 'Name' })
  await expect.poll(() => names(one).count()).toBe(2)
  await expect.poll(() => names(two).count()).toBe(2)
})
