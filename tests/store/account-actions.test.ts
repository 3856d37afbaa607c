import { expect, test } from 'vitest'
import { BLANK_ACCOUNTS } from '../../src/store/accounts-state.ts'
import { createDeskStore } from '../../src/store/desk-store.ts'

const who = { email: 'jane@example.com', password: 'ferry under a full moon' }

function storeWithAccounts() {
  const store = createDeskStore({ story: () => 'story', random: () => 'random' })
  store.setState({ accounts: BLANK_ACCOUNTS, tasks: [] })
  return store
}

test('a form is sent once, however often its button is pressed, and again when it was refused', () => {
  const store = storeWithAccounts()
  store.actions.signIn(who)
  store.actions.signIn(who)
  expect(store.getState().tasks).toEqual([{ type: 'sign in', ...who }])
  expect(store.getState().accounts?.forms).toEqual({ 'sign in': { status: 'busy' } })
  const refused = { status: 'refused', message: 'No.' } as const
  store.setState({ accounts: { ...BLANK_ACCOUNTS, forms: { 'sign in': refused } } })
  store.actions.signIn(who)
  expect(store.getState().tasks).toHaveLength(2)
})

test('how it went with a form goes with the form, and with no other', () => {
  const store = storeWithAccounts()
  store.actions.signIn(who)
  store.actions.askReset(who.email)
  store.actions.leaveForm('sign in')
  expect(store.getState().accounts?.forms).toEqual({ 'ask reset': { status: 'busy' } })
})

test('without accounts there is nothing to know of them', () => {
  const store = createDeskStore({ story: () => 'story', random: () => 'random' })
  store.actions.leaveForm('sign in')
  store.actions.forgetLink()
  expect(store.getState().accounts).toBeNull()
})
