// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../../src/domain/person.ts'
import type { StoryRecord } from '../../../src/domain/story-record.ts'
import { DeskPage } from '../../../src/screens/desk/desk-page.tsx'
import { queryOf, queueOf } from '../../../src/screens/desk/queues.ts'
import { BLANK_LIST } from '../../../src/store/desk-state.ts'
import { violations } from '../../ui/violations.ts'
import { answered, giveSize, IDA, JANE, KIT, record, stage } from '../stage.tsx'

let restore: () => void
beforeEach(() => {
  restore = giveSize()
})
afterEach(() => {
  restore()
})

const QUERY = { ...BLANK_LIST.query, ...queryOf(queueOf('submitted', 'sub-editor')) }
const WAITING = ['a', 'b', 'c'].map((id) => record(id, { status: 'submitted' }))
const waiting = (me: Person, records: readonly StoryRecord[] = WAITING) =>
  stage(<DeskPage />, {
    path: '/?queue=submitted',
    state: { me, list: answered(records, { query: QUERY, own: { drafts: 4, returned: 1, claimed: 2 } }) },
  })
const CLAIM = { type: 'act', action: { type: 'claim' }, undo: { type: 'release' } }

test('a sub works from “Waiting for a sub”, with the counts of what is theirs', async () => {
  waiting(KIT)
  const queues = within(screen.getByRole('navigation', { name: 'Queues' }))
  expect(within(queues.getByRole('list', { name: 'To review' })).getAllByRole('link')).toHaveLength(2)
  expect(queues.getByRole('link', { name: 'Waiting for a sub 3 stories' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  expect(queues.getByRole('link', { name: 'Claimed by me 2 stories' })).toBeVisible()
  expect(queues.getByRole('link', { name: 'My drafts 4 stories' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a row says what is open on the story, who wrote it and who reviews it', () => {
  const summary = { ...record('a').summary, headline: 'Ferry', suggestions: 6, comments: 1 }
  waiting(KIT, [
    record('a', { status: 'in review', claimant: KIT.id, reporters: [JANE.id, IDA.id, 'x'], summary }),
  ])
  const row = within(screen.getByRole('grid')).getAllByRole('row')[1]
  expect(row).toHaveTextContent(/6 open suggestions.*1 open comment/)
  expect(row).toHaveTextContent(/Jane Doe, Ida Berg, Somebody not on this desk.*Reviewed by Kit Marsh/)
})

test('the link of a story keeps the queue, and the desk is where the way through it begins', () => {
  const { store } = stage(<DeskPage />, {
    path: '/?queue=submitted',
    state: { me: KIT, list: answered(WAITING, { query: QUERY }), walk: { place: 1, seen: ['b'] } },
  })
  expect(store.getState().walk.seen).toEqual([])
  expect(screen.getByRole('link', { name: 'Story a' })).toHaveAttribute('href', '/stories/a?queue=submitted')
})

describe('claiming', () => {
  test('by the button of a row, with the way back', async () => {
    const { tasks } = waiting(KIT)
    await userEvent.click(screen.getByRole('button', { name: 'Claim Story b' }))
    expect(tasks()).toEqual([{ ...CLAIM, id: 'b', done: 'Claimed “Story b”.' }])
  })

  test('by “c”, and on to the next as the claimed one leaves the queue', async () => {
    const { store, tasks } = waiting(KIT)
    act(() => {
      screen.getByRole('link', { name: 'Story b' }).focus()
    })
    await userEvent.keyboard('c')
    expect(tasks()).toMatchObject([{ ...CLAIM, id: 'b' }])
    act(() => {
      store.setState(({ list }) => ({
        list: answered(
          WAITING.filter(({ id }) => id !== 'b'),
          { query: list.query },
        ),
      }))
    })
    await waitFor(() => expect(screen.getByRole('link', { name: 'Story c' })).toHaveFocus())
    await userEvent.keyboard('c')
    expect(tasks()).toMatchObject([{ id: 'b' }, { ...CLAIM, id: 'c' }])
  })

  test('leaves the focus on the story where it stays in the list, though its button is gone', async () => {
    const { store } = waiting(KIT)
    await userEvent.click(screen.getByRole('button', { name: 'Claim Story b' }))
    act(() => {
      store.setState(({ list }) => ({
        list: answered([record('a'), record('b', { status: 'in review', claimant: KIT.id }), record('c')], {
          query: list.query,
        }),
      }))
    })
    expect(screen.queryByRole('button', { name: 'Claim Story b' })).toBeNull()
    await waitFor(() => expect(screen.getByRole('link', { name: 'Story b' })).toHaveFocus())
  })

  test('is not offered to reporters, and “c” says why', async () => {
    const { store, tasks } = waiting(JANE)
    expect(screen.queryByRole('button', { name: /^Claim/ })).toBeNull()
    act(() => {
      screen.getByRole('link', { name: 'Story b' }).focus()
    })
    await userEvent.keyboard('c')
    expect(tasks()).toEqual([])
    expect(store.getState().notices).toMatchObject([
      { tone: 'problem', text: 'Only a sub-editor or a chief can claim this story.' },
    ])
  })

  test('the arrows go through the buttons of a row', async () => {
    waiting(KIT)
    act(() => {
      screen.getByRole('link', { name: 'Story a' }).focus()
    })
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('button', { name: 'Claim Story a' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(screen.getByRole('button', { name: 'Actions for Story a' })).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    expect(screen.getByRole('link', { name: 'Story a' })).toHaveFocus()
  })
})

describe('steps that need a note', () => {
  const MINE = record('a', { status: 'in review', claimant: KIT.id })
  const ask = async (): Promise<void> => {
    await userEvent.click(screen.getByRole('button', { name: 'Actions for Story a' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Request changes/ }))
  }

  test('ask for it, and are not taken without', async () => {
    const { tasks } = waiting(KIT, [MINE])
    await ask()
    const dialog = await screen.findByRole('dialog', { name: 'Request changes: “Story a”' })
    expect(within(dialog).getByRole('textbox', { name: 'Note' })).toHaveFocus()
    expect(await violations()).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Request changes' }))
    expect(within(dialog).getByRole('textbox', { name: 'Note' })).toBeInvalid()
    expect(tasks()).toEqual([])
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Note' }), ' Who says so? ')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Request changes' }))
    expect(tasks()).toEqual([
      {
        type: 'act',
        id: 'a',
        action: { type: 'request changes', note: 'Who says so?' },
        done: 'Sent “Story a” back for changes.',
      },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('can be left, with nothing done', async () => {
    const { tasks } = waiting(KIT, [MINE])
    await ask()
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(tasks()).toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('approval is on the story’s page', async () => {
    const { address } = waiting(KIT, [MINE])
    await userEvent.click(screen.getByRole('button', { name: 'Actions for Story a' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Approve/ }))
    expect(address()).toBe('/stories/a?queue=submitted')
  })
})

test('what a tab shows follows the person who works in it', async () => {
  const { store } = waiting(KIT)
  expect(screen.getAllByRole('button', { name: /^Claim/ })).toHaveLength(3)
  act(() => {
    store.setState({ me: JANE })
  })
  expect(screen.queryByRole('button', { name: /^Claim/ })).toBeNull()
  const [, first] = screen.getAllByRole('link', { name: /stor(y|ies)$/ })
  expect(first).toHaveTextContent('My drafts')
  await userEvent.click(screen.getByRole('link', { name: /^Changes requested/ }))
  expect(store.getState().list.query).toMatchObject({ statuses: ['changes requested'], whose: 'mine' })
  act(() => {
    store.setState({ me: KIT })
  })
  expect(store.getState().list.query).toMatchObject({ statuses: ['changes requested'], whose: 'everybody' })
})
