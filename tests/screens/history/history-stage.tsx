import { act, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import userEvent from '@testing-library/user-event'
import * as Y from 'yjs'
import { contentHash } from '../../../src/domain/content-hash.ts'
import {
  BLANK_CONTENT,
  BLANK_FIELDS,
  plainSpans,
  type StoryContent,
} from '../../../src/domain/story-content.ts'
import { writeContent } from '../../../src/domain/story-doc.ts'
import { DigestPage } from '../../../src/screens/history/digest-page.tsx'
import { HistoryPage } from '../../../src/screens/history/history-page.tsx'
import type { VersionHead } from '../../../src/screens/history/version-words.ts'
import type { DeskState, OpenStory } from '../../../src/store/desk-state.ts'
import type { DeskStore } from '../../../src/store/desk-store.ts'
import type { StoryHistory } from '../../../src/store/story-history.ts'
import { show, sessionOf } from '../../store/lone-story.ts'
import { KIT, stage } from '../stage.tsx'

export const paragraph = (text: string) => ({ kind: 'paragraph', level: 0, spans: plainSpans(text) }) as const

export const said = (headline: string, ...body: readonly string[]): StoryContent => ({
  ...BLANK_CONTENT,
  headline: plainSpans(headline),
  body: body.map(paragraph),
  fields: { ...BLANK_FIELDS, language: 'en-GB' },
})

export const headOf = (number: number, change: Partial<VersionHead> = {}): VersionHead => ({
  number,
  name: '',
  hash: '',
  at: '2026-11-24T09:00:00Z',
  by: KIT,
  why: 'submit',
  note: '',
  status: 'submitted',
  epoch: 1,
  words: 7,
  suggestions: 0,
  ...change,
})

export const FIRST = said('Harbor vote', 'Dockers voted.', 'Ships wait.', 'Cranes stand.')
export const SECOND = said('Harbour vote', 'Dockers voted.', 'Ships wait.', 'Cranes move on Monday.')

type Staged = {
  readonly user: ReturnType<typeof userEvent.setup>
  readonly store: DeskStore
  readonly history: () => StoryHistory | undefined
  /** What the actions asked for. */
  readonly tasks: () => DeskState['tasks']
  readonly setHistory: (change: Partial<StoryHistory>) => void
}

type Setting = {
  readonly now?: StoryContent
  readonly history?: Partial<StoryHistory>
  readonly story?: Partial<OpenStory>
}

/** The history page of a story with two versions, whose second says what the story says now. */
export async function stageHistory(setting: Setting = {}): Promise<Staged> {
  const staged = stagePast(<HistoryPage id="x" />, setting)
  await screen.findByRole('list', { name: 'Versions' })
  return staged
}

/** The digest of the same story. */
export async function stageDigest(setting: Setting = {}): Promise<Staged> {
  const staged = stagePast(<DigestPage id="x" />, setting)
  await screen.findByRole('heading', { level: 1, name: /What the desk changed/u })
  return staged
}

function stagePast(page: ReactNode, { now = SECOND, history = {}, story = {} }: Setting): Staged {
  const doc = new Y.Doc()
  writeContent(doc, now)
  const heads: readonly VersionHead[] = [
    headOf(2, { hash: contentHash(SECOND), why: 'keep version', name: 'Before cuts', status: 'in review' }),
    headOf(1, { hash: contentHash(FIRST) }),
  ]
  const known: StoryHistory = {
    heads: { status: 'ready', value: heads },
    versions: { 1: { status: 'ready', value: FIRST }, 2: { status: 'ready', value: SECOND } },
    ...history,
  }
  const session = sessionOf('x', doc)
  const { store, tasks } = stage(page, {
    path: '/stories/x/history',
    state: { me: KIT, histories: { x: known }, stories: { x: { phase: 'opening' } } },
  })
  const setHistory = (change: Partial<StoryHistory>): void =>
    act(() => store.setState({ histories: { x: { ...known, ...change } } }))
  act(() => {
    show(store, session)
    const open = store.getState().stories['x'] as OpenStory
    store.setState({ stories: { x: { ...open, ...story } } })
  })
  return { user: userEvent.setup(), store, tasks, setHistory, history: () => store.getState().histories['x'] }
}
