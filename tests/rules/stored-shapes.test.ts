import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asContent,
  asEvent,
  asPerson,
  asPicture,
  asSearchText,
  asSource,
  asStoryRow,
  asUpdate,
  recordOf,
  rowOf,
  salvageRecord,
  schemaOf,
} from '../../src/rules/stored-shapes.ts'
import { BLANK_SUMMARY } from '../../src/domain/story-record.ts'
import { recordWith } from '../domain/story-records.ts'
import { contentOf, REPORTER } from '../backends/test-desk.ts'

const RECORD = recordWith({
  status: 'in review',
  embargo: { at: '2026-11-24T06:00:00Z', zone: 'Europe/London' },
  published: { version: '1', at: '2026-11-24T06:00:00Z', pubStatus: 'usable' },
  summary: { ...BLANK_SUMMARY, headline: 'H', words: 3 },
})
const ROW = rowOf(RECORD, -5, 1)
const EVENT = {
  sequence: 1,
  at: '',
  by: REPORTER,
  type: 'spike',
  note: '',
  from: null,
  to: 'spiked',
  told: [{ person: 'susan', kind: 'spiked' }],
}
const BYTES = new ArrayBuffer(2)

type Shape = readonly [string, (value: unknown) => unknown, object, readonly (readonly [string, unknown])[]]
/** A sound value of each kind, and what makes it another. */
const SHAPES: readonly Shape[] = [
  [
    'a row',
    asStoryRow,
    ROW,
    [
      ['id', 7],
      ['status', 'lost'],
      ['reporters', [7]],
      ['claimant', undefined],
      ['spikedFrom', 'lost'],
      ['embargo', { at: 'x' }],
      ['published', { version: '1', at: '', pubStatus: 'secret' }],
      ['hasSource', 'yes'],
      ['sequence', NaN],
      ['epoch', null],
      ['summary', { ...BLANK_SUMMARY, words: '3' }],
      ['order', undefined],
      ['born', Infinity],
      ['unsummarised', true],
    ],
  ],
  [
    'a person',
    asPerson,
    REPORTER,
    [
      ['id', 1],
      ['name', undefined],
      ['role', 'owner'],
    ],
  ],
  [
    'a source',
    asSource,
    { name: 'a', type: 'text/plain', text: '' },
    [
      ['name', 1],
      ['type', null],
      ['text', undefined],
    ],
  ],
  [
    'an event',
    asEvent,
    EVENT,
    [
      ['sequence', '1'],
      ['by', { id: 'x' }],
      ['type', 7],
      ['note', null],
      ['from', 'lost'],
      ['to', null],
    ],
  ],
  [
    'a picture',
    asPicture,
    { hash: 'f', type: 'image/png', bytes: BYTES },
    [
      ['hash', 1],
      ['bytes', new Uint8Array(2)],
      ['bytes', 'x'],
    ],
  ],
  [
    'a search text',
    asSearchText,
    { id: 'x', text: 'y' },
    [
      ['id', 1],
      ['text', null],
    ],
  ],
  [
    'an update',
    asUpdate,
    { key: 1, update: new Uint8Array([1]), by: 'rita' },
    [
      ['key', '1'],
      ['update', BYTES],
      ['update', new Uint16Array(1)],
      ['update', [1, 2]],
      ['update', { 0: 1, length: 1 }],
    ],
  ],
]

test.each(SHAPES)('%s is itself, with keys that are not known', (_what, check, sound) => {
  expect(check(sound)).toEqual(sound)
  expect(check({ ...sound, later: { made: 'by a newer Stet' } })).toHaveProperty('later')
})

const wrong = SHAPES.flatMap(([what, check, sound, changes]) =>
  changes.map(([key, value]) => [what, key, value, check, sound] as const),
)
test.each(wrong)('%s whose %s is %o is none', (_what, key, value, check, sound) => {
  expect(check({ ...sound, [key]: value })).toBeNull()
})

test.each(SHAPES)('%s is never made of anything else, and nothing throws', (_what, check) => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(check(value)).toBeNull()
    }),
    { numRuns: 50 },
  )
})

test('an event from before anybody was told of it tells nobody, and one that made no version has none', () => {
  const { told: _told, ...old } = EVENT
  expect(asEvent(old)).toEqual({ ...old, told: [] })
  expect(asEvent({ ...EVENT, version: 3 })).toMatchObject({ version: 3 })
  expect(asEvent({ ...EVENT, version: 'third' })).toBeNull()
  expect(asEvent({ ...EVENT, told: ['susan'] })).toBeNull()
})

