import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { copyOf, eventually, newStory, textbox, visit, waitForSaved } from './desk.ts'

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  page = await context.newPage()
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Headline').click()
  await page.keyboard.type('Harbour vote ends walkout')
  await textbox(page, 'Body').click()
  await page.keyboard.type('## First cranes')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A line with **weight** in it.')
  await textbox(page, 'Slug').fill('harbour-vote')
  await waitForSaved(page)
})
afterEach(() => context.close())

/** Downloads the story in a format of the Export menu; answers with the file's name and text. */
async function download(format: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

test('HTML, Markdown and wire text go out clean', async () => {
  const html = await download(/download.*html/iu)
  expect(html.name).toBe('harbour-vote.html')
  expect(html.text).toContain('<h1>Harbour vote ends walkout</h1>')
  expect(html.text).toContain('<strong>weight</strong>')
  const markdown = await download(/download.*markdown/iu)
  expect(markdown.text).toContain('## First cranes')
  expect(markdown.text).toContain('**weight**')
  const wire = await download(/download.*(wire|plain)/iu)
  expect(wire.text).toContain('A line with weight in it.')
})

test("Stet's own JSON imports to an identical story, beside the first one", async () => {
  const json = await download(/download.*(stet|json)/iu)
  const first = page.url()
  await page.goto(inject('address'))
  await page.getByRole('button', { name: 'Import copy' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Import copy' })
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'story.json', mimeType: 'application/json', buffer: Buffer.from(json.text) })
  const importButton = dialog.getByRole('button', { name: 'Import', exact: true })
  await expect.poll(() => importButton.isEnabled()).toBe(true)
  await importButton.click()
  await eventually(() => copyOf(textbox(page, 'Headline')), 'Harbour vote ends walkout')
  expect(page.url()).not.toBe(first)
  await waitForSaved(page)
  const again = await download(/download.*(stet|json)/iu)
  expect(JSON.parse(again.text)).toMatchObject({
    content: (JSON.parse(json.text) as { content: object }).content,
  })
  await page.goto(inject('address'))
  await expect.poll(() => page.getByRole('link', { name: 'Harbour vote ends walkout' }).count()).toBe(2)
})
