import { afterEach, describe, expect, test } from 'vitest'
import type { StyleRunnerParts } from '../../src/language/style-runner.ts'
import { StyleRunner } from '../../src/language/style-runner.ts'
import { linesOf, ruleOf } from './lines.ts'

/** Never comes to an end on a long row of a's with something else behind. */
const RUNAWAY = ruleOf('runaway', '(a+)+$')
const GREAT = ruleOf('great', 'great', { replacement: 'large' })
const SMALL = ruleOf('small', 'small', { replacement: 'little' })
const LONG = `great ${'a'.repeat(40)}!`

const open: StyleRunner[] = []
let begun = 0
function runnerOf(parts: Partial<StyleRunnerParts> = {}): StyleRunner {
  const runner = new StyleRunner({
    makeWorker: () => {
      begun += 1
      return new Worker(new URL('../../src/language/style-worker.ts', import.meta.url), { type: 'module' })
    },
    batchLimit: 400,
    ruleLimit: 150,
    ...parts,
  })
  open.push(runner)
  return runner
}

afterEach(() => {
  for (const runner of open.splice(0)) runner.close()
  begun = 0
})

const worded = (found: Awaited<ReturnType<StyleRunner['check']>>): readonly (readonly string[])[] =>
  found.map((flags) => flags.map(({ words }) => words))

describe('house rules in a worker', () => {
  test('flag each line, in the order of the lines', async () => {
    const runner = runnerOf()
    runner.set([GREAT, SMALL])
    const found = await runner.check(linesOf('a small one', 'nothing', 'great and small'))
    expect(worded(found)).toEqual([['small'], [], ['great', 'small']])
    expect(found[0]?.[0]).toMatchObject({ check: 'house-style', rule: 'small', fixes: ['little'] })
    expect(begun).toBe(1)
  })

  test('one that runs away is stopped and named; all others still flag, and later lines are looked at', async () => {
    const runner = runnerOf()
    runner.set([GREAT, RUNAWAY, SMALL])
    const found = await runner.check(linesOf('a small one', `${LONG} small`, 'great again'))
    expect(worded(found)).toEqual([['small'], ['great', 'small'], ['great']])
    expect(runner.stopped).toEqual([{ rule: 'runaway', words: `${LONG} small` }])
    // From then on it isn't run at all: nothing is stopped a second time, and no further worker is needed.
    const before = begun
    expect(worded(await runner.check(linesOf(LONG, 'small')))).toEqual([['great'], ['small']])
    expect(runner.stopped).toHaveLength(1)
    expect(begun).toBe(before)
  })

  test('two that run away are both found', async () => {
    const runner = runnerOf()
    runner.set([RUNAWAY, ruleOf('other', '(a|a)+$'), GREAT])
    expect(worded(await runner.check(linesOf(LONG)))).toEqual([['great']])
    expect(runner.stopped.map(({ rule }) => rule).toSorted()).toEqual(['other', 'runaway'])
  })

  test('what is asked together is answered one after the other', async () => {
    const runner = runnerOf()
    runner.set([GREAT, RUNAWAY])
    const [first, second] = await Promise.all([
      runner.check(linesOf(LONG)),
      runner.check(linesOf('great', 'small')),
    ])
    expect(worded(first)).toEqual([['great']])
    expect(worded(second)).toEqual([['great'], []])
  })

  test('rules that can’t run here are named with the reason, and the rest run', async () => {
    const runner = runnerOf()
    runner.set([ruleOf('broken', '(unclosed'), GREAT])
    expect(worded(await runner.check(linesOf('great')))).toEqual([['great']])
    expect(runner.skipped).toEqual([{ rule: 'broken', reason: expect.stringMatching(/\w/u) as string }])
  })
})

describe('meanwhile', () => {
  test('other rules are set: what was asked before says nothing, what is asked then goes by them', async () => {
    const runner = runnerOf()
    runner.set([RUNAWAY, GREAT])
    const before = runner.check(linesOf(LONG, 'great'))
    runner.set([SMALL])
    const after = runner.check(linesOf('great small'))
    expect(worded(await before)).toEqual([[], []])
    expect(worded(await after)).toEqual([['small']])
    expect(runner.stopped).toEqual([])
  })

  test('it is closed: all that is asked comes back without flags', async () => {
    const runner = runnerOf()
    runner.set([RUNAWAY])
    const before = runner.check(linesOf(LONG))
    runner.close()
    expect(worded(await before)).toEqual([[]])
    expect(worded(await runner.check(linesOf('great')))).toEqual([[]])
  })
})

describe('a worker that breaks', () => {
  const broken = (): Worker =>
    new Worker(URL.createObjectURL(new Blob(['throw new Error("broken")'], { type: 'text/javascript' })))

  test('from the start is tried again a few times, then given up; nobody waits for ever', async () => {
    let tried = 0
    const runner = runnerOf({
      makeWorker: () => {
        tried += 1
        return broken()
      },
    })
    runner.set([GREAT])
    expect(worded(await runner.check(linesOf('great', 'small')))).toEqual([[], []])
    await runner.check(linesOf('great'))
    expect(runner.hasFailed).toBe(true)
    expect(tried).toBe(3)
    expect(runner.stopped).toEqual([])
  })

  test('and one that can’t even be made, likewise', async () => {
    const runner = runnerOf({
      makeWorker: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
    runner.set([GREAT])
    expect(worded(await runner.check(linesOf('great')))).toEqual([[]])
    expect(runner.hasFailed).toBe(true)
    // Other rules are a new try.
    runner.set([SMALL])
    expect(runner.hasFailed).toBe(false)
  })

  test('once is no more than that: the next one does the work', async () => {
    let tried = 0
    const runner = runnerOf({
      makeWorker: () => {
        tried += 1
        return tried === 1
          ? broken()
          : new Worker(new URL('../../src/language/style-worker.ts', import.meta.url), { type: 'module' })
      },
    })
    runner.set([GREAT])
    expect(worded(await runner.check(linesOf('great')))).toEqual([['great']])
    expect(runner.hasFailed).toBe(false)
  })
})
