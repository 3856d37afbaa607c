import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from './browser.ts'
import { newStory, textbox, waitForSaved } from './desk.ts'
import { openBrowser, setUpNewsroom, startNewsroom, type Newsroom } from './newsroom.ts'
import { startStet } from './start-stet.ts'

let browser: Browser
let newsroom: Newsroom

beforeAll(async () => {
  browser = await launchBrowser()
  newsroom = await startNewsroom(4530)
}, 240_000)
afterAll(async () => {
  await browser.close()
  await newsroom.stop()
})

test('writing on the desk breaks the page’s policy nowhere', async () => {
  const page = await openBrowser(browser)
  const broken: string[] = []
  await page.exposeFunction('policyBroken', (what: string) => broken.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const { policyBroken } = globalThis as unknown as { policyBroken: (what: string) => void }
      policyBroken(`${effectiveDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  await setUpNewsroom(page, newsroom)
  await newStory(page)
  await textbox(page, 'Headline').fill('Ferry sails again')
  await textbox(page, 'Body').click()
  await page.keyboard.type('The ferry sails again.')
  await waitForSaved(page)
  await page.getByRole('tab', { name: 'Sign-off' }).click()
  await page.getByRole('tab', { name: 'Changes' }).click()
  await page.goto(`${newsroom.address}/settings`)
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  // A script in the page is refused; that it is told last of all shows that all others would have been told.
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.head.append(script)
  })
  await vi.waitUntil(() => broken.length > 0, { timeout: 15_000 })
  expect(broken).toEqual([expect.stringMatching(/^script-src-elem inline/)])
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  await page.context().close()
}, 120_000)

test('a server prints one address, keeps its secret to its owner, and refuses a second one on its folder', async () => {
  const data = mkdtempSync(join(tmpdir(), 'stet-server-'))
  const served = await startStet(4531, { data })
  try {
    expect(served.said.match(/https?:\/\/\S+/gu)).toHaveLength(1)
    expect(statSync(join(data, 'secret')).mode & 0o077).toBe(0)
    const second = await failing(4532, { STET_DATA: data })
    expect(second.code).toBe(1)
    expect(second.said).toContain('already running on the folder')
    const taken = await failing(4531, { STET_DATA: join(data, 'other') })
    expect(taken.code).toBe(1)
    expect(taken.said).toContain('Port 4531 is taken')
    const wrong = await failing(4533, { STET_DATA: data, REDIS_URL: 'open-sesame' })
    expect(wrong.code).toBe(1)
    expect(wrong.said).toContain('REDIS_URL has to be like')
    expect(wrong.said).not.toMatch(/sesame|at \S+\.ts|Error:/)
  } finally {
    await served.stop()
    rmSync(data, { recursive: true })
  }
}, 240_000)

/** A start that has to fail: what it says, and its code. */
async function failing(
  port: number,
  set: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV')
  const child = spawn('npm', ['start', '--silent', '--', '--port', String(port)], {
    env: { ...Object.fromEntries(own), ...set },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}
