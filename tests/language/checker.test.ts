import { describe, expect, test } from 'vitest'
import type { CheckReport } from '../../src/domain/checks/check-report.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import type { CheckedLine, CheckedStory } from '../../src/domain/checks/checked-story.ts'
import type { LineFlag } from '../../src/domain/checks/flag.ts'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import { Checker } from '../../src/language/checker.ts'
import type { LineRunner } from '../../src/language/line-runner.ts'
import { linesOf } from './lines.ts'

const storyOf = (...texts: readonly string[]): CheckedStory => ({
  lines: linesOf(...texts),
  content: BLANK_CONTENT,
})

/** Flags each "wrod" as a misspelling, or as against the house style. */
const wrods = (check: 'spelling' | 'house-style', { signs }: CheckedLine): readonly LineFlag[] =>
  [...signs.matchAll(/wrod/gu)].map(({ index }) => ({
    kind: check === 'spelling' ? 'spelling' : 'style',
    check,
    rule: 'wrod',
    from: index,
    to: index + 4,
    words: 'wrod',
    message: 'No such word.',
    weight: 'fault',
    fixes: ['word'],
  }))

/** A runner that answers when it is told to, and remembers what it was asked. */
function runnerOf(check: 'spelling' | 'house-style') {
  const asked: string[][] = []
  const waiting: (() => void)[] = []
  const runner: LineRunner = {
    check(lines) {
      asked.push(lines.map(({ signs }) => signs))
      return new Promise((resolve) => {
        waiting.push(() => resolve(lines.map((line) => wrods(check, line))))
      })
    },
    close: () => undefined,
  }
  const answer = async (): Promise<void> => {
    waiting.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { runner, asked, answer }
}

function stage() {
  const [style, spelling] = [runnerOf('house-style'), runnerOf('spelling')]
  const reports: CheckReport[] = []
  let now = 0
  const checker = new Checker(CHECK_SETTINGS, {
    style: style.runner,
    spelling: spelling.runner,
    states: () => ({ speller: 'harper', stopped: [], broken: 'nothing' }),
    report: (report) => reports.push(report),
    clock: () => (now += 1000),
  })
  const words = (): readonly string[] | undefined =>
    reports
      .at(-1)
      ?.flags.map(({ check, range: { place, from } }) =>
        place.to === 'text' ? `${check} ${place.block}:${from}` : check,
      )
  return { checker, style, spelling, reports, words }
}

describe('a story', () => {
  test('is reported at once with what needs no runner, and again with what each of them finds', async () => {
    const { checker, style, spelling, reports, words } = stage()
    checker.look(storyOf('the the end', 'a wrod'), [])
    expect(words()).toEqual(['word-twice 0:0'])
    expect(reports[0]?.isComplete).toBe(false)
    await spelling.answer()
    expect(words()).toEqual(['word-twice 0:0', 'spelling 1:2'])
    await style.answer()
    // Of two about the same characters the one that knows most.
    expect(words()).toEqual(['word-twice 0:0', 'house-style 1:2'])
    expect(reports.at(-1)?.isComplete).toBe(true)
  })

  test('that changes has only its changed lines looked at, the last change first', async () => {
    const { checker, style, spelling } = stage()
    checker.look(storyOf('one', 'two'), [])
    await style.answer()
    await spelling.answer()
    checker.look(storyOf('one', 'two', 'three'), [])
    expect(style.asked).toEqual([['one', 'two'], ['three']])
    checker.look(storyOf('one', 'four', 'three'), [])
    await style.answer()
    expect(style.asked.at(-1)).toEqual(['four'])
    // The speller is asked the next while it has no answer to the last.
    expect(spelling.asked).toEqual([['one', 'two'], ['three'], ['four']])
  })

  test('is not reported again where there is nothing new to say', async () => {
    const { checker, style, spelling, reports } = stage()
    checker.look(storyOf('one'), [])
    await style.answer()
    await spelling.answer()
    const { length } = reports
    checker.look(storyOf('one'), [])
    expect(reports).toHaveLength(length)
  })

  const LONG = Array.from({ length: 40 }, (_, index) => `${index} ${'x'.repeat(900)}`)

  test('is looked at in batches, each larger than the last, and a change begins with a small one again', async () => {
    const { checker, style } = stage()
    checker.look(storyOf(...LONG), [])
    for (let batch = 0; batch < 3; batch++) await style.answer()
    expect(style.asked.map(({ length }) => length)).toEqual([3, 5, 9, 9])
    checker.look(storyOf('changed', ...LONG), [])
    await style.answer()
    expect(style.asked.at(-1)?.[0]).toBe('changed')
    expect(style.asked.at(-1)).toHaveLength(4)
  })

  test('has two batches at a time looked at for spelling, and no line twice', async () => {
    const { checker, spelling, reports } = stage()
    checker.look(storyOf(...LONG), [])
    expect(spelling.asked.map(({ length }) => length)).toEqual([3, 3])
    let asked = 0
    while (asked < spelling.asked.length) {
      asked = spelling.asked.length
      await spelling.answer()
    }
    await spelling.answer()
    expect(spelling.asked.flat()).toEqual(LONG)
    expect(reports.at(-1)?.isComplete).toBe(false)
  })
})

test('under other settings all is asked anew, and what was asked under the old ones says nothing', async () => {
  const { checker, style, spelling, words } = stage()
  checker.look(storyOf('a wrod'), [])
  checker.set({ ...CHECK_SETTINGS, checksOff: ['house-style'] })
  await style.answer()
  expect(style.asked).toEqual([['a wrod'], ['a wrod']])
  await style.answer()
  await spelling.answer()
  await spelling.answer()
  expect(words()).toEqual(['spelling 0:2'])
})

test('what was ignored is told apart, and what is always allowed isn’t told', async () => {
  const { checker, style, spelling, reports, words } = stage()
  const row = {
    id: 'i',
    check: 'spelling',
    rule: 'wrod',
    words: 'wrod',
    scope: 'here',
    before: 'a ',
    after: '',
    by: 'kit',
    at: '',
  } as const
  checker.set({ ...CHECK_SETTINGS, checksOff: ['house-style'] })
  checker.look(storyOf('a wrod', 'the wrod'), [row])
  await style.answer()
  await spelling.answer()
  expect(words()).toEqual(['spelling 1:4'])
  expect(reports.at(-1)?.ignored.map(({ by }) => by.id)).toEqual(['i'])
  checker.set({
    ...CHECK_SETTINGS,
    checksOff: ['house-style'],
    allowed: [{ check: 'spelling', rule: 'wrod', words: 'wrod' }],
  })
  await style.answer()
  await spelling.answer()
  expect(words()).toEqual([])
  expect(reports.at(-1)?.ignored).toEqual([])
})

test('once closed nothing more is reported', async () => {
  const { checker, style, spelling, reports } = stage()
  checker.look(storyOf('a wrod'), [])
  const { length } = reports
  checker.close()
  await style.answer()
  await spelling.answer()
  expect(reports).toHaveLength(length)
})
