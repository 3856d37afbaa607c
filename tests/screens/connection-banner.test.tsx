// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConnectionBanner } from '../../src/screens/connection-banner.tsx'
import { LiveRegion } from '../../src/ui/live-region.tsx'
import { stage } from './stage.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = (
  <>
    <ConnectionBanner />
    <LiveRegion />
  </>
)

test('a desk that is kept in the browser has no server to miss', () => {
  stage(page)
  act(() => void vi.advanceTimersByTime(10_000))
  expect(screen.queryByRole('note')).toBeNull()
})

test('a server that is gone for a moment is not missed; one that stays away is, and its return is read out', () => {
  const { store } = stage(page, { state: { link: { isUp: false, unsent: 0 } } })
  const setLink = (isUp: boolean, unsent: number): void =>
    act(() => store.setState({ link: { isUp, unsent } }))
  const pass = (milliseconds: number): void => act(() => void vi.advanceTimersByTime(milliseconds))
  pass(2000)
  setLink(true, 0)
  pass(5000)
  expect(screen.queryByRole('note')).toBeNull()
  setLink(false, 0)
  pass(4000)
  expect(screen.getByRole('note')).toHaveTextContent(/^Offline. You can go on writing. New stories/u)
  setLink(false, 1)
  expect(screen.getByRole('note')).toHaveTextContent('1 unsent change is kept in this browser')
  setLink(false, 12)
  expect(screen.getByRole('note')).toHaveTextContent('12 unsent changes are kept in this browser')
  setLink(true, 0)
  expect(screen.queryByRole('note')).toBeNull()
  expect(screen.getByText('The newsroom’s server is there again')).toBeInTheDocument()
})
