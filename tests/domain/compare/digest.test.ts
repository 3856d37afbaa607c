import { describe, expect, test } from 'vitest'
import type { DigestVerdict } from '../../../src/domain/compare/digest.ts'
import { digestOf } from '../../../src/domain/compare/digest.ts'
import type { StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'
import type { Suggestion } from '../../../src/domain/suggestions/suggestion.ts'
import { paragraph, storyOf } from './versions.ts'

const COUNCIL = 'The council voted on Tuesday to keep the ferry running through the winter.'
const ISLAND = 'Islanders had feared that the service would stop in November when the money runs out.'
const GROWERS = 'Growers said the price of fuel had doubled since spring and that they could not pay.'

let count = 0
const verdict = (
  what: Partial<Suggestion>,
  rest: Partial<Omit<DigestVerdict, 'what'>> = {},
): DigestVerdict => {
  count += 1
  const id = rest.suggestion ?? `s${count}`
  return {
    sequence: count,
    suggestion: id,
    verdict: 'accepted',
    reason: '',
    ...rest,
    what: {
      id,
      by: 'ann',
      at: '',
      kind: 'text',
      place: { text: 'body' },
      before: '',
      after: '',
      what: '',
      ...what,
    },
  }
}
const people = [
  { id: 'ann', name: 'Ann Ito' },
  { id: 'ben', name: 'Ben Ode' },
]

const submitted: StoryContent = {
  headline: plainSpans('Council votes on ferry deal'),
  dek: plainSpans('A winter service is safe'),
  body: [
    paragraph(COUNCIL),
    { kind: 'heading2', level: 0, spans: plainSpans('Fuel') },
    paragraph(GROWERS),
    paragraph(ISLAND),
  ],
  authors: [
    { id: 'a', name: 'Jo Rix', role: '' },
    { id: 'b', name: 'Kim Ash', role: 'Writer' },
  ],
  fields: { ...BLANK_FIELDS, place: 'Oban', slug: 'FERRY', keywords: ['ferry'], lead: 'p' },
  photos: [
    { id: 'p', hash: 'h', alt: 'A ship', caption: plainSpans('The ferry on Monday'), credit: '', crop: null },
  ],
}
const approved: StoryContent = {
  headline: plainSpans('Council agrees ferry deal'),
  dek: plainSpans('A winter service is safe'),
  body: [
    paragraph(ISLAND),
    paragraph(COUNCIL.replace('Tuesday', 'Monday')),
    { kind: 'heading3', level: 0, spans: plainSpans('Fuel') },
    {
      kind: 'paragraph',
      level: 0,
      spans: [
        { text: 'Growers', marks: { bold: true } },
        { text: GROWERS.slice(7), marks: {} },
      ],
    },
    paragraph('A vote follows in March.'),
  ],
  authors: [
    { id: 'a', name: 'Jo Rix', role: 'Reporter' },
    { id: 'c', name: 'Lu Way', role: '' },
  ],
  fields: { ...BLANK_FIELDS, place: 'Oban, Argyll', slug: 'FERRY', keywords: ['ferry', 'fuel'], lead: 'p' },
  photos: [
    {
      id: 'p',
      hash: 'h',
      alt: 'A ferry',
      caption: plainSpans('The ferry on Tuesday'),
      credit: '',
      crop: null,
    },
  ],
}

test('what the desk changed, in reading order, with counts in front', () => {
  const digest = digestOf({ from: submitted, to: approved, verdicts: [], people })
  const lines = digest.changes.map(({ area, what, place, before, after }) => [
    area,
    what,
    Object.values(place)[0],
    before,
    after,
  ])
  expect(lines).toEqual([
    ['headline', 'words', 'headline', 'votes on', 'agrees'],
    ['byline', 'field', 'author:a:role', '', 'Reporter'],
    ['byline', 'deleted', 'author:b', 'Kim Ash', ''],
    ['byline', 'inserted', 'author:c', '', 'Lu Way'],
    ['dateline', 'field', 'place', 'Oban', 'Oban, Argyll'],
    ['photos', 'field', 'photo:p:alt', 'A ship', 'A ferry'],
    ['photos', 'words', 'caption:p', 'Monday', 'Tuesday'],
    ['body', 'moved', 'body', ISLAND, ISLAND],
    ['body', 'words', 'body', 'Tuesday', 'Monday'],
    ['body', 'kind', 'body', 'Fuel', 'Fuel'],
    ['body', 'format', 'body', 'Growers', 'Growers'],
    ['body', 'inserted', 'body', '', 'A vote follows in March.'],
    ['fields', 'field', 'keywords', 'ferry', 'ferry, fuel'],
  ])
  expect(digest.counts).toEqual([
    { area: 'headline', changes: 1, deleted: 2, inserted: 1 },
    { area: 'byline', changes: 3, deleted: 2, inserted: 3 },
    { area: 'dateline', changes: 1, deleted: 1, inserted: 2 },
    { area: 'photos', changes: 2, deleted: 3, inserted: 3 },
    { area: 'body', changes: 5, deleted: 1, inserted: 6 },
    { area: 'fields', changes: 1, deleted: 1, inserted: 2 },
  ])
})

test('a change says where it stands, what stands around it, and what its block or format was', () => {
  const { changes } = digestOf({ from: submitted, to: approved, verdicts: [], people })
  const of = (what: string) => changes.find((change) => change.what === what && change.area === 'body')
  expect(of('words')).toMatchObject({
    block: { before: 0, after: 1 },
    context: { before: 'The council voted on ', after: ' to keep the ferry running through' },
  })
  expect(of('kind')?.heads).toEqual({
    before: { kind: 'heading2', level: 0 },
    after: { kind: 'heading3', level: 0 },
  })
  expect(of('format')?.formats).toEqual({ before: {}, after: { bold: true } })
  expect(of('moved')?.block).toEqual({ before: 3, after: 0 })
})

test('nothing changed: nothing is listed', () => {
  expect(digestOf({ from: submitted, to: submitted, verdicts: [verdict({ after: 'x' })], people })).toEqual({
    counts: [],
    changes: [],
  })
})

test('a split and a join are one change each, and no words', () => {
  const { counts, changes } = digestOf({
    from: storyOf(`${COUNCIL} ${ISLAND}`, GROWERS, 'A vote follows in March, they say.'),
    to: storyOf(COUNCIL, ISLAND, `${GROWERS} A vote follows in March, they say.`),
    verdicts: [],
    people,
  })
  expect(changes.map(({ what }) => what)).toEqual(['split', 'joined'])
  expect(counts).toEqual([{ area: 'body', changes: 2, deleted: 0, inserted: 0 }])
})

describe('who suggested a change, and why', () => {
  const from = storyOf(COUNCIL, GROWERS)
  const to = storyOf(COUNCIL.replace('Tuesday', 'Monday'), GROWERS.replace('price of fuel', 'cost of diesel'))
  const credited = (verdicts: readonly DigestVerdict[], reasons: Record<string, string> = {}) =>
    digestOf({ from, to, verdicts, people, reasons }).changes.map(({ after, sources }) => [
      after,
      sources.map(({ by, reason }) => `${by.name}: ${reason}`),
    ])
  type Case = readonly [
    what: string,
    verdicts: readonly DigestVerdict[],
    monday: readonly string[],
    diesel: readonly string[],
  ]
  const cases: readonly Case[] = [
    ['no suggestion', [], [], []],
    [
      'the very words',
      [verdict({ before: 'Tuesday', after: 'Monday' }, { reason: 'Clerk says so' })],
      ['Ann Ito: Clerk says so'],
      [],
    ],
    [
      'the words with a space',
      [verdict({ before: 'Tuesday ', after: 'Monday ', by: 'ben' })],
      ['Ben Ode: '],
      [],
    ],
    ['a part of a word', [verdict({ before: 'Tues', after: 'Mon' })], ['Ann Ito: '], []],
    [
      'two that became one change',
      [
        verdict({ before: 'price', after: 'cost' }, { reason: 'style' }),
        verdict({ before: 'fuel', after: 'diesel', by: 'ben' }),
      ],
      [],
      ['Ann Ito: style', 'Ben Ode: '],
    ],
    [
      'a larger one',
      [verdict({ before: 'said the price of fuel had', after: 'said the cost of diesel had' })],
      [],
      ['Ann Ito: '],
    ],
    [
      'words of another place',
      [verdict({ before: 'Tuesday', after: 'Monday', place: { text: 'dek' } })],
      [],
      [],
    ],
    ['the words the other way round', [verdict({ before: 'Monday', after: 'Tuesday' })], [], []],
    ['only a word that it has', [verdict({ before: 'Tuesday', after: 'Friday' })], [], []],
    ['a rejected one', [verdict({ before: 'Tuesday', after: 'Monday' }, { verdict: 'rejected' })], [], []],
    [
      'one whose acceptance was undone',
      [
        verdict({ before: 'Tuesday', after: 'Monday' }, { suggestion: 'u' }),
        verdict({ before: 'Tuesday', after: 'Monday' }, { suggestion: 'u', verdict: 'reopened' }),
      ],
      [],
      [],
    ],
    ['a format of the same words', [verdict({ before: 'Monday', after: 'Monday', kind: 'format' })], [], []],
    ['a person who is gone', [verdict({ before: 'Tuesday', after: 'Monday', by: 'zoe' })], [': '], []],
    [
      'two alike: the first',
      [
        verdict({ before: 'Tuesday', after: 'Monday', by: 'ben' }),
        verdict({ before: 'Tuesday', after: 'Monday' }),
      ],
      ['Ben Ode: '],
      [],
    ],
  ]
  test.each(cases)('%s', (_what, verdicts, monday, diesel) => {
    expect(credited(verdicts)).toEqual([
      ['Monday', monday],
      ['cost of diesel', diesel],
    ])
  })

  test('the last decision counts, whatever the order in which they come', () => {
    const first = verdict({ before: 'Tuesday', after: 'Monday' }, { suggestion: 'x', verdict: 'rejected' })
    const second = verdict({ before: 'Tuesday', after: 'Monday' }, { suggestion: 'x', reason: 'after all' })
    expect(credited([second, first])[0]).toEqual(['Monday', ['Ann Ito: after all']])
  })

  test('what was said with the suggestion goes before what was said with the decision', () => {
    const own = verdict({ before: 'Tuesday', after: 'Monday' }, { suggestion: 'x', reason: 'fine' })
    expect(credited([own], { x: 'The minutes say Monday' })[0]).toEqual([
      'Monday',
      ['Ann Ito: The minutes say Monday'],
    ])
  })

  test('one suggestion is credited once, where the same words changed twice', () => {
    const twice = digestOf({
      from: { ...BLANK_CONTENT, headline: plainSpans('Tuesday vote, Tuesday storm') },
      to: { ...BLANK_CONTENT, headline: plainSpans('Monday vote, Monday storm') },
      verdicts: [verdict({ before: 'Tuesday', after: 'Monday', place: { text: 'headline' } })],
      people,
    })
    expect(twice.changes.map(({ sources }) => sources.length)).toEqual([1, 0])
  })
})

type Kind = readonly [what: string, suggestion: Partial<Suggestion>, from: StoryContent, to: StoryContent]
const bold = {
  kind: 'paragraph' as const,
  level: 0,
  spans: [
    { text: 'Growers', marks: { bold: true as const } },
    { text: GROWERS.slice(7), marks: {} },
  ],
}
const kinds: readonly Kind[] = [
  ['format', { kind: 'format', before: 'Growers', after: 'Growers' }, storyOf(GROWERS), storyOf(bold)],
  [
    'moved',
    { kind: 'move', before: GROWERS, after: '' },
    storyOf(COUNCIL, ISLAND, GROWERS),
    storyOf(GROWERS, COUNCIL, ISLAND),
  ],
  ['inserted', { after: ISLAND }, storyOf(COUNCIL), storyOf(COUNCIL, ISLAND)],
  ['deleted', { before: ISLAND }, storyOf(COUNCIL, ISLAND), storyOf(COUNCIL)],
  [
    'kind',
    { kind: 'block', before: 'Fuel', after: 'Fuel' },
    storyOf('Fuel'),
    storyOf({ kind: 'heading2', level: 0, spans: plainSpans('Fuel') }),
  ],
  [
    'field',
    { kind: 'field', place: { field: 'slug' }, before: '', after: 'FUEL' },
    storyOf(),
    { ...BLANK_CONTENT, fields: { ...BLANK_FIELDS, slug: 'FUEL' } },
  ],
]
test.each(kinds)('a change of this kind is credited too: %s', (what, suggestion, from, to) => {
  const { changes } = digestOf({ from, to, verdicts: [verdict(suggestion)], people })
  expect(changes.map((change) => [change.what, change.sources.length])).toEqual([[what, 1]])
})
