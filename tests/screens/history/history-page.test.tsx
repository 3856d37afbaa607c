// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoryEvent } from '../../../src/backends/backend.ts'
import { violations } from '../../ui/violations.ts'
import { KIT } from '../stage.tsx'
import { FIRST, headOf, said, SECOND, stageHistory } from './history-stage.tsx'

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})

const entries = (): readonly HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Versions' })).getAllByRole('button')
const region = () => within(screen.getByRole('region', { name: 'Comparison' }))
const texts = (kind: 'ins' | 'del'): readonly (string | null)[] =>
  [...document.querySelectorAll(kind)].map(({ textContent }) => textContent)
const compared = (): Promise<HTMLElement> => region().findByText(/\d+ of \d+ changes|\d+ changes?$/u)

describe('the list', () => {
  it('has what stands now first, then the versions, newest first, with who, when, why', async () => {
    await stageHistory()
    const [now, second, first] = entries()
    expect(entries()).toHaveLength(3)
    expect(now).toHaveTextContent('The story as it stands, after version 2')
    expect(second).toHaveTextContent('Before cuts')
    expect(second).toHaveTextContent('In review')
    expect(second).toHaveTextContent('Kept as “Before cuts”')
    expect(first).toHaveTextContent('Version 1')
    expect(first).toHaveTextContent('Submitted')
    expect(first).toHaveTextContent('Kit Marsh')
    expect(first).toHaveTextContent(/24 November 2026/u)
    expect(first).toHaveTextContent('7 words')
    await compared()
    expect(await violations()).toEqual([])
  })

  it('says of an approval what the checks had found, and of no other version', async () => {
    const approval: StoryEvent = {
      sequence: 7,
      at: '2026-11-24T09:00:00Z',
      by: KIT,
      type: 'approve',
      note: '',
      from: 'in review',
      to: 'approved',
      version: 2,
      told: [],
      flags: [{ check: 'spelling', count: 2 }],
    }
    await stageHistory({ history: { events: { status: 'ready', value: [approval] } } })
    expect(entries()[1]).toHaveTextContent('The checks had found: Spelling 2')
    expect(entries()[2]).not.toHaveTextContent('found')
  })

  it('begins with the newest version against the one before, where the story is as it was kept', async () => {
    await stageHistory()
    expect(entries()[1]).toHaveAttribute('aria-current', 'true')
    expect(entries()[2]).toHaveTextContent('Compared with the chosen one')
    expect(region().getByRole('heading', { level: 2 })).toHaveTextContent(/Version 1\s+to\s+Before cuts/u)
  })

  it('begins with what stands now where that is kept nowhere', async () => {
    await stageHistory({ now: said('Another') })
    expect(entries()[0]).toHaveAttribute('aria-current', 'true')
    expect(entries()[1]).toHaveTextContent('Compared with the chosen one')
  })

  it('is gone through with the arrows, and chosen from with Enter', async () => {
    const { user, history } = await stageHistory()
    act(() => entries()[1]?.focus())
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(entries()[2]).toHaveFocus()
    await user.keyboard('{Home}')
    expect(entries()[0]).toHaveFocus()
    await user.keyboard('{End}{Enter}')
    expect(history()?.compared).toEqual({ chosen: 1, against: 2 })
    expect(entries().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0])
  })

  it('says that there is none yet', async () => {
    await stageHistory({ history: { heads: { status: 'ready', value: [] } } })
    expect(screen.getByText(/There is no version yet/u)).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Comparison' })).toBeNull()
  })

  it('says why it can’t be read', async () => {
    const { setHistory } = await stageHistory()
    setHistory({ heads: { status: 'failed', message: 'The disk is full.' } })
    expect(screen.getByRole('alert')).toHaveTextContent('The disk is full.')
  })
})

