// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { PersonSwitcher } from '../../../src/screens/person-switcher.tsx'
import { violations } from '../../ui/violations.ts'
import { entryStage } from '../entry/entry-stage.tsx'
import { JANE } from '../stage.tsx'

const stageWith = (unsent: number) =>
  entryStage(<PersonSwitcher />, {
    accounts: { gate: 'signed in' },
    state: { me: JANE, link: { isUp: true, unsent } },
  })

async function pressSignOut(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'You are Jane Doe, Reporter. Your menu' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
}

test('the menu of whoever is signed in leads to their settings, and to nobody else', async () => {
  const { address } = stageWith(0)
  await userEvent.click(screen.getByRole('button', { name: /Your menu/u }))
  const menu = await screen.findByRole('menu', { name: 'Jane Doe, Reporter' })
  expect(within(menu).getAllByRole('menuitem')).toHaveLength(2)
  await userEvent.click(within(menu).getByRole('menuitem', { name: /account and settings/u }))
  expect(address()).toBe('/settings')
})

test('signs out at once where everything is sent', async () => {
  const { tasks } = stageWith(0)
  await pressSignOut()
  expect(tasks()).toEqual([{ type: 'sign out' }])
})

test('asks first where something is not sent, and says where it stays', async () => {
  const { tasks } = stageWith(3)
  await pressSignOut()
  const dialog = await screen.findByRole('alertdialog', { name: 'Sign out with unsent changes?' })
  expect(dialog).toHaveTextContent(
    /3 unsent changes have not reached the server.*stay in this browser for Jane Doe/u,
  )
  expect(await violations()).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
  expect(tasks()).toEqual([])
  await pressSignOut()
  await userEvent.click(
    within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Sign out' }),
  )
  expect(tasks()).toEqual([{ type: 'sign out' }])
})

test.each([
  ['Cancel', []],
  ['Sign out and lose it', [{ type: 'sign out', loses: true }]],
] as const)(
  'where words would be lost it says so, and goes on only when that is meant: %s',
  async (button, more) => {
    const { tasks, store } = stageWith(3)
    await pressSignOut()
    const first = await screen.findByRole('alertdialog')
    await userEvent.click(within(first).getByRole('button', { name: 'Sign out' }))
    act(() => store.setState(({ accounts }) => ({ accounts: accounts && { ...accounts, unkept: 1 } })))
    const dialog = await screen.findByRole('alertdialog', { name: 'Sign out and lose what you wrote last?' })
    expect(dialog).toHaveTextContent(
      /1 unsent change has not reached the server, and this browser could not keep it/u,
    )
    expect(await violations()).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: button }))
    expect(tasks()).toEqual([{ type: 'sign out' }, ...more])
    expect(screen.queryByRole('alertdialog')).toBeNull()
  },
)
