import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import {
  caretBehind,
  eventually,
  joinedBy,
  newStory,
  openChanges,
  openStory,
  pickWords,
  sideTab,
  statusOf,
  step,
  submitStory,
  textbox,
  visit,
} from './desk.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each(['light', 'dark'] as const)('axe in the %s theme', (colorScheme) => {
  test('finds nothing on welcome, desk, import dialog, story page and settings', async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.goto(inject('address'))
    await page.getByRole('dialog', { name: 'Welcome' }).waitFor()
    expect(await violations(page)).toEqual([])
    await visit(page, inject('address'))
    await page.getByRole('heading', { name: 'Desk' }).waitFor()
    expect(await violations(page)).toEqual([])

    await page.getByRole('button', { name: 'Import copy' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Import copy' })
    await dialog
      .getByRole('textbox', { name: 'Wire copy' })
      .fill('World\n\nA headline stands here\n\nBy AFP\n\nPARIS (AP) — The first words.')
    await dialog.getByText('PARIS').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await newStory(page)
    await page.keyboard.type('A headline')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'More' }).first().click()
    expect(await violations(page)).toEqual([])

    await page.goto(`${inject('address')}/settings`)
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test('finds nothing on the tabs, views and dialogs of a review, nor on history, digest, inbox and queue', async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } })
    const reporter = await context.newPage()
    await visit(reporter, inject('address'))
    await submitStory(reporter, 'Harbour reopens', 'The quay was empty TK.', 'Boats came back.')
    const address = reporter.url()
    const sub = await joinedBy(context, inject('address'), 'Kit Marsh', 'Sub-editor')
    await openStory(sub, address)
    await step(sub, 'Claim')
    await eventually(() => statusOf(sub), 'In review · Kit Marsh')
    await sub.getByRole('button', { name: 'Suggesting' }).click()
    const body = textbox(sub, 'Body')
    await pickWords(body, 'empty')
    await sub.keyboard.type('full')
    await pickWords(body, 'came')
    await sub.keyboard.press('ControlOrMeta+b')
    await caretBehind(body, 'Boats')
    await sub.keyboard.press('Enter')
    await textbox(sub, 'Slug').fill('harbour')
    const nothing = async (page: Page, where: string): Promise<void> => {
      expect([where, ...(await violations(page))]).toEqual([where])
    }
    await nothing(sub, 'Story tab with suggestions')
    await pickWords(body, 'back')
    await sub.keyboard.press('ControlOrMeta+Alt+m')
    await sub.getByRole('textbox', { name: 'Comment on “back”' }).fill('From where? @Jane Doe')
    await nothing(sub, 'Comments tab, while one is written')
    await sub.keyboard.press('ControlOrMeta+Enter')
    await sub.getByRole('article', { name: /^Comment by/u }).waitFor()
    await nothing(sub, 'Comments tab')

    const changes = await sideTab(sub, 'Changes')
    await eventually(
      () => openChanges(sub),
      ['“empty” becomes “full”', 'New paragraph', 'Bold: “came”', '“harbour” put in'],
    )
    await nothing(sub, 'Changes tab')
    await changes.getByTitle('Go to it in the story').first().click()
    await changes.getByRole('button', { name: /^Accept: “empty”/u }).click()
    await changes.getByRole('region', { name: 'Decided' }).getByRole('listitem').waitFor()
    await nothing(sub, 'Changes tab, one looked at and one decided')
    await sideTab(sub, 'Sign-off')
    await sub.getByRole('heading', { name: /stop/u }).waitFor()
    await nothing(sub, 'Sign-off tab')

    for (const view of ['As it was', 'As it will be']) {
      await sub.getByRole('radio', { name: view }).check({ force: true })
      await sideTab(sub, 'Story')
      await nothing(sub, view)
    }
    await sub.getByRole('radio', { name: 'With changes' }).check({ force: true })
    for (const name of ['Approve', 'Request changes']) {
      await step(sub, name)
      const dialog = sub.getByRole('dialog', { name: new RegExp(`^${name}`, 'u') })
      await dialog.waitFor()
      await nothing(sub, `${name} dialog`)
      await sub.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await sub.getByRole('link', { name: 'History' }).click()
    await sub.getByRole('region', { name: 'Comparison' }).getByText('full').first().waitFor()
    await nothing(sub, 'history')
    await sub.getByRole('button', { name: 'Side by side' }).click()
    await nothing(sub, 'comparison inline')
    await sub.getByRole('link', { name: 'What the desk changed' }).click()
    await sub.getByRole('article', { name: 'Digest' }).getByText('full').first().waitFor()
    await nothing(sub, 'digest')
    await sub.goto(inject('address'))
    await sub.getByRole('link', { name: /^Claimed by me/u }).click()
    await sub.getByRole('link', { name: 'Harbour reopens' }).waitFor()
    await nothing(sub, 'queue')

    await reporter.getByRole('button', { name: /^Notices/u }).click()
    await reporter.getByRole('link', { name: /Kit Marsh mentioned you/u }).waitFor()
    await nothing(reporter, 'inbox')
    await context.close()
  }, 120_000)
})