describe('the comparison', () => {
  it('says inserted and deleted in words, not by colour alone', async () => {
    await stageHistory()
    expect(await compared()).toHaveTextContent('2 changes')
    expect(texts('del').join()).toMatch(/deleted: Harbor/u)
    expect(texts('ins').join()).toMatch(/inserted: Harbour/u)
    expect(texts('ins').join()).toMatch(/inserted: move on Monday/u)
  })

  it('folds what didn’t change, and shows it when asked', async () => {
    const { user } = await stageHistory()
    await compared()
    expect(screen.queryByText('Ships wait.')).toBeNull()
    await user.click(region().getByRole('button', { name: /unchanged/u }))
    expect(screen.getAllByText('Ships wait.')).toHaveLength(2)
  })

  it('shows all of it, and one text for both, where that is wanted, and remembers', async () => {
    const { user, store } = await stageHistory()
    await compared()
    await user.click(region().getByRole('button', { name: 'Only what changed' }))
    await user.click(region().getByRole('button', { name: 'Side by side' }))
    expect(screen.getAllByText('Ships wait.')).toHaveLength(1)
    expect(store.getState().preferences).toMatchObject({ comparison: 'inline', folding: 'off' })
    expect(region().getByRole('button', { name: 'Side by side' })).toHaveAttribute('aria-pressed', 'false')
    expect(await violations()).toEqual([])
  })

  it('goes from change to change with buttons, round the end', async () => {
    const { user } = await stageHistory()
    const count = await compared()
    const next = region().getByRole('button', { name: 'Next change' })
    await user.click(next)
    expect(count).toHaveTextContent('1 of 2 changes')
    expect(next).toHaveFocus()
    await user.click(next)
    await user.click(next)
    expect(count).toHaveTextContent('1 of 2 changes')
    await user.click(region().getByRole('button', { name: 'Previous change' }))
    expect(count).toHaveTextContent('2 of 2 changes')
  })

  it('goes from change to change with keys, and takes the focus along', async () => {
    const { user } = await stageHistory()
    const count = await compared()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(document.activeElement).toHaveTextContent(/Harbo/u)
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(count).toHaveTextContent('2 of 2 changes')
    expect(document.activeElement).toHaveTextContent(/Monday|stand/u)
  })

  it('compares any two', async () => {
    const { user, history } = await stageHistory({ now: FIRST })
    await user.selectOptions(region().getByRole('combobox', { name: 'Compare with' }), '1')
    expect(history()?.compared).toEqual({ chosen: 'now', against: 1 })
    expect(await region().findByText(/These two say the same/u)).toBeVisible()
    expect(region().getByRole('button', { name: 'Next change' })).toBeDisabled()
  })

  it('asks for versions that are not there yet, and says why one can’t be read', async () => {
    const { tasks, setHistory } = await stageHistory({ history: { versions: {} } })
    expect(tasks()).toContainEqual({ type: 'load version', id: 'x', number: 2 })
    expect(tasks()).toContainEqual({ type: 'load version', id: 'x', number: 1 })
    setHistory({ versions: { 1: { status: 'failed', message: 'It is damaged.' } } })
    expect(region().getByRole('alert')).toHaveTextContent('It is damaged.')
  })

  it('follows what is written meanwhile', async () => {
    const { store } = await stageHistory({ now: said('Harbour vote ends') })
    await compared()
    const open = store.getState().stories['x']
    if (open?.phase !== 'open') throw new Error('not open')
    act(() => open.session.doc.getText('headline').insert(0, 'Big '))
    await vi.waitFor(() => expect(texts('ins').join()).toMatch(/Big/u), { timeout: 20_000 })
  })
})

