import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import {
  caretBehind,
  copyOf,
  eventually,
  joinedBy,
  openChanges,
  openStory,
  sideTab,
  statusOf,
  step,
  submitStory,
  textbox,
  visit,
  waitForSaved,
} from './desk.ts'

let browser: Browser
let context: BrowserContext
let reporter: Page
let sub: Page
let chief: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(hardOfHearing)
  reporter = await context.newPage()
  await visit(reporter, inject('address'))
  sub = await joinedBy(context, inject('address'), 'Kit Marsh', 'Sub-editor')
  chief = await joinedBy(context, inject('address'), 'Carla Chief', 'Chief')
})
afterEach(() => context.close())

type Ears = { deaf: boolean; missed: (() => void)[] }

/** What other tabs say can be held up, as it is where a machine is busy: runs in the page. */
function hardOfHearing(): void {
  const ears = globalThis as unknown as Ears
  ears.deaf = false
  ears.missed = []
  // oxlint-disable-next-line typescript/unbound-method -- called on its channel below
  const listen = BroadcastChannel.prototype.addEventListener
  BroadcastChannel.prototype.addEventListener = function hear(
    this: BroadcastChannel,
    kind: string,
    listener: (event: Event) => void,
  ): void {
    listen.call(this, kind, (event: Event) => {
      if (ears.deaf) ears.missed.push(() => listener(event))
      else listener(event)
    })
  }
}

const hearNothing = (page: Page): Promise<void> =>
  page.evaluate(() => {
    ;(globalThis as unknown as Ears).deaf = true
  })

const hearAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const ears = globalThis as unknown as Ears
    ears.deaf = false
    for (const hear of ears.missed.splice(0)) hear()
  })

/** A story that the sub-editor has claimed, open in all three tabs. */
async function inReview(...paragraphs: string[]): Promise<void> {
  await submitStory(reporter, 'Harbour reopens', ...paragraphs)
  await openStory(sub, reporter.url())
  await openStory(chief, reporter.url())
  await step(sub, 'Claim')
  for (const page of [reporter, sub, chief])
    // oxlint-disable-next-line no-await-in-loop -- one after the other is soon enough
    await eventually(() => statusOf(page), 'In review · Kit Marsh')
}

/** What was decided, as the list of it says. */
async function decided(page: Page): Promise<string[]> {
  const tab = await sideTab(page, 'Changes')
  const rows = tab.getByRole('region', { name: 'Decided' }).getByRole('listitem')
  return (await rows.allInnerTexts()).map((text) => text.split('\n').slice(0, 2).join(' '))
}

describe('at the same moment', () => {
  test('two decide the same suggestion: there is one verdict, and the other is told whose', async () => {
    await inReview('The quay was empty.')
    await sub.getByRole('button', { name: 'Suggesting' }).click()
    await caretBehind(textbox(sub, 'Body'), 'The quay was')
    await sub.keyboard.type(' nearly')
    await waitForSaved(sub)
    const changes = await sideTab(chief, 'Changes')
    await eventually(() => openChanges(chief), ['“ nearly” put in'])
    await sideTab(sub, 'Changes')
    await eventually(() => openChanges(sub), ['“ nearly” put in'])

    await hearNothing(chief)
    await sub.getByRole('button', { name: 'Accept: “ nearly” put in' }).click()
    await eventually(() => openChanges(sub), [])
    await changes.getByRole('button', { name: 'Reject: “ nearly” put in' }).click()
    await chief
      .getByText(/Already accepted by Kit Marsh/u)
      .first()
      .waitFor()
    await hearAll(chief)

    for (const page of [reporter, sub, chief]) {
      await eventually(() => copyOf(textbox(page, 'Body')), 'The quay was nearly empty.')
      await eventually(() => decided(page), ['Accepted by Kit Marsh'])
      expect(await openChanges(page)).toEqual([])
    }
  })

  test('two claim: one has it, and the other sees who', async () => {
    await submitStory(reporter, 'Harbour reopens', 'The quay was empty.')
    await openStory(sub, reporter.url())
    await openStory(chief, reporter.url())
    await hearNothing(chief)
    await step(sub, 'Claim')
    await eventually(() => statusOf(sub), 'In review · Kit Marsh')
    await step(chief, 'Claim')
    await chief
      .getByText(/It was claimed by Kit Marsh at/u)
      .first()
      .waitFor()
    await hearAll(chief)
    await eventually(() => statusOf(chief), 'In review · Kit Marsh')
  })

  test('a step of a record that has moved on is refused, with what changed and who did it', async () => {
    await submitStory(reporter, 'Harbour reopens', 'The quay was empty.')
    await openStory(sub, reporter.url())
    await hearNothing(reporter)
    await step(sub, 'Claim')
    await eventually(() => statusOf(sub), 'In review · Kit Marsh')
    await step(reporter, 'Withdraw')
    await reporter
      .getByText(/It was claimed by Kit Marsh at/u)
      .first()
      .waitFor()
    await hearAll(reporter)
    await eventually(() => statusOf(reporter), 'In review · Kit Marsh')
    expect(await statusOf(sub)).toBe('In review · Kit Marsh')
  })
})

