import type { Page } from 'playwright-core'
import { caretInTheMiddle, typeKeys, watchKeys, type Bench } from './bench-browser.ts'
import { quantile, table } from './figures.ts'

const SIZES = [1000, 10_000, 50_000] as const
const ROUNDS = 6
const KEYS = 40

/** The "writing" row of the budgets: the story page against a bare editor, keystroke to next frame. */
export async function benchWriting(bench: Bench): Promise<void> {
  const story = async (words: number): Promise<Page> => {
    const [id = ''] = await bench.seed(1, words, 'Writing')
    return openPage(bench, `${bench.address}/stories/${id}`)
  }
  await compareWithBare(bench, 'Writing', 1.2, story)
}

/** Types into a story's page and into a bare editor with as many words, and says how they compare. */
export async function compareWithBare(
  bench: Bench,
  what: string,
  budget: number,
  story: (words: number) => Promise<Page>,
): Promise<void> {
  const rows = []
  for (const words of SIZES) {
    const stet = await story(words)
    const bare = await openPage(bench, `${bench.address}/tests/bench/pages/bare.html?words=${words}`)
    const times: { bare: number[]; stet: number[] } = { bare: [], stet: [] }
    const work = { bare: 0, stet: 0 }
    const longTasks = { bare: 0, stet: 0 }
    const meters = { bare: await meterOf(bare), stet: await meterOf(stet) }
    // Turn and turn about, so that a busy moment of the machine falls on both.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, page] of [
        ['bare', bare],
        ['stet', stet],
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
    const ratio = quantile(times.stet, 0.95) / quantile(times.bare, 0.95)
    rows.push({
      words,
      'bare p50 ms': quantile(times.bare, 0.5).toFixed(2),
      'Stet p50 ms': quantile(times.stet, 0.5).toFixed(2),
      'bare p95 ms': quantile(times.bare, 0.95).toFixed(2),
      'Stet p95 ms': quantile(times.stet, 0.95).toFixed(2),
      'ratio p95': ratio.toFixed(2),
      budget: `≤ ${budget}`,
      'bare work ms': (work.bare / ROUNDS / KEYS).toFixed(2),
      'Stet work ms': (work.stet / ROUNDS / KEYS).toFixed(2),
      'tasks > 50 ms': `${longTasks.bare}, ${longTasks.stet}`,
    })
    await bare.close()
    await stet.close()
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

export async function openPage(bench: Bench, address: string): Promise<Page> {
  const page = await bench.context.newPage()
  await watchKeys(page)
  await page.goto(address)
  await page.getByLabel('Body', { exact: true }).locator('> *').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}
