import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { eventually, textbox, waitForSaved } from './desk.ts'
import { invite, openBrowser, setUpNewsroom, startNewsroom, takeUp, type Newsroom } from './newsroom.ts'

let browser: Browser
let newsroom: Newsroom
let chief: Page
let reporter: Page

beforeAll(async () => {
  browser = await launchBrowser()
  newsroom = await startNewsroom(4540)
  chief = await openBrowser(browser)
  reporter = await openBrowser(browser)
  await setUpNewsroom(chief, newsroom)
  await takeUp(reporter, await invite(chief, newsroom.address, 'Jane Doe', 'Reporter'))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await newsroom.stop()
})

/** The words of a text before each of the others' carets that stand in it: "Jane Doe: …words". */
const carets = async (page: Page, name: string): Promise<readonly string[]> =>
  textbox(page, name).evaluate((text) => {
    const drawn = [...(text.parentElement?.querySelectorAll<HTMLElement>('[data-caret]') ?? [])]
    return drawn.map((caret) => {
      const { left, top, height } = caret.getBoundingClientRect()
      const at = document.caretRangeFromPoint(left + 1, top + height / 2)
      const words = at?.startContainer.textContent?.slice(0, at.startOffset) ?? ''
      return `${caret.dataset['name'] ?? ''}: ${words}`
    })
  })

const hereNow = (page: Page) => page.getByRole('button', { name: /^Here now/u })

test('everybody sees who is at work, on what, and where each of them writes', async () => {
  await chief.goto(newsroom.address)
  await reporter.goto(newsroom.address)
  await chief.getByRole('button', { name: '2 at work' }).waitFor()
  await reporter.getByRole('button', { name: 'New story' }).click()
  await textbox(reporter, 'Headline').click()
  await reporter.keyboard.type('Ferry sails')
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.type('The ferry left.')
  await waitForSaved(reporter)

  const row = chief.getByRole('row', { name: /Ferry sails/u })
  await row.getByText('Jane Doe is in this story').waitFor()
  await chief.getByRole('button', { name: '2 at work' }).click()
  await chief.getByRole('list', { name: 'At work' }).getByRole('link', { name: 'Ferry sails' }).click()
  await eventually(() => carets(chief, 'Body'), ['Jane Doe: The ferry left.'])

  await textbox(chief, 'Body').click()
  await chief.keyboard.press('ControlOrMeta+Home')
  await Promise.all([chief.keyboard.type('Noon: '), reporter.keyboard.type(' It was late.')])
  await eventually(() => carets(chief, 'Body'), ['Jane Doe: Noon: The ferry left. It was late.'])
  await eventually(() => carets(reporter, 'Body'), ['Ida Berg: Noon: '])
}, 120_000)

test('one goes to where somebody else writes, and they are gone when they leave', async () => {
  await textbox(reporter, 'Headline').click()
  await reporter.keyboard.press('End')
  await hereNow(chief).click()
  await chief.getByRole('list', { name: 'Here now' }).getByText('In the headline').waitFor()
  await chief.getByRole('button', { name: 'Jump to Jane’s caret' }).click()
  await eventually(() => textbox(chief, 'Headline').evaluate((text) => text === document.activeElement), true)
  await chief.keyboard.type(' at noon')
  await eventually(() => textbox(reporter, 'Headline').textContent(), 'Ferry sails at noon')
  await eventually(() => carets(chief, 'Headline'), ['Jane Doe: Ferry sails'])

  await reporter.goto(newsroom.address)
  await hereNow(chief).waitFor({ state: 'detached' })
  expect(await carets(chief, 'Headline')).toEqual([])
  // A browser that goes without a word, too.
  await reporter.getByRole('link', { name: /Ferry sails/u }).click()
  await textbox(reporter, 'Body').click()
  await hereNow(chief).waitFor()
  await reporter.context().close()
  await hereNow(chief).waitFor({ state: 'detached' })
}, 120_000)
