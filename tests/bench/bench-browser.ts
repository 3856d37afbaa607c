import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { build, preview } from 'vite'
import { CHROMIUM_ARGS, chromiumPath } from '../chromium.ts'

export type Bench = {
  readonly address: string
  readonly context: BrowserContext
  /** Fills the desk; answers with the ids of the stories made. */
  seed(stories: number, words: number, headline: string): Promise<readonly string[]>
  end(): Promise<void>
}

/** The built app, the bare editor and the seeding page on one origin, in one Chromium. */
export async function startBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const input = [
    'index.html',
    'tests/bench/pages/bare.html',
    'tests/bench/pages/checked.html',
    'tests/bench/pages/seed.html',
  ]
  await build({
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input } },
  })
  const server = await preview({
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  })
  const port = server.httpServer.address()
  if (typeof port !== 'object' || port === null) throw new Error('The preview server has no address')
  const address = `http://127.0.0.1:${port.port}`
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    // Frames come as fast as they can be made: what is measured is work, not the wait for the next tick of a screen.
    args: [...CHROMIUM_ARGS, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // Keeping the app for later is done once, at the first visit, and is not what is measured.
    serviceWorkers: 'block',
  })
  return {
    address,
    context,
    async seed(stories, words, headline) {
      const page = await context.newPage()
      await page.goto(`${address}/tests/bench/pages/seed.html`)
      const ids = await page.evaluate(
        ([count, size, title]) =>
          (
            globalThis as unknown as {
              seed(count: number, size: number, title: string): Promise<readonly string[]>
            }
          ).seed(count, size, title),
        [stories, words, headline] as const,
      )
      await page.close()
      return ids
    },
    async end() {
      await browser.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Puts the caret into the middle of the middle block, in whatever editor is there. */
export async function caretInTheMiddle(page: Page): Promise<void> {
  await caretInBlock(page, null)
}

/** Puts the caret into a block of the body; null: the one in the middle. */
export async function caretInBlock(page: Page, index: number | null): Promise<void> {
  await page.getByLabel('Body', { exact: true }).evaluate((element, at) => {
    const { children } = element
    const block = children[at ?? Math.floor(children.length / 2)] ?? element
    const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode() ?? block
    block.scrollIntoView({ block: 'center' })
    ;(element as HTMLElement).focus()
    const place = Math.min(20, text.textContent?.length ?? 0)
    getSelection()?.setBaseAndExtent(text, place, text, place)
  }, index)
}

/** Notes for every key how long it took until the frame that shows it was made. */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const keys: number[] = []
    const tasks: number[] = []
    const taskStarts: number[] = []
    Object.assign(globalThis, { keys, tasks, taskStarts })
    document.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => keys.push(performance.now() - event.timeStamp))
          port1.start()
          port2.postMessage(0)
        })
      },
      { capture: true },
    )
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries()) {
        tasks.push(duration)
        taskStarts.push(startTime)
      }
    }).observe({ type: 'longtask' })
  })
}

/** Types `count` keys one after the other and answers with the time of each, in milliseconds. */
export async function typeKeys(page: Page, count: number): Promise<readonly number[]> {
  type Watched = { keys: number[] }
  await page.evaluate(() => void ((globalThis as unknown as Watched).keys.length = 0))
  for (let key = 0; key < count; key++) {
    await page.keyboard.press(key % 7 === 6 ? 'Space' : 'e')
    await page.waitForFunction((wanted) => (globalThis as unknown as Watched).keys.length >= wanted, key + 1)
  }
  return page.evaluate(() => [...(globalThis as unknown as Watched).keys])
}
