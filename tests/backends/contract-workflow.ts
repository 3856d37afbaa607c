import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Action, Backend } from '../../src/backends/backend.ts'
import type { Status } from '../../src/domain/story-record.ts'
import type { StepAction } from '../../src/domain/workflow.ts'
import { STEPS } from '../../src/domain/workflow.ts'
import type { MakeDesk, TestDesk } from './test-desk.ts'
import { CAST, CHIEF, OTHER, REPORTER, storyOf, SUB, tabOf, valueOf } from './test-desk.ts'

type Actor = keyof typeof CAST

const ACTIONS: readonly StepAction[] = [
  { type: 'submit' },
  { type: 'withdraw' },
  { type: 'claim' },
  { type: 'release' },
  { type: 'take over' },
  { type: 'request changes', note: 'Say who paid.' },
  { type: 'spike' },
  { type: 'restore' },
]

/** How a story comes to each status that this actions reach. */
const WAYS: Readonly<Partial<Record<Status, readonly [Actor, Action][]>>> = {
  draft: [],
  submitted: [['reporter', { type: 'submit' }]],
  'in review': [
    ['reporter', { type: 'submit' }],
    ['sub-editor', { type: 'claim' }],
  ],
  'changes requested': [
    ['reporter', { type: 'submit' }],
    ['sub-editor', { type: 'claim' }],
    ['sub-editor', { type: 'request changes', note: 'Why?' }],
  ],
  spiked: [['reporter', { type: 'spike' }]],
}

/** Who may, at the end of those ways, written out by hand: the first table of DESIGN.md, section 5. */
const MAY: Readonly<Record<string, string>> = {
  'draft submit': 'reporter chief',
  'draft spike': 'reporter chief',
  'submitted withdraw': 'reporter',
  'submitted claim': 'sub-editor chief',
  'submitted spike': 'chief',
  'in review release': 'sub-editor chief',
  'in review take over': 'chief',
  'in review request changes': 'sub-editor chief',
  'in review spike': 'chief',
  'changes requested submit': 'reporter chief',
  'changes requested spike': 'chief',
  'spiked restore': 'reporter chief',
}

export function workflowContract(makeDesk: MakeDesk): void {
  let desk: TestDesk
  let tabs: Readonly<Record<Actor, Backend>>
  beforeEach(async () => {
    desk = await makeDesk()
    tabs = {
      reporter: await tabOf(desk, REPORTER),
      other: await tabOf(desk, OTHER),
      'sub-editor': await tabOf(desk, SUB),
      chief: await tabOf(desk, CHIEF),
    }
  })
  afterEach(() => desk.end())

  async function storyIn(status: Status): Promise<string> {
    const id = await storyOf(tabs.reporter)
    for (const [actor, action] of WAYS[status] ?? []) valueOf(await tabs[actor].act(id, action))
    return id
  }

  const statuses = Object.keys(WAYS) as Status[]
  test.each(statuses)('every action by everybody on a story that is %s', async (status) => {
    for (const action of ACTIONS) {
      for (const actor of Object.keys(CAST) as Actor[]) {
        const id = await storyIn(status)
        const before = valueOf(await tabs.reporter.record(id))
        const answer = await tabs[actor].act(id, action)
        const may = (MAY[`${status} ${action.type}`] ?? '').split(' ').includes(actor)
        const after = valueOf(await tabs.reporter.record(id))
        const what = `${actor}: ${action.type} from ${status}`
        expect({
          what,
          ok: answer.ok,
          status: after?.status,
          isChange: Number(after?.sequence) > Number(before?.sequence),
          answer: answer.ok ? answer.value : before,
          isSilent: !answer.ok && answer.message === '',
        }).toEqual({
          what,
          ok: may,
          status: may ? STEPS[action.type].to : status,
          isChange: may,
          answer: after,
          isSilent: false,
        })
      }
    }
  })

  test('each step is an event with who, when, from, to and note', async () => {
    const id = await storyIn('changes requested')
    const events = valueOf(await tabs.other.events(id))
    expect(events.map(({ type, from, to, by, note }) => [type, from, to, by.name, note])).toEqual([
      ['create', null, 'draft', 'Rita Reporter', ''],
      ['submit', 'draft', 'submitted', 'Rita Reporter', ''],
      ['claim', 'submitted', 'in review', 'Susan Sub', ''],
      ['request changes', 'in review', 'changes requested', 'Susan Sub', 'Why?'],
    ])
    const sequences = events.map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(events[0]?.at).toBe('2026-11-24T12:00:00.000Z')
  })

  test('a note that is required and missing is refused, and no event is written', async () => {
    const id = await storyIn('in review')
    const answer = await tabs['sub-editor'].act(id, { type: 'request changes', note: '  ' })
    expect(answer).toMatchObject({ ok: false, reason: 'invalid' })
    expect(valueOf(await tabs.other.events(id))).toHaveLength(3)
  })

  test('two who claim at the same moment: one has it, the other is told', async () => {
    const id = await storyIn('submitted')
    const answers = await Promise.all([
      tabs['sub-editor'].act(id, { type: 'claim' }),
      tabs.chief.act(id, { type: 'claim' }),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'stale' })
  })

  test('an embargo is set and lifted by whoever may edit', async () => {
    const id = await storyIn('draft')
    const embargo = { at: '2026-12-01T06:00:00Z', zone: 'Europe/London' }
    expect(await tabs.other.act(id, { type: 'set embargo', embargo })).toMatchObject({
      reason: 'not allowed',
    })
    const bad = await tabs.reporter.act(id, {
      type: 'set embargo',
      embargo: { at: 'soon', zone: 'Europe/London' },
    })
    expect(bad).toMatchObject({ reason: 'invalid' })
    expect(valueOf(await tabs.reporter.act(id, { type: 'set embargo', embargo })).embargo).toEqual(embargo)
    expect(valueOf(await tabs.chief.act(id, { type: 'set embargo', embargo: null })).embargo).toBeNull()
  })
}
