// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { AppFrame } from '../../src/screens/app-frame.tsx'
import { queryOf, queueOf } from '../../src/screens/desk/queues.ts'
import { NextStory } from '../../src/screens/story/next-story.tsx'
import { BLANK_LIST } from '../../src/store/desk-state.ts'
import { violations } from '../ui/violations.ts'
import { answered, KIT, record, stage } from './stage.tsx'

const QUEUE = queryOf(queueOf('submitted', 'sub-editor'))
const list = (ids: readonly string[]) =>
  answered(
    ids.map((id) => record(id, { status: 'submitted' })),
    { query: { ...BLANK_LIST.query, ...QUEUE } },
  )

/** The page of story "b", without its editors. */
const story = (ids: readonly string[], path = '/stories/b?queue=submitted') =>
  stage(
    <AppFrame>
      <main>
        <h1>Story b</h1>
        <NextStory id="b" />
      </main>
    </AppFrame>,
    { path, state: { me: KIT, list: list(ids) } },
  )
const claimed = {
  id: 'n',
  tone: 'done',
  text: 'Claimed “Story b”.',
  about: 'b',
  offer: { label: 'Undo', task: { type: 'act', id: 'b', action: { type: 'release' }, done: '' } },
} as const

describe('from a story of a queue', () => {
  test('a button leads to the next one, which keeps the queue', async () => {
    const { address, store } = story(['a', 'b', 'c'])
    expect(store.getState().walk).toEqual({ place: 1, seen: ['b'] })
    await userEvent.click(screen.getByRole('button', { name: 'Next story in “Waiting for a sub”' }))
    expect(address()).toBe('/stories/c?queue=submitted')
    expect(await violations()).toEqual([])
  })

  test('so does Alt+Page Down, alone and outside of dialogs', async () => {
    const { address } = story(['a', 'b', 'c'])
    await userEvent.keyboard('{PageDown}{Alt>}{Control>}{PageDown}{/Control}{/Alt}')
    expect(address()).toBe('/stories/b?queue=submitted')
    await userEvent.keyboard('{Alt>}{PageDown}{/Alt}')
    expect(address()).toBe('/stories/c?queue=submitted')
  })

  test('that left the queue, the one that took its place is next', async () => {
    const { address, store } = story(['a', 'b', 'c'])
    act(() => {
      store.setState({ list: list(['a', 'c']) })
    })
    await userEvent.keyboard('{Alt>}{PageDown}{/Alt}')
    expect(address()).toBe('/stories/c?queue=submitted')
  })

  test('that is the last, the way leads back to the queue', async () => {
    const { address } = story(['b'])
    await userEvent.click(screen.getByRole('button', { name: 'Back to “Waiting for a sub”' }))
    expect(address()).toBe('/?queue=submitted')
  })

  test('the desk’s place in the rail leads back to that queue', () => {
    story(['a', 'b'])
    const desk = within(screen.getByRole('navigation', { name: 'Stet' })).getByRole('link', { name: 'Desk' })
    expect(desk).toHaveAttribute('href', '/?queue=submitted')
  })

  test('that was opened by its address, the queue is asked for', async () => {
    const { store } = stage(<NextStory id="b" />, {
      path: '/stories/b?queue=submitted',
      state: { me: KIT, list: { ...BLANK_LIST, query: { ...BLANK_LIST.query, search: 'left over' } } },
    })
    expect(store.getState().list.query).toMatchObject({ ...QUEUE, search: '' })
    act(() => {
      store.setState({ list: list(['a', 'b', 'c']) })
    })
    expect(await screen.findByRole('button', { name: /^Next story/ })).toBeVisible()
  })
})

test('a story that was reached from all stories has no such way', () => {
  story(['a', 'b', 'c'], '/stories/b')
  expect(screen.queryByRole('button', { name: /^Next story|^Back to/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'Desk' })).toHaveAttribute('href', '/')
})

describe('a notice of what was done with the story', () => {
  test('leads on to the next', async () => {
    const { store, address } = story(['a', 'b', 'c'])
    act(() => {
      store.setState({ notices: [claimed] })
    })
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Next in “Waiting for a sub”' }))
    expect(address()).toBe('/stories/c?queue=submitted')
    await waitFor(() => expect(screen.queryByText('Claimed “Story b”.')).toBeNull())
    expect(store.getState().tasks).toEqual([])
  })

  test.each([
    ['another story', ['a', 'b', 'c'], '/stories/b?queue=submitted', 'x'],
    ['the last of the queue', ['b'], '/stories/b?queue=submitted', 'b'],
    ['a story of no queue', ['a', 'b', 'c'], '/stories/b', 'b'],
    ['a story, seen on the desk', ['a', 'b', 'c'], '/?queue=submitted', 'b'],
  ])('leads nowhere from %s', (_what, ids, path, about) => {
    const { store } = story(ids, path)
    act(() => {
      store.setState({ notices: [{ ...claimed, about }] })
    })
    expect(screen.getByText('Claimed “Story b”.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Next in/ })).toBeNull()
  })
})
