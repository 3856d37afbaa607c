import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { addPhoto, seedUpdate, textOf } from '../../../src/domain/story-doc.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { carryThreads } from '../../../src/domain/threads/carry-threads.ts'
import { liveWords } from '../../../src/domain/threads/live-words.ts'
import { isOrphan, readThreads } from '../../../src/domain/threads/read-threads.ts'
import { readStandIns } from '../../../src/domain/threads/stand-ins.ts'
import type { Thread } from '../../../src/domain/threads/thread.ts'
import { addMessage, resolveThread } from '../../../src/domain/threads/write-threads.ts'
import { docOf, head } from '../documents.ts'
import { open, signs, storyDoc, words } from './threaded.ts'

const AT = '2026-11-24T09:00:00Z'

/** The document of the next epoch: the same content, seeded anew. */
function nextEpoch(doc: Y.Doc): Y.Doc {
  const next = docOf(20)
  Y.applyUpdate(next, seedUpdate(readContent(doc), 50))
  carryThreads(doc, next)
  return next
}

/** What the words of a thread say now. */
function said(doc: Y.Doc, { anchor }: Thread): string | null {
  const text = anchor.kind === 'words' ? textOf(doc, anchor.text) : null
  if (anchor.kind !== 'words' || !text) return null
  const [stretches = []] = liveWords(text, readStandIns(doc), [anchor.ids])
  return stretches.map(({ from, to }) => signs(text).slice(from, to + 1)).join('')
}

test('threads go along with all that was said, open and settled alike', () => {
  const doc = storyDoc()
  addPhoto(doc, {
    id: 'p',
    hash: '',
    alt: '',
    credit: '',
    crop: null,
    caption: [{ text: 'A cap', marks: {} }],
  })
  open(doc, 'body', words(doc, 'body', 'quay'))
  open(doc, 'headline', words(doc, 'headline', 'vote'))
  open(doc, 'caption', words(doc, 'caption:p', 'cap'))
  open(doc, 'slug', { kind: 'field', field: 'slug' })
  open(doc, 'change', { kind: 'suggestion', suggestion: 's' })
  addMessage(doc, 'body', { id: 'm', by: 'jane', at: AT, text: 'Yes, @Ida.', mentions: ['ida'] })
  addMessage(doc, 'body', { id: 'a', by: 'kit', at: AT, text: 'Good.', mentions: [] })
  resolveThread(doc, 'headline', { by: 'jane', at: AT })
  const next = nextEpoch(doc)
  const bare = (each: Y.Doc): readonly unknown[] =>
    readThreads(each).map(({ id, by, at, quote, resolved, messages }) => [
      id,
      by,
      at,
      quote,
      resolved,
      messages,
    ])
  expect(bare(next)).toEqual(bare(doc))
  expect(readThreads(next).map((thread) => said(next, thread))).toEqual(['vote', 'cap', 'quay', null, null])
  // It names nothing of the old document, whose ids mean something else here, if anything.
  const clients = readThreads(next).flatMap(({ anchor }) =>
    anchor.kind === 'words' ? anchor.ids.map(([client]) => client) : [],
  )
  expect(new Set(clients)).toEqual(new Set([50]))
})

type Change = (text: Y.Text, at: (wanted: string) => number) => void
const cases: readonly (readonly [string, string, Change, string])[] = [
  [
    'words typed inside belong to it',
    'quay was',
    (text, at) => text.insert(at('was'), 'side '),
    'quay side was',
  ],
  ['half of it is gone', 'quay was', (text, at) => text.delete(at('quay '), 5), 'was'],
  ['over two blocks', 'empty.¶Dockers', () => undefined, 'empty.¶Dockers'],
  [
    'a block was moved',
    'Dockers',
    (text) => {
      const [, second] = (text.toDelta() as { insert: unknown }[]).filter(
        ({ insert }) => insert instanceof Y.Map,
      )
      ;(second as { insert: Y.Map<unknown> }).insert.set('place', JSON.stringify({ after: 'top', rank: 0 }))
    },
    'Dockers',
  ],
  [
    'blocks joined by a seam',
    'empty.¶Dockers',
    (text, at) => {
      text.delete(at('¶Dockers'), 1)
      text.insertEmbed(at('Dockers'), head({ kind: 'seam' }))
    },
    'empty.Dockers',
  ],
  [
    'a line break comes into it',
    '¶Dockers',
    (text, at) => text.insertEmbed(at('¶Dockers') + 3, { br: 1 }),
    '¶Do¶ckers',
  ],
]
test.each(cases)('%s', (_, wanted, change, expected) => {
  const doc = storyDoc()
  open(doc, 't', words(doc, 'body', wanted))
  const text = doc.getText('body')
  change(text, (sought) => signs(text).indexOf(sought))
  const next = nextEpoch(doc)
  expect(readThreads(next).map((thread) => said(next, thread))).toEqual([expected])
})

