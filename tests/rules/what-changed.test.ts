import { expect, test } from 'vitest'
import type { Refusal, StoryEvent } from '../../src/backends/backend.ts'
import { tellingWhatChanged, timeWords } from '../../src/rules/what-changed.ts'
import type { Person } from '../../src/domain/person.ts'
import { CHIEF, NOW, REPORTER, SUB } from '../backends/test-desk.ts'

const STALE: Refusal = { ok: false, reason: 'stale', message: 'It is in review.' }
const WRONG: Refusal = { ok: false, reason: 'not allowed', message: 'Only its claimant can.' }

const event = (type: StoryEvent['type'], by: Person): StoryEvent => ({
  sequence: 1,
  at: NOW().toISOString(),
  by,
  type,
  note: '',
  from: null,
  to: 'draft',
  told: [],
})

const cases: readonly [string, Refusal, readonly StoryEvent[], string][] = [
  [
    'the last step of somebody else',
    STALE,
    [event('submit', REPORTER), event('claim', CHIEF)],
    'claimed by Carla Chief at 24 Nov 2026',
  ],
  [
    'the last step, whatever was said since',
    STALE,
    [event('claim', CHIEF), event('comment', REPORTER), event('keep version', REPORTER)],
    'claimed by Carla Chief',
  ],
  [
    'who took the claim from whoever asks',
    WRONG,
    [event('claim', SUB), event('take over', CHIEF)],
    'taken over by Carla Chief',
  ],
  [
    'also where they had reopened it',
    WRONG,
    [event('reopen', SUB), event('take over', CHIEF)],
    'taken over by Carla Chief',
  ],
]
test.each(cases)('a refusal names %s', (_what, refusal, events, words) => {
  const told = tellingWhatChanged(refusal, events, SUB)
  expect(told).toMatchObject({ ok: false, reason: refusal.reason })
  expect(told.message.startsWith(refusal.message)).toBe(true)
  expect(told.message).toContain(words)
})

const silent: readonly [string, Refusal, readonly StoryEvent[]][] = [
  ['nothing was done yet', STALE, []],
  ['it was only made', STALE, [event('create', REPORTER)]],
  ['they did it themselves', STALE, [event('claim', SUB)]],
  ['it was never theirs', WRONG, [event('claim', CHIEF), event('take over', REPORTER)]],
  ['it was theirs, and they gave it back', WRONG, [event('claim', SUB), event('release', CHIEF)]],
  ['the input is wrong', { ...WRONG, reason: 'invalid' }, [event('claim', SUB), event('take over', CHIEF)]],
]
test.each(silent)('where %s it says no more', (_what, refusal, events) => {
  expect(tellingWhatChanged(refusal, events, SUB)).toEqual(refusal)
})

test('a time is in words, and one that is none says so', () => {
  expect(timeWords('2026-11-24T12:05:00.000Z')).toMatch(/^24 Nov 2026, \d\d:\d5$/)
  expect(timeWords('yesterday')).toBe('an unknown time')
})
