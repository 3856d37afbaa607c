import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { OpenStory } from '../../src/store/desk-state.ts'
import { observeThreads, readThreadCopies } from '../../src/store/thread-observer.ts'
import { addMessage, reopenThread, resolveThread } from '../../src/domain/threads/write-threads.ts'
import { open, signs, storyDoc, words } from '../domain/threads/threaded.ts'
import { countedIds, sessionOf, show } from './lone-story.ts'
import { createDeskStore } from '../../src/store/desk-store.ts'

const AT = '2026-11-24T09:00:00Z'

/** A story with two threads that the store follows. What comes later comes when `run` is called. */
function followed() {
  const doc = storyDoc()
  open(doc, 'quay', words(doc, 'body', 'quay'))
  open(doc, 'voted', words(doc, 'body', 'voted'))
  const store = createDeskStore(countedIds())
  const session = sessionOf('story', doc)
  show(store, session)
  const waiting = new Set<() => void>()
  const stop = observeThreads(store, session, (work) => {
    waiting.add(work)
    return () => waiting.delete(work)
  })
  const run = (): void => {
    for (const work of waiting) {
      waiting.delete(work)
      work()
    }
  }
  const shown = (): OpenStory => {
    const story = store.getState().stories['story']
    if (story?.phase !== 'open') throw new Error('It is not open')
    return story
  }
  return { doc, store, session, stop, run, shown, waiting }
}

const CHANGES: Readonly<Record<string, (doc: Y.Doc) => void>> = {
  'a thread more': (doc) => open(doc, `t${doc.getMap('threads').size}`, { kind: 'field', field: 'dek' }),
  'an answer': (doc) => {
    addMessage(doc, 'quay', {
      id: `m${doc.store.clients.size}`,
      by: 'jane',
      at: AT,
      text: 'Yes.',
      mentions: [],
    })
  },
  settled: (doc) => void resolveThread(doc, 'quay', { by: 'jane', at: AT }),
  'taken up': (doc) => void reopenThread(doc, 'quay'),
  'typed words': (doc) => doc.getText('body').insert(3, 'x'),
  'deleted words': (doc) => doc.getText('body').delete(1, Math.min(4, doc.getText('body').length - 1)),
}

test('the copies follow any row of changes, once what comes later has come', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(CHANGES)), { maxLength: 12 }), (names) => {
      const { doc, session, run, shown } = followed()
      for (const name of names) doc.transact(() => CHANGES[name]?.(doc), 'another')
      run()
      expect(shown()).toMatchObject(readThreadCopies(session))
    }),
    { numRuns: 100 },
  )
})

test('what is said is there in the same tick; the other threads are the same objects', () => {
  const { doc, shown } = followed()
  const [first, second] = shown().threads
  CHANGES['an answer']?.(doc)
  expect(shown().threads[0]?.messages).toHaveLength(2)
  expect(shown().threads[0]).not.toBe(first)
  expect(shown().threads[1]).toBe(second)
})

test('a thread that lost its words is said to be lost, later', () => {
  const { doc, run, shown } = followed()
  const text = doc.getText('body')
  text.delete(signs(text).indexOf('quay'), 4)
  expect(shown().lostThreads).toEqual([])
  run()
  expect(shown().lostThreads).toEqual(['quay'])
  expect(shown().threads.map(({ id }) => id)).toEqual(['voted', 'quay'])
})

describe('what changes nothing', () => {
  test('typing leaves the store as it is, also later', () => {
    const { doc, store, run } = followed()
    const before = store.getState().stories
    doc.getText('body').insert(1, 'x')
    run()
    expect(store.getState().stories).toBe(before)
  })

  test('in a story without comments nothing is looked at', () => {
    const { store, waiting } = followed()
    const session = sessionOf('other')
    show(store, session)
    const stop = observeThreads(store, session, (work) => {
      waiting.add(work)
      return () => waiting.delete(work)
    })
    waiting.clear()
    session.doc.getText('body').insert(0, 'x')
    expect(waiting.size).toBe(0)
    stop()
  })

  test('an observer that was stopped, or whose story was closed, writes nothing', () => {
    const one = followed()
    one.doc.getText('body').insert(1, 'x')
    one.stop()
    const before = one.store.getState().stories
    CHANGES['a thread more']?.(one.doc)
    one.run()
    expect(one.store.getState().stories).toBe(before)
    const two = followed()
    two.store.actions.closeStory('story')
    CHANGES['a thread more']?.(two.doc)
    expect(two.store.getState().stories).toEqual({})
  })
})
