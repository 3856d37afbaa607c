import { existsSync, readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { copyOf, eventually, newStory, textbox, visit, waitForSaved } from './desk.ts'

const SHARED_SAMPLE = '../shared/samples/afp-europe-guarantees.txt'

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
})
afterEach(() => context.close())

async function importCopy(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import copy' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Import copy' })
  await dialog.getByRole('textbox', { name: 'Wire copy' }).fill(text)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await textbox(page, 'Body').waitFor()
}

describe.runIf(existsSync(SHARED_SAMPLE))('the agency sample', () => {
  test('pasting it makes one story with every part in its field', async () => {
    await visit(page, inject('address'))
    await importCopy(readFileSync(SHARED_SAMPLE, 'utf8'))

    await expect
      .poll(() => copyOf(textbox(page, 'Headline')))
      .toBe('Europe ready for Ukraine security guarantees but awaits tangible US backing: France')
    expect(await copyOf(textbox(page, 'Dek'))).toBe(
      'State Dept spox says French and US ministers "agreed to continue cooperation in diplomatic efforts"',
    )
    expect(await textbox(page, 'Section').inputValue()).toBe('World')
    expect(await textbox(page, 'Organisation').inputValue()).toBe('AFP')
    expect(
      await page.getByRole('group', { name: 'Byline' }).getByRole('textbox', { name: 'Name' }).count(),
    ).toBe(0)
    expect(await textbox(page, 'Date').inputValue()).toMatch(/2025-09-03|3 Sep(t|tember)? 2025/u)
    expect(await textbox(page, 'Place').inputValue()).toBe('')
    expect(await textbox(page, 'Alt text').inputValue()).toMatch(/^Frances President .*June 24, 2025\.$/u)
    expect(await copyOf(textbox(page, 'Caption'))).toMatch(/^France's President .*June 24, 2025\.$/u)
    expect(await textbox(page, 'Credit').inputValue()).toBe('Reuters')
    const body = (await copyOf(textbox(page, 'Body'))).split('\n')
    expect(body).toHaveLength(12)
    expect(body.join(' ').split(/\s+/u)).toHaveLength(357)

    await waitForSaved(page)
    await page.goto(inject('address'))
    const row = page.getByRole('link', { name: /Europe ready for Ukraine/u })
    await row.waitFor()
    expect(await page.getByRole('link', { name: /Europe ready for Ukraine/u }).count()).toBe(1)
  })
})

test('a blank story: written, found on the desk, opened again with every word', async () => {
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Headline').click()
  await page.keyboard.type('Ferry service to Skye is cut for the winter')
  await textbox(page, 'Body').click()
  await page.keyboard.type('The last boat leaves on Friday.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Islanders were told on Monday.')
  await textbox(page, 'Slug').fill('skye-ferry')
  await waitForSaved(page)

  await page.goto(inject('address'))
  await page.getByRole('searchbox', { name: 'Search stories' }).fill('islanders')
  const link = page.getByRole('link', { name: 'Ferry service to Skye is cut for the winter' })
  await link.waitFor()
  await link.click()
  await eventually(
    () => copyOf(textbox(page, 'Body')),
    'The last boat leaves on Friday.\nIslanders were told on Monday.',
  )
  expect(await textbox(page, 'Slug').inputValue()).toBe('skye-ferry')
})

test('undo goes back over body and fields in the order in which they were changed', async () => {
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Body').click()
  await page.keyboard.type('One.')
  await textbox(page, 'Credit').waitFor()
  await textbox(page, 'Slug').fill('first')
  await waitForSaved(page)
  await textbox(page, 'Slug').press('ControlOrMeta+z')
  await eventually(() => textbox(page, 'Slug').inputValue(), '')
  await eventually(() => copyOf(textbox(page, 'Body')), 'One.')
  await textbox(page, 'Slug').press('ControlOrMeta+z')
  await eventually(() => copyOf(textbox(page, 'Body')), '')
  await textbox(page, 'Slug').press('ControlOrMeta+Shift+z')
  await eventually(() => copyOf(textbox(page, 'Body')), 'One.')
})
