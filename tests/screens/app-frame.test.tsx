// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { AppFrame } from '../../src/screens/app-frame.tsx'
import { usePageTitle } from '../../src/ui/page-title.ts'
import { violations } from '../ui/violations.ts'
import { KIT, stage } from './stage.tsx'

const page = (
  <AppFrame>
    <main>
      <h1>A page</h1>
      <button type="button">Its button</button>
    </main>
  </AppFrame>
)

test('leads to every page and says which one is shown', async () => {
  const { address } = stage(page)
  const rail = screen.getByRole('navigation', { name: 'Stet' })
  expect(within(rail).getByRole('link', { name: 'Desk' })).toHaveAttribute('aria-current', 'page')
  await userEvent.click(within(rail).getByRole('link', { name: 'Settings' }))
  expect(address()).toBe('/settings')
  expect(within(rail).getByRole('link', { name: 'Settings' })).toHaveAttribute('aria-current', 'page')
  expect(within(rail).getByRole('link', { name: 'Desk' })).not.toHaveAttribute('aria-current')
  expect(await violations()).toEqual([])
})

test('the first Tab reaches the way past the rail', async () => {
  stage(page)
  await userEvent.tab()
  expect(screen.getByRole('link', { name: 'Skip to the page' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('main')).toHaveFocus()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Its button' })).toHaveFocus()
})

test('another person can take over this tab', async () => {
  const { tasks, address } = stage(page)
  await userEvent.click(screen.getByRole('button', { name: 'You are Jane Doe, Reporter. Switch person' }))
  const people = await screen.findByRole('menu')
  expect(within(people).getByRole('menuitemradio', { name: 'Jane Doe Reporter' })).toBeChecked()
  await userEvent.click(within(people).getByRole('menuitemradio', { name: 'Kit Marsh Sub-editor' }))
  expect(tasks()).toEqual([{ type: 'become', personId: KIT.id }])
  await userEvent.click(screen.getByRole('button', { name: /Switch person/ }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Add or change people…' }))
  expect(address()).toBe('/settings')
})

test('shows notices; taking what one offers makes it a task', async () => {
  const task = { type: 'act', id: 'a', action: { type: 'restore' }, done: '' } as const
  const { tasks } = stage(page, {
    state: { notices: [{ id: 'n', tone: 'done', text: 'Spiked “Ferry”.', offer: { label: 'Undo', task } }] },
  })
  expect(screen.getByText('Spiked “Ferry”.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(tasks()).toEqual([task])
  expect(screen.queryByText('Spiked “Ferry”.')).toBeNull()
})

test('on a first visit asks who is here', async () => {
  stage(page, { state: { me: null } })
  expect(await screen.findByRole('dialog', { name: 'Welcome' })).toBeVisible()
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(screen.queryByRole('button', { name: /Switch person/, hidden: true })).toBeNull()
})

test('names the page in the tab, and tells screen readers when another is shown', async () => {
  const Named = ({ title }: { readonly title: string }) => {
    usePageTitle(title)
    return null
  }
  stage(page)
  const { rerender } = render(<Named title="Desk" />)
  rerender(<Named title="Settings" />)
  expect(document.title).toBe('Settings · Stet')
  await waitFor(() => {
    expect(screen.getByText('Settings', { selector: '[aria-live]' })).toBeInTheDocument()
  })
})

test.each([
  [false, 1],
  [true, 0],
])('in a secure context (%s) or not, it says what plain HTTP keeps back', (isSecureContext, shown) => {
  vi.stubGlobal('isSecureContext', isSecureContext)
  stage(page)
  expect(screen.queryAllByText(/plain HTTP.*open Stet over https/su)).toHaveLength(shown)
  vi.unstubAllGlobals()
})
