// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Here } from '../../../src/backends/backend.ts'
import { DeskPage } from '../../../src/screens/desk/desk-page.tsx'
import { violations } from '../../ui/violations.ts'
import { answered, giveSize, IDA, JANE, KIT, record, stage } from '../stage.tsx'

let restore: () => void
beforeEach(() => {
  restore = giveSize()
})
afterEach(() => {
  restore()
})

const RECORDS = ['a', 'b'].map((id) => record(id))
const deskWith = (here: readonly Here[]) => stage(<DeskPage />, { state: { list: answered(RECORDS), here } })
const rowOf = (title: string): HTMLElement => screen.getByRole('row', { name: new RegExp(title) })

test('a row says who else has its story open', async () => {
  deskWith([
    { person: IDA, story: 'a' },
    { person: JANE, story: 'a' },
    { person: KIT, story: 'a' },
  ])
  expect(rowOf('Story a')).toHaveTextContent('Ida Berg and Kit Marsh are in this story')
  expect(rowOf('Story b')).not.toHaveTextContent('in this story')
  expect(await violations()).toEqual([])
})

test('a row follows whoever comes and goes', () => {
  const { store } = deskWith([])
  expect(rowOf('Story a')).not.toHaveTextContent('in this story')
  act(() => store.setState({ here: [{ person: KIT, story: 'a' }] }))
  expect(rowOf('Story a')).toHaveTextContent('Kit Marsh is in this story')
  act(() => store.setState({ here: [{ person: KIT, story: 'b' }] }))
  expect(rowOf('Story a')).not.toHaveTextContent('in this story')
  expect(rowOf('Story b')).toHaveTextContent('Kit Marsh is in this story')
})

test('the desk says how many are at work, and on what', async () => {
  const user = userEvent.setup()
  const { address, store, tasks } = deskWith([
    { person: IDA, story: 'a' },
    { person: IDA, story: 'elsewhere' },
    { person: JANE, story: null },
    { person: KIT, story: null },
  ])
  const button = screen.getByRole('button', { name: '3 at work' })
  await user.click(button)
  // It is loaded when it is first opened.
  const list = within(await screen.findByRole('list', { name: 'At work' }, { timeout: 20_000 }))
  expect(tasks()).toContainEqual({ type: 'load headlines', ids: ['a', 'elsewhere'] })
  act(() => store.setState({ headlines: { a: 'Story a' } }))
  expect(list.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    'Ida Berg In Story a, a story',
    'Jane Doe (you) On the desk',
    'Kit Marsh On the desk',
  ])
  expect(await violations()).toEqual([])
  await user.click(list.getByRole('link', { name: 'Story a' }))
  expect(address()).toBe('/stories/a')
  expect(screen.queryByRole('list', { name: 'At work' })).toBeNull()
})

test.each([
  ['the backend does not know who is there', []],
  ['nobody else is', [{ person: JANE, story: null }]],
])('nothing is said where %s', (_, here) => {
  deskWith(here)
  expect(screen.queryByRole('button', { name: /at work/ })).toBeNull()
  expect(screen.queryByText(/in this story/)).toBeNull()
})
