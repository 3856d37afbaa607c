import { beforeEach, describe, expect, test } from 'vitest'
import { startThread } from '../../src/domain/threads/write-threads.ts'
import { BLANK_COUNTS, type OpenStory, type StoryCounts } from '../../src/store/desk-state.ts'
import type { DeskStore } from '../../src/store/desk-store.ts'
import { followCounts } from '../../src/store/follow-counts.ts'
import type { StorySession } from '../../src/store/story-session.ts'
import { listSuggestions } from '../../src/store/suggestion-observer.ts'
import { readFacts, type FactsQuestion, type StoryFacts } from '../../src/store/story-facts.ts'
import { loneStory, sessionOf, show } from './lone-story.ts'

/** The browser's idle time in the test's hands: `idle` does what was put off until now. */
let put: Set<() => void>
const later = (work: () => void): (() => void) => {
  const due = (): void => work()
  put.add(due)
  return () => void put.delete(due)
}
function idle(): number {
  const due = [...put]
  put.clear()
  for (const work of due) work()
  return due.length
}

let store: DeskStore
let session: StorySession
let stop: () => void
beforeEach(() => {
  put = new Set()
  ;({ store, session } = loneStory())
  stop = followCounts(store, session, later)
})

const counts = (): StoryCounts | null => {
  const story = store.getState().stories['story']
  return story?.phase === 'open' ? story.counts : null
}
const type = (words: string): void => session.doc.getText('body').insert(0, words)

test('a story is counted soon after it was opened, without a change', () => {
  type('Before it was followed ')
  expect(counts()).toEqual(BLANK_COUNTS)
  expect(idle()).toBe(1)
  expect(counts()).toEqual({ words: 4, characters: 23, minutes: 1, tks: 0 })
  expect(idle()).toBe(0)
})

test('however many keys are typed, it is counted once, and never in between', () => {
  idle()
  for (const letter of 'a long sentence') type(letter)
  expect(counts()?.characters).toBe(0)
  expect(idle()).toBe(1)
  expect(counts()).toMatchObject({ words: 3, characters: 15 })
})

test('what is typed after the count is counted again', () => {
  type('one ')
  idle()
  type('two ')
  expect(idle()).toBe(1)
  expect(counts()?.words).toBe(2)
})

const others: readonly [string, string][] = [
  ['headline', 'TK wins'],
  ['dek', 'Says TK TK'],
]
test.each(others)('a TK in the %s counts, its words do not', (name, words) => {
  session.doc.getText(name).insert(0, words)
  idle()
  expect(counts()).toEqual({ words: 0, characters: 0, minutes: 0, tks: 1 })
})

test('minutes are those of the newsroom’s reading speed, rounded up', () => {
  type('word '.repeat(239))
  idle()
  expect(counts()).toMatchObject({ words: 239, minutes: 2 })
})

test('notes for the desk are not counted', () => {
  session.doc.getText('body').insert(0, 'check TK', { note: true })
  session.doc.getText('body').insert(0, 'Said ', {})
  idle()
  expect(counts()).toMatchObject({ words: 1, tks: 0 })
})

test('nothing is counted once it was stopped, also not what was put off', () => {
  type('words')
  stop()
  expect(idle()).toBe(0)
  type('more')
  expect(idle()).toBe(0)
  expect(counts()).toEqual(BLANK_COUNTS)
})

test('a count that comes when the story was closed, or opened anew, is nobody’s', () => {
  type('words')
  store.actions.closeStory('story')
  const closed = store.getState().stories
  idle()
  expect(store.getState().stories).toBe(closed)
  show(store, sessionOf('story'))
  type('more')
  idle()
  expect(counts()).toEqual(BLANK_COUNTS)
})

