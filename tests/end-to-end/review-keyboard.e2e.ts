import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import {
  copyOf,
  eventually,
  joinedBy,
  openChanges,
  statusOf,
  submitStory,
  tabTo,
  textbox,
  visit,
  waitForSaved,
} from './desk.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** What has the focus, by its accessible name or what it says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

/** What a screen reader was told last. */
const announced = (page: Page): Promise<string> =>
  page
    .locator('[data-live-announcer]')
    .last()
    .innerText()
    .then((said) => said.trim())

/** The words that are selected on the page. */
const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()))

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

test('a sub-editor’s whole review by keyboard alone', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const reporter = await context.newPage()
  await visit(reporter, inject('address'))
  await submitStory(reporter, 'Second in the queue', 'It waits.')
  await reporter.goto(inject('address'))
  await submitStory(reporter, 'Harbour reopens', 'The quay was empty.', 'Boats came back on Monday.')
  const sub = await joinedBy(context, inject('address'), 'Kit Marsh', 'Sub-editor')
  await sub.goto(`${inject('address')}/?queue=submitted`)

  // Two from the queue, with C; and into the first.
  await tabTo(sub, sub.getByRole('link', { name: 'Harbour reopens' }))
  await sub.keyboard.press('c')
  await eventually(() => focused(sub), 'Second in the queue')
  await sub.keyboard.press('c')
  await sub.getByRole('link', { name: /^Claimed by me\s+2/u }).waitFor()
  await tabTo(sub, sub.getByRole('link', { name: /^Claimed by me/u }), 'Shift+Tab')
  await sub.keyboard.press('Enter')
  await tabTo(sub, sub.getByRole('link', { name: 'Second in the queue' }))
  await sub.keyboard.press('ArrowDown')
  await eventually(() => focused(sub), 'Harbour reopens')
  await sub.keyboard.press('Enter')
  await eventually(() => statusOf(sub), 'In review · Kit Marsh')

  // Suggesting on by its key; a word put in, one taken out, and one in the headline.
  const body = textbox(sub, 'Body')
  await tabTo(sub, body)
  await sub.keyboard.press('ControlOrMeta+Alt+s')
  await eventually(() => sub.getByRole('button', { name: 'Suggesting' }).getAttribute('aria-pressed'), 'true')
  await sub.keyboard.press('ControlOrMeta+Home')
  await sub.keyboard.press('ControlOrMeta+Delete')
  await sub.keyboard.type('Their')
  await sub.keyboard.press('ControlOrMeta+End')
  await sub.keyboard.press('ArrowLeft')
  await sub.keyboard.type(' at last')
  await tabTo(sub, textbox(sub, 'Headline'))
  await sub.keyboard.press('End')
  await sub.keyboard.type(' early')
  await waitForSaved(sub)

  // Through the changes and back, each read out; decided where one stands. The caret is in the first of them.
  for (const [keys, said, words] of [
    ['F8', 'Change 2 of 3, Body: “The” becomes “Their”', 'TheTheir'],
    ['F8', 'Change 3 of 3, Body: “ at last” put in', ' at last'],
    ['F8', 'Change 1 of 3, Headline: “ early” put in', ' early'],
    ['Shift+F8', 'Change 3 of 3, Body: “ at last” put in', ' at last'],
  ] as const) {
    await sub.keyboard.press(keys)
    await eventually(() => announced(sub), said)
    await eventually(() => selected(sub), words)
  }
  await sub.keyboard.press('ControlOrMeta+Alt+Enter')
  await eventually(() => copyOf(body), 'TheTheir quay was empty.\nBoats came back on Monday at last.')
  await sub.keyboard.press('F8')
  await sub.keyboard.press('ControlOrMeta+Alt+Backspace')
  await eventually(() => sub.getByRole('tab', { name: /^Changes/u }).innerText(), 'Changes\n1')

  // The list of changes: in by F6 and the tabs, down and to the words, and back.
  await tabTo(sub, sub.getByRole('tab', { name: /^Story/u }))
  await sub.keyboard.press('ArrowRight')
  await eventually(() => openChanges(sub), ['“The” becomes “Their”'])
  const row = sub.getByRole('list', { name: 'Open suggestions' }).getByRole('button', { name: /Takes out/u })
  await tabTo(sub, row)
  await sub.keyboard.press('Enter')
  await eventually(() => selected(sub), 'TheTheir')

  // A comment on words, and the way from it to them.
  await sub.keyboard.press('ControlOrMeta+End')
  await sub.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await sub.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await sub.keyboard.press('ControlOrMeta+Alt+m')
  await eventually(() => focused(sub), 'Comment on “last.”')
  await sub.keyboard.type('Which Monday?')
  await sub.keyboard.press('ControlOrMeta+Enter')
  await eventually(() => isFocused(sub.getByRole('button', { name: /^Go to Body/u })), true)
  await sub.keyboard.press('Enter')
  await eventually(() => selected(sub), 'last.')

  // Back to its reporter, with a note; and on to the next that was claimed.
  await tabTo(sub, sub.getByRole('button', { name: 'Request changes', exact: true }), 'Shift+Tab')
  await sub.keyboard.press('Enter')
  await eventually(() => isFocused(textbox(sub, 'Note')), true)
  await sub.keyboard.type('Say which Monday.')
  await tabTo(sub, sub.getByRole('dialog').getByRole('button', { name: 'Request changes' }))
  await sub.keyboard.press('Enter')
  await eventually(() => statusOf(sub), 'Changes requested')
  await eventually(() => statusOf(reporter), 'Changes requested')
  await sub.keyboard.press('Alt+PageDown')
  await eventually(() => copyOf(textbox(sub, 'Headline')), 'Second in the queue')
  await context.close()
})
