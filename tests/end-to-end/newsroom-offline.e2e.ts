import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { CHROMIUM_ARGS, chromiumPath } from '../chromium.ts'
import { launchBrowser } from './browser.ts'
import {
  copyOf,
  eventually,
  openStory,
  pickWords,
  sideTab,
  statusOf,
  step,
  submitStory,
  textbox,
  waitForSaved,
  waitForState,
} from './desk.ts'
import { invite, openBrowser, setUpNewsroom, startNewsroom, takeUp, type Newsroom } from './newsroom.ts'

let browser: Browser
let newsroom: Newsroom
let chief: Page
let links: Record<'Jane Doe' | 'Kit Marsh', string>
/** The reporter's own browser, which can be closed and opened again on what it keeps. */
let folder: string
let own: BrowserContext
let reporter: Page

beforeAll(async () => {
  browser = await launchBrowser()
  newsroom = await startNewsroom(4520)
  chief = await openBrowser(browser)
  folder = mkdtempSync(join(tmpdir(), 'stet-reporter-'))
  await openOwn()
  await setUpNewsroom(chief, newsroom)
  links = {
    'Jane Doe': await invite(chief, newsroom.address, 'Jane Doe', 'Reporter'),
    'Kit Marsh': await invite(chief, newsroom.address, 'Kit Marsh', 'Sub-editor'),
  }
  await takeUp(reporter, links['Jane Doe'])
}, 120_000)
afterAll(async () => {
  await own.close()
  await browser.close()
  await newsroom.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function openOwn(): Promise<void> {
  own = await chromium.launchPersistentContext(folder, {
    executablePath: await chromiumPath(),
    args: CHROMIUM_ARGS,
  })
  reporter = own.pages()[0] ?? (await own.newPage())
  reporter.setDefaultTimeout(20_000)
}

/** Until the app is kept in that browser, and answers from there. */
const kept = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null)

test('written without a server, over a restart of the browser: all of it arrives, once', async () => {
  await kept(reporter)
  await reporter.getByRole('button', { name: 'New story' }).click()
  await textbox(reporter, 'Headline').click()
  await reporter.keyboard.type('Bridge closed')
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.type('Sent at once.')
  await waitForSaved(reporter)
  const address = reporter.url()

  await newsroom.halt()
  await reporter.keyboard.type(' Written offline.')
  await waitForState(reporter, 'Offline')
  await eventually(
    async () => /unsent change/u.test(await reporter.getByRole('status', { name: 'Save state' }).innerText()),
    true,
  )
  await reporter.getByRole('note').getByText('You can go on writing').waitFor()

  await own.close()
  await openOwn()
  // The app itself comes from the browser: nothing answers at that address.
  await reporter.goto(address)
  const all = 'Sent at once. Written offline.'
  await eventually(() => copyOf(textbox(reporter, 'Body')), all)
  await waitForState(reporter, 'Offline')
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.press('ControlOrMeta+End')
  await reporter.keyboard.type(' And after the restart.')

  await newsroom.restart()
  await waitForSaved(reporter)
  await reporter.getByRole('note').getByText('You can go on writing').waitFor({ state: 'detached' })
  await openStory(chief, address)
  await eventually(() => copyOf(textbox(chief, 'Body')), `${all} And after the restart.`)
  await eventually(() => copyOf(textbox(reporter, 'Body')), `${all} And after the restart.`)
}, 180_000)

test('a story that is begun without a server is on the desk, outlasts the browser, and arrives once with all words', async () => {
  await reporter.goto(newsroom.address)
  await reporter.getByRole('link', { name: 'Bridge closed' }).waitFor()
  await newsroom.halt()
  await reporter.getByRole('note').getByText('You can go on writing').waitFor()
  await reporter.getByRole('button', { name: 'New story' }).click()
  await textbox(reporter, 'Headline').click()
  await reporter.keyboard.type('Ferry adrift')
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.type('Begun offline.')
  await waitForState(reporter, 'Offline')
  await eventually(
    async () => /unsent change/u.test(await reporter.getByRole('status', { name: 'Save state' }).innerText()),
    true,
  )

  await own.close()
  await openOwn()
  await reporter.goto(newsroom.address)
  await reporter.getByRole('link', { name: 'Ferry adrift' }).click()
  await eventually(() => copyOf(textbox(reporter, 'Body')), 'Begun offline.')
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.press('ControlOrMeta+End')
  await reporter.keyboard.type(' Ended offline.')

  await newsroom.restart()
  await waitForSaved(reporter)
  await openStory(chief, reporter.url())
  await eventually(() => copyOf(textbox(chief, 'Body')), 'Begun offline. Ended offline.')
  await chief.goto(newsroom.address)
  await eventually(() => chief.getByRole('link', { name: 'Ferry adrift' }).count(), 1)
}, 180_000)

test('the desk opens without a network, with what was seen of it, and says so', async () => {
  await reporter.goto(newsroom.address)
  await reporter.getByRole('link', { name: 'Bridge closed' }).waitFor()
  await own.setOffline(true)
  await reporter.reload()
  await reporter.getByRole('link', { name: 'Bridge closed' }).waitFor()
  const note = reporter.getByRole('note').getByText('You can go on writing')
  await note.waitFor()
  await own.setOffline(false)
  await eventually(() => note.count(), 0)
}, 120_000)

test('a story that was approved meanwhile keeps the late words, and they come back as suggestions', async () => {
  const sub = await openBrowser(browser)
  await takeUp(sub, links['Kit Marsh'])
  await reporter.goto(newsroom.address)
  await submitStory(reporter, 'Market day', 'Stalls open at eight.')
  const address = reporter.url()
  await openStory(sub, address)
  await step(sub, 'Claim')
  await eventually(() => statusOf(reporter), 'In review · Kit Marsh')

  await own.setOffline(true)
  // A connection that stands already is not cut by it: the page is opened anew without one.
  await reporter.reload()
  await waitForState(reporter, 'Offline')
  await pickWords(textbox(reporter, 'Body'), 'eight')
  await reporter.keyboard.type('seven')
  await step(sub, 'Approve')
  await sub
    .getByRole('dialog', { name: /^Approve/u })
    .getByRole('button', { name: /^Approve/u })
    .click()
  await eventually(() => statusOf(sub), 'Approved')

  await own.setOffline(false)
  const late = reporter.getByRole('region', { name: 'Words that came too late' })
  await late.waitFor()
  await eventually(() => copyOf(textbox(sub, 'Body')), 'Stalls open at eight.')
  await step(sub, 'Reopen')
  const dialog = sub.getByRole('dialog', { name: /^Reopen/u })
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Jane’s late words.')
  await dialog.getByRole('button', { name: 'Reopen' }).click()
  await late.getByRole('button', { name: 'Bring back as suggestions' }).click()
  await late.waitFor({ state: 'detached' })
  await sideTab(sub, 'Changes')
  await sub.getByRole('button', { name: /^Accept: .*seven/u }).waitFor()
  await sub.context().close()
}, 180_000)
