import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { fieldsOf } from '../../../src/domain/story-doc.ts'
import { placeBlocks } from '../../../src/domain/place-blocks.ts'
import { textRuns } from '../../../src/domain/text-runs.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { readEntry } from '../../../src/domain/suggestions/entry.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { copyOf, meet } from '../documents.ts'
import type { Reviewer } from './reviewed.ts'
import { body, decide, drawn, indexIn, openIds, reviewer, signs, slugOf, storyOf } from './reviewed.ts'

const BODY: readonly (string | Block)[] = [
  'Alpha beta gamma.',
  'Delta epsilon.',
  { kind: 'picture', photo: 'p' },
  { kind: 'bullet', level: 1, spans: [{ text: 'Zeta eta.', marks: { bold: true } }] },
]
const WAS = ['Alpha beta gamma.', 'Delta epsilon.', '[p]', 'bullet1: *Zeta eta.*']
const but = (index: number, ...blocks: readonly string[]): readonly string[] =>
  WAS.toSpliced(index, 1, ...blocks)

type Case = readonly [string, (ann: Reviewer, doc: Y.Doc) => unknown, readonly string[]]

const PIECES: readonly Case[] = [
  ['words inserted', (ann) => ann.insert('new ', 'beta'), but(0, 'Alpha new beta gamma.')],
  ['words struck', (ann) => ann.strike('beta '), but(0, 'Alpha gamma.')],
  ['words replaced', (ann) => ann.replace('beta', 'BETA'), but(0, 'Alpha BETA gamma.')],
  ['a format', (ann) => ann.format('beta', { bold: true }), but(0, 'Alpha *beta* gamma.')],
  ['a format taken away', (ann) => ann.format('Zeta', { bold: null }), but(3, 'bullet1: Zeta* eta.*')],
  ['a kind', (ann) => ann.keys('Delta', { kind: 'quote' }), but(1, 'quote: Delta epsilon.')],
  [
    'a kind and a level',
    (ann) => ann.keys('Delta', { kind: 'bullet', level: 2 }),
    but(1, 'bullet2: Delta epsilon.'),
  ],
  ['a level taken away', (ann) => ann.keys('Zeta', { level: null }), but(3, 'bullet: *Zeta eta.*')],
  ['a new paragraph', (ann) => ann.split('gamma'), but(0, 'Alpha beta ', 'gamma.')],
  ['paragraphs joined', (ann) => ann.join('Delta'), WAS.toSpliced(0, 2, 'Alpha beta gamma.Delta epsilon.')],
  ['a picture struck', (ann, doc) => strikeAtom(ann, doc), WAS.toSpliced(2, 1)],
  [
    'a block moved',
    (ann) => ann.keys('Delta', { place: JSON.stringify({ after: 'top', rank: 1 }) }),
    [WAS[1] ?? '', WAS[0] ?? '', ...WAS.slice(2)],
  ],
  ['a block struck whole', (ann) => ann.strike('¶Delta epsilon.'), WAS.toSpliced(1, 1)],
  [
    'words, a format and a kind at once',
    (ann) => {
      const one = ann.replace('beta', 'BETA')
      ann.format('gamma', { bold: true }, one)
      ann.keys('Alpha', { kind: 'heading2' }, one)
    },
    but(0, 'heading2: Alpha BETA *gamma*.'),
  ],
]

function strikeAtom(ann: Reviewer, doc: Y.Doc): void {
  // The second "¶" before "Zeta" is the picture.
  const at = ann.text.toJSON().length
  const index = at + 2
  doc.transact(() =>
    ann.suggester.delete(ann.text, index - 'Zeta eta.'.length, 1, ann.suggester.newSuggestion()),
  )
}

