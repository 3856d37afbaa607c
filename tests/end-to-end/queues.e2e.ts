import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { eventually, joinedBy, newStory, textbox, visit, waitForSaved } from './desk.ts'

let browser: Browser
let context: BrowserContext
let reporter: Page
let sub: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  reporter = await context.newPage()
  await visit(reporter, inject('address'))
  sub = await joinedBy(context, inject('address'), 'Kit Marsh', 'Sub-editor')
})
afterEach(() => context.close())

const bell = (page: Page): Promise<string | null> =>
  page.getByRole('button', { name: /^Notices/ }).getAttribute('aria-label')
const queue = (page: Page, name: string): Promise<string> =>
  page
    .getByRole('navigation', { name: 'Queues' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .innerText()
    .then((text) => text.replaceAll(/\s+/gu, ' '))
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '')

async function submitted(headline: string): Promise<void> {
  await reporter.goto(inject('address'))
  await newStory(reporter)
  await textbox(reporter, 'Headline').click()
  await reporter.keyboard.type(headline)
  await waitForSaved(reporter)
  await reporter.getByRole('button', { name: 'Submit', exact: true }).click()
  await reporter.getByText('Submitted', { exact: true }).first().waitFor()
}

test('a sub claims from the queue and goes on to the next by keyboard; its reporter is told, in another tab', async () => {
  for (const headline of ['One', 'Two', 'Three', 'Four']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they shall stand in the queue
    await submitted(headline)
  }
  await eventually(() => bell(sub), 'Notices, 4 unread')
  await sub.goto(`${inject('address')}/?queue=submitted`)
  await eventually(() => queue(sub, 'Waiting for a sub'), 'Waiting for a sub 4 stories')

  const stories = sub.getByRole('grid', { name: 'Stories' })
  await stories.getByRole('link', { name: 'Four' }).focus()
  await sub.keyboard.press('c')
  await eventually(() => queue(sub, 'Claimed by me'), 'Claimed by me 1 story')
  await eventually(() => focused(sub), 'Three')
  await sub.keyboard.press('Enter')
  await sub.getByRole('button', { name: 'Claim', exact: true }).press('Enter')
  await sub.getByRole('button', { name: 'Next in “Waiting for a sub”' }).press('Enter')
  await eventually(() => textbox(sub, 'Headline').innerText(), 'Two')
  await sub.keyboard.press('Alt+PageDown')
  await eventually(() => textbox(sub, 'Headline').innerText(), 'One')
  await sub.reload()
  await eventually(() => textbox(sub, 'Headline').innerText(), 'One')
  await sub.getByRole('button', { name: 'Next story in “Waiting for a sub”' }).waitFor()
  await sub.getByRole('link', { name: 'Desk' }).click()
  await eventually(() => queue(sub, 'Claimed by me'), 'Claimed by me 2 stories')
  expect(new URL(sub.url()).search).toBe('?queue=submitted')

  await sub.getByRole('link', { name: /^Claimed by me/ }).click()
  await sub.getByRole('button', { name: 'Actions for Four' }).click()
  await sub.getByRole('menuitem', { name: /^Request changes/ }).click()
  await sub.getByRole('textbox', { name: 'Note' }).fill('Who says so?')
  await sub.getByRole('dialog').getByRole('button', { name: 'Request changes' }).click()
  await eventually(() => bell(reporter), 'Notices, 1 unread')
  await reporter.getByRole('button', { name: /^Notices/ }).click()
  await reporter.getByRole('link', { name: /Kit Marsh returned “Four” for changes.*Who says so\?/ }).click()
  await eventually(() => textbox(reporter, 'Headline').innerText(), 'Four')
  await eventually(() => bell(reporter), 'Notices')
  await eventually(() => bell(sub), 'Notices, 4 unread')
})
