import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAuthor, addPhoto, captionName, photosOf, textOf } from '../../../src/domain/story-doc.ts'
import { isOpenComment, isOrphan, readThreads } from '../../../src/domain/threads/read-threads.ts'
import type { ThreadAnchor } from '../../../src/domain/threads/thread.ts'
import { threadsOf } from '../../../src/domain/threads/thread.ts'
import {
  addMessage,
  reopenThread,
  resolveThread,
  startThread,
} from '../../../src/domain/threads/write-threads.ts'
import { copyOf, docOf, head, meet } from '../documents.ts'
import { open, signs, storyDoc, words } from './threaded.ts'

const AT = '2026-11-24T09:00:00Z'
const ids = (doc: Y.Doc): readonly string[] => readThreads(doc).map(({ id }) => id)
const said = (doc: Y.Doc): readonly string[] =>
  readThreads(doc).flatMap(({ messages }) => messages.map(({ text }) => text))

test('a thread is read as it was written', () => {
  const doc = storyDoc()
  const anchor: ThreadAnchor = words(doc, 'body', 'quay')
  startThread(doc, {
    id: 't',
    by: 'kit',
    at: AT,
    anchor,
    quote: 'quay',
    message: { id: 'm', text: 'Which one, @Jane?', mentions: ['jane'] },
  })
  addMessage(doc, 't', { id: 'n', by: 'jane', at: AT, text: 'The old one.', mentions: [] })
  expect(readThreads(doc)).toEqual([
    {
      id: 't',
      by: 'kit',
      at: AT,
      anchor,
      quote: 'quay',
      resolved: null,
      messages: [
        { id: 'm', by: 'kit', at: AT, text: 'Which one, @Jane?', mentions: ['jane'] },
        { id: 'n', by: 'jane', at: AT, text: 'The old one.', mentions: [] },
      ],
    },
  ])
})

test('a thread is settled and taken up again, once each; what is not there can be neither', () => {
  const doc = storyDoc()
  open(doc, 't', { kind: 'field', field: 'slug' })
  expect([reopenThread(doc, 't'), resolveThread(doc, 't', { by: 'kit', at: AT })]).toEqual([false, true])
  expect(readThreads(doc)[0]?.resolved).toEqual({ by: 'kit', at: AT })
  expect([resolveThread(doc, 't', { by: 'ida', at: AT }), reopenThread(doc, 't')]).toEqual([false, true])
  expect(readThreads(doc)[0]?.resolved).toBeNull()
  expect([
    resolveThread(doc, 'x', { by: 'kit', at: AT }),
    reopenThread(doc, 'x'),
    addMessage(doc, 'x', { id: 'm', by: 'kit', at: AT, text: 'a', mentions: [] }),
  ]).toEqual([false, false, false])
})

test('an id that is taken opens nothing, and takes nothing away', () => {
  const doc = storyDoc()
  open(doc, 't', { kind: 'field', field: 'slug' }, 'first')
  open(doc, 't', { kind: 'field', field: 'dek' }, 'second')
  expect(said(doc)).toEqual(['first'])
})

test('threads are no part of undo', () => {
  const doc = storyDoc()
  const manager = new Y.UndoManager([doc.getText('body')], { trackedOrigins: new Set(['me']) })
  doc.transact(() => {
    doc.getText('body').insert(1, 'x')
    open(doc, 't', { kind: 'field', field: 'slug' })
  }, 'me')
  manager.undo()
  expect(ids(doc)).toEqual(['t'])
})

