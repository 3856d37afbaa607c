// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { ResetPage } from '../../../src/screens/reset/reset-page.tsx'
import { BLANK_ACCOUNTS, type AccountForm } from '../../../src/store/accounts-state.ts'
import type { DeskStore } from '../../../src/store/desk-store.ts'
import { violations } from '../../ui/violations.ts'
import { entryStage, field } from '../entry/entry-stage.tsx'

afterEach(() => {
  history.replaceState(null, '', '/')
})

const finish = (store: DeskStore, form: AccountForm): void =>
  act(() => store.setState({ accounts: { ...BLANK_ACCOUNTS, forms: { [form]: { status: 'done' } } } }))

test('without a link it sends one, and says the same whoever asks', async () => {
  const { store, tasks } = entryStage(<ResetPage />)
  expect(screen.getByRole('heading', { name: 'Reset your password' })).toBeVisible()
  expect(await violations()).toEqual([])
  await userEvent.type(field('E-mail'), 'jane@example.com')
  await userEvent.click(screen.getByRole('button', { name: 'Send link' }))
  expect(tasks()).toEqual([{ type: 'ask reset', email: 'jane@example.com' }])
  finish(store, 'ask reset')
  expect(screen.getByText(/If jane@example.com has an account here/u)).toBeVisible()
})

test('with a link it sets a new password, and says what follows', async () => {
  history.replaceState(null, '', '/reset#secret')
  const { store, tasks } = entryStage(<ResetPage />)
  expect(location.hash).toBe('')
  await userEvent.type(field('New password'), 'too short')
  await userEvent.click(screen.getByRole('button', { name: 'Set password' }))
  expect(field('New password')).toBeInvalid()
  await userEvent.type(field('New password'), ' no longer')
  await userEvent.click(screen.getByRole('button', { name: 'Set password' }))
  expect(tasks()).toEqual([{ type: 'reset', token: 'secret', password: 'too short no longer' }])
  expect(await violations()).toEqual([])
  finish(store, 'reset')
  expect(screen.getByText(/signed out everywhere/u)).toBeVisible()
})
