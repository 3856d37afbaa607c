import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { textbox } from './desk.ts'
import {
  invite,
  openBrowser,
  passwordField,
  setUpNewsroom,
  startNewsroom,
  type Newsroom,
} from './newsroom.ts'

const THEMES = ['light', 'dark'] as const

let browser: Browser
let newsroom: Newsroom
let chief: Page

beforeAll(async () => {
  browser = await launchBrowser()
  newsroom = await startNewsroom(4550)
  chief = await openBrowser(browser, { bypassCSP: true })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await newsroom.stop()
})

async function expectNothing(page: Page, where: string): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    const name = `${where}, ${colorScheme}`
    expect([name, ...(await violations(page))]).toEqual([name])
  }
}

/** A browser of somebody who is not signed in. */
const stranger = (): Promise<Page> => openBrowser(browser, { bypassCSP: true })

test('axe finds nothing on the page that sets a newsroom up, nor on what a chief sees of people', async () => {
  await chief.goto(newsroom.address)
  await chief.getByRole('button', { name: 'Set up' }).click()
  await chief.getByText('Enter the set-up code').waitFor()
  await expectNothing(chief, 'set-up, with what is missing')
  await setUpNewsroom(chief, newsroom)
  await expectNothing(chief, 'desk')
  await chief.goto(`${newsroom.address}/settings`)
  await chief.getByRole('list', { name: 'Sessions' }).waitFor()
  await chief.getByRole('button', { name: 'Change password' }).click()
  await chief.getByRole('button', { name: 'Invite somebody' }).click()
  await expectNothing(chief, 'settings, with both forms')
  await chief.getByRole('button', { name: /Your menu/u }).click()
  await chief.getByRole('menuitem', { name: 'Sign out' }).waitFor()
  await expectNothing(chief, 'own menu')
}, 120_000)

test('axe finds nothing on the pages for those who are not in yet', async () => {
  const link = await invite(chief, newsroom.address, 'Jane Doe', 'Reporter')
  const page = await stranger()
  await page.goto(link)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByText(/this has 0/u).waitFor()
  await expectNothing(page, 'invitation, with what is missing')
  await page.goto(`${newsroom.address}/reset`)
  await textbox(page, 'E-mail').waitFor()
  await expectNothing(page, 'reset')
  await page.goto(newsroom.address)
  await textbox(page, 'E-mail').fill('jane@example.com')
  await passwordField(page).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await expectNothing(page, 'sign-in, refused')
  await page.context().close()
}, 120_000)

test('axe finds nothing where a session has ended, and what lies beneath is out of reach', async () => {
  await chief.goto(newsroom.address)
  await chief.getByRole('button', { name: 'New story' }).click()
  await textbox(chief, 'Body').waitFor()
  await chief.context().clearCookies()
  await newsroom.halt()
  await newsroom.restart()
  await chief.getByRole('dialog', { name: 'Sign in' }).waitFor()
  await expectNothing(chief, 'a session that has ended')
}, 120_000)
