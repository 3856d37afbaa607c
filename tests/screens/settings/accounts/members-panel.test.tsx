// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { MembersPanel } from '../../../../src/screens/settings/accounts/members-panel.tsx'
import type { AccountMember, AccountsState } from '../../../../src/store/accounts-state.ts'
import { violations } from '../../../ui/violations.ts'
import { entryStage } from '../../entry/entry-stage.tsx'
import { IDA, JANE, KIT } from '../../stage.tsx'

const member = (person: typeof IDA, isActive = true): AccountMember => ({
  ...person,
  email: `${person.id}@example.com`,
  isActive,
})
const EXPIRES = '2026-12-01T10:00:00Z'
const KNOWN: Partial<AccountsState> = {
  gate: 'signed in',
  members: { status: 'ready', value: [member(IDA), member(JANE), member(KIT, false)] },
  invitations: {
    status: 'ready',
    value: [{ id: 'i1', name: 'Mo Mint', email: 'mo@example.com', role: 'reporter', expiresAt: EXPIRES }],
  },
}

function openPanel(accounts: Partial<AccountsState> = {}) {
  const staged = entryStage(<MembersPanel />, { accounts: { ...KNOWN, ...accounts }, state: { me: IDA } })
  act(() => staged.store.setState({ tasks: [] }))
  return staged
}

test('asks for everybody when it is shown, and lists who has an account and who is invited', async () => {
  const { tasks } = entryStage(<MembersPanel />, { accounts: KNOWN, state: { me: IDA } })
  expect(tasks()).toEqual([{ type: 'load members' }])
  const people = within(screen.getByRole('list', { name: 'People with an account' }))
  expect(people.getAllByRole('listitem')).toHaveLength(3)
  expect(people.getByText('jane@example.com')).toBeVisible()
  const waiting = within(screen.getByRole('list', { name: 'Invited, not here yet' }))
  expect(waiting.getByText(/mo@example.com · Reporter · until Tuesday.? 1 December 2026/u)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('one’s own account is another chief’s business', () => {
  openPanel()
  expect(screen.queryByRole('combobox', { name: 'Role of Ida Berg' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Account of Ida Berg' })).toBeNull()
})

test('gives somebody another role', async () => {
  const { tasks } = openPanel()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role of Jane Doe' }), 'Sub-editor')
  expect(tasks()).toEqual([{ type: 'set role', person: JANE.id, role: 'sub-editor' }])
})

test('says what deactivating does before it is done', async () => {
  const { tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: 'Account of Jane Doe' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Deactivate…' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Deactivate Jane Doe?' }))
  expect(dialog.getByText(/signed out everywhere at once/u)).toBeVisible()
  expect(await violations()).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }))
  expect(tasks()).toEqual([{ type: 'set active', person: JANE.id, isActive: false }])
})

test('brings a deactivated account back, and takes an invitation back', async () => {
  const { tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: 'Reactivate Kit Marsh' }))
  await userEvent.click(screen.getByRole('button', { name: 'Take back the invitation of Mo Mint' }))
  expect(tasks()).toEqual([
    { type: 'set active', person: KIT.id, isActive: true },
    { type: 'revoke', invitation: 'i1' },
  ])
})

test('invites somebody, and says what is missing', async () => {
  const { tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: 'Invite somebody' }))
  const form = within(screen.getByRole('form', { name: 'Invite somebody' }))
  await userEvent.click(form.getByRole('button', { name: 'Invite' }))
  expect(form.getByRole('textbox', { name: 'Name' })).toBeInvalid()
  await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Noor Patel')
  await userEvent.type(form.getByRole('textbox', { name: 'E-mail' }), 'noor@example.com')
  await userEvent.click(form.getByRole('radio', { name: 'Sub-editor' }))
  expect(await violations()).toEqual([])
  await userEvent.click(form.getByRole('button', { name: 'Invite' }))
  expect(tasks()).toEqual([
    { type: 'invite', name: 'Noor Patel', email: 'noor@example.com', role: 'sub-editor' },
  ])
})

const issued = {
  kind: 'invitation',
  name: 'Noor Patel',
  link: 'https://desk/invitation#x',
  expiresAt: EXPIRES,
} as const

test('shows a link once, selected, to be copied', async () => {
  // What the browser itself puts on the clipboard is not jsdom's to know.
  const writeText = vi.fn(async () => undefined)
  const { store } = openPanel({ issued })
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
  const box = within(screen.getByRole('group', { name: 'Link for Noor Patel' }))
  const field = box.getByRole<HTMLInputElement>('textbox', { name: 'Link for Noor Patel' })
  expect(field).toHaveAccessibleDescription(/works once, until Tuesday.? 1 December 2026 .*not shown again/u)
  expect(field.selectionEnd).toBe(issued.link.length)
  await userEvent.click(box.getByRole('button', { name: 'Copy link' }))
  expect(writeText).toHaveBeenCalledWith(issued.link)
  await userEvent.click(box.getByRole('button', { name: 'Done' }))
  expect(store.getState().accounts?.issued).toBeNull()
})

test('makes a link for whoever has forgotten their password', async () => {
  const { tasks } = openPanel()
  await userEvent.click(screen.getByRole('button', { name: 'Account of Jane Doe' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /Make a link/u }))
  expect(tasks()).toEqual([{ type: 'make reset link', person: JANE.id, name: 'Jane Doe' }])
})

test('a list that can’t be read says why, and is asked for again', async () => {
  const { tasks } = openPanel({ members: { status: 'failed', message: 'The server can’t be reached.' } })
  expect(screen.getByText('The server can’t be reached.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(tasks()).toEqual([{ type: 'load members' }])
})
