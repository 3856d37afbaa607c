// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useLinger } from '../../src/ui/use-linger.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function Shown({ isSo }: { readonly isSo: boolean }): ReactElement {
  return <output>{useLinger(isSo, 500) ? 'yes' : 'no'}</output>
}

const shown = (): string | null => screen.getByRole('status').textContent
const pass = (milliseconds: number): void =>
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })

test('what is so is shown at once, and a moment longer than it is so', () => {
  const { rerender } = render(<Shown isSo={false} />)
  expect(shown()).toBe('no')
  rerender(<Shown isSo />)
  expect(shown()).toBe('yes')
  pass(100)
  rerender(<Shown isSo={false} />)
  pass(499)
  expect(shown()).toBe('yes')
  pass(1)
  expect(shown()).toBe('no')
})

test('what comes and goes is shown all the time', () => {
  const { rerender } = render(<Shown isSo />)
  for (let turn = 0; turn < 10; turn++) {
    rerender(<Shown isSo={turn % 2 === 0} />)
    pass(200)
    expect(shown()).toBe('yes')
  }
  pass(300)
  expect(shown()).toBe('no')
})
