import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { copyOf, eventually, tabTo, textbox, waitForSaved } from './desk.ts'

const COPY = `World

Ferry strike strands islanders for a third day

Union says talks will go on through the night

By Jane Doe and John Roe, Example News

OBAN, Scotland (EN) — No ferry left Oban on Tuesday.

The operator said it was sorry.`

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('the whole main job by keyboard alone', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(inject('address'))
  await tabTo(page, textbox(page, 'Your name'))
  await page.keyboard.type('Jane Doe')
  await tabTo(page, page.getByRole('radio', { name: 'Reporter' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Start', exact: true }))
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByRole('button', { name: 'Import copy' }).first())
  await page.keyboard.press('Enter')
  await tabTo(page, textbox(page, 'Wire copy'))
  await page.keyboard.insertText(COPY)
  const importButton = page.getByRole('button', { name: 'Import', exact: true })
  await expect.poll(() => importButton.isEnabled()).toBe(true)
  await tabTo(page, importButton)
  await page.keyboard.press('Enter')

  await eventually(() => copyOf(textbox(page, 'Headline')), 'Ferry strike strands islanders for a third day')
  await tabTo(page, textbox(page, 'Dek'))
  await page.keyboard.press('End')
  await page.keyboard.type(', minister says')
  await tabTo(page, textbox(page, 'Place'))
  expect(await textbox(page, 'Place').inputValue()).toMatch(/^Oban, Scotland$/iu)
  await tabTo(page, textbox(page, 'Body'), 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- Mallaig')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ullapool')
  await waitForSaved(page)
  await eventually(
    async () => (await copyOf(textbox(page, 'Body'))).split('\n').slice(-2),
    ['Mallaig', 'Ullapool'],
  )
  expect(await textbox(page, 'Body').getByRole('listitem').count()).toBe(2)

  await tabTo(page, page.getByRole('link', { name: 'Desk' }).first(), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const row = page.getByRole('link', { name: 'Ferry strike strands islanders for a third day' })
  await row.waitFor()
  await page.keyboard.press('/')
  await expect
    .poll(() =>
      page
        .getByRole('searchbox', { name: 'Search stories' })
        .evaluate((box) => box === document.activeElement),
    )
    .toBe(true)
  await page.keyboard.type('mallaig')
  await row.waitFor()
  await page.close()
})
