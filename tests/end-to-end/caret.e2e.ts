import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { newStory, textbox, visit } from './desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Where the caret's line and what lies over the text are, in pixels of the page. */
const places = (page: Page): Promise<{ top: number; bottom: number; tools: number; foot: number }> =>
  page.evaluate(() => {
    const { anchorNode } = document.getSelection() ?? {}
    const line = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement
    const { top = 0, bottom = 0 } = line?.getBoundingClientRect() ?? {}
    const edge = (part: string): DOMRect =>
      document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect()
    return { top, bottom, tools: edge('[role=toolbar]').bottom, foot: edge('footer[aria-label=Counts]').top }
  })

test.each([
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])('the line that is written is in sight at $width pixels', async (viewport) => {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  await visit(page, inject('address'))
  await newStory(page)
  await textbox(page, 'Body').click()
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.type(`Line ${line}`)
    const { bottom, foot } = await places(page)
    expect(bottom).toBeLessThanOrEqual(foot)
    await page.keyboard.press('Enter')
  }
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.press('ArrowUp')
    const { top, tools } = await places(page)
    expect(top).toBeGreaterThanOrEqual(tools)
  }
  await context.close()
})
