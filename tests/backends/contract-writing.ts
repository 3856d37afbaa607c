import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { COMPACT_FROM } from '../../src/rules/compact-updates.ts'
import type { Kind, MakeDesk, TestDesk } from './test-desk.ts'
import {
  CHIEF,
  contentOf,
  headlineOf,
  headlines,
  openIn,
  OTHER,
  REPORTER,
  storyOf,
  SUB,
  tabOf,
  type,
  until,
  valueOf,
  onlyInBrowser,
} from './test-desk.ts'

export function writingContract(makeDesk: MakeDesk, kind: Kind): void {
  const inBrowser = onlyInBrowser(kind)
  let desk: TestDesk
  let tab: Backend
  let id: string
  beforeEach(async () => {
    desk = await makeDesk()
    tab = await tabOf(desk)
    id = await storyOf(tab, contentOf('A'))
  })
  afterEach(() => desk.end())

  test('says Saving from the first change, and Saved only when it is stored', async () => {
    const { doc, connection } = await openIn(tab, id)
    const states: string[] = []
    connection.subscribe(() => states.push(connection.state.kind))
    type(doc, 'b')
    expect(connection.state).toEqual({ kind: 'saving' })
    await until(() => connection.state, { kind: 'saved' })
    expect(headlineOf((await openIn(desk.tab(), id)).doc)).toBe('Ab')
    expect(states.slice(0, 2)).toEqual(['saving', 'saved'])
  })

  test('flush stores at once', async () => {
    const { doc, connection } = await openIn(tab, id)
    type(doc, 'b')
    type(doc, 'c')
    await connection.flush()
    expect(connection.state).toEqual({ kind: 'saved' })
    expect(headlineOf((await openIn(desk.tab(), id)).doc)).toBe('Abc')
  })

  test('close stores what is left, and lets go', async () => {
    const { doc, connection } = await openIn(tab, id)
    type(doc, 'b')
    await connection.close()
    type(doc, 'not any more')
    const again = await openIn(tab, id)
    expect(headlineOf(again.doc)).toBe('Ab')
    await until(() => headlines(tab), ['Ab'])
  })

  test('two tabs that write at the same time both end with all of it', async () => {
    const one = await openIn(tab, id)
    const two = await openIn(desk.tab(), id)
    for (const letter of 'bcd') {
      type(one.doc, letter)
      two.doc.getText('headline').insert(0, letter.toUpperCase())
    }
    await until(() => headlineOf(one.doc).split('').toSorted().join(''), 'ABCDbcd')
    await until(() => headlineOf(two.doc), headlineOf(one.doc))
    await until(() => [one.connection.state.kind, two.connection.state.kind], ['saved', 'saved'])
    expect(headlineOf((await openIn(desk.tab(), id)).doc)).toBe(headlineOf(one.doc))
  })

  test('two connections in one tab are kept the same too, and nothing is stored twice', async () => {
    const one = await openIn(tab, id)
    const two = await openIn(tab, id)
    type(one.doc, 'b')
    await until(() => headlineOf(two.doc), 'Ab')
    await two.connection.flush()
    expect(await desk.countUpdates(id)).toBe(2)
  })

  test('the summary follows, tells the other tabs and counts as a change', async () => {
    const heard: string[] = []
    tab.watch(({ ids }) => heard.push(...ids))
    const second = await storyOf(tab, contentOf('Z'))
    // What is new may be told a moment later, with other news.
    await until(() => heard.includes(second), true)
    expect(await headlines(tab)).toEqual(['Z', 'A'])
    const other = await tabOf(desk)
    const told: string[] = []
    other.watch(({ ids }) => told.push(...ids))
    const { doc, connection } = await openIn(tab, id)
    type(doc, 'bc')
    await until(() => headlines(other), ['Abc', 'Z'])
    await until(() => told.includes(id), true)
    expect(told).not.toContain(second)
    await until(() => connection.record.summary.headline, 'Abc')
  })

  inBrowser('many updates become one, and nothing of them is lost', async () => {
    const { doc, connection } = await openIn(tab, id)
    for (let count = 0; count < COMPACT_FROM; count++) {
      type(doc, 'x')
      await connection.flush()
    }
    expect(await desk.countUpdates(id)).toBeGreaterThan(COMPACT_FROM)
    const other = await openIn(desk.tab(), id)
    type(doc, '!')
    await until(async () => (await desk.countUpdates(id)) < 5, true)
    type(other.doc, '?')
    await other.connection.flush()
    const whole = `A${'x'.repeat(COMPACT_FROM)}`
    await until(async () => headlineOf((await openIn(desk.tab(), id)).doc).length, whole.length + 2)
    expect(headlineOf((await openIn(desk.tab(), id)).doc).startsWith(whole)).toBe(true)
  })

  test('whoever may not edit is told why, and what they write is not stored', async () => {
    const other = await tabOf(desk, OTHER)
    const { doc, connection } = await openIn(other, id)
    expect(connection.access.right).toBe('comment')
    expect(connection.state).toEqual({ kind: 'read-only', message: connection.access.why })
    type(doc, ' forbidden')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
    expect(headlineOf((await openIn(desk.tab(), id)).doc)).toBe('A')
  })

  test('what was refused is stored when it is allowed', async () => {
    valueOf(await tab.act(id, { type: 'submit' }))
    const { doc, connection } = await openIn(tab, id)
    type(doc, ' early')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
    const elsewhere = await tabOf(desk)
    valueOf(await elsewhere.act(id, { type: 'withdraw' }))
    await until(() => connection.state, { kind: 'saved' })
    expect(headlineOf((await openIn(desk.tab(), id)).doc)).toBe('A early')
  })

  test('words that are refused for now don’t keep their writer from the step that lets them in', async () => {
    valueOf(await tab.act(id, { type: 'submit' }))
    const { doc, connection } = await openIn(tab, id)
    type(doc, ' early')
    await connection.flush()
    valueOf(await tab.act(id, { type: 'withdraw' }))
    await until(() => connection.state, { kind: 'saved' })
    expect(headlineOf((await openIn(desk.tab(), id)).doc)).toBe('A early')
  })

  test('a story that is submitted in one tab is read-only in the others', async () => {
    const { connection } = await openIn(desk.tab(), id)
    expect(connection.access.right).toBe('edit')
    valueOf(await tab.act(id, { type: 'submit' }))
    await until(() => connection.state.kind, 'read-only')
    expect(connection.record.status).toBe('submitted')
  })

  test('words typed just before a step are in the story that the step is about', async () => {
    const { doc } = await openIn(tab, id)
    type(doc, ' and the last word')
    const record = valueOf(await tab.act(id, { type: 'submit' }))
    expect(record.summary.headline).toBe('A and the last word')
  })

  test('a chief who edits a draft becomes one of its reporters; a sub in review does not', async () => {
    const chief = await tabOf(desk, CHIEF)
    const draft = await openIn(chief, id)
    type(draft.doc, 'b')
    await draft.connection.close()
    expect(valueOf(await tab.record(id))?.reporters).toEqual([REPORTER.id, CHIEF.id])

    const sub = await tabOf(desk, SUB)
    valueOf(await tab.act(id, { type: 'submit' }))
    valueOf(await sub.act(id, { type: 'claim' }))
    const review = await openIn(sub, id)
    type(review.doc, 'c')
    await review.connection.close()
    expect(headlineOf((await openIn(tab, id)).doc)).toBe('Abc')
    expect(valueOf(await tab.record(id))?.reporters).toEqual([REPORTER.id, CHIEF.id])
  })
}
