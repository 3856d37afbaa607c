import { afterEach, expect, test, vi } from 'vitest'
import { decideSuggestions } from '../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../src/domain/suggestions/open-suggestions.ts'
import { createFactsReader, type FactsReader } from '../../src/store/facts-reader.ts'
import { readFacts, type StoryFacts } from '../../src/store/story-facts.ts'
import type { StorySession } from '../../src/store/story-session.ts'
import { sessionOf } from './lone-story.ts'

const ASKED = { embargo: null, now: '2026-11-24T09:00:00Z' }
const LONG = 'Somebody said a word. '.repeat(1000)

let reader: FactsReader
afterEach(() => {
  reader.stop()
  vi.unstubAllGlobals()
})

const read = (): Promise<StoryFacts> => new Promise((resolve) => reader.read(ASKED, resolve))

function longStory(): StorySession {
  const session = sessionOf('story')
  session.doc.getText('body').insert(0, LONG)
  return session
}

function suggest({ doc, suggester }: StorySession, words: string): string {
  const suggestion = suggester.newSuggestion()
  doc.transact(() => {
    suggester.enter(suggestion)
    doc.getText('body').insert(4, words)
  })
  return suggestion
}

test('a short story is read at once', () => {
  const { doc } = sessionOf('story')
  reader = createFactsReader(doc)
  doc.getText('body').insert(0, 'Few words')
  let words = 0
  reader.read(ASKED, ({ counts }) => {
    words = counts.words
  })
  expect(words).toBe(2)
})

test('a long one is read beside the page, and comes to the same', async () => {
  const session = longStory()
  suggest(session, 'new ')
  reader = createFactsReader(session.doc)
  let isAnswered = false
  reader.read(ASKED, () => {
    isAnswered = true
  })
  expect(isAnswered).toBe(false)
  const facts = await read()
  expect(isAnswered).toBe(true)
  expect(facts).toEqual(readFacts(session.doc, ASKED))
  expect(facts.suggestions).toHaveLength(1)
})

test('it follows what changes: words, suggestions, what is decided', async () => {
  const session = longStory()
  const { doc } = session
  reader = createFactsReader(doc)
  const before = await read()
  doc.getText('headline').insert(0, 'Head')
  suggest(session, 'one ')
  suggest(session, 'two ')
  expect(await read()).toEqual(readFacts(doc, ASKED))
  doc.getText('body').delete(0, 4)
  doc.getText('body').insert(doc.getText('body').length, ' At last.')
  const [first] = openSuggestions(doc)
  if (!first) throw new Error('Nothing is suggested')
  decideSuggestions(doc, [{ suggestion: first.id, verdict: 'reject', mark: first.mark }])
  const after = await read()
  expect(after).toEqual(readFacts(doc, ASKED))
  expect(after.counts.words).not.toBe(before.counts.words)
  expect(after.suggestions).toHaveLength(1)
})

test('once it is read beside the page it stays there, however short it gets', async () => {
  const { doc } = longStory()
  reader = createFactsReader(doc)
  await read()
  doc.getText('body').delete(0, LONG.length - 5)
  let isAnswered = false
  reader.read(ASKED, () => {
    isAnswered = true
  })
  expect(isAnswered).toBe(false)
  expect((await read()).counts.words).toBe(1)
})

test('nothing is answered after it was stopped', async () => {
  const { doc } = longStory()
  reader = createFactsReader(doc)
  const answered: string[] = []
  reader.read(ASKED, () => answered.push('late'))
  reader.stop()
  reader = createFactsReader(doc)
  await read()
  expect(answered).toEqual([])
})

test('where the worker breaks, or there is none, it is read here', async () => {
  class Broken extends EventTarget {
    postMessage(): void {
      this.dispatchEvent(new Event('error'))
    }
    terminate(): void {}
  }
  for (const broken of [Broken, undefined]) {
    vi.stubGlobal('Worker', broken)
    const { doc } = longStory()
    reader = createFactsReader(doc)
    expect(await read()).toEqual(readFacts(doc, ASKED))
    doc.getText('body').insert(0, 'More ')
    expect((await read()).counts.words).toBe(4001)
  }
})
