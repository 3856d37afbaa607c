import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createProfile, type Profile } from './browser.ts'
import { copyOf, eventually, newStory, openStory, textbox, visit, waitForSaved } from './desk.ts'
import { logsOf, tearLog } from './torn-log.ts'

let profile: Profile

beforeEach(async () => {
  profile = await createProfile()
})
afterEach(() => profile.remove())

async function firstPage(): Promise<Page> {
  const context = await profile.start()
  return context.pages()[0] ?? context.newPage()
}

test('after "Saved" a SIGKILL of the browser loses nothing', async () => {
  let page = await firstPage()
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Headline').click()
  await page.keyboard.type('Killed after saved')
  await textbox(page, 'Body').click()
  await page.keyboard.type('Every word of this is there again.')
  await textbox(page, 'Slug').fill('killed')
  await waitForSaved(page)
  const address = page.url()
  await profile.kill()

  page = await firstPage()
  await page.goto(address)
  await expect.poll(() => copyOf(textbox(page, 'Body'))).toBe('Every word of this is there again.')
  await eventually(() => copyOf(textbox(page, 'Headline')), 'Killed after saved')
  expect(await textbox(page, 'Slug').inputValue()).toBe('killed')
})

test('killed while typing: the story opens, and at most the last 250 ms are missing', async () => {
  let page = await firstPage()
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Body').click()
  // Each character is noted with the time at which the page had it.
  const typed: { at: number; length: number }[] = []
  const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(4)
  for (const character of text) {
    await page.keyboard.type(character)
    typed.push({ at: Date.now(), length: typed.length + 1 })
  }
  const address = page.url()
  const killedAt = Date.now()
  await profile.kill()

  page = await firstPage()
  await page.goto(address)
  await textbox(page, 'Body').waitFor()
  const kept = await copyOf(textbox(page, 'Body'))
  expect(text.startsWith(kept)).toBe(true)
  const due = typed.findLast(({ at }) => at <= killedAt - 250)?.length ?? 0
  expect(kept.length).toBeGreaterThanOrEqual(due)
})

test('killed in the middle of a write: nothing is lost, however often the browser is started after it', async () => {
  let page = await firstPage()
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Body').click()
  await page.keyboard.type('Written before. ')
  await waitForSaved(page)
  const address = page.url()
  await profile.kill()
  const torn = tearLog(profile)

  page = await firstPage()
  await openStory(page, address)
  await eventually(() => copyOf(textbox(page, 'Body')), 'Written before. ')
  // Chromium writes on behind what was torn, and at its next start throws away all that it finds so.
  await textbox(page, 'Body').press('ControlOrMeta+End')
  await page.keyboard.type('Written after.')
  await waitForSaved(page)
  await expect.poll(() => logsOf(profile).filter((log) => torn.includes(log))).toEqual([])
  await profile.kill()

  page = await firstPage()
  await openStory(page, address)
  await eventually(() => copyOf(textbox(page, 'Body')), 'Written before. Written after.')
})
