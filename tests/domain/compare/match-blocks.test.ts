import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchBlocks } from '../../../src/domain/compare/match-blocks.ts'
import { outlinesOf } from '../../../src/domain/compare/outline.ts'
import { newLexicon } from '../../../src/domain/compare/text-stream.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { afterDeed, anyBlock, anyDeed, storyOf } from './versions.ts'

const groupsOf = (before: readonly Block[], after: readonly Block[]) => {
  const lexicon = newLexicon()
  const outlines = (body: readonly Block[]) => outlinesOf(body, (id) => id, lexicon)
  return matchBlocks(outlines(before), outlines(after))
}

const COUNCIL = 'The council voted on Tuesday to keep the ferry running through the winter.'
const ISLAND = 'Islanders had feared that the service would stop in November when the money runs out.'
const GROWERS = 'Growers said the price of fuel had doubled since spring and that they could not pay.'

const BREAD = 'Growers said the price of bread had fallen, and nobody knew why it was so.'

type Case = readonly [
  what: string,
  before: readonly string[],
  after: readonly string[],
  groups: readonly string[],
]
const cases: readonly Case[] = [
  ['in order', ['One', 'Two'], ['One', 'Two'], ['0-1:0-1', '1-2:1-2']],
  ['moved', [COUNCIL, ISLAND, GROWERS], [GROWERS, COUNCIL, ISLAND], ['0-1:1-2', '1-2:2-3', '2-3:0-1 moved']],
  ['the shorter of two moves', [COUNCIL, 'Fuel'], ['Fuel', COUNCIL], ['0-1:1-2', '1-2:0-1 moved']],
  [
    'rewritten by half in its place',
    ['The council keeps the ferry running'],
    ['Ferry: council keeps winter boats running'],
    ['0-1:0-1'],
  ],
  ['another text in its place', ['The quick brown fox jumps'], ['The vote was on Tuesday'], []],
  ['only small words in common', ['The top of the hill was cold'], ['It was for the end of the war'], []],
  ['two thirds rewritten and elsewhere: not sure enough', [COUNCIL, GROWERS], [BREAD, COUNCIL], ['0-1:1-2']],
  ['two thirds rewritten in its place', [COUNCIL, GROWERS], [COUNCIL, BREAD], ['0-1:0-1', '1-2:1-2']],
  ['in three', [`${COUNCIL} ${ISLAND} ${GROWERS}`], [COUNCIL, ISLAND, GROWERS], ['0-1:0-3']],
  ['from three', [COUNCIL, ISLAND, GROWERS], [`${COUNCIL} ${ISLAND} ${GROWERS}`], ['0-3:0-1']],
  ['borders that moved', [`${COUNCIL} ${ISLAND}`, GROWERS], [COUNCIL, `${ISLAND} ${GROWERS}`], ['0-2:0-2']],
  ['twice the same, one gone', ['Same', COUNCIL, 'Same'], [COUNCIL, 'Same'], ['1-2:0-1', '2-3:1-2']],
  ['empty blocks stay in place', ['', COUNCIL], [COUNCIL, ''], ['1-2:0-1']],
  ['capitals', ['Fuel prices rise'], ['Fuel Prices Rise'], ['0-1:0-1']],
]
test.each(cases)('%s', (_what, before, after, groups) => {
  const found = groupsOf(storyOf(...before).body, storyOf(...after).body)
  expect(found.map(({ b0, b1, a0, a1, moved }) => `${b0}-${b1}:${a0}-${a1}${moved ? ' moved' : ''}`)).toEqual(
    groups,
  )
})

test('no block is in two groups, groups are never empty, and those that stayed are in one order', () => {
  const anyBody = fc.array(anyBlock, { maxLength: 12 })
  fc.assert(
    fc.property(
      anyBody,
      anyBody,
      fc.array(anyDeed, { maxLength: 8 }),
      fc.boolean(),
      (before, other, deeds, related) => {
        const after = related ? deeds.reduce(afterDeed, before) : other
        const groups = groupsOf(before, after)
        const own = groups.flatMap(({ b0, b1 }) => Array.from({ length: b1 - b0 }, (_, k) => b0 + k))
        const theirs = groups.flatMap(({ a0, a1 }) => Array.from({ length: a1 - a0 }, (_, k) => a0 + k))
        expect(new Set(own).size).toBe(own.length)
        expect(new Set(theirs).size).toBe(theirs.length)
        expect(
          groups.every(
            ({ b0, b1, a0, a1 }) => b1 > b0 && a1 > a0 && b1 <= before.length && a1 <= after.length,
          ),
        ).toBe(true)
        const places = groups.filter(({ moved }) => !moved).map(({ a0 }) => a0)
        expect(places).toEqual(places.toSorted((x, y) => x - y))
      },
    ),
    { numRuns: 300 },
  )
})

test('a body that is the same is matched block by block, and nothing moved', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 12 }), (body) => {
      const groups = groupsOf(body, structuredClone(body))
      expect(groups).toEqual(body.map((_, k) => ({ b0: k, b1: k + 1, a0: k, a1: k + 1, moved: false })))
    }),
  )
})
