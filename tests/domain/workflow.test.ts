import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessTo } from '../../src/domain/access.ts'
import type { Status } from '../../src/domain/story-record.ts'
import { STATUSES } from '../../src/domain/story-record.ts'
import type { Action, StepAction, StepName } from '../../src/domain/workflow.ts'
import { stepOf, STEPS, whyNotStep } from '../../src/domain/workflow.ts'
import { CLAIMANT, EVERYBODY, recordWith, WRITER } from './story-records.ts'

type Who = keyof typeof EVERYBODY
const WHO = Object.keys(EVERYBODY) as Who[]
const NAMES = Object.keys(STEPS) as StepName[]

const WRITERS: readonly Who[] = ['writer', 'writing sub', 'writing chief']
const CHIEFS: readonly Who[] = ['writing chief', 'claiming chief', 'chief']
const SUBS: readonly Who[] = [...CHIEFS, 'writing sub', 'claimant', 'sub']
const CLAIMANTS: readonly Who[] = ['claimant', 'claiming chief']

/** The first table of DESIGN.md, section 5, written out by hand: from where, by whom. */
const TABLE: Readonly<Record<StepName, readonly (readonly [Status, readonly Who[]])[]>> = {
  submit: [
    ['draft', [...WRITERS, ...CHIEFS]],
    ['changes requested', [...WRITERS, ...CHIEFS]],
  ],
  withdraw: [['submitted', WRITERS]],
  claim: [['submitted', SUBS]],
  release: [['in review', [...CLAIMANTS, ...CHIEFS]]],
  'take over': [['in review', SUBS.filter((who) => !CLAIMANTS.includes(who))]],
  'request changes': [['in review', [...CLAIMANTS, ...CHIEFS]]],
  approve: [['in review', ['claimant', 'claiming chief', 'chief']]],
  reopen: [['approved', SUBS]],
  publish: [['approved', CHIEFS]],
  schedule: [['approved', CHIEFS]],
  unschedule: [['approved', CHIEFS]],
  correct: [['published', SUBS]],
  kill: [['published', CHIEFS]],
  spike: [
    ['draft', [...WRITERS, ...CHIEFS]],
    ['submitted', CHIEFS],
    ['in review', CHIEFS],
    ['changes requested', CHIEFS],
    ['approved', CHIEFS],
  ],
  restore: [['spiked', CHIEFS]],
}

describe.each(NAMES)('%s', (name) => {
  describe.each(STATUSES)('from %s', (status) => {
    const may = new Set(TABLE[name].find(([from]) => from === status)?.[1])
    test.each(WHO)('by %s', (who) => {
      const refusal = whyNotStep(recordWith({ status }), EVERYBODY[who], name)
      expect(refusal === null).toBe(may.has(who))
      expect(refusal?.message ?? 'It is fine.').toMatch(/^[A-Z][^.]+\.$/)
    })
  })
})

const steps: readonly [Action, Status, Who, Status, string | null][] = [
  [{ type: 'submit' }, 'draft', 'writer', 'submitted', null],
  [{ type: 'withdraw' }, 'submitted', 'writer', 'draft', null],
  [{ type: 'claim' }, 'submitted', 'sub', 'in review', 'sub'],
  [{ type: 'release' }, 'in review', 'claimant', 'submitted', null],
  [{ type: 'take over' }, 'in review', 'sub', 'in review', 'sub'],
  [{ type: 'request changes', note: 'Why?' }, 'in review', 'claimant', 'changes requested', null],
  [{ type: 'approve', hash: 'abc', reason: '' }, 'in review', 'claimant', 'approved', null],
  [{ type: 'approve', hash: 'abc', reason: '' }, 'in review', 'chief', 'approved', null],
  [{ type: 'reopen', note: 'A late fact.' }, 'approved', 'sub', 'in review', 'sub'],
  [{ type: 'spike' }, 'in review', 'chief', 'spiked', null],
  [{ type: 'restore' }, 'spiked', 'chief', 'draft', null],
]
test.each(steps)('%o from %s by %s leads to %s, claimed by %s', (action, from, who, to, claimant) => {
  const before = recordWith({ status: from })
  const step = stepOf(before, EVERYBODY[who], action)
  expect(step).toMatchObject({ ok: true, record: { status: to, claimant, sequence: before.sequence } })
  expect(before).toEqual(recordWith({ status: from }))
})

