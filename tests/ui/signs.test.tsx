// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { announce } from '../../src/ui/announce.ts'
import { Banner } from '../../src/ui/banner.tsx'
import { Chip } from '../../src/ui/chip.tsx'
import { Face, Faces } from '../../src/ui/face.tsx'
import { initials } from '../../src/ui/initials.ts'
import { LiveRegion } from '../../src/ui/live-region.tsx'
import { MeterBar, MeterCount, meterLevel } from '../../src/ui/meter.tsx'
import { NoticeList } from '../../src/ui/notice-list.tsx'
import { ProgressLine } from '../../src/ui/progress-line.tsx'
import { violations } from './violations.ts'

afterEach(() => {
  vi.useRealTimers()
})

test.each([
  ['Jane Doe', 'JD'],
  ['jane', 'J'],
  ['Maria del Carmen Pérez', 'MP'],
  ['  Élodie   Ångström ', 'ÉÅ'],
  ['J. K. Rowling', 'JR'],
  ['“Kit” Marsh', 'KM'],
  ['李 小龙', '李小'],
  ['', '?'],
  ['—', '?'],
])('the initials of %j are %j', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('faces say the names, and those that there is no room for', async () => {
  const people = ['Jane Doe', 'Kit Marsh', 'Ida Berg', 'Mo Mint'].map((name) => ({
    id: name,
    name,
    colour: 1 as const,
  }))
  render(<Faces people={people} />)
  expect(screen.getByText('Jane Doe')).toBeInTheDocument()
  expect(screen.getByText('Ida Berg, Mo Mint')).toBeInTheDocument()
  expect(screen.getByText('+2')).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a face beside its name is silent', () => {
  render(<Face name="Jane Doe" colour={2} hidden />)
  expect(screen.queryByText('Jane Doe')).toBeNull()
  expect(document.querySelector('[data-letters]')).toHaveAttribute('data-letters', 'JD')
})

describe('a count', () => {
  const limit = { reminder: 90, warning: 120 }

  test.each([
    [0, 'quiet'],
    [89, 'quiet'],
    [90, 'reminder'],
    [119, 'reminder'],
    [120, 'warning'],
    [500, 'warning'],
  ])('of %i is %s', (value, level) => {
    expect(meterLevel(value, limit)).toBe(level)
  })

  test.each([
    [57, '57 / 90', '57 of 90 characters'],
    [95, 'Long · 95 / 120', '95 of 120 characters, long'],
    [130, 'Too long · 130 / 120', '130 of 120 characters, too long'],
  ])('of %i is seen as %j and read as %j', (value, seen, read) => {
    const { container } = render(<MeterCount value={value} limit={limit} />)
    expect(container).toHaveTextContent(`${seen}${read}`)
    expect(screen.getByText(read)).not.toHaveAttribute('aria-hidden')
  })

  test('is never wider than its bar', () => {
    const { container } = render(<MeterBar value={900} limit={limit} />)
    expect(container.querySelector('rect')).toHaveAttribute('width', '100')
  })
})

test('an error is read out at once', async () => {
  render(<Banner tone="error">Nothing can be stored.</Banner>)
  expect(screen.getByRole('alert')).toHaveTextContent('Nothing can be stored.')
  expect(await violations()).toEqual([])
})

test('a chip is its words', () => {
  render(
    <Chip tone="ok" dot>
      Approved
    </Chip>,
  )
  expect(screen.getByText('Approved')).toBeVisible()
})

describe('a notice', () => {
  const notice = { id: 'n1', tone: 'done' as const, text: 'Spiked.', offer: { label: 'Undo' } }

  test('goes by itself, but not while the pointer is on it', () => {
    vi.useFakeTimers()
    const dismiss = vi.fn<(id: string) => void>()
    render(<NoticeList notices={[notice]} onDismiss={dismiss} onOffer={() => undefined} />)
    fireEvent.mouseEnter(screen.getByText('Spiked.'))
    vi.advanceTimersByTime(60_000)
    expect(dismiss).not.toHaveBeenCalled()
    fireEvent.mouseLeave(screen.getByText('Spiked.'))
    vi.advanceTimersByTime(60_000)
    expect(dismiss).toHaveBeenCalledWith('n1')
  })

  test('stays when it tells a problem', () => {
    vi.useFakeTimers()
    const dismiss = vi.fn<(id: string) => void>()
    render(
      <NoticeList notices={[{ ...notice, tone: 'problem' }]} onDismiss={dismiss} onOffer={() => undefined} />,
    )
    vi.advanceTimersByTime(600_000)
    expect(dismiss).not.toHaveBeenCalled()
  })

  test('offers one thing to do and can be closed', async () => {
    const dismiss = vi.fn<(id: string) => void>()
    const offer = vi.fn<(id: string) => void>()
    render(<NoticeList notices={[notice]} onDismiss={dismiss} onOffer={offer} />)
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(offer).toHaveBeenCalledWith('n1')
    fireEvent.click(screen.getByRole('button', { name: 'Close this notice' }))
    expect(dismiss).toHaveBeenCalledWith('n1')
    expect(await violations()).toEqual([])
  })
})

test('the same announcement twice changes the region, so that it is read twice', () => {
  render(<LiveRegion />)
  act(() => {
    announce('3 stories found')
  })
  const region = document.querySelector('[aria-live]')
  const first = region?.textContent
  act(() => {
    announce('3 stories found')
  })
  expect(first).toBe('3 stories found')
  expect(region?.textContent).not.toBe(first)
  expect(region?.textContent?.trim()).toBe('3 stories found')
})

test('what is under way has a bar once it is known how much is done, named by its words', async () => {
  const { container, rerender } = render(<ProgressLine label="Storing…" share={0} />)
  expect(screen.queryByRole('progressbar')).toBeNull()
  rerender(<ProgressLine label="Storing…" share={0.999} />)
  expect(screen.getByRole('progressbar', { name: 'Storing…' })).toHaveValue(99)
  expect(screen.getByText('99%')).toBeVisible()
  expect(await violations(container)).toEqual([])
})
