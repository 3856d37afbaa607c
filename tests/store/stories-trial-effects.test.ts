import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RuleTrial } from '../../src/domain/checks/try-rules.ts'
import { createStoriesTrials } from '../../src/store/stories-trial-effects.ts'
import type { StoriesTrial } from '../../src/store/stories-trial.ts'
import { TRIAL_LIMITS } from '../../src/store/stories-trial.ts'
import { contentOf, storyOf, until } from '../backends/test-desk.ts'
import { ruleOf } from '../domain/checks/house-rules.ts'
import { stage, type Stage } from './desk-stage.ts'
import { tryHere } from './running-rules.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage()
})
afterEach(() => desk.end())

const trial = (): StoriesTrial | null => desk.store.getState().storiesTrial
const rules = [ruleOf('ferry', { replacement: 'boat' })]

test('every hit in every story is found, and says where it is', async () => {
  const first = await storyOf(desk.backend, contentOf('A ferry', 'The ferry left. No ferry came.'))
  await storyOf(desk.backend, contentOf('A train', 'It left.'))
  await createStoriesTrials(desk.store, desk.backend, tryHere).begin(rules)
  expect(trial()).toMatchObject({
    status: 'done',
    message: '',
    done: 2,
    total: 2,
    left: 0,
    count: 3,
    byRule: { ferry: 3 },
  })
  expect(trial()?.hits[1]).toMatchObject({
    story: first,
    headline: 'A ferry',
    rule: 'ferry',
    before: 'The ',
    words: 'ferry',
    after: ' left. No ferry came.',
    fixes: ['boat'],
  })
})

test('rules that can’t run are said, each with its reason', async () => {
  await storyOf(desk.backend, contentOf('A ferry'))
  const broken = [ruleOf('open', { pattern: '(' }), ruleOf('lt', { type: 'languageToolXML' })]
  await createStoriesTrials(desk.store, desk.backend, tryHere).begin(broken)
  expect(trial()?.skipped.map(({ rule }) => rule)).toEqual(['open', 'lt'])
})

test('one that is stopped finds no more, and keeps what it found', async () => {
  for (const headline of ['One ferry', 'Two ferry', 'A third ferry', '4 ferry', '5 ferry', '6 ferry']) {
    await storyOf(desk.backend, contentOf(headline))
  }
  let checks = 0
  let isClosed = false
  const trials = createStoriesTrials(desk.store, desk.backend, async (tried) => {
    const here = await tryHere(tried)
    return {
      ...here,
      async check(lines) {
        checks += 1
        if (checks === 6) trials.stop()
        return here.check(lines)
      },
      close: () => void (isClosed = true),
    } satisfies RuleTrial
  })
  await trials.begin(rules)
  expect(trial()).toMatchObject({ status: 'stopped', done: 5, total: 6, count: 5 })
  expect(isClosed).toBe(true)
})

test('a second one ends the first', async () => {
  await storyOf(desk.backend, contentOf('A ferry and a train'))
  const trials = createStoriesTrials(desk.store, desk.backend, tryHere)
  await Promise.all([trials.begin(rules), trials.begin([ruleOf('train')])])
  expect(trial()?.hits.map(({ words }) => words)).toEqual(['train'])
})

test('only the stories that changed last are looked at, and only the first hits are listed', async () => {
  const record = { summary: { headline: 'A ferry' } }
  const total = TRIAL_LIMITS.stories + 7
  const backend = {
    list: ({ offset, limit }: { readonly offset: number; readonly limit: number }) =>
      Promise.resolve({
        ok: true,
        value: {
          total,
          records: Array.from({ length: limit }, (_, at) => ({ ...record, id: `${offset + at}` })),
        },
      }),
    copy: () => Promise.resolve({ ok: true, value: contentOf('A ferry') }),
  } as unknown as Parameters<typeof createStoriesTrials>[1]
  await createStoriesTrials(desk.store, backend, tryHere).begin(rules)
  expect(trial()).toMatchObject({
    status: 'done',
    done: TRIAL_LIMITS.stories,
    left: 7,
    count: TRIAL_LIMITS.stories,
  })
  expect(trial()?.hits).toHaveLength(TRIAL_LIMITS.hits)
})

test('a desk that can’t be read, and a part that can’t be loaded, are said', async () => {
  desk.storage.failing.add('records')
  await createStoriesTrials(desk.store, desk.backend, tryHere).begin(rules)
  expect(trial()?.status).toBe('failed')
  expect(trial()?.message).not.toBe('')
  await createStoriesTrials(desk.store, desk.backend, () => Promise.reject(new Error('gone'))).begin(rules)
  expect(trial()).toMatchObject({
    status: 'failed',
    message: expect.stringContaining('could not be loaded') as string,
  })
})

test('the actions begin, stop and forget one', async () => {
  desk.actions.tryOnStories(rules)
  await desk.effects.settle()
  // This tab has nothing that tries rules.
  expect(trial()).toBeNull()
  desk.store.setState({ storiesTrial: { ...(await blank()), status: 'done' } })
  desk.actions.forgetTrial()
  await until(trial, null)
})

const blank = async () => (await import('../../src/store/stories-trial.ts')).BLANK_TRIAL
