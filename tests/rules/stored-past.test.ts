import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asCopy, asLateRow, asNoticeRow, asVerdict, asVersionHead } from '../../src/rules/stored-past.ts'
import { contentOf, REPORTER } from '../backends/test-desk.ts'

const HEAD = {
  number: 1,
  name: '',
  hash: 'f00d',
  at: '',
  by: REPORTER,
  why: 'submit',
  note: '',
  status: 'submitted',
  epoch: 1,
  words: 2,
  suggestions: 0,
}
const COPY = { content: contentOf('Kept'), state: new Uint8Array([1]) }
const WHAT = {
  id: 's',
  by: 'rita',
  at: '',
  kind: 'text',
  place: { text: 'headline' },
  before: '',
  after: 'x',
  what: '',
}
const VERDICT = {
  sequence: 1,
  suggestion: 's',
  verdict: 'accepted',
  by: REPORTER,
  at: '',
  reason: '',
  what: WHAT,
}
const NOTICE = {
  key: '1/rita',
  person: 'rita',
  order: -1,
  sequence: 1,
  story: 'a',
  headline: '',
  slug: '',
  kind: 'approved',
  by: REPORTER,
  at: '',
  note: '',
  read: false,
}
const MESSAGE = { id: 'm', by: 'rita', at: '', text: 'Sure?', mentions: [] }
const LATE = {
  key: 'k',
  story: 'a',
  epoch: 1,
  by: 'rita',
  at: '',
  base: contentOf('Base'),
  content: contentOf('Late'),
  comments: [MESSAGE],
  sequence: 1,
  update: new Uint8Array([1]),
}

type Shape = readonly [
  what: string,
  read: (value: unknown) => unknown,
  stored: object,
  sound: object,
  wrong: readonly (readonly [string, unknown])[],
]
const SHAPES: readonly Shape[] = [
  [
    'a version’s head',
    asVersionHead,
    { ...HEAD, key: 'a/1', story: 'a' },
    HEAD,
    [
      ['number', '1'],
      ['status', 'lost'],
      ['by', 'rita'],
      ['hash', null],
      ['words', undefined],
    ],
  ],
  [
    'what a version says',
    asCopy,
    { ...COPY, key: 'a/1', story: 'a', number: 1 },
    COPY,
    [
      ['state', 'text'],
      ['state', new Uint16Array(1)],
      ['content', null],
      ['content', { headline: 'text' }],
    ],
  ],
  [
    'a verdict',
    asVerdict,
    { ...VERDICT, story: 'a' },
    VERDICT,
    [
      ['verdict', 'perhaps'],
      ['sequence', null],
      ['what', null],
      ['what', { ...WHAT, place: {} }],
      ['by', { id: 'rita' }],
    ],
  ],
  [
    'a notice',
    asNoticeRow,
    NOTICE,
    NOTICE,
    [
      ['read', 0],
      ['kind', null],
      ['story', 5],
      ['by', null],
    ],
  ],
  [
    'a late edit',
    asLateRow,
    LATE,
    LATE,
    [
      ['base', null],
      ['content', 'text'],
      ['comments', undefined],
      ['epoch', '1'],
    ],
  ],
]

test.each(SHAPES)('%s is read as it was put', (_what, read, stored, sound) => {
  expect(read(stored)).toEqual(sound)
})

const wrong = SHAPES.flatMap(([what, read, stored, , keys]) =>
  keys.map(([key, value]) => [what, key, read, { ...stored, [key]: value }] as const),
)
test.each(wrong)('%s with a damaged %s is none', (_what, _key, read, stored) => {
  expect(read(stored)).toBeNull()
})

test.each(SHAPES)('%s is never made of anything else, and nothing throws', (_what, read) => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(read(value)).toBeNull()
    }),
  )
})

test('blocks that only a newer Stet knows are carried in what a version says', () => {
  const content = { ...contentOf('Newer'), body: [{ kind: 'map', points: 3 }] }
  expect(asCopy({ ...COPY, content })?.content.body).toEqual([
    { kind: 'unknown', raw: { kind: 'map', points: 3 }, spans: [] },
  ])
})
