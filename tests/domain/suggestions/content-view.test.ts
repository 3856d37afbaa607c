import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { contentView, isIn } from '../../../src/domain/suggestions/content-view.ts'
import type { ContentView } from '../../../src/domain/suggestions/content-view.ts'
import type { UnitState } from '../../../src/domain/suggestions/suggestion-index.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { docOf } from '../documents.ts'
import type { Reviewer } from './reviewed.ts'
import { body, reviewer, storyOf } from './reviewed.ts'

const state = (inserted: string | null, ...deleted: readonly string[]): UnitState => ({
  inserted,
  deleted,
  sets: [],
})

it.each<readonly [string, UnitState | null, readonly ContentView[]]>([
  ['a plain unit', null, ['will', 'was']],
  ['an inserted one', state('a'), ['will']],
  ['a struck one', state(null, 'a'), ['was']],
  ['one struck by two', state(null, 'a', 'b'), ['was']],
  ['an inserted one that is struck', state('a', 'b'), []],
  ['one that is only formatted', state(null), ['will', 'was']],
])('%s is in the right views', (_, of, views) => {
  expect((['will', 'was'] as const).filter((view) => isIn(of, view))).toEqual(views)
})

it('where nothing is suggested there is no view to look through', () => {
  expect(contentView(suggestionIndex(docOf(1)), 'will')).toBeNull()
  const doc = storyOf('Alpha.')
  reviewer(doc).strike('Alpha')
  expect(contentView(suggestionIndex(doc), 'will')).not.toBeNull()
})

describe('blocks in the two views', () => {
  type Case = readonly [string, (ann: Reviewer, ben: Reviewer, doc: Y.Doc) => unknown, readonly string[]]
  const WAS = ['Alpha beta.', 'Gamma delta.', 'quote: Epsilon.']
  it.each<Case>([
    ['nothing', () => undefined, WAS],
    [
      'a block split twice',
      (ann) => {
        ann.split('beta')
        ann.split('a.')
      },
      ['Alpha ', 'bet', 'a.', ...WAS.slice(1)],
    ],
    [
      'a join over two blocks',
      (ann) => {
        ann.join('Gamma')
        ann.join('Epsilon')
      },
      ['Alpha beta.Gamma delta.Epsilon.'],
    ],
    [
      'words struck over a block’s end',
      (ann) => ann.strike('beta.¶Gamma '),
      ['Alpha delta.', 'quote: Epsilon.'],
    ],
    ['the first start struck: the words are no block of a kind', (ann) => ann.join('Alpha'), WAS],
    ['all of a block struck', (ann) => ann.strike('¶Gamma delta.'), ['Alpha beta.', 'quote: Epsilon.']],
    ['all of everything struck', (ann) => ann.strike('¶Alpha beta.¶Gamma delta.¶Epsilon.'), []],
    [
      'a kind on top of a kind',
      (ann, ben) => {
        ann.keys('Alpha', { kind: 'heading2' })
        ben.keys('Alpha', { kind: 'heading3' })
      },
      ['heading3: Alpha beta.', ...WAS.slice(1)],
    ],
    [
      'a format on top of a format',
      (ann, ben) => {
        ann.format('Alpha', { bold: true })
        ben.format('Al', { bold: null })
      },
      ['Al*pha* beta.', ...WAS.slice(1)],
    ],
    [
      'a start inserted by one and struck by the other',
      (ann, ben) => {
        ann.split('beta')
        ben.join('beta')
      },
      WAS,
    ],
    [
      'a block moved behind one that is struck',
      (ann) => {
        ann.strike('¶Gamma delta.')
        ann.keys('Alpha', { place: JSON.stringify({ after: [1, ann.text.length], rank: 1 }) })
      },
      ['Alpha beta.', 'quote: Epsilon.'],
    ],
  ])('%s', (_, write, will) => {
    const doc = storyOf('Alpha beta.', 'Gamma delta.', {
      kind: 'quote',
      level: 0,
      spans: [{ text: 'Epsilon.', marks: {} }],
    })
    const before = readContent(doc)
    write(reviewer(doc), reviewer(doc, 'ben'), doc)
    expect(body(doc)).toEqual(will)
    expect(readContent(doc, 'was')).toEqual(before)
  })

  it('a moved block is where it was in the view that was', () => {
    const doc = storyOf('Alpha.', 'Beta.', 'Gamma.')
    reviewer(doc).keys('Gamma', { place: JSON.stringify({ after: 'top', rank: 1 }) })
    expect([body(doc), body(doc, 'was')]).toEqual([
      ['Gamma.', 'Alpha.', 'Beta.'],
      ['Alpha.', 'Beta.', 'Gamma.'],
    ])
  })

  it('a struck picture between two blocks joins nothing', () => {
    const doc = storyOf('Alpha.', { kind: 'picture', photo: 'p' }, 'Beta.')
    const text = doc.getText('body')
    doc.transact(() => reviewer(doc).suggester.delete(text, 'Alpha.'.length + 1, 1, 's'))
    expect([body(doc), body(doc, 'was')]).toEqual([
      ['Alpha.', 'Beta.'],
      ['Alpha.', '[p]', 'Beta.'],
    ])
  })
})

it('headlines and captions have both views too', () => {
  const doc = storyOf('Alpha.')
  reviewer(doc, 'ann', 'headline').replace('vote', 'strike')
  reviewer(doc, 'ben', 'caption:p').insert('empty ', 'quay')
  const words = (view: ContentView) => {
    const { headline, photos } = readContent(doc, view)
    return [headline, photos[0]?.caption ?? []].map((spans) =>
      spans.map((span) => ('text' in span ? span.text : '')).join(''),
    )
  }
  expect([words('will'), words('was')]).toEqual([
    ['Harbour strike', 'The empty quay'],
    ['Harbour vote', 'The quay'],
  ])
})
