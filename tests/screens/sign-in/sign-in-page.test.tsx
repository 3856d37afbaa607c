// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SignInPage } from '../../../src/screens/sign-in/sign-in-page.tsx'
import { BLANK_ACCOUNTS } from '../../../src/store/accounts-state.ts'
import { violations } from '../../ui/violations.ts'
import { entryStage, field, PASSWORD } from '../entry/entry-stage.tsx'
import { JANE } from '../stage.tsx'

test('asks for e-mail and password, as password managers know them', async () => {
  entryStage(<SignInPage />)
  expect(screen.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveFocus()
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveAttribute('autocomplete', 'username')
  expect(field('Password')).toHaveAttribute('type', 'password')
  expect(field('Password')).toHaveAttribute('autocomplete', 'current-password')
  expect(screen.getByRole('link', { name: 'Forgot your password?' })).toHaveAttribute('href', '/reset')
  expect(await violations()).toEqual([])
})

test('signs in, with the address trimmed and the password as it was typed', async () => {
  const { tasks } = entryStage(<SignInPage />)
  await userEvent.type(field('E-mail'), ' jane@example.com ')
  await userEvent.type(field('Password'), ` ${PASSWORD}{Enter}`)
  expect(tasks()).toEqual([{ type: 'sign in', email: 'jane@example.com', password: ` ${PASSWORD}` }])
})

test('a password can be pasted and shown', async () => {
  entryStage(<SignInPage />)
  await userEvent.click(field('Password'))
  await userEvent.paste(PASSWORD)
  expect(field('Password')).toHaveValue(PASSWORD)
  await userEvent.click(screen.getByRole('button', { name: 'Show password' }))
  expect(screen.getByRole('textbox', { name: 'Password' })).toHaveAttribute('type', 'text')
  expect(screen.getByRole('button', { name: 'Show password' })).toHaveAttribute('aria-pressed', 'true')
})

test('says beside each field what is wrong, goes to the first, and takes it back once it is right', async () => {
  const { tasks } = entryStage(<SignInPage />)
  await userEvent.type(field('E-mail'), 'jane')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(field('E-mail')).toBeInvalid()
  expect(field('E-mail')).toHaveFocus()
  expect(field('E-mail')).toHaveAccessibleDescription(/such as jane@example.com/u)
  expect(field('Password')).toHaveAccessibleDescription('Enter your password.')
  await userEvent.type(field('E-mail'), '@example.com')
  expect(field('E-mail')).toBeValid()
  expect(tasks()).toEqual([])
})

test('says what the server had against it, and can be sent again', async () => {
  const { store } = entryStage(<SignInPage />)
  const refused = { status: 'refused', message: 'E-mail and password don’t belong together.' } as const
  act(() =>
    store.setState({ accounts: { ...BLANK_ACCOUNTS, gate: 'signed out', forms: { 'sign in': refused } } }),
  )
  expect(screen.getByRole('alert')).toHaveTextContent('E-mail and password don’t belong together.')
  expect(await violations()).toEqual([])
})

test.each([
  [0, 0, /session has ended/u],
  [1, 1, /1 unsent change waits in this browser/u],
  [3, 1, /3 unsent changes wait in this browser/u],
])('who was signed in and has %s unsent changes is told what waits', (unsent, shown, words) => {
  entryStage(<SignInPage />, { state: { me: JANE, link: { isUp: true, unsent } } })
  expect(screen.getByText(/Jane Doe, your session has ended/u)).toBeVisible()
  expect(screen.queryAllByText(/Nothing is lost/u)).toHaveLength(shown)
  expect(screen.getByRole('main')).toHaveTextContent(words)
})

test('says that signing in has to wait where the server can’t be reached', () => {
  entryStage(<SignInPage />, { state: { link: { isUp: false, unsent: 0 } } })
  expect(screen.getByText(/can’t be reached, so this has to wait/u)).toBeVisible()
})
