import type { Page } from 'playwright-core'
import { caretInTheMiddle, typeKeys, watchKeys, type Bench } from './bench-browser.ts'
import { quantile, table } from './figures.ts'

const ROUNDS = 6
const KEYS = 40

/** Two pages with the same text: the second one's keys are measured by the first one's. */
export type Pair = {
  readonly words: number
  readonly first: Page
  readonly second: Page
}

/** Types into both pages of each pair in turn, and says how the second compares. Closes them. */
export async function comparePages(
  what: string,
  budget: number,
  [one, other]: readonly [one: string, other: string],
  pairs: AsyncIterable<Pair>,
): Promise<void> {
  const rows = []
  for await (const { words, first, second } of pairs) {
    const times: { first: number[]; second: number[] } = { first: [], second: [] }
    const work = { first: 0, second: 0 }
    const longTasks = { first: 0, second: 0 }
    const meters = { first: await meterOf(first), second: await meterOf(second) }
    // Turn and turn about, so that a busy moment of the machine falls on both.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, page] of [
        ['first', first],
        ['second', second],
      ] as const) {
        await page.bringToFront()
        await caretInTheMiddle(page)
        await forgetTasks(page)
        const before = await meters[name]()
        const keys = await typeKeys(page, KEYS)
        if (round === 0) continue
        times[name].push(...keys)
        work[name] += (await meters[name]()) - before
        longTasks[name] += await countTasks(page)
      }
    }
    const ratio = quantile(times.second, 0.95) / quantile(times.first, 0.95)
    rows.push({
      words,
      [`${one} p50 ms`]: quantile(times.first, 0.5).toFixed(2),
      [`${other} p50 ms`]: quantile(times.second, 0.5).toFixed(2),
      [`${one} p95 ms`]: quantile(times.first, 0.95).toFixed(2),
      [`${other} p95 ms`]: quantile(times.second, 0.95).toFixed(2),
      'ratio p95': ratio.toFixed(2),
      budget: `≤ ${budget}`,
      [`${one} work ms`]: (work.first / ROUNDS / KEYS).toFixed(2),
      [`${other} work ms`]: (work.second / ROUNDS / KEYS).toFixed(2),
      'tasks > 50 ms': `${longTasks.first}, ${longTasks.second}`,
    })
    await first.close()
    await second.close()
  }
  console.log(`${what}: keystroke to next frame, ${ROUNDS * KEYS} keys each\n${table(rows)}`)
  console.log('Work: script, style and layout of the whole page per key, saving included\n')
}

/** A way to ask how many milliseconds a page has spent on script, style and layout so far. */
async function meterOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const parts = new Set(['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'])
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.reduce((sum, { name, value }) => (parts.has(name) ? sum + value * 1000 : sum), 0)
  }
}

type Watched = { tasks: number[] }

/** Forgets the long tasks so far: placing the caret and coming to the front are not typing. */
async function forgetTasks(page: Page): Promise<void> {
  await page.evaluate(() => void ((globalThis as unknown as Watched).tasks.length = 0))
}

const countTasks = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as Watched).tasks.length)

/** A page with an editor in it, once that is there. */
export async function openPage(bench: Bench, address: string): Promise<Page> {
  const page = await bench.context.newPage()
  await watchKeys(page)
  await page.goto(address)
  await page.getByLabel('Body', { exact: true }).locator('> *').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}
