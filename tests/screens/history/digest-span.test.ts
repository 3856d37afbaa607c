import { expect, test } from 'vitest'
import { digestSpan } from '../../../src/screens/history/digest-span.ts'
import type { VersionHead } from '../../../src/screens/history/version-words.ts'
import { headOf } from './history-stage.tsx'

type Why = VersionHead['why']
/** Versions of these steps, oldest first; `digestSpan` takes them newest first. */
const lived = (...steps: readonly Why[]): readonly VersionHead[] =>
  steps.map((why, index) => headOf(index + 1, { why })).toReversed()

test.each<[string, readonly Why[], boolean, readonly [from: number, to: number | 'now'] | null]>([
  ['a draft', [], false, null],
  ['a draft that was kept', ['keep version'], false, null],
  ['submitted', ['submit'], false, [1, 'now']],
  ['sent back and submitted again', ['submit', 'claim', 'request changes', 'submit'], false, [1, 'now']],
  ['approved', ['keep version', 'submit', 'claim', 'approve'], true, [2, 4]],
  ['kept after its approval', ['submit', 'claim', 'approve', 'keep version'], true, [1, 3]],
  ['reopened', ['submit', 'claim', 'approve', 'reopen'], false, [3, 'now']],
  ['approved again', ['submit', 'claim', 'approve', 'reopen', 'approve'], true, [3, 5]],
  [
    'reopened, sent back, submitted',
    ['submit', 'claim', 'approve', 'reopen', 'request changes', 'submit', 'claim', 'approve'],
    true,
    [6, 8],
  ],
  ['spiked once it was approved, and restored', ['submit', 'approve', 'spike', 'restore'], false, [2, 'now']],
])('a story that was %s', (_what, steps, isApproved, expected) => {
  const span = digestSpan(lived(...steps), isApproved)
  expect(span && [span.from.number, span.to]).toEqual(expected)
  expect(span?.approval?.number ?? 'now').toBe(span?.to ?? 'now')
})
