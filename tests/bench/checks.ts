import type { Page } from 'playwright-core'
import { MISSPELLINGS } from '../language/spelling/misspellings.ts'
import { manyRules, RUNAWAY_TEXT } from '../language/house-style/rules-13000.ts'
import { writeRuleSheet } from '../../src/language/house-style/rule-sheet.ts'
import { caretInBlock, type Bench } from './bench-browser.ts'
import { comparePages, openPage, type Pair } from './compare-pages.ts'
import { quantile, table } from './figures.ts'

const RULES = 2000
const SIZES = [1000, 10_000, 50_000] as const
const TRIES = 5

type Report = { at: number; took: number; flags: number; isComplete: boolean; speller: string }
/** What tests/bench/pages/checked.tsx says. */
type Checked = {
  seen: { began: number; reports: Report[] }
  tasks: number[]
  taskStarts: number[]
  stoppedRules(): readonly string[]
  checkAnother(words: number, seed: number): Promise<number>
  loadRules(csv: string): { read: number; compiled: number; rules: number }
  untilFlagged(words: string): Promise<number>
}

/** Everything that is promised of the checks' speed; `only` names parts of it. */
export async function benchChecks(bench: Bench, only: readonly string[] = []): Promise<void> {
  const wanted = (part: string): boolean => only.length === 0 || only.includes(part)
  if (wanted('cold')) await benchCold(bench)
  if (wanted('change')) await benchChange(bench)
  if (wanted('runaway')) await benchRunaway(bench)
  if (wanted('file')) await benchRuleFile(bench)
  if (!wanted('typing')) return
  await comparePages(
    `Checks, ${RULES} house rules and spelling on, against the same page without`,
    1.05,
    ['off', 'on'],
    pairs(bench),
  )
}

async function* pairs(bench: Bench): AsyncGenerator<Pair> {
  for (const words of SIZES) {
    const first = await openChecked(bench, words, 'off')
    const second = await openChecked(bench, words, `rules=${RULES}`)
    await untilComplete(second)
    yield { words, first, second }
  }
}

/** A story of 10,000 words that is opened: from when it is first looked at until there is nothing more to say of it. */
async function benchCold(bench: Bench): Promise<void> {
  const all: Record<'first' | 'loaded' | 'complete' | 'later' | 'handled' | 'tasks', number[]> = {
    first: [],
    loaded: [],
    complete: [],
    later: [],
    handled: [],
    tasks: [],
  }
  let flags = 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const page = await openChecked(bench, 10_000, `rules=${RULES}`, attempt + 1)
    const { began, reports, tasks } = await untilComplete(page)
    all.first.push((reports[0]?.at ?? NaN) - began)
    all.loaded.push((reports.find(({ speller }) => speller === 'harper')?.at ?? NaN) - began)
    all.complete.push((reports.at(-1)?.at ?? NaN) - began)
    all.handled.push(...reports.map(({ took }) => took))
    all.tasks.push(...tasks)
    flags = reports.at(-1)?.flags ?? 0
    all.later.push(
      await page.evaluate(
        (seed) => (globalThis as unknown as Checked).checkAnother(10_000, seed),
        100 + attempt,
      ),
    )
    await page.close()
  }
  const row = (what: string, values: readonly number[], budget: string) => ({
    what,
    'median ms': values.length === 0 ? '–' : quantile(values, 0.5).toFixed(0),
    'worst ms': quantile([0, ...values], 1).toFixed(0),
    budget,
  })
  console.log(
    `A cold story of 10,000 words, ${RULES} house rules, ${TRIES} tries, ${flags} flags in the last\n${table([
      row('to the first flags', all.first, ''),
      row('to WebAssembly and dictionary being there', all.loaded, ''),
      row('fully checked, loading WebAssembly and dictionary', all.complete, '≤ 3000'),
      row('fully checked, with these there', all.later, '≤ 3000'),
      row('a report taken in, on the page’s thread', all.handled, ''),
      row(`tasks over 50 ms meanwhile: ${all.tasks.length}`, all.tasks, 'none'),
    ])}\n`,
  )
}