test('words that undo brought back are found', () => {
  const doc = storyDoc()
  open(doc, 't', words(doc, 'body', 'quay'))
  const text = doc.getText('body')
  const [first] = words(doc, 'body', 'quay').ids
  const at = signs(text).indexOf('quay')
  text.delete(at, 4)
  const clock = Y.getState(doc.store, 1)
  text.insert(at, 'quay')
  doc.getMap('origins').set(`1:${clock}=`, [first?.[0], first?.[1], 4])
  const next = nextEpoch(doc)
  expect(readThreads(next).map((thread) => said(next, thread))).toEqual(['quay'])
})

test('an orphan stays one, and keeps its quote', () => {
  const doc = storyDoc()
  open(doc, 't', words(doc, 'body', 'quay'))
  doc.getText('body').delete(signs(doc.getText('body')).indexOf('quay'), 4)
  const next = nextEpoch(doc)
  expect(readThreads(next)).toMatchObject([
    { id: 't', quote: 'quay', anchor: { kind: 'words', text: 'body', ids: [] } },
  ])
  expect(readThreads(next).map((thread) => isOrphan(next, thread))).toEqual([true])
})

test('content that left on the way takes only its own words with it', () => {
  const doc = storyDoc()
  for (const wanted of ['quay', 'was', 'empty', 'voted']) open(doc, wanted, words(doc, 'body', wanted))
  const next = docOf(20)
  const content = readContent(doc)
  const [, ...others] = content.body
  const short = { kind: 'paragraph' as const, level: 0, spans: [{ text: 'The quay empty.', marks: {} }] }
  Y.applyUpdate(next, seedUpdate({ ...content, body: [short, ...others] }, 50))
  carryThreads(doc, next)
  expect(readThreads(next).map((thread) => [thread.id, said(next, thread)])).toEqual([
    ['quay', 'quay'],
    ['empty', 'empty'],
    ['voted', 'voted'],
    ['was', ''],
  ])
})

test('what was to be deleted is no more, and takes no word of another place', () => {
  const doc = storyDoc()
  const text = doc.getText('body')
  text.insert(signs(text).indexOf('quay'), 'quay at the ')
  const [first, second] = [words(doc, 'body', 'quay at the '), words(doc, 'body', 'quay was')]
  open(doc, 'goes', first)
  open(doc, 'stays', second)
  const joined = words(doc, 'body', '¶Dockers')
  open(doc, 'start', joined)
  const index = suggestionIndex(doc)
  doc.transact(() => {
    index.add({ type: 'delete', suggestion: 's', ids: first.ids })
    index.add({
      type: 'delete',
      suggestion: 's',
      ids: words(doc, 'body', '¶Dock')
        .ids.slice(0, 1)
        .map(([client, clock]) => [client, clock, 1]),
    })
  })
  const next = nextEpoch(doc)
  expect(signs(next.getText('body'))).toBe('¶The quay was empty.Dockers voted.')
  expect(readThreads(next).map((thread) => [thread.id, said(next, thread)])).toEqual([
    ['stays', 'quay was'],
    ['start', 'Dockers'],
    ['goes', ''],
  ])
})

test('carrying twice changes nothing', () => {
  const doc = storyDoc()
  open(doc, 't', words(doc, 'body', 'quay'))
  const next = nextEpoch(doc)
  const before = readThreads(next)
  carryThreads(doc, next)
  expect(readThreads(next)).toEqual(before)
})

describe('after any editing', () => {
  const edit = fc.record({
    at: fc.nat(),
    text: fc.stringMatching(/^[a-z]{0,3}$/),
    remove: fc.nat(4),
    start: fc.boolean(),
  })
  const range = fc.record({ from: fc.nat(), length: fc.integer({ min: 1, max: 9 }) })

  test('each thread says the same in the next epoch, and in the one after that', () => {
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 4 }),
        fc.array(edit, { maxLength: 8 }),
        (ranges, edits) => {
          const doc = storyDoc()
          const text = doc.getText('body')
          ranges.forEach(({ from, length }, index) => {
            const start = from % text.length
            open(doc, `t${index}`, words(doc, 'body', signs(text).slice(start, start + length)))
          })
          for (const { at, text: typed, remove, start } of edits) {
            // The first block keeps its start: without one the new document would give it one.
            const index = 1 + (at % text.length)
            if (typed !== '') text.insert(index, typed)
            else if (start) text.insertEmbed(index, head())
            text.delete(index, Math.min(remove, text.length - index))
          }
          const all = (each: Y.Doc): unknown =>
            Object.fromEntries(readThreads(each).map((thread) => [thread.id, said(each, thread)]))
          const next = nextEpoch(doc)
          expect(all(next)).toEqual(all(doc))
          expect(all(nextEpoch(next))).toEqual(all(next))
        },
      ),
      { numRuns: 150 },
    )
  })
})