describe('restoring', () => {
  it('asks for the chosen version once', async () => {
    const { user, tasks, history } = await stageHistory()
    const restore = region().getByRole('button', { name: 'Restore' })
    expect(restore).toHaveAccessibleDescription(/what the story says now is kept/u)
    await user.click(restore)
    await user.click(region().getByRole('button', { name: 'Restore' }))
    expect(tasks().filter(({ type }) => type === 'restore version')).toEqual([
      { type: 'restore version', id: 'x', number: 2 },
    ])
    expect(history()?.busy).toBe(2)
  })

  it.each([
    ['comment', { right: 'comment', why: 'It is in review.' }, /It is in review/u],
    ['read', { right: 'read', why: 'It is approved.' }, /It is approved/u],
  ] as const)('is off for who may only %s, with the reason beside it', async (_right, access, reason) => {
    await stageHistory({ story: { access } })
    expect(region().getByRole('button', { name: 'Restore' })).toHaveAttribute('aria-disabled', 'true')
    expect(region().getAllByText(reason)[0]).toBeVisible()
  })

  it('becomes suggestions for who may suggest', async () => {
    await stageHistory({ story: { access: { right: 'suggest', why: 'It is in review.' } } })
    expect(region().getByRole('button', { name: 'Restore' })).toBeEnabled()
    expect(region().getByText(/becomes suggestions/u)).toBeVisible()
  })

  it('is off for what stands now', async () => {
    await stageHistory({ now: said('Another') })
    expect(region().getByRole('button', { name: 'Restore' })).toHaveAttribute('aria-disabled', 'true')
    expect(region().getAllByText('This is how the story stands.')[0]).toBeVisible()
  })
})

describe('words that came too late', () => {
  const late = {
    key: 'k',
    story: 'x',
    epoch: 1,
    by: 'kit',
    at: '2026-11-24T09:00:00Z',
    base: FIRST,
    content: SECOND,
  }
  const history = { lateEdits: { status: 'ready', value: [{ ...late, comments: [] }] } } as const

  it('are shown with whose they are and what differs', async () => {
    const { user } = await stageHistory({ history })
    const banner = within(await screen.findByRole('region', { name: 'Words that came too late' }))
    expect(banner.getByText(/Written by you/u)).toBeVisible()
    await user.click(banner.getByRole('button', { name: 'What differs' }))
    const differs = within(banner.getByRole('region', { name: 'What differs' }))
    expect(await differs.findByText(/move on Monday/u)).toBeVisible()
    // Beside the page stands what another test had said to screen readers.
    const [page] = document.querySelectorAll('header, main')
    expect(await violations(page?.parentElement ?? document.body)).toEqual([])
  })

  it('are brought back where the story is open to the person', async () => {
    const { user, tasks } = await stageHistory({ history })
    await user.click(await screen.findByRole('button', { name: 'Bring back as suggestions' }))
    expect(tasks()).toContainEqual({ type: 'bring back late edit', id: 'x', key: 'k' })
  })

  it('wait where it is closed, and the reason is said', async () => {
    await stageHistory({ history, story: { access: { right: 'read', why: 'It is approved.' } } })
    const back = await screen.findByRole('button', { name: 'Bring back as suggestions' })
    expect(back).toHaveAttribute('aria-disabled', 'true')
    expect(back).toHaveAccessibleDescription(/It is approved\./u)
  })

  it('are discarded only after a question', async () => {
    const { user, tasks } = await stageHistory({ history })
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Discard these words?' }))
    await user.click(dialog.getByRole('button', { name: 'Keep them' }))
    expect(tasks().map(({ type }) => type)).not.toContain('discard late edit')
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Discard' }))
    expect(tasks()).toContainEqual({ type: 'discard late edit', id: 'x', key: 'k' })
  })
})

it('shows notes, and sides of a list with more than two', async () => {
  const value = [
    headOf(3, { why: 'request changes', note: 'Check 52%.', status: 'changes requested', suggestions: 2 }),
    headOf(2),
    headOf(1),
  ]
  await stageHistory({ history: { heads: { status: 'ready', value } } })
  expect(entries()[1]).toHaveTextContent('Sent back: Check 52%.')
  expect(entries()[1]).toHaveTextContent('2 open suggestions')
})
