// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DeskPage } from '../../../src/screens/desk/desk-page.tsx'
import { ALL_STORIES, queryOf, queueOf } from '../../../src/screens/desk/queues.ts'
import { BLANK_LIST } from '../../../src/store/desk-state.ts'
import { announcedNow } from '../../../src/ui/announce.ts'
import { violations } from '../../ui/violations.ts'
import { answered, giveSize, IDA, KIT, record, stage } from '../stage.tsx'

let restore: () => void
beforeEach(() => {
  restore = giveSize()
})
afterEach(() => {
  restore()
})

const QUERY = { ...BLANK_LIST.query, ...queryOf(ALL_STORIES) }
const RECORDS = [
  record('a', {
    status: 'in review',
    claimant: KIT.id,
    embargo: { at: '2999-01-01T06:00:00Z', zone: 'Europe/London' },
    summary: {
      ...record('a').summary,
      headline: 'Harbour vote',
      section: 'World',
      slug: 'strike',
      words: 1112,
    },
  }),
  record('b', { summary: { ...record('b').summary, headline: '' } }),
  record('c', { status: 'published' }),
]
const desk = (records = RECORDS) => ({ list: answered(records, { query: QUERY }) })

test('shows what the desk has: a heading, the search, both ways to start, and a grid of stories', async () => {
  stage(<DeskPage />, { state: desk() })
  // Loosely named, as people and other tests ask for it: no other heading has the word.
  expect(screen.getByRole('heading', { name: /desk/i })).toHaveTextContent('Desk')
  expect(screen.getByRole('list', { name: 'The desk' })).toBeVisible()
  expect(screen.getByRole('searchbox', { name: 'Search stories' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Import copy' })).toBeVisible()
  const grid = screen.getByRole('grid', { name: 'Stories' })
  expect(grid).toHaveAttribute('aria-rowcount', '4')
  const [, first, second] = within(grid).getAllByRole('row')
  if (!first || !second) throw new Error('two rows are missing')
  expect(within(first).getByRole('link', { name: 'Harbour vote' })).toHaveAttribute('href', '/stories/a')
  expect(first).toHaveTextContent(/World.*strike.*embargoed until.*In review.*Jane Doe.*Kit Marsh.*1,112/)
  expect(within(second).getByRole('link', { name: 'Untitled' })).toBeVisible()
  expect(document.title).toBe('Desk · Stet')
  expect(await violations()).toEqual([])
})

test('a new story is opened at once', async () => {
  const { tasks, address } = stage(<DeskPage />, { state: desk() })
  await userEvent.click(screen.getByRole('button', { name: 'New story' }))
  expect(tasks()).toMatchObject([{ type: 'create', story: { id: 'made-1' } }])
  expect(address()).toBe('/stories/made-1')
})

describe('queues', () => {
  test('stand in the address and decide what is asked', async () => {
    const { store, address } = stage(<DeskPage />, { state: desk() })
    const queues = screen.getByRole('navigation', { name: 'Queues' })
    expect(within(queues).getByRole('link', { name: 'All stories 3 stories' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await userEvent.click(within(queues).getByRole('link', { name: 'In review 1 story' }))
    expect(address()).toBe('/?queue=in-review')
    expect(store.getState().list.query).toMatchObject({ statuses: ['in review'], whose: 'everybody' })
    expect(document.title).toBe('In review: Desk · Stet')
  })

  test('can be chosen from a select where there is little room', async () => {
    const { store } = stage(<DeskPage />, { state: desk() })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Queue' }), 'My drafts')
    expect(store.getState().list.query).toMatchObject({ statuses: ['draft'], whose: 'mine' })
  })

  test('say when they are empty, with the way back', () => {
    const query = { ...QUERY, ...queryOf(queueOf('submitted', 'reporter')) }
    stage(<DeskPage />, {
      path: '/?queue=submitted',
      state: { list: answered([], { query, counts: answered(RECORDS).counts }) },
    })
    expect(screen.getByRole('heading', { name: 'Nothing is waiting for a sub-editor.' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Show all stories' })).toHaveAttribute('href', '/')
  })
})

describe('the search', () => {
  test('is reached with "/", but not while somebody types', async () => {
    stage(<DeskPage />, { state: desk() })
    const box = screen.getByRole('searchbox', { name: 'Search stories' })
    await userEvent.keyboard('/')
    expect(box).toHaveFocus()
    expect(box).toHaveValue('')
    await userEvent.keyboard('a/b')
    expect(box).toHaveValue('a/b')
  })

  test('leaves "/" alone where that was switched off', async () => {
    const { store } = stage(<DeskPage />, { state: desk() })
    act(() => {
      store.actions.setPreferences({ slash: 'off' })
    })
    await userEvent.keyboard('/')
    expect(screen.getByRole('searchbox', { name: 'Search stories' })).not.toHaveFocus()
  })

  test('asks when typing rests, keeps the rows meanwhile, and says when nothing is found', async () => {
    const { store } = stage(<DeskPage />, { state: desk() })
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search stories' }), 'zeppelin ')
    await waitFor(() => {
      expect(store.getState().list.query.search).toBe('zeppelin')
    })
    expect(screen.getByRole('link', { name: 'Harbour vote' })).toBeVisible()
    expect(screen.getByRole('grid', { name: 'Stories' })).toHaveAttribute('aria-busy', 'true')
    act(() => {
      store.setState(({ list }) => ({
        list: answered([], { query: list.query, counts: answered(RECORDS).counts }),
      }))
    })
    expect(screen.getByRole('heading', { name: 'Nothing found for “zeppelin”' })).toBeVisible()
    expect(await violations()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }))
    expect(screen.getByRole('searchbox', { name: 'Search stories' })).toHaveValue('')
    expect(store.getState().list.query.search).toBe('')
  })
})

test('a search that was counted to a bound says that there are more', () => {
  const { store } = stage(<DeskPage />, { state: desk() })
  const found = (total: number, isMore: boolean): void =>
    act(() => {
      const query = { ...QUERY, search: `${total}` }
      store.setState({ list: answered(RECORDS, { query, total, isMore }) })
    })
  const rows = (): string | null =>
    screen.getByRole('grid', { name: 'Stories' }).getAttribute('aria-rowcount')
  found(1000, true)
  expect(rows()).toBe('-1')
  expect(announcedNow()).toBe('more than 1,000 stories found')
  found(999, false)
  expect(rows()).toBe('1000')
  expect(announcedNow()).toBe('999 stories found')
})

test('an empty desk says how to start and offers the sample', async () => {
  stage(<DeskPage />, { state: desk([]) })
  expect(screen.getByRole('heading', { name: 'No stories yet' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try a sample story' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a storage that fails is told, with what is safe and what to do', async () => {
  const message = 'This browser lets nothing be stored. Nothing was lost. Open Stet in another browser.'
  const { store } = stage(<DeskPage />, {
    state: { list: { ...BLANK_LIST, query: QUERY, status: 'failed', message } },
  })
  expect(screen.getByRole('alert')).toHaveTextContent(message)
  const { revision } = store.getState().list
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(store.getState().list).toMatchObject({ status: 'loading', revision: revision + 1 })
})

describe('a long list', () => {
  const MANY = Array.from({ length: 10_000 }, (_, index) => record(`r${index}`))

  test('has only the rows in sight in the page, and asks for those', () => {
    const { store } = stage(<DeskPage />, { state: desk(MANY) })
    const grid = screen.getByRole('grid', { name: 'Stories' })
    expect(grid).toHaveAttribute('aria-rowcount', '10001')
    const rows = within(grid).getAllByRole('row')
    expect(rows.length).toBeGreaterThan(8)
    expect(rows.length).toBeLessThan(60)
    expect(store.getState().list.wanted[1]).toBeGreaterThan(8)
  })

  test('shows a place for a story whose record is on its way', () => {
    const list = answered(MANY, { query: QUERY })
    stage(<DeskPage />, { state: { list: { ...list, pages: {} } } })
    expect(screen.queryByRole('link', { name: /^Story/ })).toBeNull()
    expect(screen.getAllByRole('cell', { name: 'Loading' }).length).toBeGreaterThan(8)
  })
})

describe('the keyboard in the grid', () => {
  const focused = (): string => document.activeElement?.textContent ?? ''

  test('moves through the stories, one of which the Tab key reaches', async () => {
    stage(<DeskPage />, { state: desk(Array.from({ length: 30 }, (_, index) => record(`${index}`))) })
    const links = screen.getAllByRole('link', { name: /^Story/ })
    expect(links.filter((link) => link.tabIndex === 0)).toHaveLength(1)
    act(() => {
      links[0]?.focus()
    })
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(focused()).toBe('Story 2')
    await userEvent.keyboard('{ArrowUp}')
    expect(focused()).toBe('Story 1')
    await userEvent.keyboard('{End}')
    expect(focused()).toBe('Story 29')
    await userEvent.keyboard('{Home}{ArrowUp}')
    expect(focused()).toBe('Story 0')
  })

  test('goes to the menu of a story and back, and starts a new one', async () => {
    const { tasks } = stage(<DeskPage />, { state: desk() })
    act(() => {
      screen.getByRole('link', { name: 'Harbour vote' }).focus()
    })
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('button', { name: 'Actions for Harbour vote' })).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}')
    expect(screen.getByRole('link', { name: 'Harbour vote' })).toHaveFocus()
    await userEvent.keyboard('n')
    expect(tasks()).toMatchObject([{ type: 'create' }])
  })
})

describe('the actions of a story', () => {
  const open = async (name: string): Promise<void> => {
    await userEvent.click(screen.getByRole('button', { name: `Actions for ${name}` }))
  }

  test('spike at once, with the way back', async () => {
    const { tasks } = stage(<DeskPage />, { state: { ...desk(), me: IDA } })
    await open('Harbour vote')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Spike' }))
    expect(tasks()).toEqual([
      {
        type: 'act',
        id: 'a',
        action: { type: 'spike' },
        done: 'Spiked “Harbour vote”.',
        undo: { type: 'restore' },
      },
    ])
  })

  test('leave the focus in the list when they take their story off it', async () => {
    const { store } = stage(<DeskPage />, { state: { ...desk(), me: IDA } })
    await open('Harbour vote')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Spike' }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Actions for Harbour vote' })).toHaveFocus(),
    )
    act(() => {
      store.setState(desk(RECORDS.slice(1)))
    })
    await waitFor(() => expect(screen.getByRole('link', { name: 'Untitled' })).toHaveFocus())
  })

  test('say why they are off', async () => {
    stage(<DeskPage />, { state: desk() })
    await open('Harbour vote')
    const spike = await screen.findByRole('menuitem', { name: /^Spike/ })
    expect(spike).toHaveAttribute('aria-disabled', 'true')
    expect(spike).toHaveTextContent('Only its reporters while it is a draft or a chief can spike this story.')
  })

  test('restore what was spiked, open and duplicate', async () => {
    const spiked = record('s', { status: 'spiked', spikedFrom: 'draft' })
    const { tasks, address } = stage(<DeskPage />, { state: desk([spiked]) })
    await open('Story s')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Restore' }))
    await open('Story s')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Duplicate' }))
    expect(tasks()).toMatchObject([
      { type: 'act', id: 's', action: { type: 'restore' } },
      { type: 'duplicate', from: 's' },
    ])
    await open('Story s')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Open' }))
    expect(address()).toBe('/stories/s')
  })
})
