import type { Bench } from './bench-browser.ts'
import { quantile, table } from './figures.ts'

const STORIES = 10_000
const TRIES = 7

/** Opening a 1,000-word story from the desk; a desk of 10,000 stories: first rows, search, rows in the DOM. */
export async function benchDesk(bench: Bench): Promise<void> {
  await bench.seed(STORIES, 120, 'Bench story')
  await bench.seed(1, 1000, 'A thousand words')
  const figures: Record<string, number[]> = { rows: [], 'first search': [], search: [], open: [] }
  let most = 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const page = await bench.context.newPage()
    await page.goto('about:blank')
    figures['rows']?.push(
      await timed(async () => {
        await page.goto(bench.address)
        await page.getByRole('link', { name: 'A thousand words' }).waitFor()
      }),
    )
    const box = page.getByRole('searchbox', { name: 'Search stories' })
    const search = (number: number): Promise<number> =>
      timed(async () => {
        await box.fill(`bench story ${number}`)
        await page
          .getByRole('link', { name: `Bench story ${number}`, exact: true })
          .first()
          .waitFor()
      })
    figures['first search']?.push(await search(7123))
    figures['search']?.push(await search(4321 + attempt))
    await box.fill('')
    const grid = page.getByRole('grid', { name: 'Stories' }).or(page.getByRole('table', { name: 'Stories' }))
    for (let scroll = 0; scroll < 5; scroll++) {
      await grid.hover()
      await page.mouse.wheel(0, 4000)
      most = Math.max(most, await grid.getByRole('row').count())
    }
    await box.fill('thousand')
    const link = page.getByRole('link', { name: 'A thousand words' })
    await link.waitFor()
    figures['open']?.push(
      await timed(async () => {
        await link.click()
        await page.getByRole('textbox', { name: 'Body' }).locator('> *').first().waitFor()
      }),
    )
    await page.close()
  }
  const rows = Object.entries({
    'desk of 10,000: to first rows (page load)': figures['rows'] ?? [],
    'desk of 10,000: to first search result': figures['first search'] ?? [],
    'desk of 10,000: to a later search result': figures['search'] ?? [],
    'open a 1,000-word story from the desk': figures['open'] ?? [],
  }).map(([what, values]) => ({
    what,
    'median ms': quantile(values, 0.5).toFixed(0),
    'worst ms': quantile(values, 1).toFixed(0),
  }))
  console.log(
    `The desk, ${TRIES} tries each\n${table(rows)}\nMost rows in the DOM: ${most} (budget: under 60)\n`,
  )
}

async function timed(work: () => Promise<void>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}
