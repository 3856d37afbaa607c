import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a person does on the desk, by role and name. */

export async function visit(
  page: Page,
  address: string,
  name = 'Jane Doe',
  role = 'Reporter',
): Promise<void> {
  page.setDefaultTimeout(12_000)
  await page.goto(address)
  const welcome = page.getByRole('dialog', { name: 'Welcome' })
  await welcome.getByRole('textbox', { name: 'Your name' }).fill(name)
  await welcome.getByRole('radio', { name: role }).check({ force: true })
  await welcome.getByRole('button', { name: 'Start', exact: true }).click()
  await welcome.waitFor({ state: 'detached' })
}

/** Makes a blank story and waits until its page can be written on. */
export async function newStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New story' }).click()
  await page.getByRole('textbox', { name: 'Body' }).waitFor()
}

export const textbox = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

export const saveState = (page: Page): Locator => page.getByRole('status', { name: 'Save state' })

/** Waits until the status line says so. */
export async function waitForState(page: Page, start: string): Promise<void> {
  await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('[role=status], output')].some(
        (element) =>
          element.getAttribute('aria-label') === 'Save state' &&
          (element.textContent ?? '').trim().startsWith(text),
      ),
    start,
  )
}

export const waitForSaved = (page: Page): Promise<void> => waitForState(page, 'Saved')

/** What an editor of ours says, its blocks as lines. */
export async function copyOf(box: Locator): Promise<string> {
  return box.evaluate((element) =>
    [...element.children].map((block) => (block.textContent ?? '').replaceAll('\u200B', '')).join('\n'),
  )
}

/** Waits until `read` gives `wanted`: what a person would wait to see. */
export async function eventually<Value>(read: () => Promise<Value>, wanted: Value): Promise<void> {
  await expect.poll(read, { timeout: 15_000, interval: 50 }).toEqual(wanted)
}
