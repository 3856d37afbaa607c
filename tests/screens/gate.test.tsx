// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Gate } from '../../src/screens/gate.tsx'
import { BLANK_ACCOUNTS, type Gate as GateState } from '../../src/store/accounts-state.ts'
import type { DeskStore } from '../../src/store/desk-store.ts'
import { entryStage } from './entry/entry-stage.tsx'
import { JANE, stage } from './stage.tsx'

const app = (
  <Gate>
    <main>
      <input aria-label="Copy" />
    </main>
  </Gate>
)

const setGate = (store: DeskStore, gate: GateState): void =>
  act(() => store.setState({ accounts: { ...BLANK_ACCOUNTS, gate } }))

test('there is none where there are no accounts', () => {
  stage(app, { state: { me: null } })
  expect(screen.getByRole('textbox', { name: 'Copy' })).toBeVisible()
})

test.each<[GateState, string]>([
  ['signed out', 'Sign in'],
  ['not set up', 'Set up this newsroom'],
])('shows nothing of the desk while it is %s', async (gate, heading) => {
  entryStage(app, { accounts: { gate } })
  expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
  expect(screen.queryByLabelText('Copy')).toBeNull()
})

test('says why it is not known, and asks again', async () => {
  const { tasks } = entryStage(app, {
    accounts: { gate: 'unknown', problem: 'The server can’t be reached.' },
  })
  expect(await screen.findByText('The server can’t be reached.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(tasks()).toEqual([{ type: 'ask gate' }])
})

test('shows nothing at all until the server has answered', () => {
  entryStage(app, { accounts: { gate: 'unknown' } })
  expect(document.body).toHaveTextContent('')
})

test('a session that ends leaves the desk as it is beneath the sign-in page, and gives it back', async () => {
  const { store } = entryStage(app, { accounts: { gate: 'signed in' }, state: { me: JANE } })
  await userEvent.type(screen.getByRole('textbox', { name: 'Copy' }), 'Ferry sinks')
  const field = screen.getByLabelText('Copy')
  setGate(store, 'signed out')
  expect(await screen.findByRole('dialog', { name: 'Sign in' })).toBeVisible()
  expect(screen.queryByRole('textbox', { name: 'Copy' })).toBeNull()
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('dialog', { name: 'Sign in' })).toBeVisible()
  setGate(store, 'signed in')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Copy' })).toBe(field)
  expect(field).toHaveValue('Ferry sinks')
})

test.each(['/sign-in', '/set-up'])('%s leads whoever is in to the desk', (path) => {
  const { address } = entryStage(app, { accounts: { gate: 'signed in' }, state: { me: JANE }, path })
  expect(address()).toBe('/')
})

test.each([
  ['/invitation', 'This link is not complete'],
  ['/reset', 'Reset your password'],
])('%s is open to whoever has a link', async (path, heading) => {
  entryStage(app, { path })
  expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
})
