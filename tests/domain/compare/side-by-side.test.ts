import { expect, test } from 'vitest'
import { compareContent } from '../../../src/domain/compare/compare-content.ts'
import type { SideBlock } from '../../../src/domain/compare/side-by-side.ts'
import { sideBySide } from '../../../src/domain/compare/side-by-side.ts'
import { storyOf, written } from './versions.ts'

const COUNCIL = 'The council voted on Tuesday to keep the ferry running through the winter.'
const ISLAND = 'Islanders had feared that the service would stop in November when the money runs out.'
const GROWERS = 'Growers said the price of fuel had doubled since spring and that they could not pay.'
const WHALES = 'Whales are singing again off the northern coast, scientists report.'
const NAMES: readonly (readonly [string, string])[] = [
  [COUNCIL, 'COUNCIL'],
  [ISLAND, 'ISLAND'],
  [GROWERS, 'GROWERS'],
  [WHALES, 'WHALES'],
]

const short = (blocks: readonly SideBlock[]): readonly string[] =>
  blocks.map(({ parts, move }) => {
    const text = NAMES.reduce((said, [long, name]) => said.replace(long, name), written(parts))
    return move ? `${text} (${move.place} ${move.number})` : text
  })

type Case = readonly [
  what: string,
  before: readonly string[],
  after: readonly string[],
  rows: readonly (readonly [readonly string[], readonly string[]])[],
]
const cases: readonly Case[] = [
  ['the same', [COUNCIL], [COUNCIL], [[['COUNCIL'], ['COUNCIL']]]],
  ['a word', ['One two three'], ['One six three'], [[['One [-two-] three'], ['One {+six+} three']]]],
  [
    'a new block stands beside none',
    [COUNCIL],
    [COUNCIL, ISLAND],
    [
      [['COUNCIL'], ['COUNCIL']],
      [[], ['{+ISLAND+}']],
    ],
  ],
  [
    'one gone and a new one in its place stand side by side',
    [COUNCIL, ISLAND],
    [COUNCIL, WHALES, GROWERS],
    [
      [['COUNCIL'], ['COUNCIL']],
      [['[-ISLAND-]'], ['{+WHALES+}']],
      [[], ['{+GROWERS+}']],
    ],
  ],
  [
    'a gone block and a new one elsewhere don’t',
    [ISLAND, COUNCIL],
    [COUNCIL, WHALES],
    [
      [['[-ISLAND-]'], []],
      [['COUNCIL'], ['COUNCIL']],
      [[], ['{+WHALES+}']],
    ],
  ],
  [
    'a split block stands beside its halves',
    [`${COUNCIL} ${ISLAND}`],
    [COUNCIL, ISLAND],
    [[['COUNCIL[- -]ISLAND'], ['COUNCIL', 'ISLAND']]],
  ],
  [
    'with what is new between them',
    [`${COUNCIL} ${ISLAND}`],
    [COUNCIL, WHALES, ISLAND],
    [[['COUNCIL[- -]ISLAND'], ['COUNCIL', '{+WHALES+}', 'ISLAND']]],
  ],
  [
    'joined ones stand beside the whole',
    [COUNCIL, ISLAND],
    [`${COUNCIL} ${ISLAND}`],
    [[['COUNCIL', 'ISLAND'], ['COUNCIL{+ +}ISLAND']]],
  ],
  [
    'a border that moved makes one row',
    [`${COUNCIL} ${ISLAND}`, GROWERS],
    [COUNCIL, `${ISLAND} ${GROWERS}`],
    [
      [
        ['COUNCIL[- -]ISLAND', 'GROWERS'],
        ['COUNCIL', 'ISLAND{+ +}GROWERS'],
      ],
    ],
  ],
  [
    'a moved block stands in both places',
    [COUNCIL, ISLAND, GROWERS],
    [GROWERS, COUNCIL, ISLAND],
    [
      [[], ['GROWERS (new 1)']],
      [['COUNCIL'], ['COUNCIL']],
      [['ISLAND'], ['ISLAND']],
      [['GROWERS (old 1)'], []],
    ],
  ],
]
test.each(cases)('%s', (_what, before, after, rows) => {
  const { body } = compareContent(storyOf(...before), storyOf(...after))
  expect(sideBySide(body).map((row) => [short(row.before), short(row.after)])).toEqual(rows)
})

test('a comparison is left as it is', () => {
  const { body } = compareContent(
    storyOf(`${COUNCIL} ${ISLAND}`, GROWERS),
    storyOf(COUNCIL, WHALES, `${ISLAND} ${GROWERS}`),
  )
  const copy = structuredClone(body)
  sideBySide(body)
  expect(body).toEqual(copy)
})
