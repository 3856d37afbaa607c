import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import {
  copyOf,
  eventually,
  openChanges,
  openStory,
  pickWords,
  sideTab,
  statusOf,
  step,
  submitStory,
  textbox,
  waitForSaved,
} from './desk.ts'
import {
  invite,
  openBrowser,
  setUpNewsroom,
  signIn,
  startNewsroom,
  takeUp,
  type Newsroom,
} from './newsroom.ts'

let browser: Browser
let newsroom: Newsroom
let chief: Page
let reporter: Page
let sub: Page

beforeAll(async () => {
  browser = await launchBrowser()
  newsroom = await startNewsroom(4510)
  chief = await openBrowser(browser)
  reporter = await openBrowser(browser)
  sub = await openBrowser(browser)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await newsroom.stop()
})

test('the printed code makes the first chief, whose invitations bring everybody else in', async () => {
  await setUpNewsroom(chief, newsroom)
  const first = await invite(chief, newsroom.address, 'Jane Doe', 'Reporter')
  const second = await invite(chief, newsroom.address, 'Kit Marsh', 'Sub-editor')
  await takeUp(reporter, first)
  expect(reporter.url()).toBe(`${newsroom.address}/`)
  await takeUp(sub, second)
  await sub.getByRole('button', { name: 'You are Kit Marsh, Sub-editor. Your menu' }).waitFor()

  const late = await openBrowser(browser)
  await late.goto(first)
  await late.getByRole('heading', { name: 'This invitation can’t be used' }).waitFor()
  expect(late.url()).not.toContain('#')
  await late.context().close()
}, 120_000)

test('a story goes through the desk in three browsers: written, seen live, reviewed and approved', async () => {
  await sub.goto(`${newsroom.address}/?queue=submitted`)
  await sub.getByRole('heading', { name: 'Desk' }).waitFor()
  await submitStory(reporter, 'Harbour reopens', 'The quay was empty.', 'Boats came back.')
  // Nobody reloads: the queue of another browser has it.
  await sub.getByRole('link', { name: 'Harbour reopens' }).click()
  await textbox(sub, 'Body').waitFor()
  await step(sub, 'Claim')
  await eventually(() => statusOf(sub), 'In review · Kit Marsh')
  await eventually(() => statusOf(reporter), 'In review · Kit Marsh')

  // The claimant edits while the reporter, who may only suggest now, suggests in the same text.
  const copy = textbox(sub, 'Body')
  await pickWords(copy, 'empty')
  await sub.keyboard.type('full')
  await pickWords(textbox(reporter, 'Body'), 'back')
  await reporter.keyboard.type('home')
  await waitForSaved(sub)
  await waitForSaved(reporter)
  const changes = await sideTab(sub, 'Changes')
  await eventually(async () => (await openChanges(sub)).length, 1)
  await changes.getByRole('button', { name: /^Accept:/u }).click()
  await eventually(() => copyOf(copy), 'The quay was full.\nBoats came home.')
  await eventually(() => copyOf(textbox(reporter, 'Body')), 'The quay was full.\nBoats came home.')

  await step(sub, 'Approve')
  const dialog = sub.getByRole('dialog', { name: /^Approve/u })
  await dialog.getByRole('button', { name: /^Approve/u }).click()
  await eventually(() => statusOf(sub), 'Approved')
  await eventually(() => statusOf(reporter), 'Approved')
}, 120_000)

test('two people type in one story at once, and every character is there once', async () => {
  await reporter.goto(newsroom.address)
  await reporter.getByRole('button', { name: 'New story' }).click()
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.type('Jane says: ')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('Ida says: ')
  await waitForSaved(reporter)
  await openStory(chief, reporter.url())
  await eventually(() => copyOf(textbox(chief, 'Body')), 'Jane says: \nIda says: ')
  await textbox(chief, 'Body').click()
  await chief.keyboard.press('ControlOrMeta+End')
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.press('ControlOrMeta+Home')
  await reporter.keyboard.press('End')
  await Promise.all([
    reporter.keyboard.type('the ferry left at nine.'),
    chief.keyboard.type('the ferry came back at ten.'),
  ])
  const both = 'Jane says: the ferry left at nine.\nIda says: the ferry came back at ten.'
  await eventually(() => copyOf(textbox(reporter, 'Body')), both)
  await eventually(() => copyOf(textbox(chief, 'Body')), both)
}, 120_000)

test('who signs out is out, and signs in again', async () => {
  await sub.goto(newsroom.address)
  await sub.getByRole('button', { name: /Your menu/u }).click()
  await sub.getByRole('menuitem', { name: 'Sign out' }).click()
  await sub.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(sub.url()).toBe(`${newsroom.address}/sign-in`)
  await sub.goto(`${newsroom.address}/?queue=submitted`)
  await signIn(sub, 'Kit Marsh')
  await sub.getByRole('heading', { name: 'Desk' }).waitFor()
  expect(sub.url()).toBe(`${newsroom.address}/?queue=submitted`)
}, 120_000)

test('who is deactivated is out at once, in the middle of a story, and sees nothing more of it', async () => {
  await chief.goto(`${newsroom.address}/settings`)
  await chief.getByRole('button', { name: 'Account of Jane Doe' }).click()
  await chief.getByRole('menuitem', { name: 'Deactivate…' }).click()
  await chief.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
  await reporter.getByRole('heading', { name: 'Sign in' }).waitFor()
  // The story lies beneath: it can be neither seen nor reached.
  await reporter.locator('#root[inert]').waitFor({ state: 'attached' })
  await signIn(reporter, 'Jane Doe')
  await reporter.getByRole('alert').waitFor()
  await chief.getByRole('button', { name: 'Reactivate Jane Doe' }).click()
  await chief.getByRole('button', { name: 'Account of Jane Doe' }).waitFor()
  await signIn(reporter, 'Jane Doe')
  await textbox(reporter, 'Body').waitFor()
  expect(await copyOf(textbox(reporter, 'Body'))).toContain('the ferry came back at ten.')
}, 120_000)