test('a row from before there were suggestions and comments has none open', () => {
  const { suggestions: _s, comments: _c, ...summary } = RECORD.summary
  expect(asStoryRow({ ...ROW, summary })).toEqual(ROW)
  expect(salvageRecord({ ...ROW, summary, status: 'lost' }, RECORD.id).summary).toEqual(RECORD.summary)
})

test('a record becomes a row and comes back the same', () => {
  expect(recordOf(ROW)).toEqual(RECORD)
  expect(ROW).toMatchObject({ order: -7, born: -5, unsummarised: 1 })
})

test('each key of a damaged record is rescued on its own', () => {
  const keys = Object.keys(RECORD).filter((key) => key !== 'id')
  for (const hurt of keys) {
    const salvaged = salvageRecord({ ...ROW, [hurt]: Symbol('damage') }, RECORD.id)
    expect({ ...salvaged, [hurt]: null }).toEqual({ ...RECORD, [hurt]: null })
    expect(asStoryRow(rowOf(salvaged, 0, 0))).not.toBeNull()
  }
})

test('a row that calls itself by another id is listed under the one it is kept under', () => {
  expect(salvageRecord({ ...ROW, id: 'another' }, RECORD.id).id).toBe(RECORD.id)
})

test('whatever is stored, what is rescued of it is a record under the id that was asked for', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const salvaged = salvageRecord(value, 'asked')
      expect(salvaged.id).toBe('asked')
      expect(asStoryRow(rowOf(salvaged, 0, 0))).not.toBeNull()
    }),
  )
})

test.each([
  [{ schema: 3 }, 3],
  [{ schema: '3' }, null],
  [null, null],
  ['text', null],
])('the schema of %o is %o', (value, schema) => {
  expect(schemaOf(value)).toBe(schema)
})

test('content is itself; a field that is missing is blank', () => {
  const content = contentOf('H', 'B', 's')
  expect(asContent({ id: 'x', content })).toEqual(content)
  const { place: _place, ...fields } = content.fields
  expect(asContent({ content: { ...content, fields } })?.fields.place).toBe('')
})

const noContent: readonly [string, object][] = [
  ['headline', { headline: 'text' }],
  ['body', { body: {} }],
  ['a block without a kind', { body: [{ spans: [] }] }],
  ['keywords', { fields: { keywords: 'a, b' } }],
  ['a photo without its caption', { photos: [{ id: '', hash: '', alt: '', credit: '', crop: null }] }],
  ['an author of the wrong shape', { authors: ['Jane Doe'] }],
]
test.each(noContent)('content whose fault is %s is none', (_what, change) => {
  expect(asContent({ content: { ...contentOf('H'), ...change } })).toBeNull()
})

const SPAN = { text: 'x', marks: {} }
const blocks: readonly [string, object, object][] = [
  ['a paragraph', { kind: 'paragraph', level: 0, spans: [SPAN] }, { kind: 'paragraph' }],
  ['a rule', { kind: 'rule' }, { kind: 'rule' }],
  ['a picture', { kind: 'picture', photo: 'p' }, { kind: 'picture', photo: 'p' }],
  ['an unknown kind', { kind: 'poll', spans: [SPAN] }, { kind: 'unknown', spans: [SPAN] }],
  ['an unknown kind without text', { kind: 'poll' }, { kind: 'unknown', raw: { kind: 'poll' }, spans: [] }],
  ['a paragraph without text', { kind: 'paragraph' }, { kind: 'unknown', spans: [] }],
  ['a paragraph of odd spans', { kind: 'quote', spans: ['x'] }, { kind: 'unknown', raw: { spans: ['x'] } }],
]
test.each(blocks)('%s is shown as what it is, and nothing of it is dropped', (_what, block, expected) => {
  const body = asContent({ content: { ...contentOf('H'), body: [block, { kind: 'rule' }] } })?.body
  expect(body).toHaveLength(2)
  expect(body?.[0]).toMatchObject(expected)
})

test.each([undefined, null, 7, {}])('an update whose writer is %j is nobody’s, and can be read', (by) => {
  expect(asUpdate({ key: 1, update: new Uint8Array([1]), by })).toMatchObject({ by: null })
})
