import type { Page } from 'playwright-core'
import { caretInTheMiddle, typeKeys, watchKeys, type Bench } from './bench-browser.ts'
import { quantile, table } from './figures.ts'

const SIZES = [1000, 10_000, 50_000] as const
const ROUNDS = 6
const KEYS = 40
const BUDGET = 1.2

/** The "writing" row of the budgets: the story page against a bare editor, keystroke to next frame. */
export async function benchWriting(bench: Bench): Promise<void> {
  const rows = []
  for (const words of SIZES) {
    const [id = ''] = await bench.seed(1, words, 'Writing')
    const bare = await open(bench, `${bench.address}/tests/bench/pages/bare.html?words=${words}`)
    const stet = await open(bench, `${bench.address}/stories/${id}`)
    const times: { bare: number[]; stet: number[] } = { bare: [], stet: [] }
    // Turn and turn about, so that a busy moment of the machine falls on both.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, page] of [
        ['bare', bare],
        ['stet', stet],
      ] as const) {
        await page.bringToFront()
        await caretInTheMiddle(page)
        const keys = await typeKeys(page, KEYS)
        if (round > 0) times[name].push(...keys)
      }
    }
    const longTasks = await stet.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks.length)
    const ratio = quantile(times.stet, 0.95) / quantile(times.bare, 0.95)
    rows.push({
      words,
      'bare p50 ms': quantile(times.bare, 0.5).toFixed(2),
      'Stet p50 ms': quantile(times.stet, 0.5).toFixed(2),
      'bare p95 ms': quantile(times.bare, 0.95).toFixed(2),
      'Stet p95 ms': quantile(times.stet, 0.95).toFixed(2),
      'ratio p95': ratio.toFixed(2),
      budget: `≤ ${BUDGET}`,
      'tasks > 50 ms': longTasks,
    })
    await bare.close()
    await stet.close()
  }
  console.log(`Writing: keystroke to next frame, ${ROUNDS * KEYS} keys each\n${table(rows)}\n`)
}

async function open(bench: Bench, address: string): Promise<Page> {
  const page = await bench.context.newPage()
  await watchKeys(page)
  await page.goto(address)
  await page.getByLabel('Body', { exact: true }).locator('> *').first().waitFor()
  // Loading is not typing: what it cost is not counted.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => void ((globalThis as unknown as { tasks: number[] }).tasks.length = 0))
  return page
}
