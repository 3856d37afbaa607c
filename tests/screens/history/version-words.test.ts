import { describe, expect, test } from 'vitest'
import {
  foundWords,
  inOrder,
  neighbourOf,
  newestTwo,
  versionTitle,
  whyWords,
} from '../../../src/screens/history/version-words.ts'
import { headOf } from './history-stage.tsx'

test.each([
  [{ why: 'submit' }, 'Submitted'],
  [{ why: 'request changes', note: ' Check 52%. ' }, 'Sent back: Check 52%.'],
  [{ why: 'approve' }, 'Approved'],
  [{ why: 'approve', note: 'No picture to be had' }, 'Approved: No picture to be had'],
  [{ why: 'reopen', note: 'New figures' }, 'Reopened: New figures'],
  [{ why: 'keep version', name: 'Before cuts' }, 'Kept as “Before cuts”'],
  [{ why: 'keep version', name: '' }, 'Kept'],
  [{ why: 'take over' }, 'Taken over'],
  [{ why: 'set embargo' }, 'Set embargo'],
] as const)('%j is said as “%s”', (change, words) => {
  expect(whyWords(headOf(1, change))).toBe(words)
})

test.each([
  [[], ''],
  [[{ check: 'spelling', count: 2 }], 'The checks had found: Spelling 2'],
  [
    [
      { check: 'spelling', count: 2 },
      { check: 'of a newer Stet', count: 1 },
    ],
    'The checks had found: Spelling 2, of a newer Stet 1',
  ],
])('what was found, %j, is said as “%s”', (flags, words) => {
  expect(foundWords(flags)).toBe(words)
})

const HEADS = [headOf(3, { name: 'Before cuts' }), headOf(2), headOf(1)]

test('a version is called by its name, or else its number', () => {
  expect((['now', 3, 2, 9] as const).map((version) => versionTitle(version, HEADS))).toEqual([
    'Now',
    'Before cuts',
    'Version 2',
    'Version 9',
  ])
})

describe('what is compared', () => {
  test.each([
    ['no version', [], true, null],
    ['one, as the story stands', [1], true, { chosen: 'now', against: 1 }],
    ['one, and the story went on', [1], false, { chosen: 'now', against: 1 }],
    ['two, the newer as the story stands', [2, 1], true, { chosen: 2, against: 1 }],
    ['two, and the story went on', [2, 1], false, { chosen: 'now', against: 2 }],
  ] as const)('by itself, of %s', (_what, numbers, isKept, expected) => {
    expect(
      newestTwo(
        numbers.map((number) => ({ number })),
        isKept,
      ),
    ).toEqual(expected)
  })

  test.each([
    [{ chosen: 'now', against: 1 }, [1, 'now']],
    [{ chosen: 1, against: 'now' }, [1, 'now']],
    [{ chosen: 3, against: 1 }, [1, 3]],
    [{ chosen: 1, against: 3 }, [1, 3]],
    [{ chosen: 10, against: 9 }, [9, 10]],
  ] as const)('%j: the older one is before', (compared, order) => {
    expect(inOrder(compared)).toEqual(order)
  })

  test.each([
    ['now', 3],
    [3, 2],
    [2, 1],
    [1, 2],
  ] as const)('%s is compared with %s, unless somebody says otherwise', (chosen, neighbour) => {
    expect(neighbourOf(chosen, HEADS)).toBe(neighbour)
  })

  test('the only version is compared with how the story stands', () => {
    expect(neighbourOf(1, [headOf(1)])).toBe('now')
  })
})
