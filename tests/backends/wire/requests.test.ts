import fc from 'fast-check'
import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import type { Action } from '../../../src/domain/workflow.ts'
import { STEPS } from '../../../src/domain/workflow.ts'
import { LIMITS } from '../../../src/backends/wire.ts'
import { action, decisions, noticesRead, redecisions } from '../../../src/backends/wire/requests.ts'

const ACTIONS: readonly Action[] = [
  { type: 'submit' },
  { type: 'withdraw' },
  { type: 'claim' },
  { type: 'release' },
  { type: 'take over' },
  { type: 'spike' },
  { type: 'restore' },
  { type: 'request changes', note: 'Too long.' },
  { type: 'reopen', note: 'A name is wrong.' },
  { type: 'approve', hash: 'a'.repeat(64), reason: '' },
  { type: 'set embargo', embargo: { at: '2026-11-24T06:00:00Z', zone: 'Europe/London' } },
  { type: 'set embargo', embargo: null },
  { type: 'keep version', name: 'Before lunch' },
  { type: 'comment', thread: 't', message: 'm', mentions: ['p'], text: 'Sure?' },
]

test('every action goes through as it is', () => {
  for (const each of ACTIONS) expect(z.parse(action, JSON.parse(JSON.stringify(each)))).toEqual(each)
})

test('every step that can be asked for has its shape, and none that can’t', () => {
  const asked = new Set<string>(ACTIONS.map(({ type }) => type))
  expect(Object.keys(STEPS).filter((name) => !asked.has(name))).toEqual([
    'publish',
    'schedule',
    'unschedule',
    'correct',
    'kill',
  ])
  for (const type of ['publish', 'correct', 'kill', 'create', '']) {
    expect(z.safeParse(action, { type, note: 'x' }).success).toBe(false)
  }
})

test('what more is said with an action than belongs to it is refused', () => {
  for (const each of ACTIONS) {
    expect(z.safeParse(action, { ...each, as: 'chief' }).success).toBe(false)
    const { type } = each
    const isWhole = Object.keys(each).length === 1
    expect(z.safeParse(action, { type }).success).toBe(isWhole)
  }
})

test.each<[string, z.ZodMiniType, unknown]>([
  ['a decision in no epoch', decisions, { epoch: 0, requests: [] }],
  ['a half epoch', decisions, { epoch: 1.5, requests: [] }],
  ['a third verdict', decisions, { epoch: 1, requests: [{ suggestion: 's', verdict: 'keep', mark: '' }] }],
  [
    'more decisions than at once',
    decisions,
    {
      epoch: 1,
      requests: Array.from({ length: LIMITS.decisions + 1 }, () => ({
        suggestion: 's',
        verdict: 'accept',
        mark: '',
      })),
    },
  ],
  ['an undo of an undo', redecisions, { epoch: 1, how: 'reopened', suggestions: [] }],
  ['a suggestion without an id', redecisions, { epoch: 1, how: 'undone', suggestions: [''] }],
  ['notices up to nowhere', noticesRead, { upTo: -1 }],
  ['a note that is a book', action, { type: 'reopen', note: 'x'.repeat(LIMITS.note + 1) }],
])('%s is refused', (_, shape, value) => {
  expect(z.safeParse(shape, value).success).toBe(false)
})

test('no value that JSON can hold is an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const shape of [action, decisions, redecisions, noticesRead]) {
        expect(typeof z.safeParse(shape, value).success).toBe('boolean')
      }
    }),
  )
})
