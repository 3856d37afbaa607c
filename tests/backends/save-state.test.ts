import { expect, test } from 'vitest'
import type { StorageTrouble } from '../../src/rules/desk-storage.ts'
import { retryDelay, saveStateOf, type Saving } from '../../src/backends/save-state.ts'

const FULL: StorageTrouble = { cause: 'full', message: 'Full.' }
const MISSING: StorageTrouble = { cause: 'missing', message: 'Missing.' }
const WELL: Saving = {
  unsaved: false,
  failure: null,
  refused: null,
  late: null,
  trouble: null,
  access: { right: 'edit', why: '' },
}
const COMMENT = { right: 'comment', why: 'It is submitted.' } as const

const SUGGEST = { right: 'suggest', why: 'It is in review.' } as const
const READ = { right: 'read', why: 'It is approved.' } as const
const LATE = 'Your last words are kept.'

const states: readonly [string, Partial<Saving>, object][] = [
  ['all is stored', {}, { kind: 'saved' }],
  ['something is not', { unsaved: true }, { kind: 'saving' }],
  ['it failed', { unsaved: true, failure: FULL }, { kind: 'failed', ...FULL }],
  ['it failed once, and is stored now', { failure: FULL }, { kind: 'saved' }],
  ['nothing lasts', { trouble: MISSING }, { kind: 'failed', ...MISSING }],
  [
    'nothing lasts, and it is not even tried',
    { unsaved: true, trouble: MISSING },
    { kind: 'failed', ...MISSING },
  ],
  ['it may not be written', { access: COMMENT }, { kind: 'read-only', message: COMMENT.why }],
  ['that changed, and words are left', { access: COMMENT, unsaved: true }, { kind: 'saving' }],
  ['it may be suggested', { access: SUGGEST }, { kind: 'saved' }],
  ['it is being suggested', { access: SUGGEST, unsaved: true }, { kind: 'saving' }],
  ['it may only be read', { access: READ }, { kind: 'read-only', message: READ.why }],
  ['words came too late', { access: READ, late: LATE }, { kind: 'read-only', message: LATE }],
  ['more words come too late', { access: READ, late: LATE, unsaved: true }, { kind: 'saving' }],
  ['they can’t be kept', { late: LATE, unsaved: true, failure: FULL }, { kind: 'failed', ...FULL }],
  [
    'nothing lasts, and it may not be written',
    { access: COMMENT, trouble: MISSING },
    { kind: 'failed', ...MISSING },
  ],
]
test.each(states)('%s', (_what, saving, state) => {
  expect(saveStateOf({ ...WELL, ...saving })).toEqual(state)
})

test('what was refused says so, and why', () => {
  const state = saveStateOf({ ...WELL, access: COMMENT, unsaved: true, refused: COMMENT.why, failure: FULL })
  expect(state).toMatchObject({ kind: 'failed', cause: 'refused' })
  expect(state).toHaveProperty('message', expect.stringContaining(COMMENT.why))
})

test('tries come further and further apart, but never more than five seconds', () => {
  const delays = [0, 1, 2, 3, 4, 20].map(retryDelay)
  expect(delays).toEqual([500, 1000, 2000, 4000, 5000, 5000])
})
