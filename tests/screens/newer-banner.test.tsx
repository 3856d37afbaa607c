// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { NewerBanner } from '../../src/screens/newer-banner.tsx'
import { violations } from '../ui/violations.ts'
import { stage } from './stage.tsx'

test('a newer Stet is offered, and taken when somebody asks for it', async () => {
  const { store, tasks } = stage(<NewerBanner />)
  expect(screen.queryByRole('note')).toBeNull()
  act(() => store.actions.foundNewer())
  expect(screen.getByRole('note')).toHaveTextContent('A new version of Stet is there')
  expect(await violations()).toEqual([])
  expect(tasks()).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Reload' }))
  expect(tasks()).toEqual([{ type: 'renew' }])
})