describe.each(PIECES)('%s', (_, write, will) => {
  it('shows in both views, and each verdict gives the one', () => {
    for (const [verdict, expected] of [
      ['accept', will],
      ['reject', WAS],
    ] as const) {
      const doc = storyOf(...BODY)
      write(reviewer(doc), doc)
      expect([body(doc), body(doc, 'was'), openIds(doc)]).toEqual([will, WAS, ['ann1']])
      expect(decide(doc, verdict)).toMatchObject({ ok: true, decided: [{ id: 'ann1' }] })
      expect([body(doc), body(doc, 'was'), openIds(doc)]).toEqual([expected, expected, []])
      expect(drawn(doc)).not.toMatch(/\[[+~-]/)
    }
  })

  it('is undone and done again, and so is each decision', () => {
    const doc = storyOf(...BODY)
    const origin = {}
    const manager = new Y.UndoManager([doc.getText('body'), doc.getMap('suggestions')], {
      trackedOrigins: new Set([origin]),
    })
    write(reviewer(doc), doc)
    const open = openSuggestions(doc)
    decide(doc, 'reject', undefined, origin)
    manager.undo()
    expect([body(doc), body(doc, 'was')].length).toBe(2)
    expect(open).toHaveLength(1)
    manager.redo()
    expect([body(doc), openIds(doc)]).toEqual([WAS, []])
  })
})

describe('two people, one on top of the other', () => {
  type Stack = readonly [string, (ann: Reviewer, ben: Reviewer) => unknown, Readonly<Record<string, string>>]
  // "ann+ ben-": Ann's accepted and Ben's rejected; in whichever order, or at once.
  it.each<Stack>([
    [
      'Ben strikes in what Ann inserts',
      (ann, ben) => {
        ann.insert('brand new ', 'beta')
        ben.strike('brand ')
      },
      { '++': 'Alpha new beta.', '+-': 'Alpha brand new beta.', '-+': 'Alpha beta.', '--': 'Alpha beta.' },
    ],
    [
      'Ben inserts in what Ann inserts',
      (ann, ben) => {
        ann.insert('new ', 'beta')
        ben.insert('er', ' beta')
      },
      { '++': 'Alpha newer beta.', '+-': 'Alpha new beta.', '-+': 'Alpha erbeta.', '--': 'Alpha beta.' },
    ],
    [
      'Ben inserts in what Ann strikes',
      (ann, ben) => {
        ann.strike('Alpha')
        ben.insert('X', 'pha')
      },
      { '++': 'X beta.', '+-': ' beta.', '-+': 'AlXpha beta.', '--': 'Alpha beta.' },
    ],
    [
      'Ben takes Ann’s format away',
      (ann, ben) => {
        ann.format('Alpha', { bold: true })
        ben.format('Alpha', { bold: null })
      },
      { '++': 'Alpha beta.', '+-': '*Alpha* beta.', '-+': 'Alpha beta.', '--': 'Alpha beta.' },
    ],
    [
      'Ben sets another kind',
      (ann, ben) => {
        ann.keys('Alpha', { kind: 'quote' })
        ben.keys('Alpha', { kind: 'heading2' })
      },
      {
        '++': 'heading2: Alpha beta.',
        '+-': 'quote: Alpha beta.',
        '-+': 'heading2: Alpha beta.',
        '--': 'Alpha beta.',
      },
    ],
    [
      'Ben formats a part of what Ann inserts',
      (ann, ben) => {
        ann.insert('new ', 'beta')
        ben.format('new', { bold: true })
      },
      { '++': 'Alpha *new* beta.', '+-': 'Alpha new beta.', '-+': 'Alpha beta.', '--': 'Alpha beta.' },
    ],
  ])('%s', (_, write, expected) => {
    const verdict = { '+': 'accept', '-': 'reject' } as const
    const orders = [['ann1', 'ben1'], ['ben1', 'ann1'], null] as const
    const found = Object.keys(expected).map((key) => {
      const of: Readonly<Record<string, 'accept' | 'reject'>> = {
        ann1: verdict[key.charAt(0) as '+' | '-'],
        ben1: verdict[key.charAt(1) as '+' | '-'],
      }
      const results = orders.map((order) => {
        const doc = storyOf('Alpha beta.')
        write(reviewer(doc), reviewer(doc, 'ben'))
        if (order) {
          // What the first decision took away is decided with it.
          for (const id of order) if (openIds(doc).includes(id)) decide(doc, of[id] ?? 'accept', [id])
        } else {
          const requests = openSuggestions(doc).map(({ id, mark }) => ({
            suggestion: id,
            mark,
            verdict: of[id] ?? ('accept' as const),
          }))
          decideSuggestions(doc, requests)
        }
        expect(openIds(doc)).toEqual([])
        return body(doc).join('|')
      })
      return [key, [...new Set(results)].join(' or ')]
    })
    expect(found).toEqual(Object.entries(expected))
  })
})

describe('refusals do nothing', () => {
  it('of one that is gone, and of one that is another than was seen', () => {
    const doc = storyOf('Alpha beta gamma.')
    const ann = reviewer(doc)
    ann.strike('Alpha ')
    const first = ann.insert('new ', 'gamma')
    const [strike, insert] = openSuggestions(doc)
    if (!strike || !insert) throw new Error('two are open')
    ann.insert('er', ' gamma', first)
    const before = Y.encodeStateAsUpdate(doc)
    const ask = ({ id, mark }: { id: string; mark: string }) => ({
      suggestion: id,
      mark,
      verdict: 'accept' as const,
    })
    expect(decideSuggestions(doc, [ask(strike), ask(insert)])).toEqual({
      ok: false,
      reason: 'changed',
      suggestion: first,
    })
    expect(decideSuggestions(doc, [ask(strike), ask({ id: 'x', mark: '' })])).toEqual({
      ok: false,
      reason: 'gone',
      suggestion: 'x',
    })
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(decideSuggestions(doc, [])).toEqual({ ok: true, decided: [] })
    expect(decideSuggestions(doc, [ask(strike)]).ok).toBe(true)
    expect(decideSuggestions(doc, [ask(strike)])).toEqual({
      ok: false,
      reason: 'gone',
      suggestion: strike.id,
    })
  })

  it('of a value that would be written over another than the one it was seen beside', () => {
    const doc = storyOf('Alpha beta gamma.')
    reviewer(doc).propose('slug', 'quay')
    const [seen] = openSuggestions(doc)
    if (!seen) throw new Error('one is open')
    fieldsOf(doc).set('slug', 'harbour')
    const ask = { suggestion: seen.id, mark: seen.mark, verdict: 'accept' } as const
    expect(decideSuggestions(doc, [ask])).toEqual({ ok: false, reason: 'changed', suggestion: seen.id })
    expect(slugOf(doc)).toBe('harbour')
    expect(decide(doc, 'accept').ok).toBe(true)
    expect(slugOf(doc)).toBe('quay')
  })

  it('a decision is one transaction with the origin given', () => {
    const doc = storyOf('Alpha beta gamma.')
    const ann = reviewer(doc)
    ann.strike('Alpha ')
    ann.insert('new ', 'gamma')
    ann.format('beta', { bold: true })
    const origins: unknown[] = []
    doc.on('afterTransaction', ({ origin }: Y.Transaction) => origins.push(origin))
    const origin = {}
    decide(doc, 'accept', undefined, origin)
    expect(origins).toEqual([origin])
  })
})

test('what is typed behind an accepted insertion, by a client that still suggests, is open again', () => {
  const doc = storyOf('Alpha beta.')
  const ann = reviewer(doc)
  const one = ann.insert('new ', 'beta')
  decide(doc, 'accept')
  ann.insert('er', ' beta', one)
  expect([drawn(doc), openIds(doc)]).toEqual(['¶Alpha new[+er] beta.', [one]])
})

test('an entry of a newer Stet survives every decision', () => {
  const doc = storyOf('Alpha beta.')
  const row = ['z', 'ann1', [[1, 0, 5]], { more: true }]
  doc.getMap('suggestions').set('future', row)
  reviewer(doc).strike('beta')
  decide(doc, 'accept')
  reviewer(doc, 'ben').insert('x', 'Alpha')
  decide(doc, 'reject')
  expect(doc.getMap('suggestions').get('future')).toEqual(row)
})

test('malformed entries and facts never throw, and are left alone', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.stringMatching(/^(1|2):\d{1,2}=?$/), fc.jsonValue()),
      (entries, facts) => {
        const doc = storyOf('Alpha beta.')
        for (const [key, value] of Object.entries(entries)) doc.getMap('suggestions').set(`x${key}`, value)
        for (const [key, value] of Object.entries(facts)) doc.getMap('origins').set(key, value)
        readContent(doc)
        readContent(doc, 'was')
        expect(decide(doc, 'accept').ok).toBe(true)
        // Now and then chance makes one that is an entry, and is decided on.
        const none = Object.entries(entries).filter(([, value]) => readEntry(value) === null)
        const left = none.map(([key]) => doc.getMap('suggestions').get(`x${key}`))
        expect(left).toEqual(none.map(([, value]) => value))
      },
    ),
    { numRuns: 60, examples: [[{ x: ['f', '', ''] }, {}]] },
  )
})

