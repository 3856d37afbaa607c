import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareContent } from '../../../src/domain/compare/compare-content.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import {
  afterDeed,
  anyBlock,
  anyDeed,
  columnFrom,
  columnOf,
  paragraph,
  storyOf,
  writtenRows,
} from './versions.ts'

const COUNCIL = 'The council voted on Tuesday to keep the ferry running through the winter.'
const ISLAND = 'Islanders had feared that the service would stop in November when the money runs out.'
const GROWERS = 'Growers said the price of fuel had doubled since spring and that they could not pay.'
const WHALES = 'Whales are singing again off the northern coast, scientists report.'
const heading = (text: string, kind: 'heading2' | 'heading3' = 'heading2'): Block => ({
  kind,
  level: 0,
  spans: [{ text, marks: {} }],
})
const item = (text: string, level: number): Block => ({ kind: 'bullet', level, spans: [{ text, marks: {} }] })
const picture = (photo: string): Block => ({ kind: 'picture', photo })
const rule: Block = { kind: 'rule' }

type Case = readonly [
  what: string,
  before: readonly (Block | string)[],
  after: readonly (Block | string)[],
  rows: readonly string[],
  changed: number,
]
const cases: readonly Case[] = [
  ['nothing', [COUNCIL, rule, ''], [COUNCIL, rule, ''], [`same: ${COUNCIL}`, 'same:', 'same:'], 0],
  [
    'a word',
    [COUNCIL, GROWERS],
    [COUNCIL, GROWERS.replace('doubled', 'trebled')],
    [
      `same: ${COUNCIL}`,
      'changed: Growers said the price of fuel had [-doubled-]{+trebled+} since spring and that they could not pay.',
    ],
    1,
  ],
  [
    'a new block',
    [COUNCIL, GROWERS],
    [COUNCIL, ISLAND, GROWERS],
    [`same: ${COUNCIL}`, `inserted: {+${ISLAND}+}`, `same: ${GROWERS}`],
    1,
  ],
  [
    'a block gone',
    [COUNCIL, ISLAND, GROWERS],
    [COUNCIL, GROWERS],
    [`same: ${COUNCIL}`, `deleted: [-${ISLAND}-]`, `same: ${GROWERS}`],
    1,
  ],
  [
    'another block instead',
    [COUNCIL, ISLAND],
    [COUNCIL, WHALES],
    [`same: ${COUNCIL}`, `deleted: [-${ISLAND}-]`, `inserted: {+${WHALES}+}`],
    2,
  ],
  [
    'a move',
    [COUNCIL, ISLAND, GROWERS],
    [GROWERS, COUNCIL, ISLAND],
    [`same new 1: ${GROWERS}`, `same: ${COUNCIL}`, `same: ${ISLAND}`, `same old 1: ${GROWERS}`],
    1,
  ],
  [
    'a move with an edit',
    [COUNCIL, ISLAND, GROWERS],
    [GROWERS.replace('doubled', 'trebled'), COUNCIL, ISLAND],
    [
      'changed new 1: Growers said the price of fuel had [-doubled-]{+trebled+} since spring and that they could not pay.',
      `same: ${COUNCIL}`,
      `same: ${ISLAND}`,
      'changed old 1: Growers said the price of fuel had [-doubled-] since spring and that they could not pay.',
    ],
    2,
  ],
  [
    'two that moved together',
    [WHALES, GROWERS, COUNCIL, ISLAND, `${COUNCIL} ${WHALES} Again.`],
    [COUNCIL, ISLAND, `${COUNCIL} ${WHALES} Again.`, WHALES, GROWERS],
    [
      `same old 1: ${WHALES}`,
      `same old 1: ${GROWERS}`,
      `same: ${COUNCIL}`,
      `same: ${ISLAND}`,
      `same: ${COUNCIL} ${WHALES} Again.`,
      `same new 1: ${WHALES}`,
      `same new 1: ${GROWERS}`,
    ],
    2,
  ],
  [
    'a split',
    [`${COUNCIL} ${ISLAND}`, GROWERS],
    [COUNCIL, ISLAND, GROWERS],
    [`same: ${COUNCIL}[- -]`, `split: ${ISLAND}`, `same: ${GROWERS}`],
    1,
  ],
  [
    'a join',
    [COUNCIL, ISLAND, GROWERS],
    [`${COUNCIL} ${ISLAND}`, GROWERS],
    [`same: ${COUNCIL}`, `joined: {+ +}${ISLAND}`, `same: ${GROWERS}`],
    1,
  ],
  [
    'a join with an edit',
    [COUNCIL, ISLAND],
    [`${COUNCIL} ${ISLAND.replace('November', 'March')}`],
    [
      `same: ${COUNCIL}`,
      'joined: {+ +}Islanders had feared that the service would stop in [-November-]{+March+} when the money runs out.',
    ],
    2,
  ],
  [
    'a split with a new block between',
    [`${COUNCIL} ${ISLAND}`, GROWERS],
    [COUNCIL, WHALES, ISLAND, GROWERS],
    [`same: ${COUNCIL}[- -]`, `inserted: {+${WHALES}+}`, `split: ${ISLAND}`, `same: ${GROWERS}`],
    2,
  ],
  [
    'a border that moved',
    [`${COUNCIL} ${ISLAND}`, GROWERS],
    [COUNCIL, `${ISLAND} ${GROWERS}`],
    [`same: ${COUNCIL}[- -]`, `split: ${ISLAND}`, `joined: {+ +}${GROWERS}`],
    2,
  ],
  [
    'a split block that moved',
    [`${COUNCIL} ${ISLAND}`, GROWERS, WHALES, `${GROWERS} ${WHALES} Then all else.`],
    [GROWERS, WHALES, `${GROWERS} ${WHALES} Then all else.`, COUNCIL, ISLAND],
    [
      `changed old 1: ${COUNCIL}[- -]${ISLAND}`,
      `same: ${GROWERS}`,
      `same: ${WHALES}`,
      `same: ${GROWERS} ${WHALES} Then all else.`,
      `same new 1: ${COUNCIL}[- -]`,
      `split new 1: ${ISLAND}`,
    ],
    2,
  ],
  [
    'a heading reworded',
    [COUNCIL, heading('Rail strike'), GROWERS],
    [COUNCIL, heading('Ferry strike'), GROWERS],
    [`same: ${COUNCIL}`, 'changed: [-Rail-]{+Ferry+} strike', `same: ${GROWERS}`],
    1,
  ],
  [
    'another kind',
    [COUNCIL, heading('Background')],
    [COUNCIL, heading('Background', 'heading3')],
    [`same: ${COUNCIL}`, 'changed: Background'],
    1,
  ],
  [
    'another level',
    [item('One', 0), item('Two', 0)],
    [item('One', 0), item('Two', 1)],
    ['same: One', 'changed: Two'],
    1,
  ],
  [
    'a picture that moved',
    [picture('p'), COUNCIL, ISLAND],
    [COUNCIL, ISLAND, picture('p')],
    ['same old 1:', `same: ${COUNCIL}`, `same: ${ISLAND}`, 'same new 1:'],
    1,
  ],
  [
    'another picture',
    [COUNCIL, picture('p')],
    [COUNCIL, picture('q')],
    [`same: ${COUNCIL}`, 'deleted:', 'inserted:'],
    2,
  ],
  [
    'a rule more and an empty block less',
    [COUNCIL, '', ISLAND],
    [COUNCIL, rule, ISLAND],
    [`same: ${COUNCIL}`, 'deleted:', 'inserted:', `same: ${ISLAND}`],
    2,
  ],
  [
    'one of three that say the same',
    ['(MORE)', COUNCIL, '(MORE)', ISLAND, '(MORE)'],
    ['(MORE)', COUNCIL, ISLAND, '(MORE)'],
    ['same: (MORE)', `same: ${COUNCIL}`, 'deleted: [-(MORE)-]', `same: ${ISLAND}`, 'same: (MORE)'],
    1,
  ],
  [
    'a formatted heading',
    [heading('Background')],
    [
      {
        kind: 'heading2',
        level: 0,
        spans: [
          { text: 'Back', marks: { bold: true } },
          { text: 'ground', marks: {} },
        ],
      },
    ],
    ['changed: <Back>ground'],
    1,
  ],
  ['from nothing', [], [COUNCIL], [`inserted: {+${COUNCIL}+}`], 1],
  ['to nothing', [COUNCIL, picture('p')], [], [`deleted: [-${COUNCIL}-]`, 'deleted:'], 2],
]
test.each(cases)('%s', (_what, before, after, rows, changed) => {
  const comparison = compareContent(storyOf(...before), storyOf(...after))
  expect(writtenRows(comparison.body)).toEqual(rows)
  expect(comparison.changed).toBe(changed)
})

