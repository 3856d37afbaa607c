import type * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import type { CheckReport } from '../../src/domain/checks/check-report.ts'
import { BLANK_REPORT } from '../../src/domain/checks/check-report.ts'
import type { RunChecks } from '../../src/domain/checks/run-checks.ts'
import { followChecks } from '../../src/store/follow-checks.ts'
import { flagOf } from '../domain/checks/flags.ts'
import { loneStory, sessionOf, show } from './lone-story.ts'

/** Checks that report what they are told to, and later work that is done when it is asked for. */
function stage() {
  const { store, session } = loneStory()
  let report: ((said: CheckReport) => void) | null = null
  const watched: Y.Doc[] = []
  const checks: RunChecks = {
    set: () => undefined,
    watch(_story, doc, put) {
      watched.push(doc)
      report = put
      return () => {
        report = null
      }
    },
  }
  const waiting = new Set<() => void>()
  const stop = followChecks(store, session, checks, (work) => {
    waiting.add(work)
    return () => waiting.delete(work)
  })
  return {
    store,
    session,
    watched,
    stop,
    pause: () => waiting.forEach((work) => work()),
    say: (said: Partial<CheckReport>) => report?.({ ...BLANK_REPORT, ...said }),
    isWatched: () => report !== null,
    kept: (): CheckReport => {
      const { story } = store.getState().stories
      if (story?.phase !== 'open') throw new Error('The story is not open')
      return story.checks
    },
  }
}

describe('an open story', () => {
  test('is checked from the first pause on, and what is reported is kept', () => {
    const { isWatched, pause, say, kept, watched, session } = stage()
    expect(isWatched()).toBe(false)
    pause()
    expect(watched).toEqual([session.doc])
    say({ flags: [flagOf()], isComplete: true, speller: 'harper' })
    expect(kept()).toEqual({ ...BLANK_REPORT, flags: [flagOf()], isComplete: true, speller: 'harper' })
  })

  test('keeps flags that are the same as the same objects, and the list where all are', () => {
    const { pause, say, kept } = stage()
    pause()
    say({ flags: [flagOf(), flagOf({ words: 'wrod' })] })
    const { flags } = kept()
    say({ flags: [flagOf(), flagOf({ words: 'wrod' })], isComplete: true })
    expect(kept().flags).toBe(flags)
    say({ flags: [flagOf({ words: 'wrod' })] })
    expect(kept().flags[0]).toBe(flags[1])
  })

  test('that is closed before the pause is never checked, and afterwards no more', () => {
    const early = stage()
    early.stop()
    early.pause()
    expect(early.isWatched()).toBe(false)
    const late = stage()
    late.pause()
    late.stop()
    expect(late.isWatched()).toBe(false)
  })

  test('takes no report that is about the document before it was opened anew', () => {
    const { store, pause, say, kept } = stage()
    pause()
    show(store, sessionOf('story'))
    say({ flags: [flagOf()] })
    expect(kept()).toBe(BLANK_REPORT)
    store.setState({ stories: {} })
    say({ flags: [flagOf()] })
    expect(store.getState().stories).toEqual({})
  })
})
