import { afterEach, describe, expect, test } from 'vitest'
import { SpellingRunner } from '../../src/language/spelling-runner.ts'
import { linesOf } from './lines.ts'

const realWorker = (name = ''): Worker =>
  new Worker(new URL('../../src/language/spelling-worker.ts', import.meta.url), { type: 'module', name })
const scripted = (script: string): Worker =>
  new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
const broken = (): Worker => scripted('throw new Error("broken")')

const open: SpellingRunner[] = []
function runnerOf(makeWorker: (name: string) => Worker, words: readonly string[] = []): SpellingRunner {
  const runner = new SpellingRunner('British', words, { makeWorker })
  open.push(runner)
  return runner
}

afterEach(() => {
  for (const runner of open.splice(0)) runner.close()
})

const misspelt = (found: Awaited<ReturnType<SpellingRunner['check']>>): readonly (readonly string[])[] =>
  found.map((flags) => flags.filter(({ check }) => check === 'spelling').map(({ words }) => words))

describe('a speller in a worker', () => {
  test('is loaded with the first line, flags it, and goes by other settings from when they are set', async () => {
    let begun = 0
    const runner = runnerOf(() => {
      begun += 1
      return realWorker()
    }, ['frobnicator'])
    expect(begun).toBe(0)
    expect(runner.state).toBe('loading')
    const lines = linesOf('The comittee met a frobnicator.', 'The colour was grey.')
    expect(misspelt(await runner.check(lines))).toEqual([['comittee'], []])
    expect(['harper', 'dictionary']).toContain(runner.state)

    // Set while something is asked: what is asked after it knows of it.
    const before = runner.check(lines)
    runner.set('American', ['comittee'])
    const after = runner.check(lines)
    await before
    expect(misspelt(await after)[0]).toEqual(['frobnicator'])
    expect(misspelt(await after)[1]).toContain('colour')
    expect(begun).toBe(1)
  }, 60_000)
})

describe('a worker that is begun ahead', () => {
  test('loads harper in the dialect of then, and goes by the one that holds when a line comes', async () => {
    const names: string[] = []
    const runner = runnerOf((name) => {
      names.push(name)
      return realWorker(name)
    })
    runner.begin()
    runner.set('American', [])
    const lines = linesOf('The comittee liked the colour.', 'They sold a elderly horse.')
    const found = await runner.check(lines)
    expect(misspelt(found)).toEqual([['comittee', 'colour'], []])
    expect(found[1]?.map(({ words }) => words)).toEqual(['a'])
    expect(runner.state).toBe('harper')
    expect(names).toEqual(['British'])
  }, 60_000)

  test('answers what is asked together in its order, though the last takes no time', async () => {
    const runner = runnerOf(realWorker)
    runner.begin()
    const lines = Array.from({ length: 40 }, (_, index) => `The goverment sold ${index} elderly horses.`)
    const asked = [linesOf(...lines), linesOf('A quay'), [], linesOf('The comittee', 'met')]
    const answers = await Promise.all(asked.map((some) => runner.check(some)))
    expect(answers.map((answer) => misspelt(answer).flat())).toEqual([
      lines.map(() => 'goverment'),
      [],
      [],
      ['comittee'],
    ])
  }, 60_000)
})

describe('a worker that fails', () => {
  test('from the start: lines come back without flags, and it is said', async () => {
    const runner = runnerOf(broken)
    expect(misspelt(await runner.check(linesOf('The comittee', 'met')))).toEqual([[], []])
    expect(runner.state).toBe('failed')
    expect(misspelt(await runner.check(linesOf('The comittee')))).toEqual([[]])
  })

  test('or can’t be made', async () => {
    const runner = runnerOf(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    expect(misspelt(await runner.check(linesOf('The comittee')))).toEqual([[]])
    expect(runner.state).toBe('failed')
  })

  test('in the middle of a question: it is answered all the same', async () => {
    const runner = runnerOf(() =>
      scripted(`addEventListener('message', ({ data }) => {
        if (data.kind === 'open') postMessage({ kind: 'opened', state: 'harper' })
        else throw new Error('broken')
      })`),
    )
    expect(misspelt(await runner.check(linesOf('The comittee')))).toEqual([[]])
    expect(runner.state).toBe('failed')
  })

  test('and harper that breaks down later is known of', async () => {
    const runner = runnerOf(() =>
      scripted(`addEventListener('message', ({ data }) => postMessage(
        data.kind === 'open'
          ? { kind: 'opened', state: 'harper' }
          : { kind: 'flags', flags: data.lines.map(() => []), state: 'dictionary' }))`),
    )
    await runner.check(linesOf('one'))
    expect(runner.state).toBe('dictionary')
  })
})

test('one that is closed answers what is asked, begins nothing, and never waits', async () => {
  let begun = 0
  const runner = runnerOf(() => {
    begun += 1
    return realWorker()
  })
  const before = runner.check(linesOf('The comittee'))
  runner.close()
  expect(misspelt(await before)).toEqual([[]])
  expect(misspelt(await runner.check(linesOf('The comittee')))).toEqual([[]])
  expect(begun).toBe(1)
})
