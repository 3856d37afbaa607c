// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Verdict } from '../../../src/backends/backend.ts'
import type { OpenStory } from '../../../src/store/desk-state.ts'
import { recordWith } from '../../domain/story-records.ts'
import { KIT } from '../stage.tsx'
import { violations } from '../../ui/violations.ts'
import { FIRST, headOf, SECOND, stageDigest } from './history-stage.tsx'

const article = () => within(screen.getByRole('article', { name: 'Digest' }))
const approved: Partial<OpenStory> = { record: recordWith({ id: 'x', status: 'approved' }) }
const heads = {
  status: 'ready',
  value: [headOf(2, { why: 'approve', status: 'approved' }), headOf(1)],
} as const

const verdict = (change: Partial<Verdict> = {}): Verdict => ({
  sequence: 1,
  suggestion: 's',
  verdict: 'accepted',
  by: KIT,
  at: '2026-11-24T09:00:00Z',
  reason: 'House style',
  what: {
    id: 's',
    by: 'kit',
    at: '2026-11-24T09:00:00Z',
    kind: 'text',
    place: { text: 'headline' },
    before: 'Harbor',
    after: 'Harbour',
    what: '',
  },
  ...change,
})

it('lists what changed from submission to approval, with who suggested it and why', async () => {
  const verdicts = { status: 'ready', value: [verdict()] } as const
  await stageDigest({ history: { heads, verdicts }, story: approved })
  const change = within(await article().findByRole('region', { name: 'Headline' })).getByRole('listitem')
  expect(change).toHaveTextContent(/deleted: Harbor inserted: Harbour vote/u)
  expect(change).toHaveTextContent('Suggested by Kit Marsh: House style')
  expect(
    article().getByText(/From its submission \(Kit Marsh, .*\) to its approval \(Kit Marsh/u),
  ).toBeVisible()
  const body = within(article().getByRole('region', { name: 'Body' }))
  expect(body.getByRole('listitem')).toHaveTextContent('Edited directly')
  expect(await violations()).toEqual([])
})

it('gives the reason that was written with the suggestion before that of the decision', async () => {
  const threads: OpenStory['threads'] = [
    {
      id: 't',
      by: 'kit',
      at: '2026-11-24T09:00:00Z',
      anchor: { kind: 'suggestion', suggestion: 's' },
      quote: '',
      resolved: null,
      messages: [{ id: 'm', by: 'kit', at: '2026-11-24T09:00:00Z', text: 'British spelling', mentions: [] }],
    },
  ]
  const verdicts = { status: 'ready', value: [verdict()] } as const
  await stageDigest({ history: { heads, verdicts }, story: { ...approved, threads } })
  expect(await article().findByText(/Kit Marsh: British spelling/u)).toBeVisible()
})

it('credits nobody with what was taken back', async () => {
  const verdicts = {
    status: 'ready',
    value: [verdict(), verdict({ sequence: 2, verdict: 'rejected' })],
  } as const
  await stageDigest({ history: { heads, verdicts }, story: approved })
  await article().findByRole('table', { name: 'Totals' })
  expect(screen.queryByText(/Suggested by/u)).toBeNull()
})

it('sums up the parts', async () => {
  await stageDigest({ history: { heads }, story: approved })
  const table = within(await article().findByRole('table', { name: 'Totals' }))
  expect(table.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    'PartChangesWords outWords in',
    'Headline111',
    'Body113',
    'In all224',
  ])
})

it('goes to now while the story is not approved', async () => {
  await stageDigest({
    now: SECOND,
    history: { heads: { status: 'ready', value: [headOf(1)] } },
    story: { record: recordWith({ id: 'x', status: 'in review' }) },
  })
  expect(article().getByText(/to now: it is not approved yet/u)).toBeVisible()
  expect(await article().findByRole('region', { name: 'Body' })).toBeVisible()
})

it('says that nothing was changed', async () => {
  await stageDigest({ history: { heads, versions: { 1: ready(FIRST), 2: ready(FIRST) } }, story: approved })
  expect(await article().findByText(/Nothing was changed/u)).toBeVisible()
})

it('says that the story was never submitted', async () => {
  await stageDigest({ history: { heads: { status: 'ready', value: [] } } })
  expect(screen.getByText(/has not been submitted yet/u)).toBeVisible()
})

it('is printed with its button', async () => {
  const print = vi.fn<() => void>()
  vi.stubGlobal('print', print)
  const { user } = await stageDigest({ history: { heads }, story: approved })
  await user.click(screen.getByRole('button', { name: 'Print' }))
  expect(print).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

it('is one of two views of a story’s past, each a link away', async () => {
  await stageDigest({ history: { heads }, story: approved })
  expect(screen.getByRole('link', { name: 'History' })).toHaveAttribute('href', '/stories/x/history')
  expect(screen.getByRole('link', { name: 'Back to the story' })).toHaveAttribute('href', '/stories/x')
})

it('says why a version can’t be read', async () => {
  const { setHistory } = await stageDigest({ history: { heads }, story: approved })
  setHistory({ heads, versions: { 1: { status: 'failed', message: 'It is damaged.' }, 2: ready(SECOND) } })
  expect(article().getByRole('alert')).toHaveTextContent('It is damaged.')
})

function ready<Value>(value: Value) {
  return { status: 'ready', value } as const
}
