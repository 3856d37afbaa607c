import type { Page } from 'playwright-core'
import type { Bench } from './bench-browser.ts'
import { comparePages, openPage, type Pair } from './compare-pages.ts'

const SIZES = [1000, 10_000, 50_000] as const

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
  async function* pairs(): AsyncGenerator<Pair> {
    for (const words of SIZES) {
      const second = await story(words)
      const first = await openPage(bench, `${bench.address}/tests/bench/pages/bare.html?words=${words}`)
      yield { words, first, second }
    }
  }
  await comparePages(what, budget, ['bare', 'Stet'], pairs())
}
