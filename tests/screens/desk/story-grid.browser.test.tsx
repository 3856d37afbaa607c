import { cleanup, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ALL_STORIES } from '../../../src/screens/desk/queues.ts'
import { StoryGrid } from '../../../src/screens/desk/story-grid.tsx'
import { BLANK_LIST } from '../../../src/store/desk-state.ts'
import { useDesk } from '../../../src/store/use-desk.ts'
import '../../../src/ui/base.css'
import { answered, record, stage } from '../stage.tsx'
import styles from './tall.module.css'

const MANY = Array.from({ length: 10_000 }, (_, index) => record(`${index}`))

function Desk() {
  const list = useDesk((state) => state.list)
  return (
    <div className={styles['tall']}>
      <StoryGrid list={list} queue={ALL_STORIES} onNewStory={() => undefined} />
    </div>
  )
}

beforeEach(async () => {
  await page.viewport(1440, 900)
})
afterEach(cleanup)

const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('tbody tr')]
const focused = (): string => document.activeElement?.textContent ?? ''

test('of ten thousand stories fewer than sixty rows are in the page, wherever it is scrolled to', async () => {
  stage(<Desk />, { state: { list: answered(MANY) } })
  const scroller = document.querySelector('table')?.parentElement
  if (!scroller) throw new Error('no list')
  for (const part of [0, 0.3, 0.9, 1, 0.1]) {
    scroller.scrollTop = part * scroller.scrollHeight
    const middle = scroller.getBoundingClientRect().top + 400
    await waitFor(() => {
      const seen = rows().some((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return top <= middle && bottom >= middle
      })
      expect(seen).toBe(true)
    })
    expect(rows().length).toBeLessThan(60)
  }
})

test('the arrow keys bring each story into sight, and End the last', async () => {
  stage(<Desk />, { state: { list: answered(MANY) } })
  document.querySelector<HTMLElement>('tbody a')?.focus()
  for (let presses = 0; presses < 25; presses += 1) await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toBe('Story 25')
  await userEvent.keyboard('{End}')
  await waitFor(() => {
    expect(focused()).toBe('Story 9999')
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
    expect(top).toBeGreaterThan(0)
    expect(bottom).toBeLessThanOrEqual(900)
  })
})

test('the focus stays on its story when others come before it', async () => {
  const { store } = stage(<Desk />, { state: { list: answered(MANY.slice(0, 20)) } })
  document.querySelector<HTMLElement>('tbody a')?.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('Story 2')
  store.setState({
    list: answered([record('new'), ...MANY.slice(0, 20)], { query: store.getState().list.query }),
  })
  await waitFor(() => {
    expect(rows()[0]?.textContent).toContain('Story new')
  })
  expect(focused()).toBe('Story 2')
  await userEvent.keyboard('{ArrowDown}')
  await waitFor(() => {
    expect(focused()).toBe('Story 3')
  })
})

test('a longer headline makes its row higher, and no row lies over another', async () => {
  const long = record('long', {
    summary: {
      ...record('long').summary,
      section: 'World',
      headline: 'A headline that takes more than one line '.repeat(4),
    },
  })
  stage(<Desk />, {
    state: { list: answered([record('a'), long, record('b')], { query: BLANK_LIST.query }) },
  })
  await waitFor(() => {
    const [first, second, third] = rows().map((row) => row.getBoundingClientRect())
    expect(second?.height).toBeGreaterThan(first?.height ?? Infinity)
    expect(third?.top).toBeGreaterThanOrEqual((second?.bottom ?? Infinity) - 1)
  })
})
