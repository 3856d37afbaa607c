// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Component, Suspense, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lazyPart } from '../../src/screens/lazy-part.tsx'
import { violations } from '../ui/violations.ts'

type Loaded = { readonly Greeting: (props: { readonly name: string }) => ReactNode }

const Greeting = ({ name }: { readonly name: string }) => <p>Good morning, {name}</p>
const loaded: Loaded = { Greeting }

// React writes down what a boundary catches.
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Fails so many times, then loads. */
function failing(times: number): () => Promise<Loaded> {
  let left = times
  return async () => {
    left -= 1
    if (left >= 0) throw new TypeError('Failed to fetch dynamically imported module')
    return loaded
  }
}

function page(part: ReactNode) {
  return (
    <>
      <textarea aria-label="Copy" />
      <Suspense fallback="One moment…">{part}</Suspense>
    </>
  )
}

test('a part that loads is shown with what it was given', async () => {
  const Part = lazyPart(failing(0), 'Greeting')
  render(page(<Part name="Jane" />))
  expect(await screen.findByText('Good morning, Jane')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a part that doesn’t load says what is safe, and comes when it is tried again, with all else as it was', async () => {
  const Part = lazyPart(failing(2), 'Greeting')
  render(page(<Part name="Jane" />))
  await userEvent.type(screen.getByRole('textbox', { name: 'Copy' }), 'Ferry sinks')
  expect(await screen.findByRole('alert')).toHaveTextContent('What you wrote is safe')
  expect(await violations()).toEqual([])

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Good morning, Jane')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Copy' })).toHaveValue('Ferry sinks')
})

test('a part that failed is tried anew when it is shown anew', async () => {
  const Part = lazyPart(failing(1), 'Greeting', 'floating')
  const { rerender } = render(page(<Part name="Jane" />))
  expect(await screen.findByRole('alert')).toBeVisible()
  rerender(page(null))
  rerender(page(<Part name="Kit" />))
  expect(await screen.findByText('Good morning, Kit')).toBeVisible()
})

test('a part is loaded once for all places that show it', async () => {
  const load = vi.fn(failing(0))
  const Part = lazyPart(load, 'Greeting')
  render(
    page(
      <>
        <Part name="Jane" />
        <Part name="Kit" />
      </>,
    ),
  )
  expect(await screen.findByText('Good morning, Kit')).toBeVisible()
  expect(load).toHaveBeenCalledTimes(1)
})

test('a bug in a part is not called a lost connection', async () => {
  const Part = lazyPart(async () => ({ Broken }), 'Broken')
  render(
    <Catching>
      <Suspense>
        <Part />
      </Suspense>
    </Catching>,
  )
  expect(await screen.findByText('RangeError: a bug')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})

function Broken(): ReactNode {
  throw new RangeError('a bug')
}

class Catching extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render(): ReactNode {
    const { error } = this.state
    return error === null ? this.props.children : <p>{String(error)}</p>
  }
}
