import { describe, expect, test } from 'vitest'
import { BLOCK_KINDS, isBlockKind, LIST_KINDS, MAX_LEVEL } from '../../src/domain/block-kind.ts'
import { readBlocks } from '../../src/domain/linear-text.ts'
import { bodyOf, head } from './documents.ts'

test.each(BLOCK_KINDS)('%s is a kind, and is read as itself', (kind) => {
  expect(isBlockKind(kind)).toBe(true)
  expect(readBlocks(bodyOf([head({ kind })]))).toEqual([{ kind, level: 0, spans: [] }])
})

const others: readonly unknown[] = [
  '',
  'Paragraph',
  'heading1',
  'seam',
  'length',
  0,
  null,
  undefined,
  ['quote'],
  {},
]
test.each(others.map((value) => [value]))('%j is no kind', (value) => expect(isBlockKind(value)).toBe(false))

describe('the level of a list item, whatever was written', () => {
  const levels: readonly [unknown, number][] = [
    [undefined, 0],
    [0, 0],
    [3, 3],
    [MAX_LEVEL, MAX_LEVEL],
    [MAX_LEVEL + 1, MAX_LEVEL],
    [1e300, MAX_LEVEL],
    [Infinity, MAX_LEVEL],
    [2.9, 2],
    [-1, 0],
    [Number.NaN, 0],
    ['3', 0],
    [null, 0],
    [[3], 0],
  ]
  test.each(levels)('%o is level %i', (written, level) => {
    for (const kind of LIST_KINDS) {
      const fields = written === undefined ? { kind } : { kind, level: written }
      expect(readBlocks(bodyOf([head(fields)]))).toEqual([{ kind, level, spans: [] }])
    }
  })

  test('means nothing on what is no list item', () => {
    for (const kind of BLOCK_KINDS.filter((kind) => !LIST_KINDS.has(kind))) {
      expect(readBlocks(bodyOf([head({ kind, level: 4 })]))).toEqual([{ kind, level: 0, spans: [] }])
    }
  })
})

describe('a kind that this Stet does not know', () => {
  const kinds: readonly [string, Record<string, unknown>, unknown][] = [
    [
      'of a newer one',
      { kind: 'kicker', size: 3 },
      { kind: 'unknown', raw: { kind: 'kicker', size: 3 }, spans: [] },
    ],
    ['of no kind at all', {}, { kind: 'paragraph', level: 0, spans: [] }],
    ['a number', { kind: 7 }, { kind: 'paragraph', level: 0, spans: [] }],
    [
      'an atom without a photo',
      { atom: 'picture' },
      { kind: 'unknown', raw: { atom: 'picture' }, spans: [] },
    ],
    ['an atom that is no word', { atom: 1, kind: 'quote' }, { kind: 'quote', level: 0, spans: [] }],
    ['an atom with a kind', { atom: 'rule', kind: 'quote' }, { kind: 'rule' }],
  ]
  test.each(kinds)('%s', (_what, fields, block) =>
    expect(readBlocks(bodyOf([head(fields)]))).toEqual([block]),
  )
})