it('decides only about units that have arrived: what is said of the others stays open', () => {
  const doc = storyOf('Alpha gamma.')
  const writer = copyOf(doc, 11)
  const store = copyOf(doc, 12)
  const body = writer.getText('body')
  body.insert(indexIn(body, 'gamma'), 'beta ')
  const bob = copyOf(writer, 13)
  const before = Y.encodeStateVector(writer)
  reviewer(bob, 'bob').strike('Alpha beta ')
  // What Bob says overtakes the words that it is about.
  Y.applyUpdate(store, Y.encodeStateAsUpdate(bob, before))
  expect(openSuggestions(store).map((suggestion) => suggestion.before)).toEqual(['Alpha '])
  expect(decide(store, 'accept')).toMatchObject({ ok: true })
  meet(store, writer)
  expect(openSuggestions(store).map((suggestion) => suggestion.before)).toEqual(['beta '])
  expect(readContent(store, 'was').body).toMatchObject([{ spans: [{ text: 'beta gamma.' }] }])
})

describe('where blocks don’t lie as they are shown', () => {
  it('a start that stays as a seam is accepted with the insertion that made it', () => {
    const doc = storyOf('abc', 'def', 'ghi')
    const [ann, ben] = [reviewer(doc), reviewer(doc, 'ben')]
    ann.split('c')
    // "ghi", for good, between "ab" and "c".
    const [ab, c, def, ghi] = textRuns(ann.text).map(({ id }) => id)
    const order = [ab, ghi, c, def].filter((id) => id !== undefined)
    doc.transact(() => {
      placeBlocks(ann.text, order, order.slice(1, 2), (head, name, value) => head.set(name, value))
    })
    ben.join('c')
    expect(drawn(doc)).toBe('¶ab¶ghi[+-¶]c¶def')
    decide(doc, 'accept')
    expect([body(doc), body(doc, 'was'), openIds(doc)]).toEqual([
      ['ab', 'ghic', 'def'],
      ['ab', 'ghic', 'def'],
      [],
    ])
  })

  it('a start that stays as a seam before words that are all struck goes with them', () => {
    const doc = storyOf('abc', 'def', 'ghi')
    const [ann, ben] = [reviewer(doc), reviewer(doc, 'ben')]
    ann.keys('ghi', { place: JSON.stringify({ after: 'top', rank: 1 }) })
    decide(doc, 'accept')
    const words = ben.strike('abc')
    const start = ann.join('abc')
    decide(doc, 'accept', [start])
    expect([body(doc), openIds(doc)]).toEqual([['ghi', 'def'], [words]])
    decide(doc, 'accept')
    expect([body(doc), body(doc, 'was'), signs(doc.getText('body'))]).toEqual([
      ['ghi', 'def'],
      ['ghi', 'def'],
      '¶def¶ghi',
    ])
  })

  it('words that lose their start behind a picture keep one that can be placed', () => {
    const doc = storyOf('abc', { kind: 'picture', photo: 'p' }, 'def')
    const ann = reviewer(doc)
    ann.join('def')
    decide(doc, 'accept')
    expect([body(doc), signs(doc.getText('body'))]).toEqual([['abc', '[p]', 'def'], '¶abc¶¶def'])
  })
})
