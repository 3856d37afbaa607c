// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { InvitationPage } from '../../../src/screens/invitation/invitation-page.tsx'
import { BLANK_ACCOUNTS } from '../../../src/store/accounts-state.ts'
import { violations } from '../../ui/violations.ts'
import { entryStage, field, PASSWORD } from '../entry/entry-stage.tsx'
import { JANE } from '../stage.tsx'

const invited = { name: 'Kit Marsh', email: 'kit@example.com', role: 'sub-editor', by: 'Ida Berg' } as const

/** The page as a link opens it, once the server has said what the link is. */
function openLink(state: Parameters<typeof entryStage>[1] = {}, answer = invited) {
  const staged = entryStage(<InvitationPage />, state)
  act(() =>
    staged.store.setState(({ accounts }) => ({
      accounts: { ...(accounts ?? BLANK_ACCOUNTS), invited: { status: 'ready', value: answer } },
    })),
  )
  return staged
}

beforeEach(() => {
  history.replaceState(null, '', '/invitation#secret')
})

test('reads the secret out of the address and takes it away from there', () => {
  const { tasks } = entryStage(<InvitationPage />)
  expect(tasks()).toEqual([{ type: 'read invitation', token: 'secret' }])
  expect(location.href).not.toContain('secret')
})

test('says who invites to what, and joins with a name and a password', async () => {
  const { tasks } = openLink()
  expect(screen.getByText(/Ida Berg invites you as/u)).toHaveTextContent('sub-editor')
  expect(field('E-mail')).toHaveValue('kit@example.com')
  expect(field('E-mail')).toHaveAttribute('readonly')
  expect(field('Your name')).toHaveValue('Kit Marsh')
  expect(await violations()).toEqual([])
  await userEvent.type(field('Password'), PASSWORD)
  await userEvent.click(screen.getByRole('button', { name: 'Join' }))
  expect(tasks().at(-1)).toEqual({ type: 'accept', token: 'secret', name: 'Kit Marsh', password: PASSWORD })
})

test('leads to the desk once somebody has joined', () => {
  const { store, address } = openLink({ path: '/invitation' })
  act(() =>
    store.setState(({ accounts }) => ({
      accounts: { ...(accounts ?? BLANK_ACCOUNTS), forms: { accept: { status: 'done' } } },
    })),
  )
  expect(address()).toBe('/')
})

test('tells whoever is signed in that joining signs them out', () => {
  openLink({ state: { me: JANE } })
  expect(screen.getByText(/Joining signs Jane Doe out here/u)).toBeVisible()
})

test('a link that was used says so and leads away', async () => {
  const { store } = entryStage(<InvitationPage />)
  const failed = { status: 'failed', message: 'This invitation was used.' } as const
  act(() => store.setState({ accounts: { ...BLANK_ACCOUNTS, invited: failed } }))
  expect(screen.getByRole('heading', { name: 'This invitation can’t be used' })).toBeVisible()
  expect(screen.getByText('This invitation was used.')).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a link without its secret is not complete', () => {
  history.replaceState(null, '', '/invitation')
  const { tasks } = entryStage(<InvitationPage />)
  expect(screen.getByRole('heading', { name: 'This link is not complete' })).toBeVisible()
  expect(tasks()).toEqual([])
})
