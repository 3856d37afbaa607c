// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { AppFrame } from '../../../src/screens/app-frame.tsx'
import type { DeskState, InboxNotice } from '../../../src/store/desk-state.ts'
import { violations } from '../../ui/violations.ts'
import { JANE, KIT, stage } from '../stage.tsx'

const notice = (sequence: number, change: Partial<InboxNotice> = {}): InboxNotice => ({
  sequence,
  story: 'a',
  headline: 'Trawler sinks',
  slug: 'trawler',
  kind: 'returned',
  by: KIT,
  at: '2026-11-24T12:00:00Z',
  note: 'Who says so?',
  read: false,
  ...change,
})
const ready = (...value: readonly InboxNotice[]): DeskState['inbox'] => ({ status: 'ready', value })
const frame = (inbox: DeskState['inbox']) =>
  stage(
    <AppFrame>
      <main>
        <h1>A page</h1>
      </main>
    </AppFrame>,
    { state: { inbox } },
  )
const open = async (): Promise<ReturnType<typeof within>> => {
  await userEvent.click(screen.getByRole('button', { name: /^Notices/ }))
  return within(await screen.findByRole('dialog', { name: 'Notices' }))
}
/** What the live region says. */
const said = (): string =>
  [...document.querySelectorAll('[aria-live=polite]')].map(({ textContent }) => textContent).join('')

describe('the bell', () => {
  test.each([
    ['nothing unread', ready(notice(1, { read: true })), 'Notices', null],
    ['three unread', ready(notice(3), notice(2), notice(1)), 'Notices, 3 unread', '3'],
    [
      'very many',
      ready(...Array.from({ length: 100 }, (_, index) => notice(200 - index))),
      'Notices, 100 unread',
      '99+',
    ],
    ['nothing known', { status: 'loading' } as const, 'Notices', null],
  ])('says that there is %s', (_what, inbox, name, shown) => {
    frame(inbox)
    const bell = screen.getByRole('button', { name })
    expect(bell.querySelector('[data-unread]')?.getAttribute('data-unread') ?? null).toBe(shown)
  })

  test('is not there before anybody is', () => {
    stage(<AppFrame>{null}</AppFrame>, { state: { me: null } })
    expect(screen.queryByRole('button', { name: /^Notices/, hidden: true })).toBeNull()
  })
})

describe('the notices', () => {
  test('stand newest first, each with who, what, note and when, and lead to their story', async () => {
    const { tasks, address } = frame(
      ready(notice(9), notice(7, { story: 'b', kind: 'approved', headline: 'Ferry', note: '', read: true })),
    )
    const list = await open()
    const [first, second] = list.getAllByRole('link')
    expect(first).toHaveTextContent(
      /^Unread: Kit Marsh returned “Trawler sinks” for changes ?Who says so\? \S/,
    )
    expect(second).toHaveTextContent(/^Kit Marsh approved “Ferry” \S/)
    // What was approved is best seen with what the desk changed in it.
    expect(second).toHaveAttribute('href', '/stories/b/digest')
    expect(await violations()).toEqual([])
    if (!first) throw new Error('no notice')
    await userEvent.click(first)
    expect(address()).toBe('/stories/a')
    expect(tasks()).toEqual([{ type: 'read inbox', upTo: 9, story: 'a' }])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('button', { name: 'Notices' })).toBeVisible()
  })

  test('that were read are not marked again', async () => {
    const { tasks, address } = frame(ready(notice(9, { read: true })))
    const list = await open()
    await userEvent.click(list.getByRole('link'))
    expect(address()).toBe('/stories/a')
    expect(tasks()).toEqual([])
  })

  test('can all be marked as read at once, as far as they were seen', async () => {
    const { tasks } = frame(ready(notice(9), notice(7)))
    const list = await open()
    await userEvent.click(list.getByRole('button', { name: 'Mark all as read' }))
    expect(tasks()).toEqual([{ type: 'read inbox', upTo: 9 }])
    expect(list.queryByRole('button', { name: 'Mark all as read' })).toBeNull()
    expect(list.queryByText('Unread:')).toBeNull()
  })

  test('are reached and left by keyboard', async () => {
    frame(ready(notice(9)))
    act(() => {
      screen.getByRole('button', { name: /^Notices/ }).focus()
    })
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: 'Notices' })
    await userEvent.tab()
    await userEvent.tab()
    expect(screen.getByRole('link', { name: /Trawler sinks/ })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(screen.getByRole('button', { name: /^Notices/ })).toHaveFocus())
  })

  test.each([
    ['there are none', ready(), 'Nothing yet. What others do with your stories is told here.'],
    ['they cannot be read', { status: 'failed', message: 'The disk is full.' } as const, 'The disk is full.'],
    ['they are not known yet', { status: 'loading' } as const, 'Looking…'],
  ])('say when %s', async (_what, inbox, expected) => {
    frame(inbox)
    const list = await open()
    expect(list.getByText(expected)).toBeVisible()
    expect(await violations()).toEqual([])
  })
})

describe('what is told while one works', () => {
  test('is said once, and what was there before is not', () => {
    const { store } = frame({ status: 'loading' })
    act(() => store.setState({ inbox: ready(notice(3)) }))
    expect(said()).not.toContain('Trawler')
    act(() => store.setState({ inbox: ready(notice(5, { headline: 'Ferry' }), notice(3)) }))
    expect(said()).toContain('Kit Marsh returned “Ferry” for changes: Who says so?')
    act(() => store.setState({ inbox: ready(notice(9), notice(8), notice(5), notice(3)) }))
    expect(said()).toContain('2 new notices')
  })

  test('is not said of what another tab has read already, nor of somebody else’s when the tab changes hands', () => {
    const { store } = frame(ready(notice(3)))
    act(() => store.setState({ inbox: ready(notice(5, { headline: 'Ferry', read: true }), notice(3)) }))
    expect(said()).not.toContain('Ferry')
    act(() => store.setState({ me: KIT, inbox: { status: 'loading' } }))
    act(() => store.setState({ inbox: ready(notice(7, { headline: 'Harbour', by: JANE })) }))
    expect(said()).not.toContain('Harbour')
  })
})
