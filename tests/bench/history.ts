import type { Page } from 'playwright-core'
import type { Bench } from './bench-browser.ts'
import { quantile, table } from './figures.ts'

const WORDS = 10_000
const TRIES = 5
/** One word in so many is another one in the later version. */
const DIFFERENCES = [200, 20, 3] as const
const LAYOUTS = ['side by side', 'inline'] as const
const BUDGET = 1000

/** Comparing two versions of 10,000 words: from the choice to the last word drawn, and the longest task meanwhile. */
export async function benchHistory(bench: Bench): Promise<void> {
  const rows = []
  for (const every of DIFFERENCES) {
    const id = await seedVersions(bench, every)
    for (const layout of LAYOUTS) {
      const page = await openHistory(bench, id)
      const toggle = page.getByRole('button', { name: 'Side by side' })
      if (layout === 'inline') await toggle.click()
      const times: number[] = []
      const tasks: number[] = []
      for (let attempt = 0; attempt < TRIES; attempt++) {
        await choose(page, 'Now')
        await forgetTasks(page)
        times.push(await choose(page, 'Second'))
        tasks.push(...(await longTasks(page)))
      }
      const count = await page.getByText(/\d+ changes/u).textContent()
      if (layout === 'inline') await toggle.click()
      await page.close()
      rows.push({
        'versions of 10,000 words': `${count ?? ''}, ${layout}`,
        'median ms': quantile(times, 0.5).toFixed(0),
        'worst ms': quantile(times, 1).toFixed(0),
        budget: `< ${BUDGET}`,
        'tasks > 50 ms': tasks.length,
        'longest task ms': tasks.length === 0 ? '≤ 50' : quantile(tasks, 1).toFixed(0),
      })
    }
  }
  console.log(`Comparing two versions, ${TRIES} tries each\n${table(rows)}\n`)
}

async function seedVersions(bench: Bench, every: number): Promise<string> {
  const page = await bench.context.newPage()
  await page.goto(`${bench.address}/tests/bench/pages/seed.html`)
  type Seeding = { seedVersions(words: number, every: number): Promise<string> }
  await page.waitForFunction(() => 'seedVersions' in globalThis)
  const id = await page.evaluate(
    ([words, one]) => (globalThis as unknown as Seeding).seedVersions(words, one),
    [WORDS, every] as const,
  )
  await page.close()
  return id
}

type Watched = { tasks: number[] }

async function openHistory(bench: Bench, id: string): Promise<Page> {
  const page = await bench.context.newPage()
  await page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { tasks })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    }).observe({ type: 'longtask' })
  })
  await page.goto(`${bench.address}/stories/${id}/history`)
  await page.getByRole('region', { name: 'Comparison' }).locator('[data-change]').first().waitFor()
  return page
}

/** Chooses a state in the list; answers with the milliseconds until all that differs is drawn. */
async function choose(page: Page, name: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const region = document.querySelector('[aria-label="Comparison"]')
    const entry = [...document.querySelectorAll<HTMLElement>('[aria-label="Versions"] button')].find(
      (button) => button.querySelector('b')?.textContent?.startsWith(wanted),
    )
    const since = performance.now()
    entry?.click()
    // No functions with names in here: they would need the help of the tool that compiled them.
    do await new Promise((resolve) => requestAnimationFrame(resolve))
    while (
      entry?.getAttribute('aria-current') !== 'true' ||
      region?.getAttribute('aria-busy') === 'true' ||
      region?.querySelector('[aria-busy="true"]')
    )
    return performance.now() - since
  }, name)
}

const forgetTasks = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    ;(globalThis as unknown as Watched).tasks.length = 0
  })

const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    // The observer is told after the task.
    await new Promise((resolve) => setTimeout(resolve, 200))
    return (globalThis as unknown as Watched).tasks
  })
