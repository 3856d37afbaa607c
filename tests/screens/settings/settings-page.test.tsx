// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { SettingsPage } from '../../../src/screens/settings/settings-page.tsx'
import { BLANK_ACCOUNTS } from '../../../src/store/accounts-state.ts'
import { violations } from '../../ui/violations.ts'
import { IDA, JANE, KIT, stage } from '../stage.tsx'

afterEach(() => {
  Reflect.deleteProperty(navigator, 'storage')
})

/** A browser whose storage manager says this, or that has none. */
function browserWith(storage: Partial<StorageManager> | undefined): void {
  Object.defineProperty(navigator, 'storage', { configurable: true, value: storage })
}

test('has a panel for each subject', async () => {
  stage(<SettingsPage />)
  expect(screen.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  for (const name of ['You', 'People of this desk', 'Look', 'Datelines', 'Storage', 'Keyboard shortcuts']) {
    expect(screen.getByRole('region', { name })).toBeVisible()
  }
  expect(await screen.findByRole('region', { name: 'Checks' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('lists the keys of the desk, the import and, once loaded, those that the editors act on', async () => {
  stage(<SettingsPage />)
  const keys = within(screen.getByRole('region', { name: 'Keyboard shortcuts' }))
  expect(keys.getByRole('row', { name: 'Search stories /' })).toBeVisible()
  expect(keys.getByRole('row', { name: 'Import Ctrl+Enter' })).toBeVisible()
  expect(await keys.findByRole('row', { name: 'Bold Ctrl+B' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('the key that works alone can be switched off', async () => {
  const { store } = stage(<SettingsPage />)
  const choice = within(screen.getByRole('radiogroup', { name: /goes to the search/u }))
  await userEvent.click(choice.getByRole('radio', { name: 'Off' }))
  expect(store.getState().preferences.slash).toBe('off')
})

test('name and role are changed together', async () => {
  const { tasks } = stage(<SettingsPage />)
  const you = within(screen.getByRole('form', { name: 'You' }))
  expect(you.getByRole('button', { name: 'Save' })).toBeDisabled()
  await userEvent.clear(you.getByRole('textbox', { name: 'Your name' }))
  await userEvent.type(you.getByRole('textbox', { name: 'Your name' }), 'Jane Roe')
  await userEvent.click(you.getByRole('radio', { name: 'Chief' }))
  await userEvent.click(you.getByRole('button', { name: 'Save' }))
  expect(tasks()).toEqual([
    { type: 'save person', become: true, person: { id: JANE.id, name: 'Jane Roe', role: 'chief' } },
  ])
})

test('a name cannot be taken away', async () => {
  const { tasks } = stage(<SettingsPage />)
  const you = within(screen.getByRole('form', { name: 'You' }))
  await userEvent.clear(you.getByRole('textbox', { name: 'Your name' }))
  await userEvent.click(you.getByRole('button', { name: 'Save' }))
  expect(you.getByRole('textbox', { name: 'Your name' })).toBeInvalid()
  expect(tasks()).toEqual([])
})

test('somebody is added to the desk without taking over the tab', async () => {
  const { tasks } = stage(<SettingsPage />)
  await userEvent.click(screen.getByRole('button', { name: 'Add person' }))
  const form = within(screen.getByRole('form', { name: 'Add person' }))
  await userEvent.click(form.getByRole('button', { name: 'Add' }))
  expect(form.getByRole('textbox', { name: 'Name' })).toBeInvalid()
  await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Mo Mint{Enter}')
  expect(tasks()).toMatchObject([
    { type: 'save person', become: false, person: { name: 'Mo Mint', role: 'sub-editor' } },
  ])
  expect(screen.queryByRole('form', { name: 'Add person' })).toBeNull()
})

test('the tab is handed to somebody else', async () => {
  const { tasks } = stage(<SettingsPage />)
  const people = screen.getByRole('region', { name: 'People of this desk' })
  expect(within(people).queryByRole('button', { name: 'Work as Jane Doe' })).toBeNull()
  await userEvent.click(within(people).getByRole('button', { name: 'Work as Kit Marsh' }))
  expect(tasks()).toEqual([{ type: 'become', personId: KIT.id }])
})

test('the theme is a preference', async () => {
  const { store } = stage(<SettingsPage />)
  expect(screen.getByRole('radio', { name: 'As the system' })).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
  expect(store.getState().preferences.theme).toBe('dark')
})

test('the storage says how much is kept, and is asked to keep it', async () => {
  let isPersistent = false
  const agree = (): Promise<boolean> => Promise.resolve((isPersistent = true))
  browserWith({
    estimate: () => Promise.resolve({ usage: 2_340_000, quota: 1_000_000_000 }),
    persisted: () => Promise.resolve(isPersistent),
    persist: agree,
  })
  stage(<SettingsPage />)
  expect(await screen.findByText('2.3 MB of 1,000 MB that this browser allows')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Keep stories permanently' }))
  expect(await screen.findByText(/Until you delete it/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Keep stories permanently' })).toBeNull()
})

test('a browser that does not agree to keep stories is quoted', async () => {
  browserWith({
    estimate: () => Promise.resolve({ usage: 0, quota: 1_000_000 }),
    persisted: () => Promise.resolve(false),
    persist: () => Promise.resolve(false),
  })
  stage(<SettingsPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Keep stories permanently' }))
  expect(await screen.findByText(/did not agree/)).toBeVisible()
})

test('an address without a storage manager is told what is missing', async () => {
  browserWith(undefined)
  stage(<SettingsPage />)
  expect(await screen.findByText(/does not say how much it stores/)).toBeVisible()
})

test.each([
  ['chief', IDA, 1],
  ['reporter', JANE, 0],
])('where there are accounts a %s sees their own, and only chiefs everybody’s', async (_, me, shown) => {
  const accounts = { ...BLANK_ACCOUNTS, gate: 'signed in' } as const
  stage(<SettingsPage />, { state: { me, accounts, place: 'server', link: { isUp: true, unsent: 0 } } })
  expect(await screen.findByRole('region', { name: 'Your account' })).toBeVisible()
  expect(screen.queryAllByRole('region', { name: 'People' })).toHaveLength(shown)
  expect(screen.queryByRole('region', { name: 'You' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Work as/u })).toBeNull()
})

test('the storage of a newsroom is its server; this browser says what waits in it', () => {
  const { store } = stage(<SettingsPage />, { state: { place: 'server', link: { isUp: true, unsent: 0 } } })
  const storage = within(screen.getByRole('region', { name: 'Storage' }))
  expect(storage.getByText(/kept on your newsroom’s server/u)).toBeVisible()
  expect(storage.getByText('Nothing waits in this browser')).toBeVisible()
  act(() => store.setState({ link: { isUp: false, unsent: 2 } }))
  expect(storage.getByText('2 unsent changes in this browser')).toBeVisible()
  expect(storage.getByText('Can’t be reached just now')).toBeVisible()
})
