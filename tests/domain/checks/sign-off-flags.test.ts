import { describe, expect, test } from 'vitest'
import { flagCounts, isCounted, signOffFlags } from '../../../src/domain/checks/sign-off-flags.ts'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import { flagOf, inBody } from './flags.ts'

const FLAGS = [
  flagOf({
    check: 'house-style',
    kind: 'style',
    words: 'amongst',
    weight: 'forced',
    range: inBody(0, 4, 11),
  }),
  flagOf({ words: 'teh', range: inBody(1, 2, 5) }),
  flagOf({
    check: 'possessive-missing',
    words: 'Norways',
    range: { place: { to: 'field', field: 'photo:a:alt' }, from: 0, to: 7 },
  }),
  flagOf({ words: 'wrod', range: inBody(2, 0, 4) }),
  flagOf({ check: 'house-style', words: 'utilise', weight: 'advice' }),
  flagOf({ check: 'grammar', words: 'as is', weight: 'right' }),
]
const off = { signOff: { ...NEWSROOM_SETTINGS.signOff, checks: 'off' } } as const
const stop = { signOff: { ...NEWSROOM_SETTINGS.signOff, checks: 'stop' } } as const

describe('what the checks found', () => {
  test('is one warning for each check, which leads to its first place', () => {
    expect(signOffFlags(FLAGS, NEWSROOM_SETTINGS)).toEqual([
      {
        check: 'checks',
        level: 'warning',
        message: 'House style: “amongst”.',
        jump: { to: 'text', text: 'body', at: { block: 0, offset: 4 } },
      },
      {
        check: 'checks',
        level: 'warning',
        message: 'Spelling, in 2 places. The first: “teh”.',
        jump: { to: 'text', text: 'body', at: { block: 1, offset: 2 } },
      },
      {
        check: 'checks',
        level: 'warning',
        message: 'Missing apostrophe: “Norways”.',
        jump: { to: 'field', field: 'photo:a:alt' },
      },
    ])
  })

  test('is counted likewise for the event of an approval', () => {
    expect(flagCounts(FLAGS, NEWSROOM_SETTINGS)).toEqual([
      { check: 'house-style', count: 1 },
      { check: 'spelling', count: 2 },
      { check: 'possessive-missing', count: 1 },
    ])
  })

  test('is nothing where it is switched off, and never a stop', () => {
    expect(signOffFlags(FLAGS, off)).toEqual([])
    expect(flagCounts(FLAGS, off)).toEqual([])
    expect(signOffFlags(FLAGS, stop).map(({ level }) => level)).toEqual(['warning', 'warning', 'warning'])
    expect(signOffFlags([], NEWSROOM_SETTINGS)).toEqual([])
  })

  test('by a check that this Stet doesn’t know goes by its own name', () => {
    expect(signOffFlags([flagOf({ check: 'from-tomorrow' })], NEWSROOM_SETTINGS)[0]?.message).toBe(
      'from-tomorrow: “teh”.',
    )
  })

  test.each([
    ['fault', true],
    ['forced', true],
    ['advice', false],
    ['right', false],
  ] as const)('of the weight %s counts: %s', (weight, counts) => {
    expect(isCounted({ weight })).toBe(counts)
  })
})
