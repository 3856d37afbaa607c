// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SetUpPage } from '../../../src/screens/set-up/set-up-page.tsx'
import { violations } from '../../ui/violations.ts'
import { entryStage, field, PASSWORD } from '../entry/entry-stage.tsx'

test('makes the first chief with the code that the server printed', async () => {
  const { tasks } = entryStage(<SetUpPage />, { accounts: { gate: 'not set up' } })
  expect(screen.getByRole('heading', { name: 'Set up this newsroom' })).toBeVisible()
  expect(field('Set-up code')).toHaveAttribute('autocomplete', 'one-time-code')
  expect(field('Password')).toHaveAttribute('autocomplete', 'new-password')
  expect(await violations()).toEqual([])
  await userEvent.type(field('Set-up code'), ' W6XA2-4BKA6 ')
  await userEvent.type(field('Your name'), 'Ida Berg')
  await userEvent.type(field('E-mail'), 'ida@example.com')
  await userEvent.type(field('Password'), PASSWORD)
  await userEvent.click(screen.getByRole('button', { name: 'Set up' }))
  expect(tasks()).toEqual([
    { type: 'set up', code: 'W6XA2-4BKA6', name: 'Ida Berg', email: 'ida@example.com', password: PASSWORD },
  ])
})

test('says how long a password has to be before and after it is too short', async () => {
  const { tasks } = entryStage(<SetUpPage />)
  expect(field('Password')).toHaveAccessibleDescription(/At least 12 characters/u)
  await userEvent.type(field('Password'), 'ferry')
  await userEvent.click(screen.getByRole('button', { name: 'Set up' }))
  expect(field('Password')).toHaveAccessibleDescription(/Enter at least 12 characters; this has 5/u)
  expect(field('Set-up code')).toHaveFocus()
  expect(tasks()).toEqual([])
})
