// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { DeskStore } from '../../src/store/desk-store.ts'
import { DeskProvider, useActions, useDesk, useOpenStory } from '../../src/store/use-desk.ts'
import { observeStory } from '../../src/store/story-observer.ts'
import { loneStory } from './lone-story.ts'

function Slug({ id, drawn }: { id: string; drawn: () => void }): React.JSX.Element {
  const slug = useOpenStory(id, ({ fields }) => fields.slug)
  drawn()
  return <output>{slug === undefined ? 'not open' : `slug: ${slug}`}</output>
}

function Notices(): React.JSX.Element {
  const count = useDesk(({ notices }) => notices.length)
  const actions = useActions()
  return <button onClick={() => actions.notify('done', 'Done.')}>{`${count} notices`}</button>
}

function drawn(store: DeskStore, id = 'story') {
  const onDraw = vi.fn()
  render(
    <DeskProvider store={store}>
      <Slug id={id} drawn={onDraw} />
      <Notices />
    </DeskProvider>,
  )
  return onDraw
}

test('a screen shows a part of an open story, and draws it again when that part changes alone', () => {
  const { store, session } = loneStory()
  const stop = observeStory(store, session)
  const draws = drawn(store)
  expect(screen.getByRole('status').textContent).toBe('slug: ')
  act(() => store.actions.setField('story', 'slug', 'harbour'))
  expect(screen.getByRole('status').textContent).toBe('slug: harbour')
  const before = draws.mock.calls.length
  act(() => store.actions.setField('story', 'place', 'PARIS'))
  act(() => store.actions.notify('done', 'Done.'))
  expect(draws.mock.calls.length).toBe(before)
  expect(screen.getByRole('button').textContent).toBe('1 notices')
  stop()
})

test('a story that is not open has no part, and one that is closed has none any more', () => {
  const { store } = loneStory()
  store.actions.openStory('opening')
  drawn(store, 'opening')
  expect(screen.getByRole('status').textContent).toBe('not open')
})

test('closing a story that is shown takes its parts away, without an error', () => {
  const { store } = loneStory()
  drawn(store)
  act(() => store.actions.closeStory('story'))
  expect(screen.getByRole('status').textContent).toBe('not open')
})

test('actions reach the store of the provider that is nearest', () => {
  const { store } = loneStory()
  const { store: inner } = loneStory()
  render(
    <DeskProvider store={store}>
      <DeskProvider store={inner}>
        <Notices />
      </DeskProvider>
    </DeskProvider>,
  )
  act(() => screen.getByRole('button').click())
  expect([store.getState().notices.length, inner.getState().notices.length]).toEqual([0, 1])
  expect(screen.getByRole('button').textContent).toBe('1 notices')
})

test('a screen outside of any provider says so at once', () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<Notices />)).toThrow(/outside of DeskProvider/)
  quiet.mockRestore()
})
