import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../src/backends/backend.ts'
import type { Right } from '../../src/domain/access.ts'
import { decidedOf, isSuggesting } from '../../src/store/suggesting.ts'

describe('changes are suggested', () => {
  const cases: readonly (readonly [Right, boolean | undefined, boolean])[] = [
    ['edit', undefined, false],
    ['edit', true, true],
    ['edit', false, false],
    ['suggest', undefined, true],
    ['suggest', false, true],
    ['comment', true, false],
    ['read', undefined, false],
  ]
  test.each(cases)('with the right to %s, wished %s: %s', (right, wish, expected) => {
    expect(isSuggesting({ right, why: '' }, wish)).toBe(expected)
  })
})

describe('decided are', () => {
  const verdict = (sequence: number, suggestion: string, what: Verdict['verdict']): Verdict => ({
    sequence,
    suggestion,
    verdict: what,
    by: { id: 'jane', name: 'Jane', role: 'reporter' },
    at: '2026-11-24T09:00:00Z',
    reason: '',
    what: {
      id: suggestion,
      by: 'kit',
      at: '',
      kind: 'text',
      place: { text: 'body' },
      before: '',
      after: 'x',
      what: '',
    },
  })
  const shown = (verdicts: readonly Verdict[]): readonly string[] =>
    decidedOf(verdicts).map((one) => `${one.suggestion} ${one.verdict}`)

  test('the last decision first', () => {
    expect(shown([verdict(1, 'a', 'accepted'), verdict(2, 'b', 'rejected')])).toEqual([
      'b rejected',
      'a accepted',
    ])
  })

  test('without those that are open again', () => {
    expect(shown([verdict(1, 'a', 'accepted'), verdict(2, 'a', 'reopened')])).toEqual([])
  })

  test('with those that were decided anew after that', () => {
    const verdicts = [verdict(1, 'a', 'accepted'), verdict(2, 'a', 'reopened'), verdict(3, 'a', 'rejected')]
    expect(shown(verdicts)).toEqual(['a rejected'])
  })

  test('what was decided already, and what was typed on in it and decided later', () => {
    const twice = [verdict(1, 'a', 'rejected'), verdict(2, 'a', 'accepted')]
    expect(shown(twice)).toEqual(['a accepted', 'a rejected'])
    expect(shown([...twice, verdict(3, 'a', 'reopened')])).toEqual(['a rejected'])
  })
})