describe('reading order', () => {
  test('through the story from headline to desk note, then suggestions, then orphans', () => {
    const doc = storyDoc()
    addAuthor(doc, 'ada', { name: 'Ada', role: '' })
    for (const photo of ['p', 'lead']) {
      const caption = [{ text: `Cap ${photo}`, marks: {} }]
      addPhoto(doc, { id: photo, hash: '', alt: '', credit: '', crop: null, caption })
    }
    doc.getMap('fields').set('lead', 'lead')
    const anchors: readonly (readonly [string, ThreadAnchor])[] = [
      ['headline', { kind: 'field', field: 'headline' }],
      ['headline word', words(doc, 'headline', 'vote')],
      ['dek word', words(doc, 'dek', 'line')],
      ['author', { kind: 'field', field: 'author:ada:name' }],
      ['place', { kind: 'field', field: 'place' }],
      ['lead photo', { kind: 'field', field: 'photo:lead' }],
      ['lead caption', words(doc, captionName('lead'), 'Cap')],
      ['other alt', { kind: 'field', field: 'photo:p:alt' }],
      ['body', { kind: 'field', field: 'body' }],
      ['quay', words(doc, 'body', 'quay')],
      ['empty', words(doc, 'body', 'empty')],
      ['voted', words(doc, 'body', 'voted')],
      ['slug', { kind: 'field', field: 'slug' }],
      ['a change', { kind: 'suggestion', suggestion: 's' }],
      ['gone', { kind: 'words', text: 'body', ids: [[99, 0, 4]] }],
      ['no photo', { kind: 'field', field: 'photo:nobody' }],
    ]
    for (const [id, anchor] of anchors.toReversed()) open(doc, id, anchor)
    expect(ids(doc)).toEqual(anchors.map(([id]) => id))
  })

  test('on the same words by time', () => {
    const doc = storyDoc()
    open(doc, 'b', words(doc, 'body', 'quay'), '', '2026-11-24T10:00:00Z')
    open(doc, 'a', words(doc, 'body', 'quay'), '', '2026-11-24T11:00:00Z')
    expect(ids(doc)).toEqual(['b', 'a'])
  })

  test('as blocks are shown, not as they lie', () => {
    const doc = storyDoc()
    open(doc, 'quay', words(doc, 'body', 'quay'))
    open(doc, 'voted', words(doc, 'body', 'voted'))
    const [, second] = doc
      .getText('body')
      .toDelta()
      .filter(({ insert }: { insert: unknown }) => insert instanceof Y.Map)
    ;(second.insert as Y.Map<unknown>).set('place', JSON.stringify({ after: 'top', rank: 0 }))
    expect(ids(doc)).toEqual(['voted', 'quay'])
  })
})

describe('orphans', () => {
  test('a thread is one when the last of its words is gone, and keeps its quote', () => {
    const doc = storyDoc()
    open(doc, 't', words(doc, 'body', 'quay'))
    const orphan = (): boolean => readThreads(doc).some((thread) => isOrphan(doc, thread))
    const text = doc.getText('body')
    const at = signs(text).indexOf('quay')
    text.delete(at, 3)
    expect(orphan()).toBe(false)
    text.delete(at, 1)
    expect(orphan()).toBe(true)
    expect(readThreads(doc)[0]?.quote).toBe('quay')
  })

  test('and none any more when undo brings the words back under other ids', () => {
    const doc = storyDoc()
    open(doc, 't', words(doc, 'body', 'quay'))
    const text = doc.getText('body')
    text.delete(signs(text).indexOf('quay'), 4)
    const clock = Y.getState(doc.store, 1)
    text.insert(5, 'quay')
    const { anchor } = readThreads(doc)[0] ?? {}
    const first = anchor?.kind === 'words' ? anchor.ids[0] : undefined
    doc.getMap('origins').set(`1:${clock}=`, [first?.[0], first?.[1], 4])
    expect(readThreads(doc).some((thread) => isOrphan(doc, thread))).toBe(false)
  })

  test('with its photo or its author, not with an empty field', () => {
    const doc = storyDoc()
    addPhoto(doc, { id: 'p', hash: '', alt: '', credit: '', crop: null, caption: [] })
    open(doc, 'alt', { kind: 'field', field: 'photo:p:alt' })
    open(doc, 'slug', { kind: 'field', field: 'slug' })
    open(doc, 'change', { kind: 'suggestion', suggestion: 'gone' })
    photosOf(doc).delete('p')
    expect(readThreads(doc).map((thread) => [thread.id, isOrphan(doc, thread)])).toEqual([
      ['slug', false],
      ['change', false],
      ['alt', true],
    ])
  })

  test('an emptied caption leaves one', () => {
    const doc = storyDoc()
    addPhoto(doc, {
      id: 'p',
      hash: '',
      alt: '',
      credit: '',
      crop: null,
      caption: [{ text: 'Cap', marks: {} }],
    })
    open(doc, 't', words(doc, 'caption:p', 'Cap'))
    textOf(doc, 'caption:p')?.delete(0, 3)
    expect(readThreads(doc).map((thread) => isOrphan(doc, thread))).toEqual([true])
  })
})