const refusals: readonly [string, Action, Status, Who, string, RegExp][] = [
  ['a wrong moment', { type: 'claim' }, 'in review', 'sub', 'stale', /in review.*submitted can be claimed/],
  ['a wrong person', { type: 'submit' }, 'draft', 'reporter', 'not allowed', /Only its reporters or a chief/],
  ['no note', { type: 'request changes', note: ' \n' }, 'in review', 'claimant', 'invalid', /note/],
  ['no note to reopen', { type: 'reopen', note: '' }, 'approved', 'chief', 'invalid', /note why you reopen/],
  [
    'one’s own story',
    { type: 'approve', hash: '', reason: '' },
    'in review',
    'writing chief',
    'not allowed',
    /wrote/,
  ],
  ['a version without a name', { type: 'keep version', name: ' ' }, 'draft', 'writer', 'invalid', /name/],
  [
    'a name like a story',
    { type: 'keep version', name: 'x'.repeat(121) },
    'draft',
    'writer',
    'invalid',
    /shorter/,
  ],
  [
    'a version by a reader',
    { type: 'keep version', name: 'Mine' },
    'submitted',
    'reporter',
    'not allowed',
    /./,
  ],
  ['one’s own claim', { type: 'take over' }, 'in review', 'claimant', 'stale', /claimed .* already/],
]
test.each(refusals)('%s is refused in words', (_what, action, from, who, reason, words) => {
  const step = stepOf(recordWith({ status: from }), EVERYBODY[who], action)
  if (step.ok) throw new Error('it was allowed')
  expect(step.reason).toBe(reason)
  expect(step.message).toMatch(words)
})

test('nobody approves what they wrote, chief or not', () => {
  const record = recordWith({ status: 'in review', claimant: WRITER.id })
  expect(whyNotStep(record, { ...WRITER, role: 'chief' }, 'approve')?.message).toMatch(/somebody else/)
  expect(whyNotStep(recordWith({ status: 'in review' }), CLAIMANT, 'approve')).toBeNull()
})

test('a desk of one may let people approve what they wrote, if they claimed it or are a chief', () => {
  const record = recordWith({ status: 'in review', claimant: CLAIMANT.id })
  const alone = { selfApproval: true }
  const action: Action = { type: 'approve', hash: '', reason: '' }
  expect(whyNotStep(record, EVERYBODY['writing chief'], 'approve', alone)).toBeNull()
  expect(stepOf(record, EVERYBODY['writing chief'], action, alone).ok).toBe(true)
  expect(whyNotStep(record, EVERYBODY['writing sub'], 'approve', alone)?.message).toMatch(/claimed/)
})

test.each(NAMES)('%s begins a new epoch exactly where the table says so', (name) => {
  expect(STEPS[name].newEpoch ?? false).toBe(['reopen', 'correct', 'restore'].includes(name))
})

describe('what changes nothing of the record', () => {
  const comment: Action = { type: 'comment', thread: 't', message: 'm', mentions: [], text: 'Who paid?' }
  const actions: readonly Action[] = [{ type: 'keep version', name: 'Before the lawyers' }, comment]
  const cases = actions.flatMap((action) =>
    STATUSES.flatMap((status) => WHO.map((who) => [action.type, status, who, action] as const)),
  )
  test.each(cases)('%s on a story that is %s by %s', (_type, status, who, action) => {
    const record = recordWith({ status })
    const step = stepOf(record, EVERYBODY[who], action)
    expect(step.ok).toBe(accessTo(record, EVERYBODY[who]).right !== 'read')
    expect(step.ok ? step.record : step.reason).toEqual(step.ok ? record : 'not allowed')
  })

  test('a comment without a word tells nobody', () => {
    expect(stepOf(recordWith(), WRITER, { ...comment, text: '\n ' })).toMatchObject({ reason: 'invalid' })
  })
})

describe('a spiked story', () => {
  const spiked = (from: Status, who: Who) => {
    const step = stepOf(recordWith({ status: from }), EVERYBODY[who], { type: 'spike' })
    if (!step.ok) throw new Error(step.message)
    return step.record
  }

  test('remembers what it was, until it is restored', () => {
    const record = spiked('submitted', 'chief')
    expect(record.spikedFrom).toBe('submitted')
    const back = stepOf(record, EVERYBODY.chief, { type: 'restore' })
    expect(back.ok && 'spikedFrom' in back.record).toBe(false)
  })

  test('is restored by its reporters where it was a draft, else by a chief', () => {
    expect(whyNotStep(spiked('draft', 'writer'), WRITER, 'restore')).toBeNull()
    expect(whyNotStep(spiked('submitted', 'chief'), WRITER, 'restore')?.reason).toBe('not allowed')
    expect(whyNotStep(spiked('draft', 'writer'), EVERYBODY.reporter, 'restore')?.reason).toBe('not allowed')
  })
})

