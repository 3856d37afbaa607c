import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { vi } from 'vitest'
import { startStet } from './start-stet.ts'

/** A newsroom's server on a folder of its own, as a stranger starts it. */
export type Newsroom = {
  readonly address: string
  /** The one-time code that it printed. */
  readonly code: string
  /** Ends the server; its folder stays. */
  halt(): Promise<void>
  /** Starts the server anew on the same folder and at the same address. */
  restart(): Promise<void>
  /** Ends the server and removes what it kept. */
  stop(): Promise<void>
}

export const PASSWORD = 'ferry under a full moon'

export async function startNewsroom(port: number): Promise<Newsroom> {
  const data = mkdtempSync(join(tmpdir(), 'stet-newsroom-'))
  let served = await startStet(port, { data })
  const code = await vi.waitUntil(() => /once: (\S+)/u.exec(served.said)?.[1], { timeout: 30_000 })
  return {
    address: served.address,
    code,
    halt: () => served.stop(),
    async restart() {
      served = await startStet(port, { data })
    },
    async stop() {
      await served.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A browser of one person's own. */
export async function openBrowser(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return page
}

export const passwordField = (page: Page, label = 'Password') => page.getByLabel(label, { exact: true })

/** Makes the first chief, Ida Berg, by the code that the server printed. */
export async function setUpNewsroom(page: Page, { address, code }: Newsroom): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { name: 'Set up this newsroom' }).waitFor()
  await page.getByRole('textbox', { name: 'Set-up code' }).fill(code)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ida Berg')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ida@example.com')
  await passwordField(page).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('heading', { name: 'Desk' }).waitFor()
}

/** A chief invites somebody; answers with the link that is shown once. */
export async function invite(page: Page, address: string, name: string, role: string): Promise<string> {
  await page.goto(`${address}/settings`)
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const form = page.getByRole('form', { name: 'Invite somebody' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('textbox', { name: 'E-mail' }).fill(emailOf(name))
  await form.getByRole('radio', { name: role }).check({ force: true })
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByRole('textbox', { name: `Link for ${name}` }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return link
}

/** Takes an invitation up. */
export async function takeUp(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await passwordField(page).fill(PASSWORD)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('heading', { name: 'Desk' }).waitFor()
}

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(emailOf(name))
  await passwordField(page).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export const emailOf = (name: string): string => `${(name.split(' ')[0] ?? '').toLowerCase()}@example.com`
