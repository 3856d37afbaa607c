import { beforeEach, describe, expect, test } from 'vitest'
import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import { BLANK_LIST, type DeskState, type Task } from '../../src/store/desk-state.ts'
import { createDeskStore, type DeskStore } from '../../src/store/desk-store.ts'
import { countedIds } from './lone-story.ts'

let store: DeskStore
beforeEach(() => {
  store = createDeskStore(countedIds())
  store.setState({ tasks: [] })
})
const state = (): DeskState => store.getState()
const types = (): readonly string[] => state().tasks.map(({ type }) => type)

test('a new store knows nobody, shows nothing, and has one thing to do: to start', () => {
  const fresh = createDeskStore(countedIds(), { theme: 'dark' }).getState()
  expect(fresh).toMatchObject({ me: undefined, people: [], stories: {}, list: BLANK_LIST })
  expect(fresh.tasks).toEqual([{ type: 'start' }])
  expect(fresh.preferences).toEqual({ theme: 'dark' })
})

describe('what takes time is left as a task, in the order in which it was asked for', () => {
  const asked: readonly [string, (store: DeskStore) => void, readonly Task[]][] = [
    [
      'act',
      ({ actions }) => actions.act('s', { type: 'submit' }, 'Submitted.'),
      [{ type: 'act', id: 's', action: { type: 'submit' }, done: 'Submitted.' }],
    ],
    [
      'act with the way back',
      ({ actions }) => actions.act('s', { type: 'spike' }, 'Spiked.', { type: 'restore' }),
      [{ type: 'act', id: 's', action: { type: 'spike' }, done: 'Spiked.', undo: { type: 'restore' } }],
    ],
    ['become', ({ actions }) => actions.become('rita'), [{ type: 'become', personId: 'rita' }]],
    [
      'a new person has a new id',
      ({ actions }) => actions.savePerson({ name: 'Rita', role: 'chief' }, true),
      [{ type: 'save person', person: { id: 'id-1', name: 'Rita', role: 'chief' }, become: true }],
    ],
    [
      'a known person keeps the id',
      ({ actions }) => actions.savePerson({ id: 'rita', name: 'Rita', role: 'chief' }, false),
      [{ type: 'save person', person: { id: 'rita', name: 'Rita', role: 'chief' }, become: false }],
    ],
    [
      'duplicate',
      ({ actions }) => void actions.duplicateStory('s'),
      [{ type: 'duplicate', from: 's', id: 'story-1' }],
    ],
    ['flush', ({ actions }) => actions.flush(), [{ type: 'flush' }]],
    [
      'opened twice, asked once',
      ({ actions }) => (actions.openStory('s'), actions.openStory('s')),
      [{ type: 'open', id: 's' }],
    ],
    [
      'opened, left and opened',
      ({ actions }) => (actions.openStory('s'), actions.closeStory('s'), actions.openStory('s')),
      [
        { type: 'open', id: 's' },
        { type: 'close', id: 's' },
        { type: 'open', id: 's' },
      ],
    ],
    ['a picture of no name', ({ actions }) => actions.needPicture(''), []],
    [
      'a picture asked for twice',
      ({ actions }) => (actions.needPicture('aa'), actions.needPicture('aa')),
      [{ type: 'load picture', hash: 'aa' }],
    ],
    [
      'a source asked for twice',
      ({ actions }) => (actions.needSource('s'), actions.needSource('s')),
      [{ type: 'load source', id: 's' }],
    ],
  ]
  test.each(asked)('%s', (_what, ask, tasks) => {
    ask(store)
    expect(state().tasks).toEqual(tasks)
  })
})

test('a new story is blank, in the newsroom’s language, and its id is there at once', () => {
  expect(store.actions.newStory()).toBe('story-1')
  expect(store.actions.newStory()).toBe('story-2')
  const fields = { ...BLANK_CONTENT.fields, language: NEWSROOM_SETTINGS.language }
  const story = { id: 'story-1', content: { ...BLANK_CONTENT, fields }, source: null }
  expect(state().tasks[0]).toEqual({ type: 'create', story, pictures: [] })
})

test('imported copy keeps its own language, its source and its pictures', () => {
  const content = { ...BLANK_CONTENT, fields: { ...BLANK_CONTENT.fields, language: 'ar' } }
  const source = { name: 'w.txt', type: 'text/plain', text: 'w' }
  const picture = new Blob(['x'])
  const id = store.actions.importStory(content, source, [picture])
  expect(state().tasks).toEqual([{ type: 'create', story: { id, content, source }, pictures: [picture] }])
})

describe('the queue', () => {
  test('another question forgets the pages of the last one, but not the counts of the desk', () => {
    const counts = { draft: 2 } as never
    store.setState({
      list: { ...BLANK_LIST, status: 'ready', total: 90, counts, pages: { 1: [] }, wanted: [50, 90] },
    })
    store.actions.showQueue({ search: 'harbour' })
    store.actions.showQueue({ whose: 'mine' })
    const query = { search: 'harbour', statuses: [], whose: 'mine', order: 'changed' }
    expect(state().list).toEqual({ ...BLANK_LIST, counts, query, revision: 2 })
  })

  test('rows that are on screen already are no change', () => {
    store.actions.wantRows(20, 70)
    const before = state().list
    expect(before.wanted).toEqual([20, 70])
    store.actions.wantRows(20, 70)
    expect(state().list).toBe(before)
    store.actions.wantRows(20, 71)
    expect(state().list.wanted).toEqual([20, 71])
  })
})

describe('notices', () => {
  test('stand in the order in which they came, until they are dismissed', () => {
    store.actions.notify('done', 'One.')
    store.actions.notify('problem', 'Two.')
    store.actions.dismiss('id-1')
    store.actions.dismiss('not there')
    expect(state().notices).toEqual([{ id: 'id-2', tone: 'problem', text: 'Two.' }])
  })

  test('an offer is taken once; of a notice without one nothing is done', () => {
    const offer = { label: 'Try again', task: { type: 'open', id: 's' } as const }
    store.setState({ notices: [{ id: 'n', tone: 'problem', text: 'No.', offer }] })
    store.actions.takeOffer('n')
    store.actions.takeOffer('n')
    expect(state().notices).toEqual([])
    expect(types()).toEqual(['open'])
    store.actions.notify('done', 'Plain.')
    store.actions.takeOffer('id-1')
    expect(types()).toEqual(['open'])
  })
})

test('a failed source is asked for again, one that is there is not; raw data always is', () => {
  store.setState({
    sources: { a: { status: 'failed', message: 'No.' }, b: { status: 'ready', value: null } },
  })
  store.actions.needSource('a')
  store.actions.needSource('b')
  store.actions.needRawData('a')
  store.actions.needRawData('a')
  expect(types()).toEqual(['load source', 'load raw data', 'load raw data'])
  expect(state().sources['a']).toEqual({ status: 'loading' })
})

test('a story that is left takes nothing else along', () => {
  store.actions.openStory('a')
  store.actions.openStory('b')
  store.actions.closeStory('a')
  store.actions.closeStory('never opened')
  expect(Object.keys(state().stories)).toEqual(['b'])
})
