import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readThreads } from '../../src/domain/threads/read-threads.ts'
import type { ThreadAnchor } from '../../src/domain/threads/thread.ts'
import type { Right } from '../../src/domain/access.ts'
import type { OpenStory } from '../../src/store/desk-state.ts'
import type { DeskStore } from '../../src/store/desk-store.ts'
import { until } from '../backends/test-desk.ts'
import type { Stage } from './desk-stage.ts'
import { stage } from './desk-stage.ts'
import { loneStory } from './lone-story.ts'

const SLUG: ThreadAnchor = { kind: 'field', field: 'slug' }
const SAID = { text: 'Sure?', mentions: ['ida'] }

function lone(right: Right = 'comment') {
  const { store, session } = loneStory()
  store.setState(({ stories }) => ({
    me: { id: 'kit', name: 'Kit', role: 'sub-editor' },
    tasks: [],
    stories: { ...stories, story: { ...(stories['story'] as OpenStory), access: { right, why: 'No.' } } },
  }))
  return { store, session, threads: () => readThreads(session.doc) }
}

const told = (store: DeskStore): readonly unknown[] =>
  store.getState().tasks.map((task) => (task.type === 'act' ? task.action : task))

test('what is said stands in the document, by whoever is at work, and people are told', () => {
  const { store, session, threads } = lone()
  const thread = store.actions.startThread('story', SLUG, 'harbour', SAID)
  store.actions.addMessage('story', thread ?? '', { text: 'Yes.', mentions: [] })
  expect(threads()).toMatchObject([
    {
      id: thread,
      by: 'kit',
      anchor: SLUG,
      quote: 'harbour',
      messages: [
        { by: 'kit', text: 'Sure?', mentions: ['ida'] },
        { by: 'kit', text: 'Yes.' },
      ],
    },
  ])
  expect(threads()[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  const [first, second] = threads()[0]?.messages ?? []
  expect(told(store)).toEqual([
    { type: 'comment', thread, message: first?.id, mentions: ['ida'], text: 'Sure?' },
    { type: 'comment', thread, message: second?.id, mentions: [], text: 'Yes.' },
  ])
  expect(session.undo.manager.canUndo()).toBe(false)
})

test('a thread is settled by whoever is at work and taken up again; nobody is told', () => {
  const { store, threads } = lone()
  const thread = store.actions.startThread('story', SLUG, '', SAID) ?? ''
  store.setState({ tasks: [] })
  store.actions.resolveThread('story', thread)
  expect(threads()[0]?.resolved?.by).toBe('kit')
  store.actions.reopenThread('story', thread)
  expect(threads()[0]?.resolved).toBeNull()
  expect(told(store)).toEqual([])
})

describe('nothing is done', () => {
  const everything = (store: DeskStore, id: string): string | null => {
    const { actions } = store
    const thread = actions.startThread(id, SLUG, '', SAID)
    actions.addMessage(id, 't', SAID)
    actions.resolveThread(id, 't')
    actions.reopenThread(id, 't')
    return thread
  }

  test.each<Right>(['read'])('with the right “%s”', (right) => {
    const { store, threads } = lone(right)
    expect([everything(store, 'story'), threads(), told(store)]).toEqual([null, [], []])
  })

  test('in a story that is not open, or by nobody', () => {
    const { store, threads } = lone()
    expect(everything(store, 'other')).toBeNull()
    store.setState({ me: null })
    expect([everything(store, 'story'), threads(), told(store)]).toEqual([null, [], []])
  })

  test('where nothing is said, or the thread is not there', () => {
    const { store, threads } = lone()
    expect(store.actions.startThread('story', SLUG, '', { text: ' \n', mentions: [] })).toBeNull()
    store.actions.addMessage('story', 'none', SAID)
    expect([threads(), told(store)]).toEqual([[], []])
  })
})

describe('people are told once it is stored', () => {
  let here: Stage
  beforeEach(async () => {
    here = await stage()
  })
  afterEach(() => here.end())
  const events = async (id: string): Promise<readonly string[]> => {
    const answer = await here.backend.events(id)
    return answer.ok ? answer.value.map(({ type, note }) => `${type}: ${note}`) : []
  }

  test('at once where it can be', async () => {
    const id = await here.opened()
    here.actions.startThread(id, SLUG, '', SAID)
    await here.effects.settle()
    expect(await events(id)).toContain('comment: Sure?')
  })

  test('as soon as it can be where the disk is full', async () => {
    const id = await here.opened()
    here.storage.failing.add('updates')
    here.actions.startThread(id, SLUG, '', SAID)
    await until(() => here.story(id).save.kind, 'failed')
    expect(await events(id)).not.toContain('comment: Sure?')
    here.storage.failing.clear()
    await until(() => here.story(id).save.kind, 'saved')
    await here.effects.settle()
    expect(await events(id)).toContain('comment: Sure?')
    expect(here.store.getState().notices).toEqual([])
  })
})
