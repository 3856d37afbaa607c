import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createProfile, type Profile } from './browser.ts'
import {
  become,
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

// What is decided or approved in a tab that dies on the way: all of it has happened, or nothing.

let profile: Profile

beforeEach(async () => {
  profile = await createProfile()
})
afterEach(() => profile.remove())

async function firstPage(context: BrowserContext): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize({ width: 1440, height: 900 })
  return page
}

/** The browser is killed and started again: its first tab, with the story open. */
async function killedAndOpened(address: string): Promise<Page> {
  await profile.kill()
  const page = await firstPage(await profile.start())
  page.setDefaultTimeout(20_000)
  await openStory(page, address)
  return page
}

/** When a tab stands still for good: at a row that it writes, counted from 1, or right after that is committed. */
type Moment = { readonly store: string; readonly row: number; readonly committed: boolean }

/** Presses a button, and waits until the tab that it is in stands still at that moment of what follows. */
async function standStill(page: Page, moment: Moment, press: () => Promise<void>): Promise<void> {
  await page.evaluate(({ store, row, committed }) => {
    const stand = (): void => {
      console.log('stands still')
      for (const end = performance.now() + 60_000; performance.now() < end;);
    }
    // oxlint-disable-next-line typescript/unbound-method -- called on its store below
    const put = IDBObjectStore.prototype.put
    let count = 0
    IDBObjectStore.prototype.put = function die(this: IDBObjectStore, ...args: Parameters<typeof put>) {
      const request = put.apply(this, args)
      if (this.name === store) count += 1
      if (this.name !== store || count !== row) return request
      if (committed) this.transaction.addEventListener('complete', stand)
      else stand()
      return request
    }
  }, moment)
  const told = page.waitForEvent('console', { predicate: (message) => message.text() === 'stands still' })
  // A tab that stands still doesn't answer that it was clicked.
  press().catch(() => undefined)
  await told
}

const bell = (page: Page): Promise<string | null> =>
  page.getByRole('button', { name: /^Notices/u }).getAttribute('aria-label')

const LINES = 300

test('killed in the middle of “Accept all” of 300 suggestions', { timeout: 240_000 }, async () => {
  let page = await firstPage(await profile.start())
  await visit(page, inject('address'))
  await page.getByRole('button', { name: 'Import copy' }).first().click()
  const lines = Array.from({ length: LINES }, (_, line) => `Line ${line + 1} of the harbour’s long list`)
  const dialog = page.getByRole('dialog', { name: 'Import copy' })
  await dialog.getByRole('textbox', { name: 'Wire copy' }).fill(['Harbour list', ...lines].join('\n\n'))
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  const body = textbox(page, 'Body')
  await body.waitFor()
  const was = await copyOf(body)
  await page.getByRole('button', { name: 'Suggesting' }).click()
  await body.press('ControlOrMeta+Home')
  for (const _ of lines) {
    await page.keyboard.press('End')
    await page.keyboard.press('!')
    await page.keyboard.press('ArrowDown')
  }
  await waitForSaved(page)
  const will = await copyOf(body)
  const address = page.url()
  await sideTab(page, 'Changes')
  await eventually(async () => (await openChanges(page)).length, was.split('\n').length)

  const accept = (): Promise<void> => page.getByRole('button', { name: 'Accept all', exact: true }).click()
  for (const row of [1, 150]) {
    await standStill(page, { store: 'verdicts', row, committed: false }, accept)
    page = await killedAndOpened(address)
    await sideTab(page, 'Changes')
    await eventually(async () => (await openChanges(page)).length, was.split('\n').length)
    expect(await page.getByRole('region', { name: 'Decided' }).count()).toBe(0)
    await eventually(() => copyOf(textbox(page, 'Body')), will)
  }
  await standStill(page, { store: 'verdicts', row: 1, committed: true }, accept)
  page = await killedAndOpened(address)
  const changes = await sideTab(page, 'Changes')
  await changes.getByText('Nothing is suggested.').waitFor()
  await changes.getByRole('button', { name: `Show ${LINES - 50} more` }).waitFor()
  await eventually(() => copyOf(textbox(page, 'Body')), will)
})

test('killed in the middle of “Approve”', { timeout: 240_000 }, async () => {
  let context = await profile.start()
  const reporter = await firstPage(context)
  await visit(reporter, inject('address'))
  await submitStory(reporter, 'Harbour reopens', 'The quay was empty.')
  const address = reporter.url()
  let sub = await joinedBy(context, inject('address'), 'Kit Marsh', 'Sub-editor')
  await sub.setViewportSize({ width: 1440, height: 900 })
  await openStory(sub, address)
  await step(sub, 'Claim')
  await eventually(() => statusOf(sub), 'In review · Kit Marsh')

  const versions = async (page: Page): Promise<number> => {
    await page.getByRole('link', { name: 'History' }).click()
    const list = page.getByRole('list', { name: 'Versions' }).getByRole('listitem')
    await list.nth(2).waitFor()
    const count = (await list.count()) - 1
    await page.getByRole('link', { name: /Back to the story/u }).click()
    await textbox(page, 'Body').waitFor()
    return count
  }
  const approve = async (): Promise<void> => {
    await step(sub, 'Approve')
    const dialog = sub.getByRole('dialog', { name: /^Approve/u })
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  }
  for (const store of ['versions', 'notices']) {
    await standStill(sub, { store, row: 1, committed: false }, approve)
    const first = await killedAndOpened(address)
    context = first.context()
    await become(first, 'Jane Doe')
    await eventually(() => statusOf(first), 'In review · Kit Marsh')
    expect(await versions(first)).toBe(2)
    expect(await bell(first)).toBe('Notices')
    sub = await context.newPage()
    await sub.setViewportSize({ width: 1440, height: 900 })
    await openStory(sub, address)
    await become(sub, 'Kit Marsh')
  }
  await standStill(sub, { store: 'versions', row: 1, committed: true }, approve)
  const first = await killedAndOpened(address)
  await become(first, 'Jane Doe')
  await eventually(() => statusOf(first), 'Approved')
  expect(await versions(first)).toBe(3)
  await eventually(() => bell(first), 'Notices, 1 unread')
})
