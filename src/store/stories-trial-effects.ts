import type { StoreApi } from 'zustand/vanilla'
import type { Backend } from '../backends/backend.ts'
import { checkedStory } from '../domain/checks/checked-story.ts'
import type { HouseRule } from '../domain/checks/house-rule.ts'
import { neighbours } from '../domain/checks/ignored.ts'
import type { RuleTrial, TryRules } from '../domain/checks/try-rules.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { DeskState } from './desk-state.ts'
import type { StoriesTrial, TrialHit } from './stories-trial.ts'
import { BLANK_TRIAL, TRIAL_LIMITS } from './stories-trial.ts'

export type StoriesTrials = {
  begin(rules: readonly HouseRule[]): Promise<void>
  /** Ends one that runs; what it found stays. */
  stop(): void
}

const NOT_LOADED =
  'A part of Stet could not be loaded, so the rules were not tried. Nothing was changed. Check the connection and try again; if that doesn’t help, reload the page.'

const CANNOT_RUN =
  'House rules can’t be run in this browser, so they were not tried. Nothing was changed. Reload the page, then try again.'

/** Stories whose words are fetched at the same time. */
const AT_ONCE = 5
/** Stories on one page of the list. */
const PAGE = 100

/** Tries rules on all stories of the desk, a few at a time; one trial at a time. */
export function createStoriesTrials(
  store: StoreApi<DeskState>,
  backend: Pick<Backend, 'list' | 'copy'>,
  tryRules: TryRules | undefined,
): StoriesTrials {
  /** The trial that is wanted; `runs` where it could be begun. */
  let wanted: { runs: RuleTrial | null } | null = null
  const put = (change: Partial<StoriesTrial>): void =>
    store.setState(({ storiesTrial }) =>
      storiesTrial ? { storiesTrial: { ...storiesTrial, ...change } } : {},
    )

  function stop(): void {
    if (!wanted) return
    wanted.runs?.close()
    wanted = null
    put({ status: 'stopped' })
  }

  async function begin(rules: readonly HouseRule[]): Promise<void> {
    stop()
    if (!tryRules) return
    const mine: { runs: RuleTrial | null } = { runs: null }
    const isWanted = (): boolean => wanted === mine
    wanted = mine
    store.setState({ storiesTrial: BLANK_TRIAL })
    const trial = await tryRules(rules).catch(() => null)
    if (!isWanted()) return trial?.close()
    mine.runs = trial
    const problem = trial ? await run(backend, trial, isWanted, put) : NOT_LOADED
    if (!isWanted()) return
    trial?.close()
    wanted = null
    put({ status: problem === '' ? 'done' : 'failed', message: problem })
  }

  return { begin, stop }
}

/** Goes over the stories as long as it is wanted; answers with why it could not, '' where it could. */
async function run(
  backend: Pick<Backend, 'list' | 'copy'>,
  trial: RuleTrial,
  isWanted: () => boolean,
  put: (change: Partial<StoriesTrial>) => void,
): Promise<string> {
  const seen = new Set<string>()
  const hits: TrialHit[] = []
  const byRule = new Map<string, number>()
  let count = 0
  let done = 0
  for (let offset = 0; offset < TRIAL_LIMITS.stories; offset += PAGE) {
    const page = await backend.list({ search: '', statuses: [], order: 'changed', offset, limit: PAGE })
    if (!page.ok) return page.message
    const { total, records } = page.value
    const planned = Math.min(total, TRIAL_LIMITS.stories)
    // A story that changes meanwhile comes to the top, and another slides onto the next page again.
    const fresh = records.filter(({ id }) => !seen.has(id))
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      if (!isWanted()) return ''
      const some = fresh.slice(at, at + AT_ONCE)
      for (const { id } of some) seen.add(id)
      const found = await hitsIn(backend, trial, some)
      if (!isWanted()) return ''
      if (trial.hasFailed) return CANNOT_RUN
      count += found.length
      for (const { rule } of found) byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
      hits.push(...found.slice(0, TRIAL_LIMITS.hits - hits.length))
      done += some.length
      const { stopped, skipped } = trial
      put({
        done: Math.min(done, planned),
        total: planned,
        left: total - planned,
        hits: [...hits],
        count,
        byRule: Object.fromEntries(byRule),
        stopped,
        skipped,
      })
    }
    if (records.length < PAGE) break
  }
  return ''
}

/** What the rules say of these stories; one that can't be read says nothing. */
async function hitsIn(
  backend: Pick<Backend, 'copy'>,
  trial: RuleTrial,
  records: readonly StoryRecord[],
): Promise<readonly TrialHit[]> {
  const copies = await Promise.all(records.map(({ id }) => backend.copy(id)))
  const hits: TrialHit[] = []
  for (const [at, { id, summary }] of records.entries()) {
    const copy = copies[at]
    if (!copy?.ok || !copy.value) continue
    const { lines } = checkedStory(copy.value)
    const flags = await trial.check(lines)
    for (const [index, { signs }] of lines.entries()) {
      for (const { rule, from, to, words, fixes } of flags[index] ?? []) {
        const around = neighbours(signs, from, to)
        hits.push({ story: id, headline: summary.headline, rule, words, fixes, ...around })
      }
    }
  }
  return hits
}
