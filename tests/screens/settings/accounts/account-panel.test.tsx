// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { AccountPanel } from '../../../../src/screens/settings/accounts/account-panel.tsx'
import { BLANK_ACCOUNTS, type AccountsState } from '../../../../src/store/accounts-state.ts'
import { violations } from '../../../ui/violations.ts'
import { entryStage, field, PASSWORD } from '../../entry/entry-stage.tsx'
import { JANE } from '../../stage.tsx'

const at = new Date(Date.now() - 3 * 3_600_000).toISOString()
const session = (id: string, device: string, isThis = false) => ({
  id,
  device,
  isThis,
  since: at,
  lastSeen: at,
})
const SESSIONS: AccountsState['sessions'] = {
  status: 'ready',
  value: [
    session('a', 'Chrome on Linux', true),
    session('b', 'Firefox on Windows'),
    session('c', 'Safari on iPhone'),
  ],
}

function openPanel(accounts: Partial<AccountsState> = {}) {
  const staged = entryStage(<AccountPanel />, {
    accounts: { gate: 'signed in', sessions: SESSIONS, ...accounts },
    state: { me: JANE },
  })
  act(() => staged.store.setState({ tasks: [] }))
  return staged
}

test('says who one is and where one is signed in, this browser first', async () => {
  openPanel()
  expect(screen.getByRole('region', { name: 'Your account' })).toHaveTextContent('Jane Doe')
  const rows = within(screen.getByRole('list', { name: 'Sessions' })).getAllByRole('listitem')
  expect(rows).toHaveLength(3)
  expect(rows[0]).toHaveTextContent('This browser')
  expect(rows[1]).toHaveTextContent(/Firefox on Windows.*last seen 3 h ago/u)
  expect(await violations()).toEqual([])
})

test('ends one session, or all others', async () => {
  const { tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: /^End: Firefox on Windows/u }))
  await userEvent.click(screen.getByRole('button', { name: 'End all others' }))
  expect(tasks()).toEqual([
    { type: 'end sessions', ids: ['b'] },
    { type: 'end sessions', ids: ['b', 'c'] },
  ])
})

test('there is no “all others” for one other', () => {
  openPanel({ sessions: { status: 'ready', value: [session('a', 'Chrome', true), session('b', 'Firefox')] } })
  expect(screen.queryByRole('button', { name: 'End all others' })).toBeNull()
})

test('changes the password, and says that it is done', async () => {
  const { store, tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }))
  await userEvent.type(field('Current password'), PASSWORD)
  await userEvent.type(field('New password'), 'short')
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }))
  expect(field('New password')).toBeInvalid()
  await userEvent.type(field('New password'), ' no longer')
  expect(await violations()).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }))
  expect(tasks()).toEqual([{ type: 'change password', current: PASSWORD, next: 'short no longer' }])
  act(() =>
    store.setState({
      accounts: { ...BLANK_ACCOUNTS, gate: 'signed in', forms: { 'change password': { status: 'done' } } },
    }),
  )
  expect(screen.queryByRole('form')).toBeNull()
  expect(store.getState().notices).toMatchObject([{ text: /^Changed your password/u }])
})

test('changes the name, which has to be one, and says that it is done', async () => {
  const { store, tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: 'Change name' }))
  expect(field('Your name')).toHaveValue('Jane Doe')
  await userEvent.clear(field('Your name'))
  await userEvent.click(screen.getByRole('button', { name: 'Change name' }))
  expect([field('Your name').matches(':invalid, [aria-invalid="true"]'), tasks()]).toEqual([true, []])
  await userEvent.type(field('Your name'), 'Jane Marsh')
  expect(await violations()).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Change name' }))
  expect(tasks()).toEqual([{ type: 'change name', name: 'Jane Marsh' }])
  act(() =>
    store.setState({
      accounts: { ...BLANK_ACCOUNTS, gate: 'signed in', forms: { 'change name': { status: 'done' } } },
    }),
  )
  expect(screen.queryByRole('form')).toBeNull()
  expect(store.getState().notices).toMatchObject([{ text: /^Changed your name/u }])
})

test('signs out', async () => {
  const { tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(tasks()).toEqual([{ type: 'sign out' }])
})