test('only what is to be answered counts as an open comment', () => {
  const doc = storyDoc()
  open(doc, 'a', { kind: 'field', field: 'slug' })
  open(doc, 'b', { kind: 'field', field: 'dek' })
  open(doc, 'c', { kind: 'suggestion', suggestion: 's' })
  resolveThread(doc, 'b', { by: 'kit', at: AT })
  expect(
    readThreads(doc)
      .filter(isOpenComment)
      .map(({ id }) => id),
  ).toEqual(['a'])
})

test('whatever stands in the map is read without a throw, and left as it is', () => {
  const good = { kind: 'field', field: 'slug' }
  const rows: readonly unknown[] = [
    7,
    'words',
    null,
    head({}),
    head({ anchor: '{' }),
    head({ anchor: JSON.stringify({ kind: 'poll' }) }),
    head({ anchor: JSON.stringify({ kind: 'words', text: 'nowhere', ids: [] }) }),
    head({ anchor: JSON.stringify({ kind: 'suggestion', suggestion: 5 }) }),
    head({ anchor: JSON.stringify([good]) }),
    head({ anchor: JSON.stringify(good), messages: 'none', resolved: '[', by: 3, quote: {} }),
    head({
      anchor: JSON.stringify(good),
      messages: head({
        a: 5,
        b: '{}',
        c: 'x',
        d: JSON.stringify({ text: 'ok', mentions: [1, 'ida'], n: 'z' }),
      }),
    }),
    head({ anchor: JSON.stringify({ kind: 'words', text: 'body', ids: [[1], 'x', [1, -2, 3]] }) }),
  ]
  const doc = storyDoc()
  rows.forEach((row, index) => threadsOf(doc).set(`t${index}`, row))
  const before = Y.encodeStateAsUpdate(doc)
  const threads = readThreads(doc)
  expect(threads.map(({ id }) => id)).toEqual(['t10', 't9', 't11'])
  expect(threads[0]?.messages).toEqual([{ id: 'd', by: '', at: '', text: 'ok', mentions: ['ida'] }])
  expect(threads[1]).toMatchObject({ by: '', quote: '', resolved: null, messages: [] })
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

describe('two people at once', () => {
  const act = fc.record({
    kind: fc.constantFrom('start', 'say', 'settle', 'take up'),
    thread: fc.nat(3),
    clock: fc.nat(9),
  })

  test('everything that anybody said stays, once, and both read the same in the same order', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), fc.array(act, { maxLength: 10 }), (mine, yours) => {
        const here = storyDoc()
        for (let k = 0; k < 4; k++) open(here, `t${k}`, { kind: 'field', field: 'slug' }, `opened ${k}`)
        const there = copyOf(here, 7)
        const wanted = ['opened 0', 'opened 1', 'opened 2', 'opened 3']
        const perform = (doc: Y.Doc, who: string, acts: typeof mine): void => {
          acts.forEach(({ kind, thread, clock }, index) => {
            const name = `${who}${index}`
            // Clocks are wrong as they please.
            const at = `2026-11-24T0${clock}:00:00Z`
            if (kind === 'start') open(doc, name, words(doc, 'body', 'quay'), name, at)
            else if (kind === 'say')
              addMessage(doc, `t${thread}`, { id: name, by: who, at, text: name, mentions: [] })
            else if (kind === 'settle') resolveThread(doc, `t${thread}`, { by: who, at })
            else reopenThread(doc, `t${thread}`)
            if (kind === 'start' || kind === 'say') wanted.push(name)
          })
        }
        perform(here, 'a', mine)
        perform(there, 'b', yours)
        meet(here, there)
        expect(readThreads(there)).toEqual(readThreads(here))
        expect([...said(here)].toSorted()).toEqual(wanted.toSorted())
        for (const { messages } of readThreads(here)) {
          for (const who of ['a', 'b']) {
            const own = messages.filter(({ by }) => by === who).map(({ id }) => Number(id.slice(1)))
            expect(own).toEqual(own.toSorted((x, y) => x - y))
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('a document without threads has none', () => expect(readThreads(docOf(1))).toEqual([]))
