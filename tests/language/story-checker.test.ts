import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import type { CheckReport } from '../../src/domain/checks/check-report.ts'
import { BLANK_REPORT } from '../../src/domain/checks/check-report.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import type { CheckAnswer, CheckQuestion } from '../../src/language/check-messages.ts'
import { StoryChecker } from '../../src/language/story-checker.ts'

/** Workers that do nothing but keep what they were told, and say what they are told to. */
function stage() {
  const workers: {
    readonly told: CheckQuestion[]
    say: (data: CheckAnswer) => void
    fail: () => void
    ended: boolean
  }[] = []
  const checker = new StoryChecker(() => {
    const told: CheckQuestion[] = []
    const heard: Record<string, (event: { readonly data: CheckAnswer }) => void> = {}
    const own = {
      told,
      ended: false,
      say: (data: CheckAnswer) => heard['message']?.({ data }),
      fail: () => heard['error']?.({ data: { story: '', report: BLANK_REPORT } }),
    }
    workers.push(own)
    return {
      postMessage: (question) => told.push(question),
      addEventListener(type: string, listener: (event: { readonly data: CheckAnswer }) => void) {
        heard[type] = listener
      },
      terminate() {
        own.ended = true
      },
    }
  })
  return { checker, workers, kinds: (index: number) => workers[index]?.told.map(({ kind }) => kind) }
}
const report = { ...BLANK_REPORT, isComplete: true }

describe('a story that is watched', () => {
  test('begins the worker, which gets the settings, the whole document, and each change', () => {
    const { checker, workers, kinds } = stage()
    checker.set({ ...CHECK_SETTINGS, dialect: 'American' })
    expect(workers).toHaveLength(0)
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'one')
    checker.watch('a', doc, () => undefined)
    doc.getText('body').insert(3, ' two')
    expect(kinds(0)).toEqual(['settings', 'open', 'news'])
    const copy = new Y.Doc()
    for (const question of workers[0]?.told ?? []) {
      if (question.kind === 'open') Y.applyUpdate(copy, question.state)
      if (question.kind === 'news') Y.applyUpdate(copy, question.update)
    }
    expect(copy.getText('body').toJSON()).toBe('one two')
  })

  test('is told what is said of it, and of no other, until it is watched no more', () => {
    const { checker, workers, kinds } = stage()
    const heard: [string, CheckReport][] = []
    const doc = new Y.Doc()
    const stop = checker.watch('a', doc, (said) => heard.push(['a', said]))
    checker.watch('b', new Y.Doc(), (said) => heard.push(['b', said]))
    expect(workers).toHaveLength(1)
    workers[0]?.say({ story: 'b', report })
    workers[0]?.say({ story: 'none', report })
    stop()
    workers[0]?.say({ story: 'a', report })
    doc.getText('body').insert(0, 'late')
    expect(heard).toEqual([['b', report]])
    expect(kinds(0)).toEqual(['settings', 'open', 'open', 'close'])
  })

  test('anew in another document goes on with that one only', () => {
    const { checker, workers, kinds } = stage()
    const [before, after] = [new Y.Doc(), new Y.Doc()]
    const stop = checker.watch('a', before, () => undefined)
    checker.watch('a', after, () => undefined)
    before.getText('body').insert(0, 'x')
    after.getText('body').insert(0, 'y')
    stop()
    expect(kinds(0)).toEqual(['settings', 'open', 'close', 'open', 'news'])
    expect(workers).toHaveLength(1)
  })
})

test('a worker that fails is begun anew once, with all stories; a second time they are told that nothing can be checked', () => {
  const { checker, workers, kinds } = stage()
  const heard: CheckReport[] = []
  checker.watch('a', new Y.Doc(), (said) => heard.push(said))
  workers[0]?.fail()
  expect(workers[0]?.ended).toBe(true)
  expect(kinds(1)).toEqual(['settings', 'open'])
  // What an ended one says late is no failure of the next.
  workers[0]?.fail()
  expect(workers).toHaveLength(2)
  workers[1]?.fail()
  expect(workers).toHaveLength(2)
  expect(heard).toEqual([{ ...BLANK_REPORT, broken: 'everything' }])
})