/** A misspelling is put into one paragraph after the other of a warm story. */
async function benchChange(bench: Bench): Promise<void> {
  const page = await openChecked(bench, 10_000, `rules=${RULES}`)
  await untilComplete(page)
  const times: number[] = []
  for (let change = 0; change < 33; change++) {
    await caretInBlock(page, change * 4)
    const words = MISSPELLINGS[change * 3]?.[0] ?? ''
    const took = await page.evaluate((wrong) => (globalThis as unknown as Checked).untilFlagged(wrong), words)
    // The first ones find code that never ran before.
    if (change >= 3) times.push(took)
    await page.waitForTimeout(300)
  }
  await page.close()
  console.log(
    `A changed paragraph of a warm story of 10,000 words: from the change to the underline, ${times.length} times\n${table(
      [
        {
          'p50 ms': quantile(times, 0.5).toFixed(0),
          'p95 ms': quantile(times, 0.95).toFixed(0),
          'worst ms': quantile(times, 1).toFixed(0),
          budget: '≤ 150',
        },
      ],
    )}\n`,
  )
}

/** A rule that never comes to an end meets words on which it does not, and right after it a misspelling is written elsewhere. */
async function benchRunaway(bench: Bench): Promise<void> {
  const page = await openChecked(bench, 10_000, `rules=${RULES}&runaway`)
  await untilComplete(page)
  await caretInBlock(page, 20)
  await page.evaluate((text) => document.execCommand('insertText', false, ` ${text} `), RUNAWAY_TEXT)
  const began = performance.now()
  await caretInBlock(page, 60)
  const flag = (words: string): Promise<number> =>
    page.evaluate((wrong) => (globalThis as unknown as Checked).untilFlagged(wrong), words)
  const spelling = await flag('recieve')
  const style = await flag('at this moment in time')
  await page.waitForFunction(() => (globalThis as unknown as Checked).stoppedRules().length > 0)
  const stopped = performance.now() - began
  const after = await flag('in close proximity to')
  await page.close()
  console.log(
    `A rule that doesn’t come to an end, in a warm story of 10,000 words\n${table([
      { what: 'a misspelling elsewhere is flagged', ms: spelling.toFixed(0) },
      { what: 'another house rule’s words are flagged', ms: style.toFixed(0) },
      { what: 'the rule is stopped and reported', ms: stopped.toFixed(0) },
      { what: 'a house rule’s words are flagged afterwards', ms: after.toFixed(0) },
    ])}\n`,
  )
}

async function benchRuleFile(bench: Bench): Promise<void> {
  const page = await openChecked(bench, 1000, 'off')
  const csv = writeRuleSheet(manyRules(13_000))
  const tries = []
  for (let attempt = 0; attempt < TRIES; attempt++) {
    tries.push(
      await page.evaluate((sheet) => (globalThis as unknown as Checked).loadRules(sheet), `${csv}\n`),
    )
  }
  await page.close()
  console.log(
    `A file of 13,000 rules (${(csv.length / 1e6).toFixed(1)} MB), ${tries[0]?.rules} of which run here, ${TRIES} times\n${table(
      [
        {
          'read ms': quantile(
            tries.map(({ read }) => read),
            0.5,
          ).toFixed(0),
          'made ready ms': quantile(
            tries.map(({ compiled }) => compiled),
            0.5,
          ).toFixed(0),
          'both, worst ms': quantile(
            tries.map(({ read, compiled }) => read + compiled),
            1,
          ).toFixed(0),
          budget: '≤ 2000',
        },
      ],
    )}\n`,
  )
}

async function openChecked(bench: Bench, words: number, how: string, seed = 1): Promise<Page> {
  const seeding = await bench.context.newPage()
  await seeding.goto(`${bench.address}/tests/bench/pages/seed.html`)
  type Seeding = { seedChecked: (words: number, seed: number) => Promise<string> }
  const id = await seeding.evaluate(
    ([size, start]) => (globalThis as unknown as Seeding).seedChecked(size, start),
    [words, seed] as const,
  )
  await seeding.close()
  return openPage(bench, `${bench.address}/tests/bench/pages/checked.html?story=${id}&${how}`)
}

/** What was reported until all was looked at. */
async function untilComplete(page: Page): Promise<Checked['seen'] & { tasks: readonly number[] }> {
  await page.waitForFunction(
    () => (globalThis as unknown as Checked).seen.reports.at(-1)?.isComplete === true,
    undefined,
    { timeout: 120_000 },
  )
  return page.evaluate(() => {
    const { seen, tasks, taskStarts } = globalThis as unknown as Checked
    return { ...seen, tasks: tasks.filter((_, index) => (taskStarts[index] ?? 0) >= seen.began) }
  })
}
