import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { copyOf, eventually, openChanges, pickWords, sideTab, textbox, visit, waitForSaved } from './desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Wire copy with faults of all three kinds: two spellings of one man, a lost apostrophe, a misspelling and a word of house style. */
const COPY = `World

Norway offers Latvia firm help with its coast: Oslo

Ministers of both countries "agreed to continue their talks"

By AFP
September 03, 2025
Norways Prime Minister Jonas Lunde and Latvia's President Edgars Rinkevichs shake hands in Oslo, Norway, September 2, 2025. — Reuters
Norway's Prime Minister Jonas Lunde and Latvia's President Edgars Rinkevichs shake hands in Oslo, Norway, September 2, 2025. — Reuters

Norway has said that it will give Latvia ships and people to guard its coast once parliament has agreed, but did not say how many.

Prime Minister Jonas Lunde met President Edgars Rinkevics in Oslo on Tuesday, his office said, and the two will meet again.

Rinkevics thanked the comittee of both parliaments, which had prepared the meeting for a year.

The the next talks are planned for the spring.`

async function open(colorScheme: 'light' | 'dark' = 'light', width = 1440): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
  const page = await context.newPage()
  await visit(page, inject('address'))
  return page
}

/** The story of that copy, with everything found that is to be found. */
async function checked(page: Page, copy = COPY): Promise<Locator> {
  await page.getByRole('button', { name: 'Import copy' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Import copy' })
  await dialog.getByRole('textbox', { name: 'Wire copy' }).fill(copy)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await textbox(page, 'Body').waitFor()
  const tab = await sideTab(page, 'Checks')
  await flagged(page, 'comittee').waitFor({ timeout: 45_000 })
  return tab
}

const flagged = (page: Page, words: string): Locator =>
  textbox(page, 'Body').locator('[data-flag]', { hasText: words }).first()
const rows = (page: Page): Locator =>
  page.getByRole('list', { name: 'Found by the checks' }).getByRole('listitem')
const card = (page: Page): Locator => page.locator('section[role=dialog]')
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  )

describe('an imported story', () => {
  test('shows what was found, goes round it by keyboard, and puts it right in one step of undo', async () => {
    const page = await open()
    const tab = await checked(page)
    const found = (await rows(page).allInnerTexts()).join('\n')
    for (const words of ['Rinkevichs', 'Norways', 'comittee', 'The the']) expect(found).toContain(words)
    const kinds = (await tab.getByRole('combobox', { name: 'Kind' }).innerText()).split('\n')
    for (const kind of ['Spelling and grammar', 'Consistency'])
      expect(kinds).toContainEqual(expect.stringMatching(new RegExp(`^${kind} \\([1-9]`, 'u')))

    // From the caret, and not from the first: what comes next in the body is the misspelling.
    await pickWords(textbox(page, 'Body'), 'thanked')
    await page.keyboard.press('F7')
    await card(page).getByText('Spelling', { exact: true }).waitFor()
    await eventually(() => focused(page), 'Replace with “committee”')
    await page.keyboard.press('Escape')
    await card(page).waitFor({ state: 'detached' })
    await eventually(() => focused(page), 'Body')
    await eventually(() => page.evaluate(() => String(getSelection())), 'comittee')

    // Forwards and back again, round the ends.
    const count = await rows(page).count()
    const seen = new Set<string>()
    for (let presses = 0; presses < count; presses += 1) {
      await page.keyboard.press('F7')
      await card(page).waitFor()
      seen.add(await card(page).innerText())
    }
    await eventually(() => focused(page), 'Replace with “committee”')
    expect(seen.size).toBeGreaterThan(2)
    await page.keyboard.press('Enter')
    await eventually(async () => (await copyOf(textbox(page, 'Body'))).includes('committee'), true)
    await eventually(() => focused(page), 'Body')
    await page.keyboard.press('ControlOrMeta+z')
    await eventually(async () => (await copyOf(textbox(page, 'Body'))).includes('comittee'), true)
    await page.context().close()
  })

  test('takes a fix as one suggestion while suggesting', async () => {
    const page = await open()
    await checked(page)
    await page.getByRole('button', { name: 'Suggesting' }).click()
    await flagged(page, 'comittee').click()
    // A click leaves the focus in the text; Tab goes into the card.
    await card(page).waitFor()
    expect(await focused(page)).toBe('Body')
    await page.keyboard.press('Tab')
    await eventually(() => focused(page), 'Suggest “committee”')
    await page.keyboard.press('Enter')
    await sideTab(page, 'Changes')
    // One suggestion, and no more of it than what differs.
    await eventually(() => openChanges(page), ['“m” put in'])
    await flagged(page, 'comittee').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('keeps what was ignored, and who said so', async () => {
    const page = await open()
    await checked(page)
    await rows(page).filter({ hasText: 'comittee' }).getByTitle('Go to it in the story').click()
    await rows(page).filter({ hasText: 'comittee' }).getByRole('button', { name: 'Ignore here' }).click()
    await flagged(page, 'comittee').waitFor({ state: 'detached' })
    await rows(page).filter({ hasText: 'The the' }).getByTitle('Go to it in the story').click()
    await rows(page)
      .filter({ hasText: 'The the' })
      .getByRole('button', { name: 'Ignore in this story' })
      .click()
    await flagged(page, 'The the').waitFor({ state: 'detached' })
    await waitForSaved(page)

    await page.reload()
    await textbox(page, 'Body').waitFor()
    const tab = await sideTab(page, 'Checks')
    await tab.getByText('Ignored (2)').click({ timeout: 45_000 })
    const ignored = tab.getByRole('list', { name: 'Ignored' })
    await ignored.getByText(/Jane Doe, here,/u).waitFor()
    await ignored.getByText(/Jane Doe, in this story,/u).waitFor()
    await ignored
      .getByRole('listitem')
      .filter({ hasText: 'comittee' })
      .getByRole('button', { name: 'Flag it again' })
      .click()
    await flagged(page, 'comittee').waitFor()
    expect(await flagged(page, 'The the').count()).toBe(0)
    await page.context().close()
  })

  test('never has a mark on other words while somebody types', async () => {
    const page = await open()
    await checked(page)
    await pickWords(textbox(page, 'Body'), 'comittee')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('s')
    expect(await textbox(page, 'Body').locator('[data-flag]', { hasText: 'comittees' }).count()).toBe(0)
    await page.keyboard.press('Backspace')
    await flagged(page, 'comittee').waitFor()
    await pickWords(textbox(page, 'Body'), 'Rinkevics thanked')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('In the evening of that long day ')
    expect(await flagged(page, 'comittee').innerText()).toBe('comittee')
    await page.context().close()
  })
})

test('the sign-off list counts what was found, and leads to it', async () => {
  const page = await open()
  await checked(page)
  const tab = await sideTab(page, 'Sign-off')
  await tab.getByRole('button', { name: 'Spelling: “comittee”.' }).click()
  await eventually(() => focused(page), 'Body')
  await page.context().close()
})

test('stories are checked offline after the first use', async () => {
  const page = await open()
  await checked(page)
  const context: BrowserContext = page.context()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await textbox(page, 'Body').waitFor()
  await flagged(page, 'comittee').waitFor({ timeout: 45_000 })
  await context.setOffline(true)
  await page.reload()
  await textbox(page, 'Body').waitFor()
  await flagged(page, 'comittee').waitFor({ timeout: 45_000 })
  await textbox(page, 'Body').click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Politicans met. ')
  await flagged(page, 'Politicans').waitFor()
  expect(await flagged(page, 'met').count()).toBe(0)
  await context.close()
})

describe.each(['light', 'dark'] as const)('axe in the %s theme', (colorScheme) => {
  test('finds nothing on the Checks tab, nor on a card', async () => {
    const page = await open(colorScheme)
    await checked(page)
    expect(await violations(page)).toEqual([])
    await flagged(page, 'comittee').click()
    await card(page).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('F7')
    await card(page).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

test.each([390, 1440])('a card stands whole on the page at %i pixels', async (width) => {
  const page = await open('light', width)
  await checked(page)
  await textbox(page, 'Body').click()
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('F7')
    await card(page).waitFor()
    await eventually(async () => {
      const { x = -1, y = -1, width: wide = 0, height = 0 } = (await card(page).boundingBox()) ?? {}
      return x >= 0 && y >= 0 && x + wide <= width && y + height <= 900
    }, true)
  }
  await page.context().close()
})
