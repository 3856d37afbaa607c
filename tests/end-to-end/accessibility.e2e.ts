import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { newStory, visit } from './desk.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { target: string[]; failureSummary?: string }[] }

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function violations(page: Page): Promise<string[]> {
  // Colours are measured as a reader sees them: after every transition has ended.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  )
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

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
})