test('approved copy takes no key in any tab, whether it was open before or is opened after', async () => {
  await inReview('The quay was empty.')
  await step(sub, 'Approve')
  await sub
    .getByRole('dialog', { name: /^Approve/u })
    .getByRole('button', { name: 'Approve', exact: true })
    .click()
  const late = await context.newPage()
  await openStory(late, reporter.url())
  for (const page of [reporter, sub, chief, late]) {
    await eventually(() => statusOf(page), 'Approved')
    await textbox(page, 'Body').click()
    for (const key of [
      'x',
      'Backspace',
      'Enter',
      'ControlOrMeta+z',
      'ControlOrMeta+Shift+z',
      'ControlOrMeta+b',
    ])
      await page.keyboard.press(key)
    const undo = page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Undo' })
    expect(await undo.getAttribute('aria-disabled')).toBe('true')
    await undo.click({ force: true })
    await eventually(() => copyOf(textbox(page, 'Body')), 'The quay was empty.')
    expect(await textbox(page, 'Body').getAttribute('contenteditable')).toBe('false')
    expect(await textbox(page, 'Slug').isEditable()).toBe(false)
  }
  await late.close()
})

test('undo after somebody else’s decision loses nothing of anybody else, and can be done again', async () => {
  await inReview('The quay was empty.')
  await caretBehind(textbox(reporter, 'Body'), 'The quay was')
  await reporter.keyboard.type(' nearly')
  await waitForSaved(reporter)
  const changes = await sideTab(sub, 'Changes')
  await changes.getByRole('button', { name: 'Accept: “ nearly” put in' }).click()
  await eventually(() => openChanges(sub), [])
  await caretBehind(textbox(sub, 'Body'), 'nearly')
  await sub.keyboard.type(' always')
  await eventually(() => copyOf(textbox(reporter, 'Body')), 'The quay was nearly always empty.')

  await textbox(reporter, 'Body').press('ControlOrMeta+z')
  await waitForSaved(reporter)
  await textbox(reporter, 'Body').press('ControlOrMeta+Shift+z')
  for (const page of [reporter, sub])
    await eventually(() => copyOf(textbox(page, 'Body')), 'The quay was nearly always empty.')
})

test('what was accepted doesn’t go out of the text again by the undo of somebody who may only suggest', async () => {
  await inReview('The quay was empty.')
  await caretBehind(textbox(reporter, 'Body'), 'The quay was')
  await reporter.keyboard.type(' nearly')
  await waitForSaved(reporter)
  await sideTab(sub, 'Changes')
  await sub.getByRole('button', { name: 'Accept: “ nearly” put in' }).click()
  await eventually(() => openChanges(sub), [])
  await textbox(reporter, 'Body').press('ControlOrMeta+z')
  await eventually(() => copyOf(textbox(reporter, 'Body')), 'The quay was nearly empty.')
})

test.each(['Accept', 'Reject'] as const)(
  'somebody types on while another presses “%s” on that very suggestion: every character is accounted for',
  async (verdict) => {
    await inReview('The quay was empty.')
    await sideTab(sub, 'Changes')
    await caretBehind(textbox(reporter, 'Body'), 'The quay was')
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
    const pace = { isTyped: false }
    const typing = reporter.keyboard.type(letters, { delay: 40 }).then(() => (pace.isTyped = true))
    const button = sub.getByRole('button', { name: new RegExp(`^${verdict}: “.* put in$`, 'u') })
    // Pressed again and again: what is decided is what was seen, so many of these are refused.
    while (!pace.isTyped) await button.click({ timeout: 500 }).catch(() => undefined)
    await typing
    await waitForSaved(reporter)
    await waitForSaved(sub)
    await eventually(() => copyOf(textbox(sub, 'Body')), await copyOf(textbox(reporter, 'Body')))
    const kept = /was(.*) empty/u.exec(await copyOf(textbox(sub, 'Body')))?.[1] ?? ''
    const said = await sideTab(sub, 'Changes')
    const taken = said.getByRole('region', { name: 'Decided' }).locator('ins')
    // What was rejected was typed before what is there; the last that was decided stands first in the list.
    await eventually(
      async () => (verdict === 'Reject' ? (await taken.allTextContents()).toReversed().join('') : '') + kept,
      letters,
    )
  },
)