describe('what stands between the story and its approval', () => {
  const open = (): OpenStory => {
    const story = store.getState().stories['story']
    if (story?.phase !== 'open') throw new Error('It is not open')
    return story
  }
  const checks = (): readonly string[] => open().signOff.items.map(({ check }) => check)

  test('is listed with the counts', () => {
    expect(checks()).toEqual([])
    idle()
    expect(checks()).toEqual(['headline', 'byline', 'body'])
    type('It cost TK.')
    session.doc.getText('headline').insert(0, 'Cost known')
    idle()
    expect(checks()).toEqual(['byline', 'tks'])
  })

  test('stays the same object while nothing of it changes', () => {
    idle()
    const { signOff } = open()
    type('Words')
    idle()
    expect(open().signOff).not.toBe(signOff)
    const now = open().signOff
    type('More words ')
    idle()
    expect(open().counts.words).toBe(3)
    expect(open().signOff).toBe(now)
  })

  test('counts comments that are open, and no reasons for suggestions', () => {
    const message = { id: 'm', by: 'kit', at: '', text: 'Why?', mentions: [] }
    const thread = { by: 'kit', at: '', quote: '', message }
    startThread(session.doc, { ...thread, id: 't', anchor: { kind: 'field', field: 'dek' } })
    startThread(session.doc, { ...thread, id: 'u', anchor: { kind: 'suggestion', suggestion: 's' } })
    idle()
    expect(open().signOff).toMatchObject({ suggestions: 0, comments: 1 })
    expect(checks()).toContain('comments')
  })

  test('knows of an embargo that is set on the record alone', () => {
    idle()
    const embargo = { at: '9999-12-01T06:00:00Z', zone: 'Europe/London' }
    store.setState(({ stories }) => ({
      stories: { ...stories, story: { ...open(), record: { ...open().record, embargo } } },
    }))
    expect(checks()).not.toContain('embargo')
    expect(idle()).toBe(1)
    expect(checks()).toContain('embargo')
  })
})

describe('what is read beside the page, and answered later', () => {
  let asked: { readonly question: FactsQuestion; readonly answer: (facts: StoryFacts) => void }[]
  let isStopped: boolean
  beforeEach(() => {
    stop()
    asked = []
    isStopped = false
    stop = followCounts(store, session, later, () => ({
      read: (question, answer) => void asked.push({ question, answer }),
      stop() {
        isStopped = true
      },
    }))
  })

  const answer = (): void => {
    const [first] = asked.splice(0, 1)
    if (!first) throw new Error('Nothing was asked')
    first.answer(readFacts(session.doc, first.question))
  }
  const suggest = (words: string): void => {
    const { doc, suggester } = session
    doc.transact(() => {
      suggester.enter(suggester.newSuggestion())
      doc.getText('body').insert(0, words)
    })
  }
  const listed = (): readonly string[] => {
    const story = store.getState().stories['story']
    return story?.phase === 'open' ? story.suggestions.map(({ after }) => after) : []
  }

  test('counts when the answer comes', () => {
    type('one two')
    idle()
    expect(counts()?.words).toBe(0)
    answer()
    expect(counts()?.words).toBe(2)
    expect(idle()).toBe(0)
  })

  test('is asked for once at a time, and again where something has changed meanwhile', () => {
    type('one ')
    idle()
    for (const word of ['two ', 'three ']) type(word)
    expect(idle()).toBe(0)
    expect(asked).toHaveLength(1)
    answer()
    expect(idle()).toBe(1)
    answer()
    expect(counts()?.words).toBe(3)
    expect(idle()).toBe(0)
  })

  test('gives way to what was listed since it was asked for', () => {
    suggest('one ')
    idle()
    const [{ question, answer: late } = { question: null, answer: () => undefined }] = asked.splice(0)
    if (!question) throw new Error('Nothing was asked')
    const stale = readFacts(session.doc, question)
    suggest('two ')
    listSuggestions(store, session)
    expect(listed()).toEqual(['two ', 'one '])
    late(stale)
    expect(listed()).toEqual(['two ', 'one '])
    idle()
    answer()
    expect(listed()).toEqual(['two ', 'one '])
    expect(counts()?.words).toBe(2)
  })

  test('is stopped with all else, and what is answered after that is nobody’s', () => {
    type('words')
    idle()
    stop()
    expect(isStopped).toBe(true)
    store.actions.closeStory('story')
    const closed = store.getState().stories
    answer()
    expect(store.getState().stories).toBe(closed)
  })
})
