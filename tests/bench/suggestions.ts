import * as Y from 'yjs'
import { readContent } from '../../src/domain/read-content.ts'
import type { Block } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, plainSpans } from '../../src/domain/story-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import { decideSuggestions } from '../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../src/domain/suggestions/open-suggestions.ts'
import { Suggester } from '../../src/domain/suggestions/suggester.ts'
import { suggestionIndex } from '../../src/domain/suggestions/suggestion-index.ts'
import { quantile, table } from './figures.ts'
import { sampleParagraphs } from './sample-copy.ts'

const OPEN = 1000
const TRIES = 15
const KEYS = 1000

function docFrom(update: Uint8Array, clientID: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, update)
  return doc
}

function storyUpdate(words: number): Uint8Array {
  const body = sampleParagraphs(words).map((text): Block => ({
    kind: 'paragraph',
    level: 0,
    spans: plainSpans(text),
  }))
  return seedUpdate({ ...BLANK_CONTENT, headline: plainSpans('Council votes on ferry deal'), body }, 1)
}

function suggesterOf(doc: Y.Doc): Suggester {
  let ids = 0
  return new Suggester(doc, {
    by: 'ann',
    now: () => '2026-11-24T09:00:00Z',
    newId: () => `suggestion-${(ids += 1)}`,
  })
}

/** A story with so many suggestions all over it: insertions, deletions, replacements and formats. */
function reviewed(words: number): Uint8Array {
  const doc = docFrom(storyUpdate(words), 100)
  const suggester = suggesterOf(doc)
  const text = doc.getText('body')
  const step = Math.floor(text.length / OPEN)
  for (let k = OPEN - 1; k >= 0; k--) {
    const at = k * step + 3
    doc.transact(() => {
      const name = suggester.newSuggestion()
      if (k % 4 === 3) suggester.format(text, { at, count: 7 }, { bold: true }, {}, name)
      if (k % 4 === 1 || k % 4 === 2) suggester.delete(text, at, 6, name)
      if (k % 4 === 0 || k % 4 === 2) {
        suggester.enter(name)
        text.insert(at + (k % 4 === 2 ? 6 : 0), 'instead', {})
      }
    })
  }
  return Y.encodeStateAsUpdate(doc)
}

type Timed = readonly [what: string, (doc: Y.Doc) => () => unknown]

const decideAs =
  (verdict: 'accept' | 'reject', most: number) =>
  (doc: Y.Doc): (() => unknown) => {
    const requests = openSuggestions(doc)
      .slice(0, most)
      .map(({ id, mark }) => ({ suggestion: id, verdict, mark }))
    return () => decideSuggestions(doc, requests)
  }

/** One Backspace, or one letter, in the middle of the story. */
const key =
  (deletes: boolean) =>
  (doc: Y.Doc): (() => unknown) => {
    const suggester = suggesterOf(doc)
    const text = doc.getText('body')
    let at = Math.floor(text.length / 2)
    const press = (): void => {
      doc.transact(() => {
        const name = suggester.suggestionFor(text, at, deletes ? at + 1 : at)
        if (deletes) suggester.delete(text, at, 1, name)
        else {
          suggester.enter(name)
          text.insert(at, 'x', {})
        }
      })
      at += deletes ? -1 : 1
    }
    for (let k = 0; k < 20; k++) press()
    return press
  }

const TIMED: readonly Timed[] = [
  ['the list of all', (doc) => () => openSuggestions(doc)],
  ['the story as it will be', (doc) => () => readContent(doc)],
  ['the story as it was', (doc) => () => readContent(doc, 'was')],
  ['accept one', decideAs('accept', 1)],
  ['reject one', decideAs('reject', 1)],
  ['accept all', decideAs('accept', OPEN)],
  ['reject all', decideAs('reject', OPEN)],
  ['type a letter', key(false)],
  ['strike a letter', key(true)],
]

/** Bytes of `count` edits in a story of 1,000 words: what is sent, edit by edit, and by how much the story grows. */
function bytesOf(write: (doc: Y.Doc, text: Y.Text, suggester: Suggester, k: number) => void): {
  readonly sent: number
  readonly stored: number
} {
  const seed = storyUpdate(1000)
  const doc = docFrom(seed, 123_456_789)
  const suggester = suggesterOf(doc)
  const before = Y.encodeStateAsUpdate(doc).length
  let sent = 0
  doc.on('update', (update: Uint8Array) => {
    sent += update.length
  })
  for (let k = 0; k < KEYS; k++) doc.transact(() => write(doc, doc.getText('body'), suggester, k))
  return { sent, stored: Y.encodeStateAsUpdate(doc).length - before }
}

const FROM = 2000
const WRITTEN: readonly (readonly [string, Parameters<typeof bytesOf>[0], Parameters<typeof bytesOf>[0]])[] =
  [
    [
      `${KEYS} keys typed`,
      (_, text, __, k) => text.insert(FROM + k, 'x', {}),
      (_, text, suggester, k) => {
        suggester.enter(suggester.suggestionFor(text, FROM + k, FROM + k))
        text.insert(FROM + k, 'x', {})
      },
    ],
    [
      `${KEYS} Backspaces`,
      (_, text, __, k) => text.delete(FROM - k, 1),
      (_, text, suggester, k) =>
        suggester.delete(text, FROM - k, 1, suggester.suggestionFor(text, FROM - k, FROM - k + 1)),
    ],
    [
      `${KEYS} letters typed over, far apart`,
      (_, text, __, k) => {
        text.delete(k * 5, 1)
        text.insert(k * 5, 'x', {})
      },
      (_, text, suggester, k) => {
        const at = k * 6
        const name = suggester.newSuggestion()
        suggester.delete(text, at, 1, name)
        suggester.enter(name)
        text.insert(at + 1, 'x', {})
      },
    ],
  ]

/** What suggestions cost, in Node and without an editor. */
export function benchSuggestions(): void {
  for (const words of [10_000, 50_000]) {
    const update = reviewed(words)
    const rows = TIMED.map(([what, prepare]) => {
      const times: number[] = []
      for (let k = 0; k < TRIES; k++) {
        const doc = docFrom(update, 555)
        suggestionIndex(doc)
        const run = prepare(doc)
        const began = performance.now()
        run()
        times.push(performance.now() - began)
      }
      return { what, 'best ms': Math.min(...times).toFixed(2), 'median ms': quantile(times, 0.5).toFixed(2) }
    })
    const opening = Array.from({ length: TRIES }, () => {
      const doc = docFrom(update, 555)
      const began = performance.now()
      suggestionIndex(doc)
      return performance.now() - began
    })
    rows.unshift({
      what: 'finding them on opening',
      'best ms': Math.min(...opening).toFixed(2),
      'median ms': quantile(opening, 0.5).toFixed(2),
    })
    console.log(`\n${words} words with ${OPEN} open suggestions, in Node, ${TRIES} times each`)
    console.log(table(rows))
  }
  const rows = WRITTEN.map(([what, direct, suggested]) => {
    const [plain, more] = [bytesOf(direct), bytesOf(suggested)]
    return {
      bytes: what,
      'sent direct': plain.sent,
      'sent suggested': more.sent,
      'stored direct': plain.stored,
      'stored suggested': more.stored,
    }
  })
  console.log(`\n${table(rows)}`)
  console.log('Budget: list under 30 ms, accept all under 100 ms at 10000 words on a quiet core')
}