describe('an embargo', () => {
  const at = '2026-12-01T06:00:00Z'
  const embargoes: readonly [string, { at: string; zone: string } | null, boolean][] = [
    ['a time in a zone', { at, zone: 'Europe/London' }, true],
    ['none', null, true],
    ['an unknown zone', { at, zone: 'Europe/Atlantis' }, false],
    ['no time', { at: 'at noon', zone: 'Europe/London' }, false],
  ]
  test.each(embargoes)('%s', (_what, embargo, ok) => {
    const step = stepOf(recordWith(), WRITER, { type: 'set embargo', embargo })
    expect(step.ok).toBe(ok)
    expect(step.ok ? step.record.embargo : 'refused').toEqual(ok ? embargo : 'refused')
  })

  test('is set only by those who may edit', () => {
    const action: Action = { type: 'set embargo', embargo: null }
    expect(stepOf(recordWith({ status: 'submitted' }), WRITER, action).ok).toBe(false)
    expect(stepOf(recordWith({ status: 'in review' }), CLAIMANT, action).ok).toBe(true)
  })
})

describe('any life of a story', () => {
  const note = fc.constantFrom('', ' \n', 'Who says so?')
  const embargo = fc.constantFrom(
    null,
    { at: '2026-12-01T06:00:00Z', zone: 'Europe/London' },
    { at: '', zone: '' },
  )
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({
      type: fc.constantFrom('submit', 'withdraw', 'claim', 'release', 'take over', 'spike', 'restore'),
    }),
    fc.record({ type: fc.constant('request changes' as const), note }),
    fc.record({ type: fc.constant('reopen' as const), note }),
    fc.record({ type: fc.constant('approve' as const), hash: fc.constant('abc'), reason: note }),
    fc.record({ type: fc.constant('keep version' as const), name: note }),
    fc.record({ type: fc.constant('set embargo' as const), embargo }),
  )
  const life = fc.array(fc.tuple(fc.constantFrom(...WHO), action), { maxLength: 40 })

  /** Every record that came of it, from the first draft on, each with what led to it. */
  function live(steps: readonly (readonly [Who, Action])[]) {
    let record = recordWith()
    const lived = [{ record, before: record, type: 'create', who: 'writer' as Who }]
    for (const [who, asked] of steps) {
      const step = stepOf(record, EVERYBODY[who], asked)
      if (!step.ok) continue
      lived.push({ record: step.record, before: record, type: asked.type, who })
      record = step.record
    }
    return lived
  }

  test('is claimed while it is in review and at no other time', () => {
    fc.assert(
      fc.property(life, (steps) => {
        for (const { record } of live(steps)) {
          expect(record.claimant !== null).toBe(record.status === 'in review')
        }
      }),
    )
  })

  test('remembers what it was while it is spiked and at no other time', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const lived = live(steps)
        for (const { record } of lived) expect('spikedFrom' in record).toBe(record.status === 'spiked')
        for (const { record, before } of lived.filter(({ type }) => type === 'spike')) {
          expect(record.spikedFrom).toBe(before.status)
        }
      }),
    )
  })

  test('changes nothing but status, claim, epoch and memory by steps, and the embargo by itself alone', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const lived = live(steps)
        const { status, claimant, embargo, epoch } = recordWith()
        for (const { record } of lived) {
          const { spikedFrom: _, ...kept } = { ...record, status, claimant, embargo, epoch }
          expect(kept).toEqual(recordWith())
        }
        for (const { record, before } of lived.filter(({ type }) => type === 'set embargo')) {
          expect(record).toEqual({ ...before, embargo: record.embargo })
        }
        for (const { record, before } of lived.filter(({ type }) => type !== 'set embargo')) {
          expect(record.embargo).toEqual(before.embargo)
        }
        for (const { record, before } of lived.filter(({ type }) => type === 'keep version')) {
          expect(record).toBe(before)
        }
      }),
    )
  })

  test('begins a new epoch by reopening and restoring, and by nothing else', () => {
    fc.assert(
      fc.property(life, (steps) => {
        for (const { record, before, type } of live(steps)) {
          const begins = type === 'reopen' || type === 'restore'
          expect(record.epoch).toBe(before.epoch + (begins ? 1 : 0))
        }
      }),
    )
  })

  test('leads only along the table', () => {
    fc.assert(
      fc.property(life, (steps) => {
        for (const { record, before, type } of live(steps)) {
          if (type === 'create' || type === 'set embargo' || type === 'keep version') continue
          const row = STEPS[type as StepAction['type']]
          expect(row.from).toContain(before.status)
          expect(record.status).toBe(row.to)
        }
      }),
    )
  })
})