test('a row says where its block is in each version, and what it was', () => {
  const { body } = compareContent(
    storyOf(heading('News'), COUNCIL),
    storyOf(COUNCIL, heading('News', 'heading3')),
  )
  expect(body.map(({ before, after }) => [before?.index, after?.index])).toEqual([
    [0, undefined],
    [1, 0],
    [0, 1],
  ])
  expect(body[2]?.before?.head).toEqual({ kind: 'heading2', level: 0 })
  expect(body[2]?.after?.head).toEqual({ kind: 'heading3', level: 0 })
})

test('an unknown block is carried as it is, with its words', () => {
  const poll = (text: string): Block => ({ kind: 'unknown', raw: { poll: 1 }, spans: [{ text, marks: {} }] })
  const { body } = compareContent(
    storyOf(COUNCIL, poll('Yes?')),
    storyOf(poll('Yes?'), paragraph(COUNCIL), poll('No?')),
  )
  expect(writtenRows(body)).toEqual([
    'same new 1: Yes?',
    `same: ${COUNCIL}`,
    'same old 1: Yes?',
    'inserted: {+No?+}',
  ])
})

const anyBody = fc.array(anyBlock, { maxLength: 8 })

test('each column is exactly its version, for any two', () => {
  fc.assert(
    fc.property(anyBody, anyBody, (before, after) => {
      const { body } = compareContent(storyOf(...before), storyOf(...after))
      expect(columnOf(body, 'before')).toEqual(columnFrom(before))
      expect(columnOf(body, 'after')).toEqual(columnFrom(after))
    }),
    { numRuns: 300 },
  )
})

test('each column is exactly its version, after any edits, moves, splits and joins', () => {
  fc.assert(
    fc.property(anyBody, fc.array(anyDeed, { maxLength: 8 }), (before, deeds) => {
      let after: readonly Block[] = before
      for (const deed of deeds) after = afterDeed(after, deed)
      const { body } = compareContent(storyOf(...before), storyOf(...after))
      expect(columnOf(body, 'before')).toEqual(columnFrom(before))
      expect(columnOf(body, 'after')).toEqual(columnFrom(after))
    }),
    { numRuns: 500 },
  )
})

test('nothing counts as changed exactly if nothing differs', () => {
  fc.assert(
    fc.property(anyBody, fc.array(anyDeed, { maxLength: 2 }), (before, deeds) => {
      let after: readonly Block[] = before
      for (const deed of deeds) after = afterDeed(after, deed)
      const same = JSON.stringify(columnFrom(before)) === JSON.stringify(columnFrom(after))
      expect(compareContent(storyOf(...before), storyOf(...after)).changed === 0).toBe(same)
    }),
    { numRuns: 300 },
  )
})
