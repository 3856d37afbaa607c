import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toldOf } from '../../src/domain/notices.ts'
import type { Person } from '../../src/domain/person.ts'
import type { StoryRecord } from '../../src/domain/story-record.ts'
import type { Action } from '../../src/domain/workflow.ts'
import { CLAIMANT, EVERYBODY, recordWith, WRITER } from './story-records.ts'

const PARTNER: Person = { id: 'partner', name: 'Petra Partner', role: 'reporter' }
const PEOPLE: readonly Person[] = [
  WRITER,
  PARTNER,
  CLAIMANT,
  EVERYBODY.sub,
  EVERYBODY.chief,
  EVERYBODY.reporter,
]
const reporters = [WRITER.id, PARTNER.id]

/** "sub:submitted chief:submitted", in the order of names. */
function told(
  action: Action,
  by: string,
  before: Partial<StoryRecord>,
  inThread: readonly string[] = [],
): string {
  const happening = { action, by, before: recordWith({ reporters, ...before }), people: PEOPLE, inThread }
  return toldOf(happening)
    .map(({ person, kind }) => `${person}:${kind}`)
    .toSorted()
    .join(' ')
}

const draft = { status: 'draft' } as const
const submitted = { status: 'submitted' } as const
const review = { status: 'in review' } as const
const approved = { status: 'approved' } as const
const steps: readonly [Action, string, Partial<StoryRecord>, string][] = [
  [{ type: 'submit' }, 'writer', draft, 'chief:submitted claimant:submitted partner:submitted sub:submitted'],
  [{ type: 'submit' }, 'chief', draft, 'claimant:submitted partner:submitted sub:submitted writer:submitted'],
  [{ type: 'withdraw' }, 'writer', submitted, 'partner:withdrawn'],
  [{ type: 'claim' }, 'sub', submitted, ''],
  [{ type: 'release' }, 'claimant', review, ''],
  [{ type: 'take over' }, 'sub', review, 'claimant:taken over partner:taken over writer:taken over'],
  [{ type: 'request changes', note: 'Why?' }, 'claimant', review, 'partner:returned writer:returned'],
  [
    { type: 'request changes', note: 'Why?' },
    'chief',
    review,
    'claimant:returned partner:returned writer:returned',
  ],
  [{ type: 'approve', hash: '', reason: '' }, 'claimant', review, 'partner:approved writer:approved'],
  [
    { type: 'approve', hash: '', reason: '' },
    'chief',
    review,
    'claimant:approved partner:approved writer:approved',
  ],
  [{ type: 'reopen', note: 'Late.' }, 'sub', approved, 'partner:reopened writer:reopened'],
  [{ type: 'spike' }, 'chief', review, 'claimant:spiked partner:spiked writer:spiked'],
  [{ type: 'spike' }, 'writer', draft, 'partner:spiked'],
  [{ type: 'restore' }, 'chief', { status: 'spiked' }, 'partner:restored writer:restored'],
  [{ type: 'set embargo', embargo: null }, 'chief', draft, ''],
  [{ type: 'keep version', name: 'Mine' }, 'chief', draft, ''],
]
test.each(steps)('%o by %s of a story %o tells %s', (action, by, before, expected) => {
  expect(told(action, by, before)).toBe(expected)
})

const comment = (...mentions: string[]): Action => ({
  type: 'comment',
  thread: 't',
  message: 'm',
  mentions,
  text: 'Who paid?',
})
const comments: readonly [string, Action, string, Partial<StoryRecord>, readonly string[], string][] = [
  ['a first one on a draft', comment(), 'sub', draft, ['sub'], 'partner:commented writer:commented'],
  ['one by a reporter in review', comment(), 'writer', review, [], 'claimant:commented partner:commented'],
  [
    'an answer',
    comment(),
    'writer',
    review,
    ['sub', 'writer'],
    'claimant:commented partner:commented sub:answered',
  ],
  [
    'one that names a reporter and a chief',
    comment('partner', 'chief'),
    'sub',
    draft,
    ['partner'],
    'chief:mentioned partner:mentioned writer:commented',
  ],
  ['one that names nobody on the desk', comment('ghost'), 'writer', draft, [], 'partner:commented'],
  ['one that names oneself', comment('sub'), 'sub', draft, ['sub'], 'partner:commented writer:commented'],
]
test.each(comments)('%s', (_what, action, by, before, inThread, expected) => {
  expect(told(action, by, before, inThread)).toBe(expected)
})

describe('whatever happens', () => {
  const id = fc.constantFrom('ghost', ...PEOPLE.map((person) => person.id))
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.constantFrom(...steps.map(([step]) => step)),
    fc.array(id).map((mentions) => comment(...mentions)),
  )

  test('nobody is told twice, and nobody of what they did', () => {
    fc.assert(
      fc.property(action, id, fc.uniqueArray(id), fc.array(id), (done, by, wrote, inThread) => {
        const before = recordWith({ status: 'in review', reporters: wrote })
        const people = toldOf({ action: done, by, before, people: PEOPLE, inThread }).map(
          ({ person }) => person,
        )
        expect(new Set(people).size).toBe(people.length)
        expect(people).not.toContain(by)
      }),
    )
  })
})
