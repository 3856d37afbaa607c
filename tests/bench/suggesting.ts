import type { Page } from 'playwright-core'
import type { Bench } from './bench-browser.ts'
import { openPage } from './compare-pages.ts'
import { compareWithBare } from './writing.ts'

const OPEN = 1000
const BUDGET = 1.5

/** The "suggesting" row of the budgets: as "writing", with so many suggestions open, and one's own words suggested. */
export async function benchSuggesting(bench: Bench): Promise<void> {
  const story = async (words: number): Promise<Page> => {
    const id = await seedSuggestions(bench, words)
    const page = await openPage(bench, `${bench.address}/stories/${id}`)
    await page.getByRole('button', { name: 'Suggesting' }).click()
    await page.getByRole('button', { name: 'Suggesting', pressed: true }).waitFor()
    return page
  }
  await compareWithBare(bench, `Suggesting, ${OPEN} open suggestions`, BUDGET, story)
}

async function seedSuggestions({ context, address }: Bench, words: number): Promise<string> {
  const page = await context.newPage()
  await page.goto(`${address}/tests/bench/pages/seed.html`)
  type Seeding = { seedSuggestions: (words: number, suggestions: number) => Promise<string> }
  const id = await page.evaluate(
    ([size, count]) => (globalThis as unknown as Seeding).seedSuggestions(size, count),
    [words, OPEN] as const,
  )
  await page.close()
  return id
}
